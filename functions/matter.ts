import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { settleChange, settleReviewedChange } from "../shared/change/effect.ts";
import { settleDeclaration, settleReviewedDeclaration } from "../shared/declaration/effect.ts";
import type { Task } from "../shared/desk/task.ts";
import type { Instant } from "../shared/kernel/calendar.ts";
import { finding } from "../shared/kernel/rule.ts";
import { settlePhoneReplacement, settleReviewedPhoneReplacement } from "../shared/phone-replacement/effect.ts";
import type { RecordPage } from "../shared/registration.ts";
import type { Message, Outcome, Submission } from "../shared/submission.ts";
import type { Casework } from "./casework/casework.ts";
import type { Desk } from "./desk/desk.ts";
import { Fault } from "./log.ts";

/**
 * What an event asks of the register. `before`: nothing where nobody stands behind the id. `reason` is written to the person, `by`
 * into the history. `beside`: what belongs into the transaction of an outcome besides, and what the desk has to see with it.
 */
export type Matter = {
  decide(before: RecordPage | undefined, now: Instant): Outcome | Promise<Outcome>;
  beside?(outcome: Outcome, before: RecordPage | undefined, now: Instant): Promise<Beside>;
  reason?: string | undefined;
  by?: string | undefined;
};
/** Where a condition of `writes` fails, somebody was quicker: all is looked at again. */
export type Beside = { writes: TransactWriteItem[]; task?: Partial<Task> };

type Effect = {
  submitted(before: RecordPage, now: Instant): Outcome;
  decided(before: RecordPage, decidedAt: Instant, now: Instant): Outcome;
};

/** What comes of what is submitted, by slice, and of what the desk said yes to. */
function effectOf(content: Submission["content"]): Effect {
  switch (content.slice) {
    case "change":
      return {
        submitted: (before, now) => settleChange(before, content, now),
        decided: (before, decidedAt, now) => settleReviewedChange(before, content, decidedAt, now),
      };
    case "declaration":
      return {
        submitted: (before, now) => settleDeclaration(before, content, now),
        decided: (before, decidedAt, now) => settleReviewedDeclaration(before, content, decidedAt, now),
      };
    case "phone-replacement":
      return {
        submitted: (before, now) => settlePhoneReplacement(before, content, now),
        decided: (before, decidedAt, now) => settleReviewedPhoneReplacement(before, content, decidedAt, now),
      };
  }
}

/** Reads what stands behind the event where it was born; the message itself says nothing. */
export async function matterOf(
  { casework, desk }: { casework: Casework; desk: Desk },
  message: Message,
  { content }: Submission,
): Promise<Matter> {
  const { personId, receipt, eventId } = message;
  const effect = effectOf(content);
  if (message.event === "submitted") return { decide: (before, now) => effect.submitted(known(before), now) };

  if (message.born === "casework") {
    const withdrawal = await casework.withdrawal(personId, receipt);
    if (withdrawal?.eventId !== eventId) throw new Fault("settle.foreign-event");
    return { decide: () => ({ status: "withdrawn", findings: [] }) };
  }
  const decision = await desk.decision(personId, receipt);
  if (decision?.eventId !== eventId) throw new Fault("settle.foreign-event");
  const { verdict, reason, at } = decision;
  return {
    reason,
    by: decision.by.join("+"),
    decide: (before, now) =>
      verdict === "applied" ? effect.decided(known(before), at, now) : { status: "refused", findings: [finding("desk.refused")] },
  };
}

function known(before: RecordPage | undefined): RecordPage {
  if (!before) throw new Fault("settle.unknown-person");
  return before;
}
