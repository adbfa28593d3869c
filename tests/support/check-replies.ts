// What GET /check answers in the states that its page has to show, made by the rules themselves.

import * as v from "valibot";
import { dueBy } from "../../functions/due.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import type { CheckReply } from "../../shared/check/contract.ts";
import { checkReply } from "../../shared/check/reply.ts";
import { AtDesk } from "../../shared/duplicates/at-desk.ts";
import { Duplicate } from "../../shared/duplicates/duplicate.ts";
import type { InsuranceSummary, RecordPage } from "../../shared/registration.ts";
import { Moving } from "../../shared/transfer/moving.ts";
import { aFact, anInsurance, aPhone, aRecord, aRegistration, day } from "./build.ts";

const today = day("2026-11-22");
const asOf = day("2026-11-19");
const said = { source: "insured-340400", asOf };

/** Latin, so that an English page can be searched for Chinese that does not belong there. */
const places: Record<string, string> = { "340400": "Huainan", "340403": "Tianjia'an, Huainan", "320100": "Nanjing" };
const replyTo = (record: RecordPage): CheckReply =>
  checkReply({ record, today, policy: deployedPolicy, placeName: (code) => places[code] ?? code, due: dueBy(deployedPolicy) });

const resident = { scheme: "170", region: "340403", from: "2019-01", status: "active", insuredAs: "resident", paid: 24 } as const;
/** Two pensions that have months in common. */
const twice = v.parse(Duplicate, {
  ...{ id: "0123456789abcdef", insurance: "pension", common: 24, operational: true, says: "KEEP_EMPLOYEE_MONTHS" },
  sides: [{ ...resident, scheme: "110", region: "320100", insuredAs: "employee", paid: 364 }, resident],
});

const years = (from: number, to: number, rest: Record<string, string> = {}) => ({
  ...Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [String(from + index), "pppppppppppp"])),
  ...rest,
});
const named = (name: string) => aRegistration({ identity: { ...aRegistration().identity, name } });

/** A courier: eight years, a gap healed long ago, one that is open; two sources that differ. */
const gap = replyTo(
  aRecord({
    registration: named("Lin"),
    facts: [
      aPhone("19900001234", { ...said, confirmedOn: "2026-01-05" }),
      aPhone("19900005678", { source: "resident", confirmedOn: "2025-05-05" }),
      aFact({ name: "residence", division: "340403", lines: "8 Xueyuan Road" }),
      aFact({ name: "employment", status: "FLEXIBLE" }),
      aFact({ ...said, name: "card", hasCard: true }),
      aFact({ name: "card", hasCard: false, source: "resident", asOf: "2026-01-01" }),
    ],
    summary: {
      asOf,
      insurances: {
        pension: anInsurance({
          ...said,
          paidMonths: 83,
          years: years(2020, 2025, { "2019": "------pppppp", "2021": "pp--pppppppp", "2026": "ppppppp-----" }),
        }),
        medical: anInsurance({ ...said, scheme: "390", insuredAs: "resident", from: "2022-01", years: years(2022, 2026) }),
      },
    },
  }),
);

const employer = { name: "Nanjing Shipyard" };
const atWork = (differences: Partial<InsuranceSummary>) =>
  anInsurance({
    ...said,
    region: "320100",
    insuredAs: "employee",
    employer,
    from: "1996-07",
    paidMonths: 364,
    years: years(2019, 2025, { "2026": "pppppppppp--" }),
    ...differences,
  });

/** Thirty years at work, all five, one of them twice, which the desk has an answer to, and one on its way to another place, years in the fields, an employer who owes a month. */
const full = replyTo(
  aRecord({
    registration: named("Zhao"),
    facts: [aPhone(), aFact({ name: "employment", status: "EMPLOYED", employer }), aFact({ name: "card", hasCard: true })],
    moving: [v.parse(Moving, { kind: "medical", receipt: "C7K2-94MD-0001", to: "340403", scheme: "310" })],
    atDesk: [
      v.parse(AtDesk, {
        ...{ receipt: "C7K2-94MD-0002", id: twice.id, scheme: "110", agency: "340403" },
        received: "2026-11-20",
      }),
    ],
    summary: {
      asOf,
      duplicates: [twice],
      paid: { "110": 364, "170": 24, "310": 364 },
      insurances: {
        pension: atWork({ scheme: "110", otherEnrolments: 1 }),
        medical: atWork({ scheme: "310" }),
        unemployment: atWork({ scheme: "210" }),
        injury: atWork({ scheme: "410", years: years(2019, 2025, { "2026": "pppppppppo--" }) }),
        maternity: atWork({ scheme: "510" }),
      },
    },
  }),
);

/** Somebody of whom the register knows next to nothing. */
const empty = replyTo(
  aRecord({
    registration: named("Qian"),
    facts: [aPhone("19900001234", { confirmedOn: undefined })],
    summary: { insurances: {} },
  }),
);

/** Past the age, drawing nothing; the months came from another place, and the two pensions are being joined. */
export const ofAge = replyTo(
  aRecord({
    registration: named("Sun"),
    moving: [v.parse(Moving, { kind: "pension-switch", receipt: "C7K2-94MD-0003", to: "340400", scheme: "110" })],
    summary: {
      asOf,
      insurances: {
        pension: anInsurance({
          ...{ ...said, source: "desk", from: "2026-11", paidMonths: 72, years: years(2020, 2025) },
          carried: [{ scheme: "110", region: "320100", from: "2020-01", months: 72 }] as never,
        }),
      },
    },
  }),
);

const limited: CheckReply = {
  limited: true,
  because: "phone-stale",
  insurances: (["pension", "medical", "unemployment", "injury", "maternity"] as const).map((insurance, index) => ({
    insurance,
    insured: index < 2,
  })),
};

export const replies = { gap, full, empty, limited };
