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
const secondsOf = (instant: Instant) => Math.floor(Date.parse(instant) / 1000);

export function openWrongAnswers({ client, table: TableName, now }: Options) {
  const at = async (personId: PersonId) =>
    (await client.send(new GetItemCommand({ TableName, Key: keyOf.wrongAnswers(personId), ConsistentRead: true }))).Item;

  return {
    /** As many as end a call: nothing is asked of them today. */
    areTooMany: async (personId: PersonId): Promise<boolean> => recent(await at(personId), now()).length >= WRONG_ANSWERS,

    /** One more, for the transaction that notes it on the ticket. It stands on what was read. */
    async oneMore(personId: PersonId): Promise<TransactWriteItem> {
      const item = await at(personId);
      const seconds = secondsOf(now());
      const next = { at: [...recent(item, now()), seconds], expiresAt: seconds + WRONG_COUNTS_HOURS * 3600 };
      const unchanged = item
        ? {
            ConditionExpression: "#at = :read",
            ExpressionAttributeNames: { "#at": "at" },
            ExpressionAttributeValues: { ":read": item["at"]! },
          }
        : { ConditionExpression: "attribute_not_exists(pk)" };
      return { Put: { TableName, Item: { ...keyOf.wrongAnswers(personId), ...toAttributes(next) }, ...unchanged } };
    },
  };
}

function recent(item: Item | undefined, now: Instant): number[] {
  const known = item && v.parse(WrongAnswers, fromAttributes(item));
  return (known?.at ?? []).filter((at) => at > secondsOf(now) - WRONG_COUNTS_HOURS * 3600);
}
