// May somebody be registered for the first time with what they say? Asked by the page, by the API, and by the worker.
import { dateOf, type Instant, type PlainDate } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { examine, type Finding, finding, type Rule } from "../kernel/rule.ts";
import { type ConsentFinding, guardianConsents } from "../privacy/consent.ts";
import type { NewcomerAccepted, NewcomerForm } from "./contract.ts";
import type { NewWho } from "./who.ts";

export type NewcomerFinding =
  | "newcomer.sex-missing"
  | "newcomer.birth-missing"
  | "newcomer.birth-in-future"
  | "newcomer.employer-missing"
  | "newcomer.employer-not-due"
  | "newcomer.too-old-for-preschool"
  | "newcomer.too-young-to-be-retired"
  | ConsentFinding;

type Said = Pick<NewcomerForm, "sex" | "birth" | "status" | "employer" | "consent">;
type Situation = { who: Pick<NewWho, "sex" | "birth">; said: Said; today: PlainDate };
type NewcomerRule = Rule<Situation, NewcomerFinding>;

const PRESCHOOL_BELOW = 7;
const RETIRED_FROM = 45; // handbook 10.4

const birthOf = ({ who, said }: Situation) => who.birth ?? said.birth;
const yearsBefore = (today: PlainDate, years: number) => `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;

const sexIsSaid: NewcomerRule = ({ who, said }) => (who.sex || said.sex ? undefined : finding("newcomer.sex-missing", "sex"));

const birthIsSaid: NewcomerRule = (situation) => {
  const birth = birthOf(situation);
  if (!birth) return finding("newcomer.birth-missing", "birth");
  return birth > situation.today ? finding("newcomer.birth-in-future", "birth") : undefined;
};

const employedBySomeone: NewcomerRule = ({ said }) => {
  if (said.status === "EMPLOYED") return said.employer ? undefined : finding("newcomer.employer-missing", "employer", "name");
  return said.employer ? finding("newcomer.employer-not-due", "employer", "name") : undefined;
};

const ageFitsWork: NewcomerRule = (situation) => {
  const birth = birthOf(situation) ?? "";
  const { said, today } = situation;
  if (said.status === "PRESCHOOL" && birth <= yearsBefore(today, PRESCHOOL_BELOW))
    return finding("newcomer.too-old-for-preschool", "status");
  return said.status === "RETIRED" && birth > yearsBefore(today, RETIRED_FROM)
    ? finding("newcomer.too-young-to-be-retired", "status")
    : undefined;
};

const guardianAgrees: NewcomerRule = (situation) => {
  const birth = birthOf(situation);
  return birth && guardianConsents({ consent: situation.said.consent, birth, today: situation.today });
};

const rules = [sexIsSaid, birthIsSaid, employedBySomeone, ageFitsWork, guardianAgrees];

/** What stands against one step of the form, before all of it is filled in: the page asks. */
export const findingsAbout = (situation: Situation): Finding<NewcomerFinding>[] => examine(rules, situation);

/** As a form is, or as a visitor was told at the door. */
type Told = Omit<NewcomerForm, "phone" | "evidence"> & Partial<Pick<NewcomerAccepted, "phone" | "household">>;

export function decideNewcomer(
  who: NewWho,
  { residence, hukou, landline, phone, consent, status, employer, household, ...said }: Told,
  now: Instant,
): Result<NewcomerAccepted, Finding<NewcomerFinding>[]> {
  const findings = findingsAbout({ who, said: { ...said, status, employer, consent }, today: dateOf(now) });
  const [sex, birth] = [who.sex ?? said.sex, who.birth ?? said.birth];
  if (findings.length > 0 || !sex || !birth) return refused(findings);
  const { docType, number, name } = who;
  return accepted({
    slice: "newcomer",
    identity: { docType, number, name, sex, birth },
    ...(phone && { phone }),
    residence,
    ...(hukou && { hukou }),
    ...(landline && { landline }),
    employment: { status, ...(employer && { employer }) },
    ...(household && { household }),
    ...(consent && { consent }),
    acceptedAt: now,
  });
}
