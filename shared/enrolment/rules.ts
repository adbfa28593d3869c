// May this be sent, and what is promised for it? Handbook 3, 5, 7.
// The browser asks before sending, the API before recording, the worker before applying.
import { dateOf, type Instant } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { examine, type Finding, finding, type Rule } from "../kernel/rule.ts";
import type { Policy } from "../policy/law.ts";
import { type ConsentFinding, type GuardianConsent, guardianConsents } from "../privacy/consent.ts";
import type { EnrolmentAccepted, Join, Known, Wish } from "./contract.ts";
import { monthFinding } from "./flexible-terms.ts";
import { mayJoinAt } from "./places.ts";
import { standingOf } from "./standing.ts";
import { currentOf, type TermsFinding, termsOf } from "./terms.ts";
import { workOf } from "./work.ts";

/** `forChild`: a parent sends it. `consent`: the guardian's, asked under fourteen. */
export type EnrolmentSituation = {
  known: Known;
  wish: Wish;
  forChild?: boolean | undefined;
  consent?: GuardianConsent | undefined;
  policy: Policy;
  now: Instant;
};
export type EnrolmentFinding =
  | TermsFinding
  | ConsentFinding
  | "enrolment.registration-closed"
  | "enrolment.child-only-medical"
  | "enrolment.registered-otherwise"
  | "enrolment.work-unknown"
  | "enrolment.birth-unknown"
  | "enrolment.not-loaded"
  | "enrolment.employer"
  | "enrolment.fund-pays"
  | "enrolment.drawing"
  | "enrolment.closed-to-you"
  | "enrolment.held-here"
  | "enrolment.held-elsewhere"
  | "enrolment.joined"
  | "enrolment.hukou-elsewhere"
  | "enrolment.not-here"
  | "enrolment.choose"
  | "enrolment.price-changed";
type EnrolmentRule = Rule<EnrolmentSituation, EnrolmentFinding>;

const registrationIsOpen: EnrolmentRule = ({ known }) => (known.closed ? finding("enrolment.registration-closed") : undefined);

const childrenJoinMedical: EnrolmentRule = ({ wish, forChild }) =>
  forChild && wish.scheme !== "390" ? finding("enrolment.child-only-medical", "wish", "scheme") : undefined;

const consented: EnrolmentRule = ({ known, forChild, consent, now }) =>
  forChild && known.birth ? guardianConsents({ consent, birth: known.birth, today: dateOf(now) }) : undefined;

/** Who is at school, employed or retired as the register has it says first that this has changed. */
const worksAsRegistered: EnrolmentRule = ({ known, wish }) =>
  wish.action === "join" && wish.work && workOf(known, wish.work) !== wish.work
    ? finding("enrolment.registered-otherwise", "wish", "work")
    : undefined;

const standsOpen: EnrolmentRule = ({ known, wish, forChild, policy, now }) => {
  if (wish.action !== "join") return undefined;
  const { scheme, region, work } = wish;
  const standing = standingOf(scheme, { known, work, region, forChild, today: dateOf(now) }, policy);
  switch (standing.why) {
    case "work-unknown":
      return finding("enrolment.work-unknown", "wish", "work");
    case "birth-unknown":
    case "not-loaded":
    case "employer":
    case "fund-pays":
    case "held-here":
    case "held-elsewhere":
    case "joined":
      return finding(`enrolment.${standing.why}`, "wish", "scheme");
    case "covered-by-employer":
      return finding("enrolment.employer", "wish", "scheme");
    case "hukou-elsewhere":
      return finding("enrolment.hukou-elsewhere", "wish", "region");
  }
  if (standing.is !== "may") return finding("enrolment.closed-to-you", "wish", "scheme");
  if (!mayJoinAt(standing, region)) return finding("enrolment.not-here", "wish", "region");
  return chosen(wish, standing.overlap?.scheme) ? undefined : finding("enrolment.choose", "wish", "replaces");
};

/** Two of one insurance never stand side by side: the person says that the other one goes. */
const chosen = ({ replaces }: Join, other: string | undefined) => other === undefined || replaces === other;

/** Beside an employer's pension nobody pays into the residents' one. */
const tierIsTheirs: EnrolmentRule = ({ known, wish }) =>
  wish.action === "change-tier" && workOf(known, undefined) === "employed"
    ? finding("enrolment.employer", "wish", "scheme")
    : undefined;

/** No benefit stops or changes by a form (Regulations on Handling, Art. 26): the agency looks first. */
const isNotDrawn: EnrolmentRule = ({ known, wish }) =>
  wish.action !== "join" && currentOf({ known }, wish.scheme)?.insuredAs === "retired"
    ? finding("enrolment.drawing", "wish", "scheme")
    : undefined;

const stopsWhatRuns: EnrolmentRule = ({ known, wish, now }) => {
  if (wish.action !== "stop") return undefined;
  const current = currentOf({ known }, wish.scheme);
  if (!current) return finding("enrolment.not-enrolled", "wish", "scheme");
  if (current.insuredAs === "employee") return finding("enrolment.employer-decides", "wish", "scheme");
  return monthFinding(wish.from, dateOf(now));
};

const rules = [
  registrationIsOpen,
  childrenJoinMedical,
  consented,
  worksAsRegistered,
  standsOpen,
  isNotDrawn,
  tierIsTheirs,
  stopsWhatRuns,
];

export function decideEnrolment(situation: EnrolmentSituation): Result<EnrolmentAccepted, Finding<EnrolmentFinding>[]> {
  const { wish, known, forChild, consent, policy, now } = situation;
  const findings = examine(rules, situation);
  if (findings.length > 0) return refused(findings);
  const common: Omit<EnrolmentAccepted, "terms"> = {
    slice: "enrolment",
    wish,
    ...(forChild && { forChild: true }),
    ...(consent && { consent }),
    acceptedAt: now,
  };
  if (wish.action === "stop") return accepted(common);

  const work = wish.action === "join" ? wish.work : undefined;
  const terms = termsOf(wish, { known, work, forChild, today: dateOf(now) }, policy);
  if (!terms.ok) return terms;
  if (wish.told !== undefined && wish.told !== terms.value.cost)
    return refused([finding("enrolment.price-changed", "wish", "told")]);
  return accepted({ ...common, terms: terms.value });
}
