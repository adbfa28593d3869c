// People for tests: into the register by their items, as the worker would have written them.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { type AliasSecret, aliasUnder } from "../../functions/alias.ts";
import { type Item, itemOf } from "../../functions/register/table.ts";
import { checkDigit } from "../../shared/kernel/number-parts.ts";
import type { Fact, RecordPage, Registration } from "../../shared/registration.ts";
import { aFact, aPersonId, aPhone, aRecord, aRegistration, day } from "./build.ts";

export type Known = { number: string; name: string; phone: string; record: RecordPage };

/** A citizen's number that nobody can have: of a county that was never issued, and of somebody born in 1903. */
export function someoneElse(nth: number): string {
  const digits = `34046919030303${String(nth).padStart(3, "0")}`;
  return digits + checkDigit(digits);
}

type About = { number: string; name?: string; phone?: Fact | undefined; card?: Fact; registration?: Partial<Registration> };

export function aPerson({ number, name = "林晓禾", phone = aPhone(), card, registration = {} }: About): Known {
  const identity = { docType: "RIC" as const, number, name, sex: "M" as const, birth: day("1903-03-03") };
  const record = aRecord({
    registration: aRegistration({ personId: aPersonId(), identity, ...registration }),
    facts: [...(phone ? [phone] : []), card ?? aFact({ name: "card", hasCard: false })],
  });
  return { number, name, phone: phone?.name === "phone" ? phone.phone : "", record };
}

export async function register(client: DynamoDBClient, secret: AliasSecret, ...people: Known[]): Promise<void> {
  const put = (Item: Item) => client.send(new PutItemCommand({ TableName: "register", Item }));
  const byNumber = Map.groupBy(people, ({ number }) => number);
  for (const { record } of people) {
    const { registration, facts, summary } = record;
    await put(itemOf.registration(registration));
    await put(itemOf.summary(registration.personId, summary));
    for (const fact of facts) await put(itemOf.fact(registration.personId, fact));
  }
  for (const [number, sharing] of byNumber) {
    const ids = sharing.map(({ record }) => ({ personId: record.registration.personId, from: day("2026-01-05") }));
    await put(itemOf.alias(aliasUnder(secret, secret.current, "RIC", number), { people: ids }));
  }
}
