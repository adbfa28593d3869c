// Somebody who calls: in the register at HOME, insured far from the county of their number, found by number, name and phone.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { namedOf } from "../../functions/register/names.ts";
import { phonedOf } from "../../functions/register/phones.ts";
import { itemOf, keyOf } from "../../functions/register/table.ts";
import type { TicketView } from "../../shared/helpline/contract.ts";
import type { Fact } from "../../shared/registration.ts";
import { aFact, anInsurance } from "../support/build.ts";
import { type About, aliasSecret, type Known, someoneNew } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { HOME } from "../support/staff.ts";

export const EMPLOYER = "淮南市某某新能源装备制造有限责任公司";
export const INSURED_IN = "320102"; // 南京市玄武区
export const insurances = {
  pension: anInsurance({
    region: INSURED_IN,
    insuredAs: "employee",
    employer: { name: EMPLOYER },
    years: { "2025": "pppppppppppp", "2026": "pp----------" },
  }),
};

/** `facts` beside hukou at HOME, phone and card. */
export async function aCaller(client: DynamoDBClient, about: About = {}, facts: readonly Fact[] = []): Promise<Known> {
  const person = await someoneNew(client, { summary: { insurances }, ...about });
  const { personId, identity } = person.record.registration;
  const home = aFact({ name: "hukou", division: HOME, lines: "龙泉街道学院路8号" });
  const phone = person.record.facts.find((fact) => fact.name === "phone");
  const items = [
    ...[home, ...facts].map((fact) => itemOf.fact(personId, fact)),
    ...namedOf(aliasSecret(), identity).map((named) => keyOf.named(named, personId)),
    ...phonedOf(aliasSecret(), phone?.phone).map((phoned) => keyOf.phoned(phoned, personId)),
  ];
  for (const Item of items) await client.send(new PutItemCommand({ TableName: "register", Item }));
  return person;
}

export const opening = (agent: Pick<Browser, "post">, body: object = {}, key: string = crypto.randomUUID()) =>
  agent.post("/staff/tickets", body, { headers: { "idempotency-key": key } });

/** One step: the ticket, and whom it is about. */
export async function called(agent: Pick<Browser, "post">, typed?: string) {
  const answer = await opening(agent, typed === undefined ? {} : { search: { typed } });
  const body = await answer.json();
  if (!body.opened) throw new Error(`no ticket was opened: ${JSON.stringify(body)}`);
  const ticket: TicketView = body.ticket;
  const at = `/staff/tickets/${ticket.ticket}`;
  return {
    ticket: ticket.ticket,
    at,
    opened: body,
    say: async (question: string, said: string) => {
      const said_ = await agent.post(`${at}/answers`, { question, said });
      return { status: said_.status, ...(await said_.json()) };
    },
    do: async (what: string, given: object = {}) => {
      const done = await agent.post(`${at}/${what}`, given);
      return { status: done.status, ...(await done.json()) };
    },
  };
}
export type Call = Awaited<ReturnType<typeof called>>;
