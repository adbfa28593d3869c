// What every route of the helpline has in hand, and how it answers.

import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Context } from "hono";
import type { WithCaller } from "../../shared/helpline/contract.ts";
import { isOn } from "../../shared/helpline/levels.ts";
import type { TicketNo } from "../../shared/helpline/ticket.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import { problem } from "../http/problem.ts";
import type { StaffDeps } from "../staff-app.ts";
import { type CallerRefusal, callersIn, isRefusal } from "./callers.ts";
import type { Ticket } from "./kept.ts";
import { ticketView } from "./ticket-view.ts";
import { type Next, openTickets } from "./tickets.ts";

export type Answering = ReturnType<typeof answeringIn>;
type Here = Context;

/** Set by the frame, for every contract of staff. */
const staffIn = (c: Here): StaffHere => c.var.staff;

export function answeringIn(deps: StaffDeps) {
  const tickets = openTickets({ client: deps.client, table: deps.desk.table });
  const callers = callersIn(deps);

  const refusal = (c: Here, given: CallerRefusal) =>
    given.is === "wait" ? problem(c, "wait", { retryAfterSeconds: given.retryAfterSeconds }) : problem(c, "not-found");
  const refuse = (c: Here, ...findings: Finding[]) => problem(c, "refused", { findings });
  const view = async (c: Here, ticket: Ticket) => ticketView(ticket, staffIn(c), await deps.policy(), deps.now());

  return {
    tickets,
    callers,
    refusal,
    refuse,
    view,

    /** Why nothing can be asked or shown on it now: nobody stands behind it, or nobody is on the telephone. */
    over: ({ personId, call }: Ticket): Finding | undefined =>
      personId ? (isOn(call, deps.now()) ? undefined : finding("call.over")) : finding("ask.nobody"),

    /** Somebody else's ticket is not there. */
    async withMine(c: Here, no: TicketNo, work: (ticket: Ticket) => Promise<Response>): Promise<Response> {
      const ticket = await tickets.mine(staffIn(c), no);
      return ticket ? work(ticket) : problem(c, "not-found");
    },

    /** The ticket as it is after a change; of two at once the second one looks again. */
    async changed(c: Here, before: Ticket, change: Partial<Next>, writes: readonly TransactWriteItem[] = []): Promise<Response> {
      const next = await tickets.change(before, change, writes);
      return next ? c.json({ ticket: await view(c, next) }) : this.overtaken(c);
    },

    overtaken: (c: Here) => problem(c, "conflict", { findings: [finding("ticket.changed-meanwhile")] }),

    /** Ticket and, while somebody is on the telephone, whom it is about. */
    async whole(c: Here, ticket: Ticket, reason: string): Promise<Response> {
      const caller = await callers.of(staffIn(c), ticket, reason);
      if (caller && isRefusal(caller)) return refusal(c, caller);
      return c.json({ ticket: await view(c, ticket), ...(caller && { caller }) } satisfies WithCaller);
    },
  };
}
