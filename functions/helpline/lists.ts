// What stands beside a ticket: what leads to it from its person, and what of it waits in the lists of a province.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { isEnded } from "../../shared/helpline/ticket.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { toAttributes } from "../attributes.ts";
import { itemOf, keyOf } from "../desk/table.ts";
import type { Item } from "../register/table.ts";
import type { Ticket, Waiting } from "./kept.ts";

/** Each as it is and as it should be, for the transaction that writes the ticket. */
export function lists(TableName: string, before: Ticket | undefined, next: Ticket): TransactWriteItem[] {
  const [was, is] = [before ? besidesOf(before) : [], besidesOf(next)];
  const sameKey = (one: Item, other: Item) => one["pk"]?.S === other["pk"]?.S && one["sk"]?.S === other["sk"]?.S;
  const gone = was.filter((item) => !is.some((other) => sameKey(item, other)));
  const news = is.filter((item) => !was.some((other) => sameKey(item, other) && JSON.stringify(item) === JSON.stringify(other)));
  return [
    ...gone.map(({ pk, sk }) => ({ Delete: { TableName, Key: { pk: pk!, sk: sk! } } })),
    ...news.map((item) => ({ Put: { TableName, Item: item } })),
  ];
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
    waits.push({
      ...common,
      kind: "ticket",
      state,
      dueAt: ticket.dueAt ?? dateOf(ticket.openedAt),
      ...(ticket.provisional && { provisional: true }),
      ...(owner && { owner }),
    });
  if (callBack?.state === "open" || callBack?.state === "taken") {
    const { dueAt, provisional, suits, tries } = callBack;
    const whose = callBack.owner && { owner: callBack.owner };
    waits.push({
      ...common,
      kind: "call-back",
      state: callBack.state,
      dueAt,
      tries: tries.length,
      ...(provisional && { provisional }),
      ...(suits && { suits }),
      ...whose,
    });
  }
  return [...led, ...waits.map(itemOf.waiting)];
}
