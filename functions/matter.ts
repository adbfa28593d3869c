import { settleChange, settleReviewedChange } from "../shared/change/effect.ts";
import type { Instant } from "../shared/kernel/calendar.ts";
import { finding } from "../shared/kernel/rule.ts";
import type { RecordPage } from "../shared/registration.ts";
import type { Message, Outcome, Submission } from "../shared/submission.ts";
import type { Casework } from "./casework/casework.ts";
import type { Desk } from "./desk/desk.ts";
import { Fault } from "./log.ts";

/** What an event asks of the register. `reason` is written to the person, `by` into the history. */
export type Matter = {
  decide(before: RecordPage, now: Instant): Outcome;
  reason?: string | undefined;
  by?: string | undefined;
};

/** The effects of what is submitted, by slice, and of what the desk said yes to. */
const effects = {
  change: { submitted: settleChange, decided: settleReviewedChange },
} satisfies Record<Submission["content"]["slice"], unknown>;

/** Reads what stands behind the event where it was born; the message itself says nothing. */
export async function matterOf(
  { casework, desk }: { casework: Casework; desk: Desk },
  message: Message,
  { content }: Submission,
): Promise<Matter> {
  const { personId, receipt, eventId } = message;
  const effect = effects[content.slice];
  if (message.event === "submitted") return { decide: (before, now) => effect.submitted(before, content, now) };

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
      verdict === "applied"
        ? effect.decided(before, content, at, now)
        : { status: "refused", findings: [finding("desk.refused")] },
  };
}
