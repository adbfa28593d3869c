// What is written of family access: the same under both people, and with the giver the day on which something becomes of it.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { ADULT_FROM } from "../../shared/children/rules.ts";
import { type Delegation, type EndedBy, endsOf } from "../../shared/delegation/delegation.ts";
import { birthdayOf, type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { LEAVE_DAYS } from "../../shared/privacy/times.ts";
import { toAttributes } from "../attributes.ts";
import { keyOf } from "../casework/table.ts";
import { dueShard } from "../due-shards.ts";
import type { Item } from "../register/table.ts";

const DAY_MS = 86_400_000;
/** Midnight of the first day on which it is over. */
const endAt = (delegation: Delegation) => `${endsOf(delegation).on}T00:00:00.000+08:00`;
/** When what has ended goes. What a court has taken counts until the minor is eighteen. */
function goesAt({ birth }: Delegation, by: EndedBy, at: Instant): string {
  const leaves = instantAt(Date.parse(at) + LEAVE_DAYS * DAY_MS);
  const grown = by === "court" && birth ? `${birthdayOf(birth, ADULT_FROM)}T00:00:00.000+08:00` : leaves;
  return grown > leaves ? grown : leaves;
}
/** First at once: the clock sees to it that the giver was told, also where whoever began it fell over in between. */
const dueAt = (delegation: Delegation) => (delegation.proven === "code" ? delegation.begunAt : endAt(delegation));

/** Each a part of a transaction. */
export function delegationWrites(TableName: string) {
  const isNew = { TableName, ConditionExpression: "attribute_not_exists(pk)" };

  /** Of two that begin at once, one finds that somebody wrote in between: eight are eight. */
  const moves = (id: PersonId, seen: number): TransactWriteItem => ({
    Put: {
      TableName,
      Item: { ...keyOf.family(id), ...toAttributes({ version: seen + 1 }) },
      ConditionExpression: seen === 0 ? "attribute_not_exists(pk)" : "version = :seen",
      ...(seen > 0 && { ExpressionAttributeValues: toAttributes({ ":seen": seen }) }),
    },
  });

  const puts = (one: Delegation): TransactWriteItem[] => {
    const { ended } = one;
    const due = ended
      ? { dueShard: dueShard("purge", one.giver), dueAt: goesAt(one, ended.by, ended.at) }
      : { dueShard: dueShard("expiry", one.giver), dueAt: dueAt(one) };
    return [
      { Put: { ...isNew, Item: { ...keyOf.delegation(one.giver, one.delegation), ...toAttributes({ ...one, ...due }) } } },
      { Put: { ...isNew, Item: { ...keyOf.actsFor(one.delegate, one.delegation), ...toAttributes(one) } } },
    ];
  };

  const deletes = ({ giver, delegate, delegation }: Delegation): TransactWriteItem[] =>
    [keyOf.delegation(giver, delegation), keyOf.actsFor(delegate, delegation)].map((Key) => ({
      Delete: { TableName, Key, ConditionExpression: "attribute_not_exists(pk) OR attribute_exists(ended)" },
    }));

  /** What ends it. Where a condition of it fails, it has ended already. */
  function ending(one: Delegation, by: EndedBy, at: Instant): TransactWriteItem[] {
    const { giver, delegate, delegation } = one;
    const then = goesAt(one, by, at);
    const update = (Key: Item, due = ""): TransactWriteItem => ({
      Update: {
        TableName,
        Key,
        UpdateExpression: `SET ended = :ended${due && ", dueShard = :shard, dueAt = :then"}`,
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(ended)",
        ExpressionAttributeValues: toAttributes({ ":ended": { at, by }, ...(due && { ":shard": due, ":then": then }) }),
      },
    });
    return [update(keyOf.delegation(giver, delegation), dueShard("purge", giver)), update(keyOf.actsFor(delegate, delegation))];
  }

  const waitsForEnd = (one: Delegation): TransactWriteItem => ({
    Update: {
      TableName,
      Key: keyOf.delegation(one.giver, one.delegation),
      UpdateExpression: "SET dueAt = :end",
      ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(ended)",
      ExpressionAttributeValues: toAttributes({ ":end": endAt(one) }),
    },
  });

  return { isNew, moves, puts, deletes, ending, waitsForEnd };
}
