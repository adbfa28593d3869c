// What is asked to know who calls, what it is worth, and whether what they say is right (handbook 11).
import * as v from "valibot";
import { isUnproven, leading } from "../facts.ts";
import { documentsOf, leadsHere } from "../identity.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import { sameName } from "../kernel/names.ts";
import type { InsuranceSummary, RecordPage } from "../registration.ts";
import { lastPaidOf } from "../session/proof.ts";
import { readPapers } from "../session/who.ts";
import { covers } from "../staff/regions.ts";
import { sameEmployer, samePhone, samePlace, spokenMonth } from "./spoken.ts";

/**
 * The month of the last payment is seen by the person and their agency. The employer, the phone and the county are known to a
 * husband, a daughter or a colleague: such things count half, so that all of them together never suffice. The bank of the card,
 * which the handbook lists too, is not in the register. Birth date and sex are inside the number and prove nothing.
 */
export const worth = { "last-paid": 1, employer: 0.5, phone: 0.5, county: 0.5 } as const;
export type Proving = keyof typeof worth;
export const POINTS_NEEDED = 2;
export const provings: readonly Proving[] = ["last-paid", "employer", "phone", "county"];
export const isProving = (question: string): question is Proving => question in worth;

/** `placeName`: 安徽省, 淮南市, 寿县 for 340422. */
export type Situation = { record: RecordPage; today: PlainDate; placeName: (code: string) => readonly string[] };

/** The county that the agent sees, to tell people apart. */
export const shownCounty = ({ facts }: Pick<RecordPage, "facts">): DivisionCode | undefined =>
  (leading(facts, "hukou") ?? leading(facts, "residence"))?.division;

/** What can be asked of this person. Nothing that the number says, and nothing that the agent sees before the answer. */
export const offered = (situation: Situation): Proving[] =>
  situation.record.registration.status === "active"
    ? provings.filter((question) => answersTo[question](situation).length > 0)
    : []; // of who has died nobody is told anything on the telephone

/** Whether the points can be reached with what is registered. */
export const isEnough = (questions: readonly Proving[]): boolean => pointsOf(questions) >= POINTS_NEEDED;
export const pointsOf = (right: readonly Proving[]): number => right.reduce((sum, question) => sum + worth[question], 0);

/** Undefined: nobody can read it as an answer to this; that is not counted, and asked again. */
export function isRight(question: Proving | "name" | "number", said: string, situation: Situation): boolean | undefined {
  const { record, today } = situation;
  const { identity } = record.registration;
  if (question === "name") return sameName(identity.name, said);
  if (question === "number") {
    const papers = readPapers(said, today);
    return papers.ok ? papers.value.some((paper) => leadsHere(identity, paper)) : undefined;
  }
  const answers = answersTo[question](situation);
  if (question === "last-paid") {
    const month = spokenMonth(said, today);
    return month && answers.includes(month);
  }
  if (question === "phone") return /\d/.test(said) ? answers.some((phone) => samePhone(said, phone)) : undefined;
  if (question === "employer") return answers.some((name) => sameEmployer(said, name));
  return answers.some((code) => samePlace(said, situation.placeName(code)));
}

/** What is right; several where the caller may think of any of them. Only here, and it never leaves the service. */
const answersTo: Record<Proving, (situation: Situation) => string[]> = {
  "last-paid": ({ record }) => [...new Set(insured(record).flatMap((insurance) => lastPaidOf(insurance) ?? []))],
  employer: ({ record }) => {
    const named = insured(record).flatMap(({ employer, ...insurance }) =>
      employer ? [{ name: employer.name, paid: lastPaidOf({ ...insurance, employer }) ?? insurance.from }] : [],
    );
    const last = named
      .map(({ paid }) => paid)
      .sort()
      .at(-1);
    return [...new Set(named.filter(({ paid }) => paid === last).map(({ name }) => name))];
  },
  phone: ({ record }) => {
    const phone = leading(record.facts, "phone");
    return phone && !isUnproven(phone) ? [phone.phone] : [];
  },
  county: ({ record }) => {
    const seen = shownCounty(record);
    return [...new Set(insured(record).map(({ region }) => region))].filter(
      (region) => !isInNumber(record, region) && !(seen && covers(region, seen)),
    );
  },
};

const insured = ({ summary }: RecordPage): InsuranceSummary[] =>
  Object.values(summary.insurances).filter((each) => each !== undefined);

/** The number of a citizen begins with the county of its first registration, and so with the city and the province of it. */
const isInNumber = ({ registration }: RecordPage, region: DivisionCode): boolean =>
  documentsOf(registration.identity).some(({ number }) => {
    const county = v.safeParse(DivisionCode, number.slice(0, 6));
    return county.success && covers(region, county.output);
  });
