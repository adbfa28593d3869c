// When may a person say why they are not insured, and when does somebody look first? Handbook 4, 16.
// The browser asks before sending, the API before recording, the worker before applying.
import { isInsured } from "../check/assess.ts";
import { leading } from "../facts.ts";
import { ageOn, dateOf, type Instant, type PlainDate } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { examine, type Finding, finding, type Rule } from "../kernel/rule.ts";
import type { RecordPage, SaidReason } from "../registration.ts";
import type { Declaration, DeclarationAccepted } from "./contract.ts";

export type DeclarationSituation = { record: RecordPage; declaration: Declaration; now: Instant };
export type DeclarationFinding =
  | "declaration.registration-closed"
  | "declaration.insured"
  | "declaration.same-twice"
  | "declaration.students-are-covered"
  | "declaration.day-past"
  | "declaration.graduated"
  | "declaration.graduation-far"
  | "declaration.division-unknown";
type DeclarationRule = Rule<DeclarationSituation, DeclarationFinding>;
/** About the reasons alone, wherever they are given. */
type ReasonRule = Rule<Pick<DeclarationSituation, "declaration" | "now">, DeclarationFinding>;

const FURTHEST_GRADUATION_YEARS = 10; // a doctor who has just begun

const registrationIsOpen: DeclarationRule = ({ record }) =>
  record.registration.status === "closed" ? finding("declaration.registration-closed") : undefined;

const notInsured: DeclarationRule = ({ record, declaration }) =>
  isInsured(record, declaration.insurance) ? finding("declaration.insured", "insurance") : undefined;

const eachOnce: ReasonRule = ({ declaration: { reasons } }) => {
  const again = reasons.findIndex(({ code }, index) => reasons.some((other, at) => at < index && other.code === code));
  return again < 0 ? undefined : finding("declaration.same-twice", "reasons", String(again));
};

/** Students are insured for medical care where they study: being one is no reason (handbook 4, "O05 for medical is invalid"). */
const studentsAreCovered: ReasonRule = ({ declaration: { insurance, reasons } }) => {
  const at = reasons.findIndex(({ code }) => code === "O05");
  return insurance === "medical" && at >= 0 ? finding("declaration.students-are-covered", "reasons", String(at)) : undefined;
};

/** Asked by the page that asks for the days. */
export const datesAhead: ReasonRule = ({ declaration: { reasons }, now }) => {
  const today = dateOf(now);
  for (const [index, reason] of reasons.entries()) {
    if ("until" in reason && reason.until && reason.until < today)
      return finding("declaration.day-past", "reasons", String(index), "until");
    if (reason.code !== "O05") continue;
    if (`${reason.graduation}-31` < today) return finding("declaration.graduated", "reasons", String(index), "graduation");
    if (Number(reason.graduation.slice(0, 4)) > Number(today.slice(0, 4)) + FURTHEST_GRADUATION_YEARS)
      return finding("declaration.graduation-far", "reasons", String(index), "graduation");
  }
  return undefined;
};

/** The registration form asks them too. */
export const lastingReasonRules = [eachOnce, studentsAreCovered];
const rules = [registrationIsOpen, notInsured, ...lastingReasonRules, datesAhead];

export function decideDeclaration(situation: DeclarationSituation): Result<DeclarationAccepted, Finding<DeclarationFinding>[]> {
  const findings = stillDeclared(situation);
  if (findings.length > 0) return refused(findings);
  return accepted({ slice: "declaration", declaration: situation.declaration, acceptedAt: situation.now });
}

export const stillDeclared = (situation: DeclarationSituation): Finding<DeclarationFinding>[] => examine(rules, situation);

/** What somebody has to look at before it counts, whatever else is true. P06 without proof cannot close a case (handbook 4). */
const alwaysReviewed: readonly SaidReason["code"][] = ["P06", "O03", "O07", "O09", "O99"];

const OLD_FOR_A_STUDENT = 30; // product rule: most doctorates end before

/** Does what the register holds speak against it, or does the reason itself ask for a look? */
export function needsReview(
  { facts, reasons: held, registration }: RecordPage,
  declaration: Declaration,
  today: PlainDate,
): boolean {
  const { birth } = registration.identity;
  const employed = leading(facts, "employment")?.status === "EMPLOYED";
  const before = held.flatMap(({ reasons }) => reasons); // a discharge or release is one, whichever insurance it was told of
  return declaration.reasons.some((reason) => {
    if (alwaysReviewed.includes(reason.code)) return true;
    if (reason.code === "O05") return employed || (birth !== undefined && ageOn(birth, today) >= OLD_FOR_A_STUDENT);
    // Said before, and the day has come: to say it again needs a look at the paper.
    if (reason.code === "O01" || reason.code === "O04")
      return before.some((said) => said.code === reason.code && "until" in said && (said.until ?? today) < today);
    return false;
  });
}
