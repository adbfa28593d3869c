// A call: somebody in the register, a ticket of an agent's about them, and how far they have proved who they are.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { filingFor } from "../../functions/desk/filing.ts";
import { keyOf } from "../../functions/desk/table.ts";
import { openTickets } from "../../functions/helpline/tickets.ts";
import { itemOf } from "../../functions/register/table.ts";
import { type Asked, callFrom, nothingAsked } from "../../shared/helpline/levels.ts";
import { TicketNo } from "../../shared/helpline/ticket.ts";
import { AttemptKey, DivisionCode, type PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import { type Member, StaffId } from "../../shared/staff/staff.ts";
import { aChange, aFact } from "../support/build.ts";
import { type About, type Known, someoneNew } from "../support/people.ts";
import { HOME, type StartedStaff } from "../support/staff.ts";

type On = { client: DynamoDBClient; staff: Pick<StartedStaff, "now"> };
export type OnCall = Known & { ticket: TicketNo; personId: PersonId };

const named = { name: "right", number: "right" } as const;
const proved: Record<0 | 1 | 2, Asked> = {
  0: nothingAsked,
  1: { answers: { ...named, "last-paid": "right", employer: "right" }, wrong: 0 },
  2: { answers: named, wrong: 0, code: "right" },
};

/** Somebody at HOME who is on the phone, on a ticket of this agent's. */
export async function aCall(
  { client, staff }: On,
  agent: { staffId: string },
  level: 0 | 1 | 2 = 2,
  about?: About,
): Promise<OnCall> {
  const person = await someoneNew(client, about);
  const { personId } = person.record.registration;
  const home = aFact({ name: "residence", division: HOME, lines: "龙泉街道学院路8号" });
  await client.send(new PutItemCommand({ TableName: "register", Item: itemOf.fact(personId, home) }));
  return { ...person, personId, ticket: await aTicket({ client, staff }, agent, personId, level) };
}

let nth = 0;
export async function aTicket({ client, staff }: On, agent: { staffId: string }, personId: PersonId, level: 0 | 1 | 2 = 2) {
  const ticket = v.parse(TicketNo, `G-0331-7K2M-${String(++nth).padStart(4, "0")}`);
  const openedAt = staff.now();
  await openTickets({ client, table: "desk" }).create({
    ticket,
    state: "NEW",
    region: v.parse(DivisionCode, HOME),
    openedAt,
    owner: v.parse(StaffId, agent.staffId),
    personId,
    call: callFrom(openedAt),
    asked: proved[level],
    parts: [],
    history: [{ state: "NEW", at: openedAt, by: v.parse(StaffId, agent.staffId) }],
  });
  return ticket;
}

/** As if they had read out a code: one thing may be sent for them. */
export async function consented({ client, staff }: On, { ticket, personId }: Pick<OnCall, "ticket" | "personId">): Promise<void> {
  const expiresAt = Math.floor(Date.parse(staff.now()) / 1000) + 600;
  const Item = { ...keyOf.consent(ticket, personId), expiresAt: { N: String(expiresAt) }, givenAt: { S: staff.now() } };
  await client.send(new PutItemCommand({ TableName: "desk", Item }));
}

/** What was sent for them on this ticket already, and is on its way. */
export async function aFiled(
  { client, staff }: { client: DynamoDBClient; staff: StartedStaff },
  agent: Member,
  call: OnCall,
): Promise<Receipt> {
  const { staffId, agency, workNumber } = agent;
  const sender = { staffId, role: "agent", agency, workNumber, channel: "helpline", ticket: call.ticket } as const;
  const content = { slice: "change", change: aChange({ item: "card", hasCard: true }), acceptedAt: staff.now() } as const;
  const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
  const filing = filingFor({ client, desk: staff.desk, casework: staff.casework }, sender);
  const stored = await filing.submit(call.personId, sent, content);
  if (stored.stored === "no") throw new Error("not stored");
  return stored.submission.receipt;
}
