import { monthOf, type PlainDate, type PlainMonth } from "../kernel/calendar.ts";
import type { Employer, Enrolment, Scheme } from "../registration.ts";
import { readAmounts } from "./amounts.ts";
import type { CellReader } from "./cells.ts";
import { insuredIdentities, statuses, yesOrNo } from "./codes.ts";
import { type Period, readPeriods, type Span } from "./periods.ts";

/** What a row says of one insurance. `from` is absent where it does not say when it began. */
export type InsuredIn = Pick<Enrolment, "scheme" | "status" | "insuredAs"> & {
  from?: PlainMonth;
  to?: PlainMonth;
  employer?: Employer;
  spans: Span[];
};

const CREDIT_CODE = /^[0-9A-HJ-NP-RTUW-Y]{18}$/;
const EARLIEST = "1949-10-01" as PlainDate;

export function readEnrolment(cells: CellReader, scheme: Scheme, receivedOn: PlainDate): InsuredIn {
  const from = cells.date("AAC030", { earliest: EARLIEST });
  const to = cells.date("AAE031", { earliest: EARLIEST, future: true });
  if (from && to && to < from) cells.reject("AAE031", "ends-before-it-begins");
  const status = cells.coded("AAC031", statuses, "status-unknown") ?? cells.coded("AAC008", statuses, "status-unknown");
  const retired = cells.coded("AAC084", yesOrNo, "retired-unknown");
  const stated = cells.coded("AAC066", insuredIdentities, "identity-unknown");
  const employer = readEmployer(cells);
  return {
    scheme,
    status: status ?? (to && to < receivedOn ? "ended" : "active"),
    insuredAs: retired ? "retired" : (stated ?? usualIdentity(scheme, employer)),
    ...(from && { from: monthOf(from) }),
    ...(to && { to: monthOf(to) }),
    ...(employer && { employer }),
    spans: readSpans(cells, receivedOn),
  };
}

function readEmployer(cells: CellReader): Employer | undefined {
  const name = cells.line("AAB004", 100);
  const code = cells.text("AAB001").toUpperCase();
  return name ? { name, ...(CREDIT_CODE.test(code) && { code }) } : undefined; // else the agency's own number for the unit
}

function usualIdentity(scheme: Scheme, employer: Employer | undefined): Enrolment["insuredAs"] {
  if (scheme === "170" || scheme === "390") return "resident";
  return employer || ["120", "210", "410", "510"].includes(scheme) ? "employee" : "flexible";
}

function readSpans(cells: CellReader, receivedOn: PlainDate): Span[] {
  const [paid, owed] = [readColumn("AAE003"), readColumn("AAE003_OWED")];
  const amounts = readAmounts(cells, paid.length);
  const last = amounts.at(-1) ?? { base: 0, personal: 0, unit: 0, subsidy: 0 };
  return [
    ...paid.map((period, index): Span => ({ ...period, state: "paid", ...(amounts[index] ?? last) })),
    ...owed.map((period): Span => ({ ...period, state: "owed", ...last })),
  ];

  function readColumn(column: "AAE003" | "AAE003_OWED"): Period[] {
    const read = readPeriods(cells.text(column), receivedOn);
    if (!read.ok) cells.reject(column, read.refusal);
    return read.ok ? read.value : [];
  }
}
