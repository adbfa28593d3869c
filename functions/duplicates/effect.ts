// What the worker writes for an answer about two insurances, in the transaction of its submission: while the desk has it, that it does; and
// that the desk agreed to an objection.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type AtDesk, atDesk } from "../../shared/duplicates/at-desk.ts";
import type { DuplicateAccepted } from "../../shared/duplicates/contract.ts";
import { settleDuplicate, settleReviewedDuplicate } from "../../shared/duplicates/effect.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Submission } from "../../shared/submission.ts";
import { type Effect, wholeOf } from "../matter.ts";
import { deployedPolicy } from "../policy.ts";
import { itemOf, keyOf } from "../register/table.ts";

export type DuplicateEffects = ReturnType<typeof duplicatesIn>;

export function duplicatesIn({ register: { table: TableName } }: { register: { table: string } }) {
  return {
    answered({ personId, receipt, evidence = [] }: Submission, content: DuplicateAccepted): Effect {
      const using = { receipt, policy: deployedPolicy, papers: evidence.length };
      const objects = content.answer.says === "object";
      return {
        whole: true,
        submitted: (before, now) => settleDuplicate(wholeOf(before), content, using, now),
        decided: (before, decidedAt, now) => settleReviewedDuplicate(wholeOf(before), content, decidedAt, using, now),
        ...(objects && { no: finding("duplicate.objection-refused") }),
        async beside({ status }, _, now) {
          const said = atDesk(receipt, content, dateOf(now));
          const put = (body: AtDesk) => ({ Put: { TableName, Item: itemOf.atDesk(personId, body) } });
          const isOver = { Delete: { TableName, Key: keyOf.atDesk(personId, said) } };
          const upheld = objects && status === "applied" && put({ ...said, upheld: true });
          const writes: TransactWriteItem[] = [status === "in-review" ? put(said) : upheld || isOver];
          return { writes };
        },
      };
    },
  };
}
