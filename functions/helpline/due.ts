import { keysOf, waitsBy } from "../../shared/helpline/service-levels.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { Due } from "../task-for.ts";
import type { Next } from "./tickets.ts";

type Dated = Pick<Next, "state" | "category" | "labour" | "openedAt" | "acceptedAt" | "region" | "extended" | "reopened">;

/** The last working day for the next step, by the rule of its place; nothing where nobody waits. Extended, it is counted on from there. */
export function dueOf(ticket: Dated, due: Due): Pick<Next, "dueAt" | "provisional" | "missing"> {
  const waits = waitsBy(ticket);
  if (!waits) return { dueAt: undefined, provisional: undefined, missing: undefined };
  const opened = dateOf(ticket.openedAt);
  const { limit, extension } = keysOf(waits.level);
  const first = due(waits.since === "accepted" ? (ticket.acceptedAt ?? opened) : opened, ticket.region, limit);
  const last = ticket.extended && extension ? due(first.dueAt, ticket.region, extension) : first;
  const { dueAt } = last;
  const missing = first.missing ?? last.missing;
  const provisional = first.provisional || last.provisional;
  return { dueAt, provisional: provisional || undefined, missing };
}
