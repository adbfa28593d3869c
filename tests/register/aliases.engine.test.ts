import { randomBytes } from "node:crypto";
import { PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { type AliasSecret, aliasesOf } from "../../functions/alias.ts";
import { findPersonIn } from "../../functions/find-person.ts";
import { claim, rekeyIn } from "../../functions/register/aliases.ts";
import { openRegister, type Register } from "../../functions/register/register.ts";
import { itemOf } from "../../functions/register/table.ts";
import { renumbered } from "../../shared/identity.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Identity } from "../../shared/registration.ts";
import { withEngine } from "../support/around.ts";
import { aPersonId, aRegistration, day } from "../support/build.ts";

const newKey = () => randomBytes(32).toString("base64");
const today = day("2026-03-31");
const RIC = "RIC" as const;

const engine = withEngine();
let register: Register;
let secret: AliasSecret;
let findPerson: ReturnType<typeof findPersonIn>;
let rekey: ReturnType<typeof rekeyIn>;

beforeAll(() => {
  register = openRegister({ client: engine.client, table: "register" });
  secret = { current: 1, versions: { "1": newKey() } };
  findPerson = findPersonIn({ register, secret: async () => secret });
  rekey = rekeyIn({ client: engine.client, table: "register", register, secret: async () => secret });
});

/** Someone is in the register, and every document leads there. */
async function registered(identity: Partial<Identity>, personId = aPersonId()): Promise<PersonId> {
  const registration = aRegistration({
    personId,
    identity: { docType: RIC, number: "340422190302070134", name: "林晓禾", sex: "M", ...identity },
  });
  await engine.client.send(new PutItemCommand({ TableName: "register", Item: itemOf.registration(registration) }));
  await rekey(personId, today);
  return personId;
}
const found = async (number: string, name: string, docType: Identity["docType"] = RIC) =>
  (await findPerson({ docType, number, name }))?.registration.personId;

describe("a number", () => {
  test("leads to the person of that name, and to nobody of another", async () => {
    const ann = await registered({ number: "340422190304040139", name: "阿依努尔·麦麦提" });
    expect(await found("340422190304040139", "阿依努尔・麦麦提")).toBe(ann);
    expect(await found("340422190304040139", "林晓禾")).toBeUndefined();
    expect(await found("340422190304040120", "阿依努尔·麦麦提")).toBeUndefined();
  });

  test("that two people were given leads to each by name, and they stay two", async () => {
    const one = await registered({ number: "340422190305050157", name: "王芳" });
    const other = await registered({ number: "340422190305050157", name: "李军" });
    expect(one).not.toBe(other);
    expect([await found("340422190305050157", "王芳"), await found("340422190305050157", "李军")]).toEqual([one, other]);
  });

  test("that two people of one name were given leads to neither: the desk must help", async () => {
    await registered({ number: "340422190305060152", name: "王芳" });
    await registered({ number: "340422190305060152", name: "王芳" });
    expect(await found("340422190305060152", "王芳")).toBeUndefined();
  });

  test("that was put right finds the same person, and so does the wrong one", async () => {
    const wrong = { docType: RIC, number: "340422190306060115", name: "张伟", sex: "M" } as const;
    const person = await registered(wrong);
    await registered(renumbered(wrong, { docType: RIC, number: "340422190306060123" }, today), person);
    expect([await found("340422190306060115", "张伟"), await found("340422190306060123", "张伟")]).toEqual([person, person]);
  });

  test("of a newborn's certificate and the later citizen number are one person", async () => {
    const newborn = { docType: "BIRTH_CERT", number: "T340000001", name: "陈小雨", sex: "F" } as const;
    const child = await registered(newborn);
    await registered(renumbered(newborn, { docType: RIC, number: "340422190307070124" }, today), child);
    expect([await found("T340000001", "陈小雨", "BIRTH_CERT"), await found("340422190307070124", "陈小雨")]).toEqual([
      child,
      child,
    ]);
  });

  test("claimed by two at once goes to one; the other has to look again", async () => {
    const [alias] = aliasesOf(secret, RIC, "340422190308080114");
    const claims = [aPersonId(), aPersonId()].map((personId) =>
      engine.client.send(
        new TransactWriteItemsCommand({
          TransactItems: [{ Put: claim("register", alias, undefined, personId, today) }],
        }),
      ),
    );
    const outcomes = await Promise.allSettled(claims);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await register.alias(alias))?.people).toHaveLength(1);
  });
});

test("while the secret rotates from version 1 to 2, everybody is found all the time", async () => {
  const numbers = ["340422190309090111", "340422190309090138", "340422190309090154", "340422190309090170"];
  const people = await Promise.all(numbers.map((number) => registered({ number, name: "周敏" })));
  const everybody = () => Promise.all(numbers.map((number) => found(number, "周敏")));

  let rotating = true;
  let rounds = 0;
  const requests = (async () => {
    for (; rotating; rounds++) expect(await everybody()).toEqual(people);
  })();
  const [first, second] = [secret.versions["1"]!, newKey()];
  secret = { current: 2, versions: { "1": first, "2": second } };
  const newcomer = await registered({ number: "340422190309090197", name: "周敏" });
  for (const person of people) await rekey(person, today);
  secret = { current: 2, versions: { "2": second } };
  expect(await everybody()).toEqual(people);
  expect(await found("340422190309090197", "周敏")).toBe(newcomer);
  rotating = false;
  await requests;
  expect(rounds).toBeGreaterThan(1);
});
