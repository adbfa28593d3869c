// A new version of the secret behind the aliases: `npm run rotate -- begin`, then `npm run rotate -- finish`.
// begin: the new version is published, a minute and a half later, when every function knows it, it comes into use; then
// everybody's aliases, names and phones are written under it too, as deltas, behind nobody's submission. Both versions count all the time.
// finish: only when everybody is written under the new version is the old one forgotten.
// `npm run rotate -- reminders` leaves the secret alone and has everybody's reminders counted again: after new numbers of policy were
// deployed (the period of a year), and once in a register that was filled before there were reminders.
import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { DynamoDBClient, GetItemCommand, paginateScan } from "@aws-sdk/client-dynamodb";
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as v from "valibot";
import { AliasSecret, aliasUnder } from "../functions/alias.ts";
import { locationOf } from "../functions/environment.ts";
import { namedOf } from "../functions/register/names.ts";
import { phonedOf, phoneOf } from "../functions/register/phones.ts";
import { openRegister } from "../functions/register/register.ts";
import { type Item, keyOf, read } from "../functions/register/table.ts";
import { complain } from "../infra/local/complaint.ts";
import { useRunningPortal } from "../infra/local/endpoints.ts";
import { documentsOf } from "../shared/identity.ts";
import { isTurnedAway } from "../shared/newcomer/turned-away.ts";
import type { Registration } from "../shared/registration.ts";
import { forgetOlder, isSwitched, takeUpNext } from "./rotate/versions.ts";

const command = process.argv[2];
await useRunningPortal();
const file =
  process.env["ALIAS_SECRET_FILE"] ??
  complain("This rotates a local secret; on AWS put the new version into Secrets Manager, then run it there.");
const client = new DynamoDBClient({});
const register = openRegister({ client, table: locationOf("register") });
const secret = v.parse(AliasSecret, JSON.parse(readFileSync(file, "utf8")));

if (command === "begin") await begin();
else if (command === "finish") await finish();
else if (command === "reminders") await countReminders();
else complain("Usage: npm run rotate -- begin | finish | reminders");

/** A scan, and so never behind a request: an operator runs it once in years. */
async function* everybody(): AsyncGenerator<Registration> {
  const asked = {
    TableName: locationOf("register"),
    FilterExpression: "sk = :registration",
    ExpressionAttributeValues: { ":registration": { S: "REGISTRATION" } },
  };
  for await (const page of paginateScan({ client }, asked)) for (const item of page.Items ?? []) yield read.registration(item);
}

async function begin() {
  const known = await takeUpNext(secret, { keep, wait, newKey: () => randomBytes(32).toString("base64") });
  const people = await sendEverybody();
  console.log(
    `Version ${known.current} is in use, the older one counts still. ${people} people are being written under it; then: npm run rotate -- finish`,
  );
}

async function countReminders() {
  console.log(`The reminders of ${await sendEverybody()} people are being counted again, behind what people submit.`);
}

async function sendEverybody(): Promise<number> {
  const sqs = new SQSClient({});
  let people = 0;
  let batch: Registration[] = [];
  const send = async () => {
    if (batch.length === 0) return;
    const Entries = batch.map(({ personId }, index) => {
      const eventId = randomUUID();
      return {
        Id: String(index),
        MessageBody: JSON.stringify({ rekey: personId, eventId }),
        MessageGroupId: personId,
        MessageDeduplicationId: eventId,
      };
    });
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: locationOf("deltas"), Entries }));
    if (Failed.length > 0) complain("Not everybody could be put on the queue: run it again, it goes on where it was.");
    people += batch.length;
    batch = [];
  };
  for await (const registration of everybody()) if (batch.push(registration) === 10) await send();
  await send();
  return people;
}

async function wait(seconds: number) {
  console.log(`The new version is published. In ${seconds} seconds every function knows it, and it comes into use.`);
  await setTimeout(seconds * 1000);
}

async function finish() {
  if (Object.keys(secret.versions).length === 1)
    return console.log(`Nothing to finish: only version ${secret.current} is in use.`);
  if (!isSwitched(secret))
    complain("The new version is not in use yet: run `npm run rotate -- begin` again, it goes on where it was.");
  let missing = 0;
  for await (const registration of everybody()) {
    if (isTurnedAway(registration)) continue;
    const { personId, identity } = registration;
    const aliases = documentsOf(identity).map(({ docType, number }) => aliasUnder(secret, secret.current, docType, number));
    const held = await Promise.all(aliases.map((alias) => register.alias(alias)));
    const newest = { current: secret.current, versions: { [secret.current]: secret.versions[secret.current] ?? "" } };
    const phone = phoneOf((await register.atTheDoor(personId))?.facts ?? []);
    const led = [
      ...namedOf(newest, identity).map((named) => keyOf.named(named, personId)),
      ...phonedOf(newest, phone).map((phoned) => keyOf.phoned(phoned, personId)),
    ];
    const there = await Promise.all(led.map(isThere));
    if (!there.every(Boolean) || !held.every((alias) => alias?.people.some((person) => person.personId === personId))) missing++;
  }
  if (missing > 0)
    complain(
      `${missing} people are not yet written under version ${secret.current}: wait a little, then again; or \`begin\` once more.`,
    );
  keep(forgetOlder(secret));
  console.log(`Older versions are forgotten; version ${secret.current} alone is in use.`);
}

const isThere = async (Key: Item) =>
  (await client.send(new GetItemCommand({ TableName: locationOf("register"), Key, ConsistentRead: true }))).Item !== undefined;

/** Whole or not at all. */
function keep(next: AliasSecret) {
  writeFileSync(`${file}.new`, JSON.stringify(next), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
