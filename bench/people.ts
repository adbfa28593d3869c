// People that measures need, put into the register as the worker would have written them.
import { type AttributeValue, type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { aliasUnder } from "../functions/alias.ts";
import { itemOf } from "../functions/register/table.ts";
import { leading } from "../shared/facts.ts";
import { dateOf, instantAt, plusDays } from "../shared/kernel/calendar.ts";
import type { PersonId } from "../shared/kernel/fields.ts";
import type { FullRecord } from "../shared/registration.ts";
import { aPhone } from "../tests/support/build.ts";
import { aliasSecret, aPerson, register, someoneElse } from "../tests/support/people.ts";
import { longRecord } from "./demo-records.ts";

export type Registered = { someone: { number: string; name: string; phone: string }; personId: PersonId };

/** The one with thirty years in five schemes; `as`: with something more in the record. */
export async function longTimer(
  client: DynamoDBClient,
  folder: string,
  as: (record: FullRecord) => FullRecord = (record) => record,
): Promise<Registered & { record: FullRecord }> {
  const record = as(await longRecord(folder));
  const { personId, identity } = record.registration;
  const alias = aliasUnder(aliasSecret(), aliasSecret().current, identity.docType, identity.number);
  const items = [
    itemOf.registration(record.registration),
    itemOf.summary(personId, record.summary),
    ...record.facts.map((fact) => itemOf.fact(personId, fact)),
    ...record.enrolments.map((enrolment) => itemOf.enrolment(personId, enrolment)),
    ...record.paidYears.map((year) => itemOf.paidYear(personId, year)),
    itemOf.alias(alias, { people: [{ personId, from: dateOf(record.registration.createdAt) }] }),
  ];
  for (const item of items) await put(client, item);
  const phone = leading(record.facts, "phone")?.phone ?? "";
  return { someone: { number: identity.number, name: identity.name, phone }, personId, record };
}

/** So many, each with a phone of their own that was confirmed some weeks ago. */
export async function manyPeople(client: DynamoDBClient, count: number): Promise<Registered[]> {
  const today = dateOf(instantAt(Date.now()));
  const people = Array.from({ length: count }, (_, nth) => {
    const phone = aPhone(`198${String(nth).padStart(8, "0")}`, {
      confirmedOn: plusDays(today, -40),
      from: plusDays(today, -400),
    });
    return aPerson({ number: someoneElse(nth), phone });
  });
  await register(client, aliasSecret(), ...people);
  return people.map(({ number, name, phone, record }) => ({
    someone: { number, name, phone },
    personId: record.registration.personId,
  }));
}

const put = (client: DynamoDBClient, Item: Record<string, AttributeValue>) =>
  client.send(new PutItemCommand({ TableName: "register", Item }));
