// Sessions of staff: begun by sign-in, believed for half an hour after their last use, with the grants that are in force at that moment.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import { STAFF_IDLE_MINUTES, STAFF_SESSION_HOURS } from "../../shared/staff/session.ts";
import { type Grant, isInForce, type Member, type StaffHere, type StaffId } from "../../shared/staff/staff.ts";
import { toAttributes } from "../attributes.ts";
import { itemOf, keyOf, read, type StaffSession } from "../desk/table.ts";
import { queryAll } from "../query.ts";
import { hashOf, newId, newToken } from "../sessions/seal.ts";
import { transact, whenFree } from "../transact.ts";

type Options = { client: DynamoDBClient; table: string; now: () => Instant };
export type Staff = ReturnType<typeof openStaff>;

const TOUCH_SECONDS = 60; // a session in use costs one write a minute, not one a request
const secondsOf = (instant: Instant) => Math.floor(Date.parse(instant) / 1000);

export function openStaff({ client, table: TableName, now }: Options) {
  const endOf = (startedAt: Instant, seenAt: number) =>
    Math.min(seenAt + STAFF_IDLE_MINUTES * 60, secondsOf(startedAt) + STAFF_SESSION_HOURS * 3600);

  async function touched(Key: ReturnType<typeof keyOf.staffSession>, session: StaffSession, seconds: number): Promise<boolean> {
    if (seconds - session.seenAt < TOUCH_SECONDS) return true;
    const write = new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression: "SET seenAt = :seen, expiresAt = :end",
      ConditionExpression: "expiresAt > :seen",
      ExpressionAttributeValues: toAttributes({ ":seen": seconds, ":end": endOf(session.startedAt, seconds) }),
    });
    try {
      await whenFree(() => client.send(write));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false; // signed out in this very moment
      throw error;
    }
  }

  return {
    table: TableName,

    /** Who somebody is, and every grant they ever had: one Query. */
    async member(staffId: StaffId): Promise<{ member: Member; grants: Grant[] } | undefined> {
      const input = {
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": keyOf.member(staffId)["pk"]! },
        ConsistentRead: true,
      };
      let member: Member | undefined;
      const grants: Grant[] = [];
      for (const item of await queryAll(client, input)) {
        if (item["sk"]?.S === "MEMBER") member = read.member(item);
        if (item["sk"]?.S?.startsWith("GRANT#")) grants.push(read.grant(item));
      }
      return member && { member, grants };
    },

    /** Who is here by this token. Nobody without a grant in force: it may have ended since they came in. */
    async current(token: string): Promise<StaffHere | undefined> {
      const Key = keyOf.staffSession(hashOf(token));
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      const session = Item && read.staffSession(Item);
      const seconds = secondsOf(now());
      if (!session || session.expiresAt <= seconds) return undefined;

      const known = await this.member(session.staffId);
      const grants = known?.grants.filter((grant) => isInForce(grant, dateOf(now()))) ?? [];
      if (!known || grants.length === 0 || !(await touched(Key, session, seconds))) return undefined;
      return { sessionId: session.sessionId, startedAt: session.startedAt, member: known.member, grants };
    },

    /** Whether somebody may do anything here today. */
    async hasGrant(staffId: StaffId): Promise<boolean> {
      const known = await this.member(staffId);
      return known?.grants.some((grant) => isInForce(grant, dateOf(now()))) ?? false;
    },

    /** The token of a new session. */
    async begin(staffId: StaffId): Promise<string> {
      const token = newToken();
      const tokenHash = hashOf(token);
      const startedAt = now();
      const seenAt = secondsOf(startedAt);
      const session: StaffSession = { sessionId: newId(), staffId, startedAt, seenAt, expiresAt: endOf(startedAt, seenAt) };
      const begun = { tokenHash, expiresAt: seenAt + STAFF_SESSION_HOURS * 3600 };
      const isNew = "attribute_not_exists(pk)";
      await transact(client, [
        { Put: { TableName, Item: itemOf.staffSession(tokenHash, session), ConditionExpression: isNew } },
        { Put: { TableName, Item: itemOf.begun(staffId, session.sessionId, begun), ConditionExpression: isNew } },
      ]);
      return token;
    },

    async end(token: string): Promise<void> {
      const Key = keyOf.staffSession(hashOf(token));
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) return;
      const { staffId, sessionId } = read.staffSession(Item);
      await transact(client, [{ Delete: { TableName, Key } }, { Delete: { TableName, Key: keyOf.begun(staffId, sessionId) } }]);
    },

    /** Somebody's sessions that are believed now, the newest first. Those that have slept too long are none. */
    async sessionsOf(staffId: StaffId): Promise<StaffSession[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": keyOf.begun(staffId, "")["pk"]! },
          ConsistentRead: true,
        }),
      );
      const seconds = secondsOf(now());
      const sessions = await Promise.all(
        Items.map(async (item) => {
          const { tokenHash } = read.begun(item);
          const { Item } = await client.send(
            new GetItemCommand({ TableName, Key: keyOf.staffSession(tokenHash), ConsistentRead: true }),
          );
          return Item && read.staffSession(Item);
        }),
      );
      return sessions
        .flatMap((session) => (session && session.expiresAt > seconds ? [session] : []))
        .sort((a, b) => (a.startedAt > b.startedAt ? -1 : 1));
    },

    /** Whether there was one of that name. From the next request on nobody is let in by it. */
    async endSession(staffId: StaffId, sessionId: string): Promise<boolean> {
      const Key = keyOf.begun(staffId, sessionId);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) return false;
      const { tokenHash } = read.begun(Item);
      await transact(client, [{ Delete: { TableName, Key: keyOf.staffSession(tokenHash) } }, { Delete: { TableName, Key } }]);
      return true;
    },
  };
}
