// A family in the register, as the worker writes it.
import { type DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { openRegister } from "../../functions/register/register.ts";
import type { Fact } from "../../shared/registration.ts";
import { aFact, aPhone, day, noon } from "../support/build.ts";
import { aliasSecret, aPerson, type Known, register as registerNumber, someoneElse } from "../support/people.ts";

export const inHousehold = (number: string, relation: string, differences = {}) =>
  aFact({ name: "household", division: "340403", number, relation, ...differences });

let nth = 700;

/** Somebody with a number, a phone, and what an agency's file says of their household. */
export async function aMember(
  client: DynamoDBClient,
  { birth, facts, name = "林晓禾" }: { birth: string; facts: Fact[]; name?: string },
): Promise<Known> {
  nth++;
  const number = someoneElse(nth);
  const identity = { docType: "RIC", number, name, sex: "F", birth: day(birth) } as const;
  const phone = aPhone(`197${String(nth).padStart(8, "0")}`);
  const person = aPerson({ number, name, phone, registration: { identity } });
  await registerNumber(client, aliasSecret(), person);
  await tell(client, person, facts);
  return person;
}

/** A later file says something else. */
export async function tell(client: DynamoDBClient, person: Known, facts: Fact[]): Promise<void> {
  const register = openRegister({ client, table: "register" });
  const { personId } = person.record.registration;
  const before = await register.page(personId);
  const move = { by: "insured-340403", channel: "import", receipt: crypto.randomUUID(), recordedAt: noon("2026-03-02") } as const;
  const TransactItems = register.moves({ ...move, personId, before, changes: { facts } });
  await client.send(new TransactWriteItemsCommand({ TransactItems }));
}
