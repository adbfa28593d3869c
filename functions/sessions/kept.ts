import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { DEVICE_DAYS, IDLE_MINUTES, SESSION_HOURS, WRONG_PROOFS_PER_SESSION } from "../../shared/session/rules.ts";
import { toAttributes } from "../attributes.ts";
import { whenFree } from "../transact.ts";
import { hashOf } from "./seal.ts";
import { keyOf, read, Session } from "./table.ts";

const TOUCH_SECONDS = 60; // a session in use costs one write a minute, not one a request
const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000);

type Options = { client: DynamoDBClient; table: string };
export type Kept = ReturnType<typeof openKept>;

/** When a session that was used now ends, if it is not used again. */
export const endOf = (startedAt: string, now: number): number =>
  Math.min(now + IDLE_MINUTES * 60, secondsOf(startedAt) + SESSION_HOURS * 3600);

/** Sessions and known devices, as they are kept. */
export function openKept({ client, table: TableName }: Options) {
  return {
    /** Whose session it is. For who may read sessions only: it does not count as use. */
    async seen(token: string, now: number): Promise<Session | undefined> {
      const Key = keyOf.session(hashOf(token));
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return read(Session, Item, now);
    },

    /** Whose session it is, and that it was used. Never later than the end it had: nothing comes back to life. */
    async current(token: string, now: number): Promise<Session | undefined> {
      const Key = keyOf.session(hashOf(token));
      const session = await this.seen(token, now);
      if (!session || now - session.seenAt < TOUCH_SECONDS) return session;

      const touched = { seenAt: now, expiresAt: endOf(session.startedAt, now) };
      try {
        const write = new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression: "SET seenAt = :seen, expiresAt = :end",
          ConditionExpression: "expiresAt > :seen",
          ExpressionAttributeValues: toAttributes({ ":seen": touched.seenAt, ":end": touched.expiresAt }),
        });
        await whenFree(() => client.send(write));
        return { ...session, ...touched };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined; // signed out in this very moment
        throw error;
      }
    },

    begin: (token: string, session: Session): TransactWriteItem => ({
      Put: {
        TableName,
        Item: { ...keyOf.session(hashOf(token)), ...toAttributes(session) },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    }),

    /** In a transaction: it has to be there still. */
    leave: (token: string): TransactWriteItem => ({
      Delete: { TableName, Key: keyOf.session(hashOf(token)), ConditionExpression: "attribute_exists(pk)" },
    }),

    async end(token: string): Promise<void> {
      await whenFree(() => client.send(new DeleteItemCommand({ TableName, Key: keyOf.session(hashOf(token)) })));
    },

    /** One of the few wrong proofs a session has, taken before the proof is looked at. False: there is none left. */
    async spendProof(token: string): Promise<boolean> {
      try {
        const write = new UpdateItemCommand({
          TableName,
          Key: keyOf.session(hashOf(token)),
          UpdateExpression: "ADD wrongProofs :one",
          ConditionExpression: "attribute_exists(pk) AND wrongProofs < :all",
          ExpressionAttributeValues: toAttributes({ ":one": 1, ":all": WRONG_PROOFS_PER_SESSION }),
        });
        await whenFree(() => client.send(write));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async knowsDevice(deviceId: string, subject: string, now: number): Promise<boolean> {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: keyOf.device(deviceId, subject), ConsistentRead: true }),
      );
      return Item !== undefined && Number(Item["expiresAt"]?.N) > now;
    },

    remember: (deviceId: string, subject: string, now: number): TransactWriteItem => ({
      Put: {
        TableName,
        Item: { ...keyOf.device(deviceId, subject), ...toAttributes({ expiresAt: now + DEVICE_DAYS * 86_400 }) },
      },
    }),
  };
}
