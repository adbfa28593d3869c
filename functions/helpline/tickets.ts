// Tickets as they are stored: each write stands on the version that was read, and moves the lists along.
import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { isEnded, TicketNo } from "../../shared/helpline/ticket.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { DivisionCode, PersonId } from "../../shared/kernel/fields.ts";
import { provinces } from "../../shared/kernel/provinces.ts";
import { WRONG_COUNTS_HOURS } from "../../shared/privacy/times.ts";
import { covers, mayIn } from "../../shared/staff/regions.ts";
import type { StaffHere, StaffRole } from "../../shared/staff/staff.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import { itemOf, keyOf, read } from "../desk/table.ts";
import type { Item } from "../register/table.ts";
import { transacted } from "../transact.ts";
import { type Ticket, type Waiting, WrongAnswers } from "./kept.ts";

type Options = { client: DynamoDBClient; table: string };
export type Tickets = ReturnType<typeof openTickets>;
/** A ticket as it should be; its version is counted here. */
export type Next = Omit<Ticket, "version">;

const WHOLE_COUNTRY = "10";
const BESIDE = 20; // tickets shown beside a record, the newest
const secondsOf = (instant: Instant) => Math.floor(Date.parse(instant) / 1000);

export function openTickets({ client, table: TableName }: Options) {
  const get = async (Key: Item) => (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;
  async function query(pk: string, prefix = ""): Promise<Item[]> {
    const found: Item[] = [];
    const input = {
      TableName,
      KeyConditionExpression: prefix ? "pk = :pk AND begins_with(sk, :sk)" : "pk = :pk",
      ExpressionAttributeValues: toAttributes({ ":pk": pk, ...(prefix && { ":sk": prefix }) }),
      ConsistentRead: true,
    };
    for await (const page of paginateQuery({ client }, input)) found.push(...(page.Items ?? []));
    return found;
  }

  /** What leads from its person to it, and what of it waits in the lists; each as it is and as it should be. */
  function lists(before: Ticket | undefined, next: Ticket): TransactWriteItem[] {
    const [was, is] = [before ? besidesOf(before) : [], besidesOf(next)];
    const sameKey = (one: Item, other: Item) => one["pk"]?.S === other["pk"]?.S && one["sk"]?.S === other["sk"]?.S;
    const gone = was.filter((item) => !is.some((other) => sameKey(item, other)));
    const news = is.filter(
      (item) => !was.some((other) => sameKey(item, other) && JSON.stringify(item) === JSON.stringify(other)),
    );
    return [
      ...gone.map(({ pk, sk }) => ({ Delete: { TableName, Key: { pk: pk!, sk: sk! } } })),
      ...news.map((item) => ({ Put: { TableName, Item: item } })),
    ];
  }

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
      return transacted(client, [put, ...lists(undefined, first), ...writes]);
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
      const all = [{ Put: { TableName, Item: itemOf.ticket(next), ...unchanged } }, ...lists(before, next), ...writes];
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

    /** How often somebody who called as this person was wrong of late. */
    async wrongOfLate(personId: PersonId, now: Instant): Promise<number> {
      return recent(await get(keyOf.wrongAnswers(personId)), now).length;
    },

    /** One more, for the transaction that notes it on the ticket. What was read is what it stands on. */
    async oneMoreWrong(personId: PersonId, now: Instant): Promise<TransactWriteItem> {
      const Key = keyOf.wrongAnswers(personId);
      const item = await get(Key);
      const seconds = secondsOf(now);
      const next = { at: [...recent(item, now), seconds], expiresAt: seconds + WRONG_COUNTS_HOURS * 3600 };
      const unchanged = item
        ? {
            ConditionExpression: "#at = :read",
            ExpressionAttributeNames: { "#at": "at" },
            ExpressionAttributeValues: { ":read": item["at"]! },
          }
        : { ConditionExpression: "attribute_not_exists(pk)" };
      return { Put: { TableName, Item: { ...Key, ...toAttributes(next) }, ...unchanged } };
    },
  };
  return tickets;
}

function recent(item: Item | undefined, now: Instant): number[] {
  const known = item && v.parse(WrongAnswers, fromAttributes(item));
  return (known?.at ?? []).filter((at) => at > secondsOf(now) - WRONG_COUNTS_HOURS * 3600);
}

/** A complaint is beside no record: nobody who opens one shall see who complained. */
function besidesOf(ticket: Ticket): Item[] {
  const { personId, category, callBack, region, owner, state } = ticket;
  const no = ticket.ticket;
  const led =
    personId && category !== "complaint"
      ? [{ ...keyOf.ticketOf(personId, no), ...toAttributes({ openedAt: ticket.openedAt }) }]
      : [];
  const common = { ticket: no, region, ...(category && { category }) };
  const waits: Waiting[] = [];
  if (!isEnded(state) && state !== "REPLIED")
    waits.push({ ...common, kind: "ticket", state, dueAt: ticket.dueAt ?? dateOf(ticket.openedAt), ...(owner && { owner }) });
  if (callBack?.state === "open" || callBack?.state === "taken") {
    const { dueAt, suits, tries } = callBack;
    const whose = callBack.owner && { owner: callBack.owner };
    waits.push({
      ...common,
      kind: "call-back",
      state: callBack.state,
      dueAt,
      tries: tries.length,
      ...(suits && { suits }),
      ...whose,
    });
  }
  return [...led, ...waits.map(itemOf.waiting)];
}
