// What falls due because somebody reaches an age. Handbook 7.3, 7.4, 8.1, 8.2.
import * as v from "valibot";
import { leading } from "../facts.ts";
import { birthdayOf, monthOf, PlainDate, plusDays, plusMonths } from "../kernel/calendar.ts";
import type { Law } from "../policy/law.ts";
import type { InsuranceSummary, RecordPage } from "../registration.ts";
import { type PostCategory, retirementOf } from "../retirement/age.ts";
import type { Due } from "./due.ts";
import type { Reminded } from "./dues.ts";

export function duesOfAge(reminded: Reminded): Due[] {
  const { record } = reminded;
  const { birth } = record.registration.identity;
  if (!birth || isDrawing(record)) return [];
  const { pension, medical } = record.summary.insurances;
  const cause = { fact: "birth", birth } as const;
  return [
    ...(runs(medical) ? [] : newborn(reminded, birth, cause)),
    ...(runs(pension) || isStudent(record) ? [] : sixteenth(reminded, birth, cause)),
    ...(isResident(record) || !hasWorkedEnough(reminded) ? sixtieth(reminded, birth, cause) : []),
    ...(hasWorked(record) ? retirement(reminded, birth, cause) : []),
  ];
}

type Cause = Due["cause"];
const runs = (held: InsuranceSummary | undefined) => held !== undefined && held.status !== "ended";
const isStudent = ({ facts }: RecordPage) => leading(facts, "employment")?.status === "STUDENT";
const isDrawing = ({ facts, summary }: RecordPage) =>
  summary.insurances.pension?.insuredAs === "retired" || leading(facts, "employment")?.status === "RETIRED";

const paidAtWork = ({ paid = {} }: RecordPage["summary"]) => (paid["110"] ?? 0) + (paid["120"] ?? 0);
/** Schemes of pension that run now. */
const running = ({ summary: { held = [], insurances } }: RecordPage): string[] => [
  ...held.map(({ scheme }) => scheme),
  ...(insurances.pension && runs(insurances.pension) ? [insurances.pension.scheme] : []),
];
const worksNow = (record: RecordPage) => running(record).some((scheme) => scheme === "110" || scheme === "120");
const hasWorked = (record: RecordPage) => paidAtWork(record.summary) > 0 || worksNow(record);
const isResident = (record: RecordPage) => (record.summary.paid?.["170"] ?? 0) > 0 || running(record).includes("170");

/** Their pension comes from work: they pay now, or have paid the months that it needs. A few months long ago are not that. */
function hasWorkedEnough({ record, law }: Pick<Reminded, "record" | "law">): boolean {
  const needed = law.read({ months: "employee-pension.minimum-months" });
  return worksNow(record) || (needed.ok && paidAtWork(record.summary) >= needed.value.months);
}

/** The day of birth is day 0, the last day still counts. */
function newborn({ law }: Reminded, birth: PlainDate, cause: Cause): Due[] {
  const held = law.read({ within: "resident-medical.newborn-days", lead: "reminder.newborn" });
  if (!held.ok) return [];
  const on = plusDays(birth, held.value.within);
  return [{ what: "newborn", on, day: plusDays(on, -held.value.lead), cause }];
}

function sixteenth({ law }: Reminded, birth: PlainDate, cause: Cause): Due[] {
  const held = law.read({ age: "resident-pension.from-age", lead: "reminder.sixteenth-birthday" });
  if (!held.ok) return [];
  const on = birthdayOf(birth, held.value.age);
  return [{ what: "sixteenth-birthday", on, day: plusDays(on, -held.value.lead), cause }];
}

/**
 * A resident's pension is paid from that birthday on, whatever the ages of work became, and has to be asked for. For who is in that
 * insurance, beside work too; and for who has no pension from work to come.
 */
function sixtieth({ law }: Reminded, birth: PlainDate, cause: Cause): Due[] {
  const held = law.read({ age: "resident-pension.benefit-age", lead: "reminder.sixtieth-birthday" });
  if (!held.ok) return [];
  const on = birthdayOf(birth, held.value.age);
  return [{ what: "sixtieth-birthday", on, day: plusDays(on, -held.value.lead), cause }];
}

/** A woman's age is a question of her post (handbook 8.1): both are told, and which one is hers is asked there. */
function postsOf({ registration, summary }: RecordPage): PostCategory[] {
  const { sex } = registration.identity;
  if (sex === "U") return [];
  if (sex === "M") return ["M60"];
  return summary.insurances.pension?.insuredAs === "flexible" ? ["F55"] : ["F50", "F55"];
}

/**
 * May draw a pension by now, as far as the register tells. Of a woman whose post may have either age, the later one has come; of whom
 * no sex is known, nobody says it.
 */
export function isOfAgeToDraw(record: RecordPage, law: Law): boolean {
  const { status, identity } = record.registration;
  if (status === "closed" || !identity.birth || isDrawing(record)) return false;
  const asResident = law.read({ age: "resident-pension.benefit-age" });
  const ages = isResident(record) || !hasWorkedEnough({ record, law }) ? asResident : undefined;
  if (ages?.ok && birthdayOf(identity.birth, ages.value.age) <= law.asOf) return true;
  if (!hasWorked(record)) return false;
  const birth = monthOf(identity.birth);
  const retires = postsOf(record).map((category) => retirementOf({ category, birth }, law));
  return retires.length > 0 && retires.every((one) => one.ok && firstOf(one.value.month) <= law.asOf);
}

/** The first day of the month of retirement; and years before it, where so far too little is paid for a monthly pension. */
function retirement({ record, law }: Reminded, birth: PlainDate, cause: Cause): Due[] {
  const lead = law.read({ days: "reminder.retirement", months: "reminder.minimum-months" });
  if (!lead.ok) return [];
  return postsOf(record).flatMap((post): Due[] => {
    const retires = retirementOf({ category: post, birth: monthOf(birth) }, law);
    if (!retires.ok) return [];
    const { month, minimumMonths: minimum } = retires.value;
    const on = firstOf(month);
    const due: Due = { what: "retirement", on, day: plusDays(on, -lead.value.days), cause, post };
    if (paidAtWork(record.summary) >= minimum) return [due];
    const day = firstOf(plusMonths(month, -lead.value.months));
    return [due, { what: "minimum-months", on, day, cause, post, minimum }];
  });
}

const firstOf = (month: string) => v.parse(PlainDate, `${month}-01`);
