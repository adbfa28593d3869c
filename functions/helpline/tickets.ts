// Tickets as they are stored: each write stands on the version that was read, and moves the lists along.
import { BatchGetItemCommand, type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { TicketNo } from "../../shared/helpline/ticket.ts";
import type { DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import { provinces } from "../../shared/kernel/provinces.ts";
import { covers, mayIn } from "../../shared/staff/regions.ts";
import type { StaffHere, StaffRole } from "../../shared/staff/staff.ts";
import { toAttributes } from "../attributes.ts";
import { itemOf, keyOf, read } from "../desk/table.ts";
import { itemsUnder } from "../query.ts";
import type { Item } from "../register/table.ts";
import { transacted } from "../transact.ts";
import type { Ticket, Waiting } from "./kept.ts";
import { lists } from "./lists.ts";

type Options = { client: DynamoDBClient; table: string };
export type Tickets = ReturnType<typeof openTickets>;
/** A ticket as it should be; its version is counted here. */
export type Next = Omit<Ticket, "version">;

const WHOLE_COUNTRY = "10";
const BESIDE = 20; // tickets shown beside a record, the newest

export function openTickets({ client, table: TableName }: Options) {
  const get = async (Key: Item) => (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const query = (pk: string, prefix?: string) => itemsUnder({ client, table: TableName }, pk, prefix);

  const tickets = {
    async read(no: TicketNo): Promise<Ticket | undefined> {
      const item = await get(keyOf.ticket(no));
      return item && read.ticket(item);
    },

    /** Whoever has one of these roles for its place may know of it. */
    async inPlace(here: StaffHere, no: TicketNo, roles: readonly StaffRole[]): Promise<Ticket | undefined> {
      const ticket = await tickets.read(no);
      return ticket && mayIn(here, roles, ticket.region) ? ticket : undefined;
    },

    /** Mine: somebody else's is not there. */
    async mine(here: StaffHere, no: TicketNo): Promise<Ticket | undefined> {
      const ticket = await tickets.inPlace(here, no, ["agent"]);
      return ticket?.owner === here.member.staffId ? ticket : undefined;
    },

    /** With `writes`, or not at all. False: it is there already. */
    create: (ticket: Next, writes: readonly TransactWriteItem[] = []): Promise<boolean> => {
      const first = { ...ticket, version: 1 };
      const isNew = { ConditionExpression: "attribute_not_exists(pk)" };
      const put = { Put: { TableName, Item: itemOf.ticket(first), ...isNew } };
      return transacted(client, [put, ...lists(TableName, undefined, first), ...writes]);
    },

    /** What it is now; undefined: somebody else was quicker, or one of `writes` did not hold. */
    change: (before: Ticket, change: Partial<Next>, writes: readonly TransactWriteItem[] = []): Promise<Ticket | undefined> =>
      tickets.replace(before, { ...before, ...change }, writes),

    /** All of it as given, so that something may be left out. */
    async replace(before: Ticket, now: Next, writes: readonly TransactWriteItem[] = []): Promise<Ticket | undefined> {
      const next: Ticket = { ...now, version: before.version + 1 };
      const unchanged = {
        ConditionExpression: "version = :read",
        ExpressionAttributeValues: toAttributes({ ":read": before.version }),
      };
      const all = [{ Put: { TableName, Item: itemOf.ticket(next), ...unchanged } }, ...lists(TableName, before, next), ...writes];
      return (await transacted(client, all)) ? next : undefined;
    },

    /** The newest tickets of somebody. */
    async beside(personId: PersonId): Promise<Ticket[]> {
      const led = await query(`PERSON#${personId}`, "TICKET#");
      const numbers = led.map((item) => v.parse(TicketNo, item["sk"]?.S?.slice("TICKET#".length)));
      const at = new Map(led.map((item, nth) => [numbers[nth]!, item["openedAt"]?.S ?? ""]));
      const newest = numbers.sort((a, b) => ((at.get(a) ?? "") < (at.get(b) ?? "") ? 1 : -1)).slice(0, BESIDE);
      if (newest.length === 0) return [];
      const Keys = newest.map((no) => keyOf.ticket(no));
      const { Responses } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
      );
      return (Responses?.[TableName] ?? []).map(read.ticket).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
    },

    /** What waits in these places, the most urgent first. */
    async waiting(regions: readonly DivisionCode[], kind: Waiting["kind"]): Promise<Waiting[]> {
      const wanted = regions.some((region) => region === "100000")
        ? [WHOLE_COUNTRY, ...Object.keys(provinces)]
        : [...new Set(regions.map((region) => region.slice(0, 2)))];
      const pages = await Promise.all(wanted.map((province) => query(`HELPLINE#${province}`)));
      return pages
        .flat()
        .map(read.waiting)
        .filter((one) => one.kind === kind && regions.some((region) => covers(region, one.region)))
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    },
  };
  return tickets;
}
