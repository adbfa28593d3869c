// Lists of households to be visited, and what was noted of them.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { nearestFirst } from "../../shared/policy/parameter.ts";
import type { StaffId } from "../../shared/staff/staff.ts";
import { type AuthorToken, listOf, type VisitId, type VisitListId } from "../../shared/visits/ids.ts";
import { toAttributes } from "../attributes.ts";
import { conditionFailed, reasonsOf } from "../cancellation.ts";
import { queryAll } from "../query.ts";
import type { Item } from "../register/table.ts";
import { hashOf } from "../sessions/seal.ts";
import { transact, transacted } from "../transact.ts";
import { itemOf, keyOf, read, type StoredCopy, type StoredList, type StoredNote, type StoredVisit } from "./table.ts";

type Options = { client: DynamoDBClient; table: string };
export type Visits = ReturnType<typeof openVisits>;
export type LoadedVisit = { list: StoredList; visit: StoredVisit; notes: StoredNote[] };
export type LoadedList = { list: StoredList; visits: StoredVisit[]; notes: StoredNote[] };

const MOST_LISTS = 50;
const sortKey = (item: Item) => item["sk"]?.S ?? "";
const widerThan = (division: DivisionCode) => nearestFirst(division).map((region) => (region === "national" ? "100000" : region));

export function openVisits({ client, table: TableName }: Options) {
  const get = async (Key: Item) => (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;

  async function itemsOf(pk: string, prefix: string, newest?: number): Promise<Item[]> {
    const input = {
      TableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
      ExpressionAttributeValues: toAttributes({ ":pk": pk, ":sk": prefix }),
      ConsistentRead: true,
      ScanIndexForward: newest === undefined,
      Limit: newest,
    };
    return queryAll(client, input, newest);
  }

  const listed = async (pk: string): Promise<VisitListId[]> => (await itemsOf(pk, "LIST#", MOST_LISTS)).map(read.given);
  const notNow = (version: number) => ({
    ConditionExpression: "version = :read",
    ExpressionAttributeValues: toAttributes({ ":read": version }),
  });

  return {
    table: TableName,

    /** `failed`: the household, by its place in `visits`, that is in an open list already. A second attempt finds the first one's list. */
    async give(list: StoredList, visits: readonly StoredVisit[]): Promise<{ failed?: number }> {
      const isNew = { TableName, ConditionExpression: "attribute_not_exists(pk)" };
      const writes: TransactWriteItem[] = [
        ...visits.map(({ household, visit }) => ({ Put: { ...isNew, Item: itemOf.openVisit(household, visit) } })),
        { Put: { ...isNew, Item: itemOf.visitList(list) } },
        ...visits.map((visit) => ({ Put: { ...isNew, Item: itemOf.visit(visit) } })),
        { Put: { TableName, Item: itemOf.givenTo(list) } },
        ...widerThan(list.division).map((region) => ({ Put: { TableName, Item: itemOf.givenIn(region, list) } })),
      ];
      try {
        await transact(client, writes);
        return {};
      } catch (error) {
        const failed = reasonsOf(error).findIndex(conditionFailed);
        if (failed < 0) throw error;
        return { failed };
      }
    },

    listsOf: (visitor: StaffId) => listed(`VISITOR#${visitor}`),
    listsIn: (region: DivisionCode) => listed(`VISITS#${region}`),

    async list(list: VisitListId): Promise<StoredList | undefined> {
      const item = await get(keyOf.visitList(list));
      return item && read.visitList(item);
    },

    /** A list with all its visits and notes: one Query. */
    async whole(list: VisitListId): Promise<LoadedList | undefined> {
      const items = await itemsOf(`VISITLIST#${list}`, "");
      const own = items.find((item) => sortKey(item) === "LIST");
      if (!own) return undefined;
      const of = (prefix: string) => items.filter((item) => sortKey(item).startsWith(prefix));
      return { list: read.visitList(own), visits: of("VISIT#").map(read.visit), notes: of("NOTE#").map(read.visitNote) };
    },

    /** The list and its visits, without what was noted. */
    async states(list: VisitListId): Promise<{ list: StoredList; visits: StoredVisit[] } | undefined> {
      const [own, visits] = await Promise.all([get(keyOf.visitList(list)), itemsOf(`VISITLIST#${list}`, "VISIT#")]);
      return own && { list: read.visitList(own), visits: visits.map(read.visit) };
    },

    async visit(visit: VisitId): Promise<LoadedVisit | undefined> {
      const list = listOf(visit);
      const [own, item, notes] = await Promise.all([
        get(keyOf.visitList(list)),
        get(keyOf.visit(visit)),
        itemsOf(`VISITLIST#${list}`, `NOTE#${visit.slice(-3)}#`),
      ]);
      return own && item && { list: read.visitList(own), visit: read.visit(item), notes: notes.map(read.visitNote) };
    },

    /** Whose hands a copy of the list was given into. What is kept of the token is its digest. */
    async author(list: VisitListId, token: AuthorToken): Promise<StoredCopy | undefined> {
      const item = await get(keyOf.visitCopy(list, hashOf(token)));
      return item && read.visitCopy(item);
    },

    async copied(list: VisitListId, token: AuthorToken, copy: StoredCopy): Promise<void> {
      await transact(client, [{ Put: { TableName, Item: itemOf.visitCopy(list, hashOf(token), copy) } }]);
    },

    /** Notes and where the visit stands by them: together, once, and only if nobody noted anything in between. */
    noting(notes: readonly StoredNote[], before: StoredVisit, next: StoredVisit): TransactWriteItem[] {
      const isNew = { TableName, ConditionExpression: "attribute_not_exists(pk)" };
      const visit: StoredVisit = { ...next, version: before.version + 1 };
      return [
        ...notes.map((note) => ({ Put: { ...isNew, Item: itemOf.visitNote(note) } })),
        { Put: { TableName, Item: itemOf.visit(visit), ...notNow(before.version) } },
      ];
    },

    /** The household may be given to somebody again. */
    frees: ({ household }: StoredVisit): TransactWriteItem => ({ Delete: { TableName, Key: keyOf.openVisit(household) } }),

    write: (writes: TransactWriteItem[]): Promise<boolean> => transacted(client, writes),

    /** False: it is withdrawn already. Households that wait to be checked stay where they are. */
    async withdraw(list: StoredList, visits: readonly StoredVisit[], withdrawn: NonNullable<StoredList["withdrawn"]>) {
      const Item = itemOf.visitList({ ...list, withdrawn });
      const still = { TableName, Item, ConditionExpression: "attribute_not_exists(withdrawn)" };
      const open = visits.filter(({ state }) => state !== "confirmed");
      return transacted(client, [
        { Put: still },
        ...open.map(({ household }) => ({ Delete: { TableName, Key: keyOf.openVisit(household) } })),
      ]);
    },
  };
}
