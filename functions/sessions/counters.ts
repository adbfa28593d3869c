// Counters that hold however many try at once: what is written stands on the version that was read.
import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionConflictException,
  type TransactWriteItem,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { RUSH_MINUTES, SENDS_HOURS } from "../../shared/privacy/times.ts";
import { LADDER_FORGETS_HOURS, SENDS_PER_HOUR, waitAfter } from "../../shared/session/rules.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import { newId } from "./seal.ts";
import { type Item, keyOf, Ladder, read, Sends } from "./table.ts";

const HOUR_SECONDS = 3600;
const AN_HOUR = { most: SENDS_PER_HOUR, hours: SENDS_HOURS };
const ROUNDS = 12; // of people trying in the same instant for the same person

/** Counted in advance, so that a hundred tries at once are a hundred tries. `waitIfWrong`: how long after this one. */
export type Claim = { mayTry: true; waitIfWrong: number } | { mayTry: false; retryAfterSeconds: number };
export type Allowance = { maySend: true } | { maySend: false; retryAfterSeconds: number };

type Options = { client: DynamoDBClient; table: string };
export type Counters = ReturnType<typeof openCounters>;

export function openCounters({ client, table: TableName }: Options) {
  /** Reads, decides, writes if nobody wrote in between, else once more. Undefined: too many are at it. */
  async function revise<Result>(
    Key: Item,
    step: (item: Item | undefined) => { next?: { expiresAt: number; [name: string]: number | number[] }; result: Result },
  ): Promise<Result | undefined> {
    for (let round = 0; round < ROUNDS; round++) {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      const { next, result } = step(Item);
      if (!next) return result;
      const unlessOvertaken = Item
        ? { ConditionExpression: "version = :seen", ExpressionAttributeValues: { ":seen": Item["version"]! } }
        : { ConditionExpression: "attribute_not_exists(pk)" };
      try {
        const written = { ...Key, ...toAttributes({ ...next, version: newId() }) };
        await client.send(new PutItemCommand({ TableName, Item: written, ...unlessOvertaken }));
        return result;
      } catch (error) {
        const lost = error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException;
        if (!lost) throw error;
        await pause(randomInt(5, 30));
      }
    }
    return undefined;
  }

  return {
    /** One try at a code or a proof. While somebody has to wait nothing is counted, so waiting never grows by itself. */
    async tryOnce(ladder: Item, now: number): Promise<Claim> {
      const claim = await revise<Claim>(ladder, (item) => {
        const known = read(Ladder, item, now);
        const left = (known?.waitUntil ?? 0) - now;
        if (left > 0) return { result: { mayTry: false, retryAfterSeconds: left } };

        const tries = (known?.tries ?? 0) + 1;
        const waitIfWrong = waitAfter(tries);
        const next = { tries, waitUntil: now + waitIfWrong, expiresAt: now + LADDER_FORGETS_HOURS * HOUR_SECONDS };
        return { next, result: { mayTry: true, waitIfWrong } };
      });
      return claim ?? { mayTry: false, retryAfterSeconds: 1 };
    },

    /** After a try that was right. */
    forget: (ladder: Item): TransactWriteItem => ({ Delete: { TableName, Key: ladder } }),

    /** One more message, if the last hour leaves room for it. It writes whatever the answer is: nobody shall hear the difference. */
    async sendOnce(sends: Item, now: number, { most, hours } = AN_HOUR): Promise<Allowance> {
      const allowance = await revise<Allowance>(sends, (item) => {
        const recent = (read(Sends, item, now)?.at ?? []).filter((at) => at > now - hours * HOUR_SECONDS);
        const maySend = recent.length < most;
        const at = maySend ? [...recent, now] : recent;
        const next = { at, expiresAt: now + hours * HOUR_SECONDS };
        const retryAfterSeconds = (recent[0] ?? now) + hours * HOUR_SECONDS - now;
        return { next, result: maySend ? { maySend } : { maySend, retryAfterSeconds } };
      });
      return allowance ?? { maySend: false, retryAfterSeconds: 1 };
    },

    /** How many codes the whole service was asked for in this minute, this one included. */
    async countInRush(now: number): Promise<number> {
      const minute = Math.floor(now / 60);
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName,
          Key: keyOf.rush(minute),
          UpdateExpression: "SET expiresAt = :end ADD asked :one",
          ExpressionAttributeValues: toAttributes({ ":end": (minute + RUSH_MINUTES) * 60, ":one": 1 }),
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return v.parse(v.object({ asked: v.number() }), fromAttributes(Attributes ?? {})).asked;
    },
  };
}
