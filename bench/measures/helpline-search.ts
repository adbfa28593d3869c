// What a search of the console costs and takes in a large register: by number, by name and birth, by phone, by receipt. The person
// is found by one Get or one Query; the rest is who asks, the row in the log and the page of the record.
import { BatchWriteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { aliasUnder } from "../../functions/alias.ts";
import { itemOf as caseworkItemOf, receiptFor } from "../../functions/casework/table.ts";
import { namedOf } from "../../functions/register/names.ts";
import { phonedOf } from "../../functions/register/phones.ts";
import { type Item, itemOf, keyOf } from "../../functions/register/table.ts";
import { dateOf, instantAt } from "../../shared/kernel/calendar.ts";
import { AttemptKey } from "../../shared/kernel/fields.ts";
import { checkDigit } from "../../shared/kernel/number-parts.ts";
import { aFact, aPersonId, aPhone, aRegistration, day } from "../../tests/support/build.ts";
import { startEngine } from "../../tests/support/engine.ts";
import { aliasSecret } from "../../tests/support/people.ts";
import { HOME, startStaff } from "../../tests/support/staff.ts";
import { type Figure, figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { startMeter } from "../meter.ts";
import { quantile, rounded, timed } from "../statistics.ts";

/** Smaller while somebody else needs the machine. */
const PEOPLE = Number(process.env["BENCH_PEOPLE"] ?? 100_000);
const SEARCHES = 400; // of each kind
const A_MEMBER = 20; // searches of one agent: more in a minute than an agent may open is refused
const CHARACTERS = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"];
const PEOPLE_A_WRITE = 3; // twenty-five items at most
const WRITES_AT_ONCE = 16;

type Sought = { number: string; name: string; birth: string; phone: string; receipt: string };
type Kind = "number" | "name-birth" | "phone" | "receipt";
const typed: Record<Kind, (one: Sought) => string> = {
  number: ({ number }) => number,
  "name-birth": ({ name, birth }) => `${name} ${birth}`,
  phone: ({ phone }) => phone,
  receipt: ({ receipt }) => receipt,
};
const kinds = Object.keys(typed).filter((kind): kind is Kind => kind in typed);

export const helplineSearch: Measure = {
  names: ["helpline.search"],
  async run({ say }) {
    // An engine of its own, in memory: a hundred thousand people would be the world of every measure behind it.
    const environment = { ...process.env };
    const { client, stop } = await startEngine();
    try {
      return await searched(client, say);
    } finally {
      await stop();
      Object.assign(process.env, environment);
    }
  },
};

async function searched(client: DynamoDBClient, say: (text: string) => void): Promise<Figure[]> {
  const people = await fill(client, say);
  const hall = startStaff({ client, clock: () => instantAt(Date.now()) });
  const someone = (nth: number) => people[(nth * 7919) % people.length]!;
  const search = async (by: Awaited<ReturnType<typeof hall.as>>, kind: Kind, nth: number) => {
    const answer = await by.post("/staff/search", { typed: typed[kind](someone(nth)) });
    const { found = [] }: { found?: unknown[] } = await answer.json();
    if (answer.status !== 200 || found.length === 0) throw new Error(`a search by ${kind} answered ${answer.status}`);
  };

  const said: string[] = [];
  const all: number[] = [];
  let once = true;
  for (const kind of kinds) {
    const meter = startMeter();
    const first = await meter.aside(() => hall.as("agent"));
    meter.take();
    await search(first, kind, 1);
    const { calls, rru, wru } = meter.take();
    meter.stop();
    // A session, who that is, whom the search finds, the page of the record.
    once &&= calls.filter((call) => /^(?:GetItem|Query)/.test(call)).length === 4;
    const times: number[] = [];
    for (let nth = 0; nth < SEARCHES; nth += A_MEMBER) {
      say(`${kind}: ${nth} of ${SEARCHES}`);
      const by = await hall.as("agent");
      for (let more = 0; more < A_MEMBER; more++) times.push(await timed(() => search(by, kind, nth + more)));
    }
    all.push(...times);
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)].map((ms) => ms.toFixed(1));
    said.push(`${kind} ${p50} / ${p99} ms, ${rru} RRU + ${wru} WRU`);
  }
  return [
    figureOf("helpline.search", {
      value: rounded(quantile(all, 0.5), 1),
      unit: "ms",
      judged: once,
      note: `${people.length} people; p50 / p99, with session, limits, access log and record: ${said.join("; ")}`,
    }),
  ];
}

/** As the worker would have written them: whom a search shows, and what leads there. */
async function fill(client: DynamoDBClient, say: (text: string) => void): Promise<Sought[]> {
  const secret = aliasSecret();
  const today = dateOf(instantAt(Date.now()));
  const people: Sought[] = [];
  let waiting: { register: Item[]; casework: Item[] } = { register: [], casework: [] };
  let writes: Promise<unknown>[] = [];
  for (let nth = 0; nth < PEOPLE; nth++) {
    const date = new Date(Date.UTC(1903, 0, 1 + Math.floor(nth / 900))).toISOString().slice(0, 10);
    const digits = `${HOME}${date.replaceAll("-", "")}${String(nth % 900).padStart(3, "0")}`;
    const number = digits + checkDigit(digits);
    const name = [nth, nth >> 4, nth >> 8].map((turn) => CHARACTERS[turn % CHARACTERS.length]).join("");
    const birth = day(date);
    const phone = aPhone(`154${String(nth).padStart(8, "0")}`);
    const personId = aPersonId();
    const identity = { docType: "RIC" as const, number, name, sex: "M" as const, birth };
    const registration = aRegistration({ personId, identity });
    const receipt = receiptFor(personId, v.parse(AttemptKey, crypto.randomUUID()));
    const submission = {
      personId,
      receipt,
      status: "applied" as const,
      content: { slice: "change" as const, change: { item: "card" as const, hasCard: true }, acceptedAt: registration.createdAt },
      fingerprint: "f",
      history: [{ status: "applied" as const, at: registration.createdAt }],
    };
    const inRegister = [
      itemOf.registration(registration),
      itemOf.summary(personId, { insurances: {} }),
      itemOf.fact(personId, phone),
      itemOf.fact(personId, aFact({ name: "hukou", division: HOME, lines: "学院路" })),
      itemOf.alias(aliasUnder(secret, secret.current, "RIC", number), { people: [{ personId, from: today }] }),
      ...namedOf(secret, identity).map((named) => keyOf.named(named, personId)),
      ...(phone.name === "phone" ? phonedOf(secret, phone.phone).map((phoned) => keyOf.phoned(phoned, personId)) : []),
    ];
    waiting.register.push(...inRegister);
    waiting.casework.push(caseworkItemOf.submission(submission));
    people.push({ number, name, birth, phone: phone.name === "phone" ? phone.phone : "", receipt });
    if (waiting.casework.length < PEOPLE_A_WRITE && nth < PEOPLE - 1) continue;
    writes.push(put(client, waiting));
    waiting = { register: [], casework: [] };
    if (writes.length < WRITES_AT_ONCE) continue;
    await Promise.all(writes);
    writes = [];
    say(`${nth} of ${PEOPLE} people`);
  }
  await Promise.all(writes);
  return people;
}

const put = (client: DynamoDBClient, tables: Readonly<Record<string, readonly Item[]>>) =>
  client.send(
    new BatchWriteItemCommand({
      RequestItems: Object.fromEntries(
        Object.entries(tables).map(([table, items]) => [table, items.map((Item) => ({ PutRequest: { Item } }))]),
      ),
    }),
  );
