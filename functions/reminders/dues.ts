// The worker's part: what is due moves in the transaction in which the register moves, and only where it is another than before.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Policy } from "../../shared/policy/law.ts";
import type { Changes, RecordPage } from "../../shared/registration.ts";
import { mayMoveDues, pageAfter } from "../../shared/reminder/after.ts";
import type { Due } from "../../shared/reminder/due.ts";
import { duesOf } from "../../shared/reminder/dues.ts";
import { firstSlot, reminderLaw } from "../../shared/reminder/telling.ts";
import { itemOf, keyOf } from "../casework/table.ts";

type Options = { table: string; policy: Policy };
export type MoveDues = (personId: PersonId, before: RecordPage | undefined, changes: Changes, at: Instant) => TransactWriteItem[];

/** What belongs into the transaction that moves somebody: mostly nothing. */
export const movingDues =
  ({ table, policy }: Options): MoveDues =>
  (personId, before, changes, at) => {
    if (!mayMoveDues(changes)) return [];
    const after = pageAfter(before, changes);
    if (!after) return [];
    const today = dateOf(at);
    const [was, is] = [before ? duesOf(before, today, policy) : [], duesOf(after, today, policy)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [writeDues({ table, policy }, personId, is, at, before === undefined)];
  };

/**
 * As they are from now on. Who was known before may have chosen an hour, which is not read here: they are looked at in the first hour of
 * the day, and told in theirs. Rather too early than too late, here and by what they have been told already.
 */
export function writeDues(
  { table: TableName, policy }: Options,
  personId: PersonId,
  dues: Due[],
  at: Instant,
  isNew: boolean,
): TransactWriteItem {
  if (dues.length === 0) return { Delete: { TableName, Key: keyOf.dues(personId) } };
  const law = reminderLaw(policy({ region: "national", asOf: dateOf(at) }));
  const hour = isNew ? undefined : law?.hours.from;
  const dueAt = law && firstSlot(dues, at, undefined, { personId, hours: law.hours, hour });
  return { Put: { TableName, Item: itemOf.dues(personId, { dues, at, ...(dueAt && { dueAt }) }) } };
}
