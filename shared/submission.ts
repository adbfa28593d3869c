// The life of a submission: one closed table of steps, and what travels.
import * as v from "valibot";
import { ChallengeAccepted } from "./access-log/challenge.ts";
import { ChangeAccepted } from "./change/contract.ts";
import { DeclarationAccepted } from "./declaration/contract.ts";
import { DelegationAccepted, EndAccepted, GuardianshipEndAccepted, ObjectionAccepted } from "./delegation/accepted.ts";
import { DelegationRef, isWard } from "./delegation/whom.ts";
import { DuplicateAccepted } from "./duplicates/contract.ts";
import { EnrolmentAccepted } from "./enrolment/contract.ts";
import { SentEvidence } from "./evidence/contract.ts";
import { Instant } from "./kernel/calendar.ts";
import { EventId, PersonId, Receipt } from "./kernel/fields.ts";
import { Finding } from "./kernel/rule.ts";
import { NewcomerAccepted } from "./newcomer/contract.ts";
import { NewbornAccepted } from "./newcomer/newborn.ts";
import { PhoneReplacementAccepted } from "./phone-replacement/contract.ts";
import { RegistrationAccepted } from "./registration/form.ts";
import type { Changes, SaidReason } from "./registration.ts";
import { StaffId, StaffRole } from "./staff/staff.ts";
import { TransferAccepted, TransferStepAccepted } from "./transfer/sent.ts";

export const Status = v.picklist(["received", "in-review", "applied", "refused", "overtaken", "withdrawn"]);
export type Status = v.InferOutput<typeof Status>;

/** Every step a submission can take; what is not here is illegal. "Queued" is no status: it is received, with a queuedAt. */
export const steps = {
  submitted: { leaves: "received", leadsTo: ["applied", "refused", "in-review", "overtaken"] },
  // Overtaken too: a decision that is delivered late may not undo a later one.
  decided: { leaves: "in-review", leadsTo: ["applied", "refused", "overtaken", "withdrawn"] },
} as const satisfies Record<string, { leaves: Status; leadsTo: readonly Status[] }>;
export type Step = keyof typeof steps;

/** What came of an event: the next status and, where the register moves, what moves in it. */
export type Outcome<Taken extends Step = Step> =
  /** `followUp`: reasons that give the desk work to do. No `changes`: what moves is not this person's. `findings`: what of it came too late. */
  | { status: "applied"; changes?: Changes; followUp?: readonly SaidReason[]; findings?: readonly Finding[] }
  /** `changes`: what already stands in the register while somebody looks, a new person for instance. `findings`: why they look. */
  | { status: "in-review"; kind: ReviewKind; changes?: Changes; findings?: readonly Finding[] }
  /** `changes`: what must not stand there any longer. */
  | {
      status: Exclude<(typeof steps)[Taken]["leadsTo"][number], "applied" | "in-review">;
      findings: readonly Finding[];
      changes?: Changes;
    };

/** What a person must decide. Who may decide, and how many of them, is in shared/desk. */
export const ReviewKind = v.picklist([
  "hukou-move",
  "same-number",
  "phone-replacement",
  "reason",
  "name-correction",
  "sex-correction",
  "birth-correction",
  "number-correction",
  "death-report",
  "new-person",
  "same-person",
  "parentage",
  "hardship",
  "registration",
  "look-challenge",
  "duplicate",
  "delegation",
  "guardian-objection",
  "guardianship-end",
]);
export type ReviewKind = v.InferOutput<typeof ReviewKind>;

/** The tables in which events are born. Channel and author follow from it, never from a body. */
export const Birthplace = v.picklist(["casework", "desk"]);
export type Birthplace = v.InferOutput<typeof Birthplace>;

/** All that travels: outbox → relay → queue → worker. Keys, never content. */
export const Message = v.strictObject({
  born: Birthplace,
  event: v.picklist(["submitted", "decided"]),
  personId: PersonId,
  receipt: Receipt,
  eventId: EventId,
  /** When it was accepted: the place in its outbox, and its place among facts. */
  at: Instant,
});
export type Message = v.InferOutput<typeof Message>;

/** Who sends something for somebody else, and why they may. */
export const ActsAs = v.variant("as", [
  v.object({ personId: PersonId, as: v.literal("parent") }),
  v.object({ personId: PersonId, as: v.literal("delegate"), delegation: DelegationRef }),
]);
export type ActsAs = v.InferOutput<typeof ActsAs>;

/** A guardian whom the desk has registered is to a minor what a parent is: signs, consents, is told. */
export const actsForMinor = (by: ActsAs | undefined): boolean =>
  by !== undefined && (by.as === "parent" || isWard(by.delegation));

/**
 * Who of the staff sent something for somebody, and how it came to them. In the desk's own item it is the truth; in the person's
 * casework it is what they read.
 */
export const Sender = v.object({
  staffId: StaffId,
  role: StaffRole,
  agency: v.string(),
  workNumber: v.string(),
  channel: v.picklist(["helpline", "desk", "visit"]),
  ticket: v.optional(v.string()),
});
export type Sender = v.InferOutput<typeof Sender>;

/** `personId`: whom it is about. `sender`: who of the staff sent it for them. */
export const Submission = v.object({
  personId: PersonId,
  receipt: Receipt,
  status: Status,
  by: v.optional(ActsAs),
  sender: v.optional(Sender),
  evidence: v.optional(v.array(SentEvidence)),
  content: v.variant("slice", [
    ChangeAccepted,
    PhoneReplacementAccepted,
    DeclarationAccepted,
    EnrolmentAccepted,
    RegistrationAccepted,
    NewcomerAccepted,
    NewbornAccepted,
    ChallengeAccepted,
    DuplicateAccepted,
    DelegationAccepted,
    EndAccepted,
    GuardianshipEndAccepted,
    ObjectionAccepted,
    TransferAccepted,
    TransferStepAccepted,
  ]),
  /** Of the body as it came, so that another body under the same key is noticed. */
  fingerprint: v.string(),
  history: v.array(v.object({ status: Status, at: Instant })),
  queuedAt: v.optional(Instant),
  /** The event that took each step: a late second delivery of an earlier one is still known. */
  submittedBy: v.optional(EventId),
  decidedBy: v.optional(EventId),
  findings: v.optional(v.array(Finding)),
  /** What the desk wrote to the person. */
  reason: v.optional(v.string()),
});
export type Submission = v.InferOutput<typeof Submission>;
