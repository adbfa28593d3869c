// What of it is a submission: what the desk has proved, what staff end for one of the two, and a minor's objection.
import * as v from "valibot";
import type { Instant as Moment } from "../kernel/calendar.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { line, PersonId } from "../kernel/fields.ts";
import { finding } from "../kernel/rule.ts";
import type { RecordPage } from "../registration.ts";
import type { Outcome } from "../submission.ts";
import { Delegation, isAdult, whyNotEnd } from "./delegation.ts";

/** What somebody of the staff has seen: both people there with their papers, a notarised mandate, a court's or committee's paper. */
export const Papers = v.picklist(["both-present", "mandate", "guardianship"]);
export type Papers = v.InferOutput<typeof Papers>;

export const DelegationAccepted = v.object({
  slice: v.literal("delegation"),
  ...v.pick(Delegation, ["delegation", "delegate", "calls", "named", "scopes", "as", "until"]).entries,
  papers: Papers,
  birth: v.optional(PlainDate),
  acceptedAt: Instant,
});
export type DelegationAccepted = v.InferOutput<typeof DelegationAccepted>;

export const ObjectionAccepted = v.object({
  slice: v.literal("objection"),
  words: v.optional(line(200)),
  acceptedAt: Instant,
});
export type ObjectionAccepted = v.InferOutput<typeof ObjectionAccepted>;

/** Whoever is on the phone or at the desk ends it: nobody has to be signed in for that. It lies with them; `calls` names the other. */
export const EndAccepted = v.object({
  slice: v.literal("delegation-end"),
  delegation: Delegation.entries.delegation,
  calls: v.string(),
  acceptedAt: Instant,
});
export type EndAccepted = v.InferOutput<typeof EndAccepted>;

/** A court has taken from a parent or guardian that they act for a minor; it lies with the minor. `paper`: the number of its document. */
export const GuardianshipEndAccepted = v.object({
  slice: v.literal("guardianship-end"),
  ...v.pick(Delegation, ["delegation", "calls", "named"]).entries,
  guardian: PersonId,
  birth: PlainDate,
  paper: line(60),
  acceptedAt: Instant,
});
export type GuardianshipEndAccepted = v.InferOutput<typeof GuardianshipEndAccepted>;

type For = Pick<DelegationAccepted, "as">;

/**
 * Who handed it in does not decide it (desk.sent-it): somebody else of the desk does, so it is two people. What a court takes is asked
 * alike: a child may have nobody else.
 */
export function settleDelegation(
  before: RecordPage,
  { as }: For,
  today: PlainDate,
  kind: "delegation" | "guardianship-end" = "delegation",
): Outcome<"submitted"> {
  const wrong = whyNotGiven(before, as, today);
  return wrong ? { status: "refused", findings: [wrong] } : { status: "in-review", kind };
}

export function settleReviewedDelegation(before: RecordPage, { as }: For, today: PlainDate): Outcome<"decided"> {
  const wrong = whyNotGiven(before, as, today);
  return wrong ? { status: "refused", findings: [wrong] } : { status: "applied" };
}

/** Whoever it is about may have died, or come of age, since the papers were seen. */
function whyNotGiven({ registration }: RecordPage, as: DelegationAccepted["as"], today: PlainDate) {
  if (registration.status === "closed") return finding("change.registration-closed");
  const adult = isAdult(registration.identity.birth, today);
  if (as === "adult") return adult ? undefined : finding("delegation.giver-minor");
  return adult ? finding("delegation.giver-grown") : undefined;
}

/** `theirs`: as it is kept for who ends it. What has ended before is what they want. */
export function settleEnd(theirs: Delegation | undefined, by: PersonId): Outcome<"submitted"> {
  const wrong = theirs ? whyNotEnd(theirs, by) : finding("delegation.not-yours");
  return wrong ? { status: "refused", findings: [wrong] } : { status: "applied" };
}

export const settleObjection = (_: unknown, _now: Moment): Outcome<"submitted"> => ({
  status: "in-review",
  kind: "guardian-objection",
});
export const settleReviewedObjection = (): Outcome<"decided"> => ({ status: "applied" });
