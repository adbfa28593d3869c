// How often somebody who called as a person was wrong of late, on whatever ticket: hanging up and calling again does not help.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { WRONG_ANSWERS } from "../../shared/helpline/levels.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { WRONG_COUNTS_HOURS } from "../../shared/privacy/times.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import { keyOf } from "../desk/table.ts";
import type { Item } from "../register/table.ts";
import { WrongAnswers } from "./kept.ts";

type Options = { client: DynamoDBClient; table: string; now: () => Instant };
/**
 * `tooMany`: as many as end a call, nothing is asked of them today. `isLast`: one more makes it so. `oneMore`: for the transaction that
 * notes it on the ticket. `still`: for the one that notes a right answer, so that of many tried at once on many tickets the right one
 * does not stand out.
 */
type Standing = { tooMany: boolean; isLast: boolean; oneMore: TransactWriteItem; still: TransactWriteItem };
const secondsOf = (instant: Instant) => Math.floor(Date.parse(instant) / 1000);

export function openWrongAnswers({ client, table: TableName, now }: Options) {
  const at = async (personId: PersonId) =>
    (await client.send(new GetItemCommand({ TableName, Key: keyOf.wrongAnswers(personId), ConsistentRead: true }))).Item;

  /** What lies behind somebody, read once: what follows from it holds only while nobody else was wrong meanwhile. */
  async function standing(personId: PersonId): Promise<Standing> {
    const item = await at(personId);
    const Key = keyOf.wrongAnswers(personId);
    const seconds = secondsOf(now());
    const before = recent(item, now());
    const next = { at: [...before, seconds], expiresAt: seconds + WRONG_COUNTS_HOURS * 3600 };
    const unchanged = item
      ? {
          ConditionExpression: "#at = :read",
          ExpressionAttributeNames: { "#at": "at" },
          ExpressionAttributeValues: { ":read": item["at"]! },
        }
      : { ConditionExpression: "attribute_not_exists(pk)" };
    return {
      tooMany: before.length >= WRONG_ANSWERS,
      isLast: before.length === WRONG_ANSWERS - 1,
      oneMore: { Put: { TableName, Item: { ...Key, ...toAttributes(next) }, ...unchanged } },
      still: { ConditionCheck: { TableName, Key, ...unchanged } },
    };
  }

  return {
    standing,
    areTooMany: async (personId: PersonId): Promise<boolean> => (await standing(personId)).tooMany,
    oneMore: async (personId: PersonId): Promise<TransactWriteItem> => (await standing(personId)).oneMore,
  };
}

function recent(item: Item | undefined, now: Instant): number[] {
  const known = item && v.parse(WrongAnswers, fromAttributes(item));
  return (known?.at ?? []).filter((at) => at > secondsOf(now) - WRONG_COUNTS_HOURS * 3600);
}
