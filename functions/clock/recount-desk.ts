// What the desk's table holds with a provisional day, kind by kind: tasks, work, visits that wait to be checked, tickets and call-backs.
// Each is read as it is now and written under the conditions of whoever works on it: of two at once, one looks again tomorrow.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Task } from "../../shared/desk/task.ts";
import type { Work } from "../../shared/desk/work.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import type { Counted } from "../../shared/limits/counted.ts";
import { openDesk } from "../desk/desk.ts";
import { isTask, isWork, read } from "../desk/table.ts";
import { dueOf } from "../helpline/due.ts";
import type { Ticket } from "../helpline/kept.ts";
import { openTickets } from "../helpline/tickets.ts";
import type { Item } from "../register/table.ts";
import type { Due } from "../task-for.ts";
import { isVisit, read as readVisits, type StoredVisit } from "../visits/table.ts";
import { openVisits } from "../visits/visits.ts";

type Options = { client: DynamoDBClient; table: string; due: Due };
type Days = { dueAt?: string | undefined; provisional?: boolean | undefined; missing?: string | undefined };

export function deskAgainIn({ client, table, due }: Options) {
  const desk = openDesk({ client, table });
  const visits = openVisits({ client, table });
  const tickets = openTickets({ client, table });

  const again = ({ from, limit }: Counted, region: DivisionCode) => due(from, region, limit);

  async function matterAgain(matter: Task | Work | undefined): Promise<void> {
    if (matter?.state !== "open" || !matter.counted) return; // without: it was written before days remembered what they count from
    const { provisional: _, missing: __, counted, ...kept } = matter;
    const next = { ...kept, ...again(counted, matter.region) };
    if (!sameDay(matter, next)) await desk.moved(matter, next);
  }

  async function visitAgain(visit: StoredVisit | undefined): Promise<void> {
    if (visit?.state !== "visited" || !visit.counted) return;
    const { provisional: _, counted, ...kept } = visit;
    const { dueAt, provisional } = again(counted, visit.division);
    const next: StoredVisit = { ...kept, dueAt, ...(provisional && { provisional, counted }) };
    if (!sameDay(visit, next)) await visits.write(visits.noting([], visit, next));
  }

  /** A ticket says itself from when it is counted, and its lists are made of it. */
  async function ticketAgain(ticket: Ticket | undefined): Promise<void> {
    if (!ticket) return;
    const callBack = callBackAgain(ticket);
    const next: Ticket = { ...ticket, ...dueOf(ticket, due), ...(callBack && { callBack }) };
    if (!sameDay(ticket, next) || !sameDay(ticket.callBack, callBack)) await tickets.replace(ticket, next);
  }

  function callBackAgain({ callBack, region }: Ticket): Ticket["callBack"] {
    if (!callBack?.counted) return callBack;
    const { provisional: _, counted, ...kept } = callBack;
    const { dueAt, provisional } = again(counted, region);
    return { ...kept, dueAt, ...(provisional && { provisional, counted }) };
  }

  return async function deskAgain(item: Item): Promise<void> {
    if (isVisit(item)) return visitAgain((await visits.visit(readVisits.visit(item).visit))?.visit);
    if (isTask(item)) return matterAgain(await desk.task(read.task(item).personId, read.task(item).receipt));
    if (isWork(item)) return matterAgain(await desk.work(read.work(item).personId, read.work(item)));
    return ticketAgain(await tickets.read(read.waiting(item).ticket));
  };
}

const sameDay = (before: Days = {}, now: Days = {}) =>
  before.dueAt === now.dueAt && (before.provisional ?? false) === (now.provisional ?? false) && before.missing === now.missing;
