// Whom an agent may act for: who is on the phone now, on a ticket of theirs, and has proved who they are.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Level } from "../../shared/helpline/contract.ts";
import { isOn, levelOf } from "../../shared/helpline/levels.ts";
import type { TicketNo } from "../../shared/helpline/ticket.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import { openTickets } from "./tickets.ts";

export type Caller = { personId: PersonId; level: Level };
type Options = { client: DynamoDBClient; table: string; now: () => Instant };

/**
 * Undefined: no ticket of theirs, or about nobody, or somebody calls for somebody else: who calls for their child acts as themselves,
 * for the child. When the call is over the level is gone, whoever still holds the ticket.
 */
export function callersIn({ now, ...options }: Options) {
  const tickets = openTickets(options);
  return async (here: StaffHere, no: TicketNo): Promise<Caller | undefined> => {
    const ticket = await tickets.mine(here, no);
    if (!ticket?.personId || ticket.behalf) return undefined;
    // A code goes to no phone that proves too little (codes.ts), so what it brought stands.
    const level = isOn(ticket.call, now()) ? levelOf(ticket.asked) : 0;
    return { personId: ticket.personId, level };
  };
}
