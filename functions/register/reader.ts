import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { Member } from "../../shared/households/member.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import type { FullRecord, Household, RecordPage, Registration } from "../../shared/registration.ts";
import { toAttributes } from "../attributes.ts";
import { Fault } from "../log.ts";
import { queryAll } from "../query.ts";
import { type Alias, type Child, type History, type Item, keyOf, PAGE_STARTS_AT, partitionOf, read } from "./table.ts";

export type Options = { client: DynamoDBClient; table: string };
export type RegisterReader = ReturnType<typeof readRegister>;

/** For whoever may read the register, and no more. */
export function readRegister({ client, table: TableName }: Options) {
  const query = (input: Omit<QueryCommandInput, "TableName">) => queryAll(client, { TableName, ...input });
  const get = async (Key: Item, ConsistentRead: boolean) =>
    (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead }))).Item;

  return {
    /** Who may be meant by a number; `alias` from functions/alias.ts. */
    async alias(alias: string): Promise<Alias | undefined> {
      const item = await get(keyOf.alias(alias), true);
      return item && read.alias(item);
    },

    async registration(id: PersonId): Promise<Registration | undefined> {
      const item = await get(keyOf.registration(id), true);
      return item && read.registration(item);
    },

    /** One Query: what a page needs. Undefined for someone who is not there. */
    async page(id: PersonId): Promise<RecordPage | undefined> {
      const items = await query({
        KeyConditionExpression: "pk = :pk AND sk >= :from",
        ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.person(id), ":from": PAGE_STARTS_AT }),
        ConsistentRead: true,
      });
      return pageFrom(items);
    },

    /**
     * What sign-in compares and a message needs: name, status, phones. As little as can be, so that reading somebody takes as
     * long as reading nobody. Residence, joinings, moves and reasons lie between them; they are left in the table.
     */
    async atTheDoor(id: PersonId): Promise<Pick<RecordPage, "registration" | "facts"> | undefined> {
      const items = await query({
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :phone AND :registration",
        ExpressionAttributeValues: toAttributes({
          ":pk": partitionOf.person(id),
          ":phone": "FACT#phone",
          ":registration": "REGISTRATION",
          ":name": "phone",
        }),
        FilterExpression:
          "attribute_not_exists(insurance) AND attribute_not_exists(scheme) AND (attribute_not_exists(#name) OR #name = :name)",
        ExpressionAttributeNames: { "#name": "name" },
        ConsistentRead: true,
      });
      const registration = items.find((item) => sortKey(item) === "REGISTRATION");
      const phones = items.filter((item) => sortKey(item).startsWith("FACT#phone#"));
      return registration && { registration: read.registration(registration), facts: phones.map(read.fact) };
    },

    /** The same Query from the start: every enrolment and every month too. */
    async record(id: PersonId): Promise<FullRecord | undefined> {
      const items = await query({
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.person(id) }),
        ConsistentRead: true,
      });
      const page = pageFrom(items);
      if (!page) return undefined;
      const enrolled = items.filter((item) => sortKey(item).startsWith("ENROLMENT#"));
      const [paid, enrolments] = [enrolled.filter(isPaidYear), enrolled.filter((item) => !isPaidYear(item))];
      return { ...page, enrolments: enrolments.map(read.enrolment), paidYears: paid.map(read.paidYear) };
    },

    /** Who lives in a household. */
    async members(household: Household): Promise<Member[]> {
      const items = await query({
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.household(household) }),
      });
      return items.map(read.member);
    },

    /** Whose parent somebody proved to be by a certificate. */
    async children(parent: PersonId): Promise<Child[]> {
      const items = await query({
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.children(parent) }),
      });
      return items.map(read.child);
    },

    /** What the register believed: every version up to now, the oldest first. */
    async history(id: PersonId): Promise<History[]> {
      const items = await query({
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.history(id) }),
      });
      return items.map(read.history);
    },

    /** One page of a Query, a megabyte at most: the newest versions, or those below `before`. `older`: there are more below it. */
    async historyBefore(id: PersonId, before?: number): Promise<{ history: History[]; older?: number }> {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: before ? "pk = :pk AND sk < :before" : "pk = :pk",
          ExpressionAttributeValues: {
            ":pk": keyOf.history(id, 0)["pk"]!,
            ...(before && { ":before": keyOf.history(id, before)["sk"]! }),
          },
          ScanIndexForward: false,
        }),
      );
      const history = Items.map(read.history);
      const oldest = history.at(-1);
      return { history, ...(LastEvaluatedKey && oldest && { older: oldest.version }) };
    },

    /** What one receipt moved. The newest first: whoever asks has just heard of it. */
    async moveBy(id: PersonId, receipt: Receipt): Promise<History | undefined> {
      const input = {
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: toAttributes({ ":pk": partitionOf.history(id) }),
        ScanIndexForward: false,
        ConsistentRead: true,
      };
      for await (const page of paginateQuery({ client, pageSize: 5 }, input)) {
        const move = page.Items?.map(read.history).find((each) => each.receipt === receipt);
        if (move) return move;
      }
      return undefined;
    },
  };
}

const sortKey = (item: Item) => item["sk"]?.S ?? "";
const isPaidYear = (item: Item) => sortKey(item).includes("#PAID#");

function pageFrom(items: Item[]): RecordPage | undefined {
  const registration = items.find((item) => sortKey(item) === "REGISTRATION");
  if (!registration) return undefined;
  const summary = items.find((item) => sortKey(item) === "SUMMARY");
  // Whoever is registered has one. Without it we cannot say of anybody that they are not insured.
  if (!summary) throw new Fault("register.summary-missing");
  const facts = items.filter((item) => sortKey(item).startsWith("FACT#"));
  const reasons = items.filter((item) => sortKey(item).startsWith("REASON#"));
  const joinings = items.filter((item) => sortKey(item).startsWith("JOINING#"));
  const atDesk = items.filter((item) => sortKey(item).startsWith("SAID#"));
  const moving = items.filter((item) => sortKey(item).startsWith("MOVING#"));
  return {
    registration: read.registration(registration),
    facts: facts.map(read.fact),
    reasons: reasons.map(read.reason),
    joinings: joinings.map(read.joining),
    ...(moving.length > 0 && { moving: moving.map(read.moving) }),
    ...(atDesk.length > 0 && { atDesk: atDesk.map(read.atDesk) }),
    summary: read.summary(summary),
  };
}
