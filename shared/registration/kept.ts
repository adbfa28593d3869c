// What the form says if everything is kept: from the facts that lead, from what agencies hold, from what was said before.
import { leading } from "../facts.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { type EmploymentStatus, type FactOf, Insurance, type Reason, type RecordPage } from "../registration.ts";
import type { WithoutEmployer, Work } from "./form.ts";
import type { Stated } from "./options.ts";
import { citiesAmong, elsewhereFrom, sameCity } from "./places.ts";
import { heldOptions, runningIn, saysInsured } from "./schemes.ts";

const withoutOf = {
  FLEXIBLE: "FLEXIBLE",
  UNEMPLOYED: "UNEMPLOYED",
  STUDENT: "STUDENT",
  RETIRED: "RETIRED",
  PRESCHOOL: "PRESCHOOL",
  NONE: "OTHER",
} as const satisfies Record<Exclude<EmploymentStatus, "EMPLOYED">, WithoutEmployer>;

/** Part one. An employer whose name nobody knows leaves it empty. */
export function workOf({ status, employer }: Pick<FactOf<"employment">, "status" | "employer">): Work {
  if (status !== "EMPLOYED") return { without: withoutOf[status] };
  return employer ? { employer } : {};
}

export function employmentOf({ employer, without }: Work): Pick<FactOf<"employment">, "status" | "employer"> {
  if (employer) return { status: "EMPLOYED", employer };
  return { status: !without || without === "OTHER" ? "NONE" : without };
}

/**
 * What was said before stands beside what agencies hold, until an agency's newer file speaks of that insurance: a place that we
 * hear nothing from cannot speak, and what was said of it stays.
 */
function stillSaid({ facts, summary }: RecordPage, insurance: Insurance): FactOf<"stated"> | undefined {
  const said = leading(facts, "stated");
  const told = summary.insurances[insurance];
  return said && (said.elsewhere[insurance] || !told || told.asOf <= said.asOf) ? said : undefined;
}

/** Parts two, four and five. `home`: where the person lives by this form. */
export function statedOf(record: RecordPage, home: DivisionCode | undefined): Stated {
  const held = heldOptions(record.summary);
  const of = (insurance: Insurance) => stillSaid(record, insurance);
  const both = <Option>(options: readonly Option[], said: readonly Option[] = []) => [...new Set([...options, ...said])];
  const stated: Stated = {
    pension: both(held.pension, of("pension")?.pension),
    medical: both(held.medical, of("medical")?.medical),
    unemployment: held.unemployment || (of("unemployment")?.unemployment ?? false),
    injury: held.injury || (of("injury")?.injury ?? false),
    maternity: held.maternity || (of("maternity")?.maternity ?? false),
    elsewhere: {},
    duplicates: {},
  };
  for (const insurance of Insurance.options) {
    const regions = citiesAmong(runningIn(record.summary, insurance).map(({ region }) => region));
    const away = home && regions.find((region) => !sameCity(region, home));
    const place = away ? elsewhereFrom(home, away) : of(insurance)?.elsewhere[insurance];
    if (place) stated.elsewhere[insurance] = place;
    const said = of(insurance)?.duplicates[insurance] ?? [];
    const places = regions.length > 1 ? regions : said;
    if (places.length > 1 && saysInsured(stated, insurance)) stated.duplicates[insurance] = [...places];
  }
  return stated;
}

/** A reason whose day has passed is asked again. */
export function reasonKept({ reasons }: RecordPage, insurance: Insurance, today: PlainDate): Reason | undefined {
  const held = reasons.find((reason) => reason.insurance === insurance);
  return held && (held.expires === undefined || held.expires >= today) ? held : undefined;
}
