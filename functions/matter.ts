import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { lookWasRight, settleAnsweredChallenge, settleChallenge } from "../shared/access-log/challenge.ts";
import { settleChange, settleReviewedChange } from "../shared/change/effect.ts";
import { settleDeclaration, settleReviewedDeclaration } from "../shared/declaration/effect.ts";
import type { Task, Verdict } from "../shared/desk/task.ts";
import type { EnrolmentAccepted } from "../shared/enrolment/contract.ts";
import { settleEnrolment, settleReviewedEnrolment } from "../shared/enrolment/effect.ts";
import type { Instant } from "../shared/kernel/calendar.ts";
import { type Finding, finding } from "../shared/kernel/rule.ts";
import type { NewcomerAccepted } from "../shared/newcomer/contract.ts";
import type { NewbornAccepted } from "../shared/newcomer/newborn.ts";
import { settlePhoneReplacement, settleReviewedPhoneReplacement } from "../shared/phone-replacement/effect.ts";
import { settleRegistration, settleReviewedRegistration } from "../shared/registration/effect.ts";
import type { RegistrationAccepted } from "../shared/registration/form.ts";
import type { Changes, FullRecord, RecordPage } from "../shared/registration.ts";
import { actsForMinor, type Message, type Outcome, type Submission } from "../shared/submission.ts";
import type { Casework } from "./casework/casework.ts";
import type { FamilyAccess } from "./delegations/effect.ts";
import type { Desk } from "./desk/desk.ts";
import type { DuplicateEffects } from "./duplicates/effect.ts";
import { Fault } from "./log.ts";
import { deployedPolicy } from "./policy.ts";
import type { TransferEffects } from "./transfers/effect.ts";

/**
 * What an event asks of the register. `before`: nothing where nobody stands behind the id. `reason` is written to the person, `by`
 * into the history. `beside`: what belongs into the transaction of an outcome besides, and what the desk has to see with it.
 */
export type Matter = {
  decide(before: RecordPage | undefined, now: Instant): Outcome | Promise<Outcome>;
  /** It asks for every enrolment and every year that was paid: `before` is a FullRecord then. */
  whole?: true;
  beside?(outcome: Outcome, before: RecordPage | undefined, now: Instant): Promise<Beside>;
  reason?: string | undefined;
  /** What the desk said; its reason is written to the person where it came out so. */
  verdict?: Verdict;
  by?: string | undefined;
};
/** Where a condition of `writes` fails, somebody was quicker: all is looked at again. */
export type Beside = { writes: TransactWriteItem[]; task?: Partial<Task> };

/**
 * What comes of one kind of content. `decided`: the desk said yes. `undone`: it said no, or the person took it back; what stood there
 * meanwhile. `no`: what the person hears instead of the ordinary word for that.
 */
export type Effect = Pick<Matter, "beside" | "whole"> & {
  submitted: Matter["decide"];
  decided(before: RecordPage | undefined, decidedAt: Instant, now: Instant): Outcome | Promise<Outcome>;
  undone?(before: RecordPage | undefined, now: Instant): Changes | undefined;
  no?: Finding;
};
/** Of somebody who is not there yet. */
export type Arrivals = {
  newcomer(submission: Submission, content: NewcomerAccepted): Effect;
  newborn(submission: Submission, content: NewbornAccepted): Effect;
};

/** Those that need more than the record, or leave more there: who else is there, who may act for whom, what is on its way, what the desk has. */
export type Effects = { arrivals: Arrivals; family: FamilyAccess; transfers: TransferEffects; duplicates: DuplicateEffects };

/** What comes of what is submitted, by slice, and of what the desk said yes to. */
function effectOf(submission: Submission, { arrivals, family, transfers, duplicates }: Effects): Effect {
  const { content } = submission;
  switch (content.slice) {
    case "newcomer":
      return arrivals.newcomer(submission, content);
    case "newborn":
      return arrivals.newborn(submission, content);
    case "delegation":
      return family.delegation(submission, content);
    case "delegation-end":
      return family.end(submission, content);
    case "guardianship-end":
      return family.guardianshipEnd(submission, content);
    case "objection":
      return family.objection(submission, content);
    case "change":
      return {
        submitted: (before, now) => settleChange(known(before), content, now),
        decided: (before, decidedAt, now) => settleReviewedChange(known(before), content, decidedAt, now),
      };
    case "registration":
      return registered(submission, content);
    case "declaration":
      return {
        submitted: (before, now) => settleDeclaration(known(before), content, now),
        decided: (before, decidedAt, now) => settleReviewedDeclaration(known(before), content, decidedAt, now),
      };
    case "enrolment":
      return enrolled(submission, content);
    case "transfer":
      return transfers.applied(submission, content);
    case "transfer-step":
      return transfers.stepped(submission, content);
    case "duplicate":
      return duplicates.answered(submission, content);
    case "phone-replacement":
      return {
        submitted: (before, now) => settlePhoneReplacement(known(before), content, now),
        decided: (before, decidedAt, now) => settleReviewedPhoneReplacement(known(before), content, decidedAt, now),
      };
    case "challenge":
      return { submitted: settleChallenge, decided: settleAnsweredChallenge, no: lookWasRight };
  }
}

function registered({ receipt, by, evidence = [] }: Submission, sent: RegistrationAccepted): Effect {
  const { door } = sent;
  // What was said at a door counts from then: who has said something else meanwhile keeps that.
  const content = door ? { ...sent, acceptedAt: door.filledAt } : sent;
  const turn = (before: RecordPage | undefined) => ({
    record: known(before),
    policy: deployedPolicy,
    evidence: evidence.map(({ purpose }) => purpose),
    byParent: actsForMinor(by),
    byDelegate: by !== undefined && !actsForMinor(by),
    door,
    receipt,
  });
  return {
    submitted: (before, now) => settleRegistration(content, turn(before), now),
    decided: (before, decidedAt, now) => settleReviewedRegistration(content, turn(before), decidedAt, now),
  };
}

function enrolled({ receipt }: Submission, content: EnrolmentAccepted): Effect {
  const using = { receipt, policy: deployedPolicy };
  return {
    submitted: (before, now) => settleEnrolment(known(before), content, using, now),
    decided: (before, decidedAt, now) => settleReviewedEnrolment(known(before), content, decidedAt, using, now),
  };
}

/** Reads what stands behind the event where it was born; the message itself says nothing. */
export async function matterOf(
  { casework, desk, ...effects }: { casework: Casework; desk: Desk } & Effects,
  message: Message,
  submission: Submission,
): Promise<Matter> {
  const { personId, receipt, eventId } = message;
  const { submitted, decided, undone, no, ...beside } = effectOf(submission, effects);
  if (message.event === "submitted") return { ...beside, decide: submitted };

  const ended = (status: "withdrawn" | "refused", findings: Finding[]) => (before: RecordPage | undefined, now: Instant) => {
    const changes = undone?.(before, now);
    return { status, findings, ...(changes && { changes }) };
  };
  if (message.born === "casework") {
    const withdrawal = await casework.withdrawal(personId, receipt);
    if (withdrawal?.eventId !== eventId) throw new Fault("settle.foreign-event");
    return { ...beside, decide: ended("withdrawn", []) };
  }
  const passedOn = await desk.withdrawal(personId, receipt);
  if (passedOn?.eventId === eventId) return { ...beside, by: passedOn.sender.staffId, decide: ended("withdrawn", []) };
  const decision = await desk.decision(personId, receipt);
  if (decision?.eventId !== eventId) throw new Fault("settle.foreign-event");
  const { verdict, reason, at } = decision;
  const refuse = ended("refused", [no ?? finding("desk.refused")]);
  return {
    ...beside,
    reason,
    verdict,
    by: decision.by.join("+"),
    decide: (before, now) => (verdict === "applied" ? decided(before, at, now) : refuse(before, now)),
  };
}

/** What an effect that is `whole` decides on. */
export function wholeOf(before: RecordPage | undefined): FullRecord {
  const record = known(before);
  if (!("enrolments" in record && "paidYears" in record)) throw new Fault("settle.not-whole");
  return record as FullRecord;
}

export function known(before: RecordPage | undefined): RecordPage {
  if (!before) throw new Fault("settle.unknown-person");
  return before;
}
