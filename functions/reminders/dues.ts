// The worker's part: what is due moves in the transaction in which the register moves, and only where it is another than before.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Policy } from "../../shared/policy/law.ts";
import type { Changes, RecordPage } from "../../shared/registration.ts";
import { mayMoveDues, pageAfter } from "../../shared/reminder/after.ts";
import type { Due } from "../../shared/reminder/due.ts";
import { duesOf } from "../../shared/reminder/dues.ts";
import { firstSlot, reminderLaw } from "../../shared/reminder/settings.ts";
import { itemOf, keyOf } from "../casework/table.ts";
import type { Reminders } from "./reminders.ts";

type Options = { table: string; reminders: Pick<Reminders, "wanted">; policy: Policy };
export type WithDues = ReturnType<typeof withDuesIn>;

export function withDuesIn({ table: TableName, reminders, policy }: Options) {
  /** Once too early rather than too late: who is reminded looks again at what they want and have been told. */
  async function write(personId: PersonId, dues: Due[], at: Instant, isNew: boolean): Promise<TransactWriteItem> {
    if (dues.length === 0) return { Delete: { TableName, Key: keyOf.dues(personId) } };
    const law = reminderLaw(policy({ region: "national", asOf: dateOf(at) }));
    const hour = isNew ? undefined : (await reminders.wanted(personId)).settings.hour;
    const dueAt = law && firstSlot(dues, at, undefined, { personId, hours: law.hours, hour });
    return { Put: { TableName, Item: itemOf.dues(personId, { dues, at, ...(dueAt && { dueAt }) }) } };
  }

  return {
    write,

    /** What belongs into the transaction that moves somebody. */
    async moving(
      personId: PersonId,
      before: RecordPage | undefined,
      changes: Changes,
      at: Instant,
    ): Promise<TransactWriteItem[]> {
      if (!mayMoveDues(changes)) return [];
      const after = pageAfter(before, changes);
      if (!after) return [];
      const today = dateOf(at);
      const [was, is] = [before ? duesOf(before, today, policy) : [], duesOf(after, today, policy)];
      return JSON.stringify(was) === JSON.stringify(is) ? [] : [await write(personId, is, at, before === undefined)];
    },

    duesOf: (record: RecordPage, at: Instant) => duesOf(record, dateOf(at), policy),
  };
}
