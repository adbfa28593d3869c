// People for tests: into the register by their items, as the worker would have written them.
import { readFileSync } from "node:fs";
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { AliasSecret, aliasUnder } from "../../functions/alias.ts";
import { itemOf as caseworkItemOf } from "../../functions/casework/table.ts";
import { type Item, itemOf } from "../../functions/register/table.ts";
import { linesOf } from "../../shared/households/member.ts";
import { checkDigit } from "../../shared/kernel/number-parts.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import type { DocType, Fact, RecordPage, Registration, Summary } from "../../shared/registration.ts";
import { aFact, aPersonId, aPhone, aRecord, aRegistration, day, noon } from "./build.ts";

export type Known = { number: string; name: string; phone: string; record: RecordPage };

/** A citizen's number that nobody can have: of a county that was never issued, and of somebody born in 1903. */
export function someoneElse(nth: number): string {
  const digits = `34046919030303${String(nth).padStart(3, "0")}`;
  return digits + checkDigit(digits);
}

export type About = {
  number?: string;
  docType?: DocType;
  name?: string;
  phone?: Fact | "none";
  card?: Fact;
  registration?: Partial<Registration>;
  summary?: Summary;
  /** They have read the privacy notice, unless it is said. */
  notice?: "unread";
};

export function aPerson({
  number = someoneElse(0),
  docType = "RIC",
  name = "林晓禾",
  phone = aPhone(),
  card,
  registration = {},
  summary,
}: About): Known {
  const identity = { docType, number, name, sex: "M" as const, birth: day("1903-03-03") };
  const record = aRecord({
    registration: aRegistration({ personId: aPersonId(), identity, ...registration }),
    facts: [...(phone === "none" ? [] : [phone]), card ?? aFact({ name: "card", hasCard: false })],
    ...(summary && { summary }),
  });
  return { number, name, phone: phone !== "none" && phone.name === "phone" ? phone.phone : "", record };
}

let nth = 0;

/** Somebody nobody else in this test file is, with a phone of their own, in the register already. */
export async function someoneNew(client: DynamoDBClient, about: About = {}): Promise<Known> {
  const person = aPerson({ number: someoneElse(++nth), phone: aPhone(`199${String(nth).padStart(8, "0")}`), ...about });
  await register(client, aliasSecret(), person);
  if (about.notice !== "unread") {
    const { personId } = person.record.registration;
    const read = caseworkItemOf.notice(personId, { version: NOTICE_VERSION, at: noon("2026-01-05") });
    await client.send(new PutItemCommand({ TableName: "casework", Item: read }));
  }
  return person;
}

/** As the environment of the engine has it. */
export const aliasSecret = (): AliasSecret =>
  v.parse(AliasSecret, JSON.parse(readFileSync(process.env["ALIAS_SECRET_FILE"] ?? "", "utf8")));

export async function register(client: DynamoDBClient, secret: AliasSecret, ...people: Known[]): Promise<void> {
  const put = (Item: Item) => client.send(new PutItemCommand({ TableName: "register", Item }));
  const byNumber = Map.groupBy(people, ({ number }) => number);
  for (const { record } of people) {
    const { registration, facts, summary } = record;
    await put(itemOf.registration(registration));
    await put(itemOf.summary(registration.personId, summary));
    for (const fact of facts) await put(itemOf.fact(registration.personId, fact));
    for (const { home, member } of linesOf(record)) await put(itemOf.member(home, member));
  }
  for (const [number, sharing] of byNumber) {
    const { docType } = sharing[0]!.record.registration.identity;
    const ids = sharing.map(({ record }) => ({ personId: record.registration.personId, from: day("2026-01-05") }));
    await put(itemOf.alias(aliasUnder(secret, secret.current, docType, number), { people: ids }));
  }
}

/** A code that is surely not this one. */
export const wrongAfter = (code = "000000"): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
