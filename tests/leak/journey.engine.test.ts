// Nothing that is printed may say who somebody is: the whole portal in one process, everything that people, agencies and wrong
// requests do, and then the same once more while every second call of it fails with words full of what it was about.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Active, askCode, browserAt, codeFor, messagesAt, signInFully } from "../../bench/resident.ts";
import { type Portal, startPlatform } from "../../infra/local/platform.ts";
import { openCounter } from "../../scripts/feed/follow.ts";
import { writeExtract } from "../../scripts/people/extract.ts";
import { makePeople } from "../../scripts/people/make.ts";
import { contracts } from "../../shared/contracts.ts";
import { dateOf, instantAt } from "../../shared/kernel/calendar.ts";
import { topology } from "../../shared/topology.ts";
import type { Browser } from "../support/post.ts";

const FAILING_MS = 2_000;
const PATIENCE_MS = 60_000;
const today = dateOf(instantAt(Date.now()));
const people = [...makePeople({ count: 40, seed: 7, today })];
const owners = people.flatMap(({ number, name, phone, phoneShared }) => (phone && !phoneShared ? [{ number, name, phone }] : []));
const folder = mkdtempSync(join(tmpdir(), "canbaotong-leak-"));

let portal: Portal;
beforeAll(async () => {
  mkdirSync(join(folder, "site"));
  writeFileSync(join(folder, "site", "index.html"), "<!doctype html>");
  portal = await startPlatform({ folder: join(folder, "data"), port: 0, site: async () => join(folder, "site") });
});
afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true });
});

/** Whatever reaches the terminal, by whichever way. */
function overhear(): string[] {
  const printed: string[] = [];
  for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const)
    vi.spyOn(console, method).mockImplementation((...said) => void printed.push(said.map(String).join(" ")));
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((said) => printed.push(String(said).trim()) > 0);
  return printed;
}

/** `spoil`: what somebody did to the file before it was handed in. */
async function fileOf(name: string, spoil: (csv: string) => string = (csv) => csv): Promise<string> {
  const file = join(folder, name);
  await writeExtract(people, file, { asOf: today });
  writeFileSync(file, spoil(readFileSync(file, "utf8")));
  return file;
}

/** Numbers cut short, slipped rows, names that are none. */
const damaged = (csv: string) =>
  csv
    .split("\r\n")
    .map((line, nth) => (nth === 0 ? line : [line.replace(/\d,/, ","), `,${line}`, line.replace(/,\p{L}/u, ",\u0007")][nth % 3]))
    .join("\r\n");

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) if (await holds()) return;
  throw new Error("it never came");
}

const once = () => ({ headers: { "idempotency-key": crypto.randomUUID() } });

async function submitted(browser: Browser, body: object, end: string): Promise<string> {
  const { receipt } = v.parse(v.object({ receipt: v.string() }), await (await browser.post("/changes", body, once())).json());
  await until(async () => (await (await browser.get(`/submissions/${receipt}`)).json()).status === end);
  return receipt;
}

/** By the other one's number and name, and the code that they were sent; then it is ended. */
async function actsFor(delegate: Active, giver: Active): Promise<void> {
  const since = instantAt(Date.now());
  const wish = { number: giver.number, name: giver.name, scopes: ["look"], months: 1 };
  expect((await delegate.browser.post("/delegations/codes", wish)).status).toBe(202);
  const begun = await delegate.browser.post("/delegations", { ...wish, code: await codeFor(portal, giver, since) }, once());
  const { delegation } = v.parse(Begun, await begun.json()).delegation;
  for (const path of ["/check", "/reminders", "/duplicates"])
    expect((await delegate.browser.get(`${path}?for=${delegation}`)).status).toBe(200);
  expect((await giver.browser.post(`/delegations/${delegation}/end`, {})).status).toBe(200);
}
const Begun = v.object({ delegation: v.object({ delegation: v.string() }) });

/** Signs in, looks, changes, gives a new phone, moves, takes it back, acts for somebody, goes. */
async function everydayLife(phone: string): Promise<void> {
  const [someone, another] = await signInFully(portal, owners);
  if (!someone || !another) throw new Error("nobody can sign in");
  await submitted(someone.browser, someone.nextChange(), "applied");

  const since = instantAt(Date.now());
  await someone.browser.post("/phone-codes", { phone });
  await submitted(
    someone.browser,
    { item: "phone", phone, code: await codeFor(portal, { ...someone, phone }, since) },
    "applied",
  );

  const address = { division: "320102", lines: "梅园新村街道长江路1号" };
  const move = await submitted(another.browser, { item: "hukou", movedOn: "2026-03-01", address }, "in-review");
  await another.browser.post(`/submissions/${move}/withdrawal`, undefined, once());
  await until(async () => (await (await another.browser.get(`/submissions/${move}`)).json()).status === "withdrawn");
  await actsFor(someone, another);
  await someone.browser.del("/sessions/current");
}

/** Who somebody is, in every place of a request where it does not belong. */
async function wrongRequests(): Promise<void> {
  const browser = browserAt(portal);
  for (const { number, name, phone } of people.slice(0, 4)) {
    const said = encodeURIComponent(`${number} ${name} ${phone}`);
    const body = { [number]: name, number, name, phone, code: "000000" };
    for (const { method, path } of contracts) {
      const address = `${path.replace(/:\w+/, said)}?${said}=${said}`;
      await (method === "GET" ? browser.get(address) : browser.post(address, body, { method }));
    }
    await browser.get(`/${said}`, { headers: { "x-request-id": said, cookie: `__Host-session=${said}` } });
    await browser.post("/sessions", `{"number":"${number}","name":"${name}`);
    await browser.post("/sessions", { number: `${number}1`, name, code: "000000" });
    await browser.post("/session/codes", { number, name: "别人" });
  }
}

/** Every second call breaks, and its words, its name and its code say what it was about, as those of the SDK may. */
function breakCalls(): () => void {
  let calls = 0;
  const spies = [DynamoDBClient.prototype, SQSClient.prototype].map((prototype) => {
    const { send } = prototype;
    return vi.spyOn(prototype, "send").mockImplementation(function (this: unknown, ...given: unknown[]) {
      if (++calls % 2 > 0) return Reflect.apply(send, this, given);
      const words = JSON.stringify(Reflect.get(Object(given[0]), "input"));
      const telling = { name: words.slice(0, 50), code: words, $fault: "server" };
      return Promise.reject(Object.assign(new Error(words), calls % 4 > 0 && telling));
    });
  });
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}

const places: string[] = [...Object.keys(topology.functions), "platform", "api", ...contracts.map(({ path }) => path)];
const Failure = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Za-z.-]{1,60}$/)),
  path: v.picklist(places),
  requestId: v.optional(v.pipe(v.string(), v.uuid())),
});
const Metric = v.looseObject({ _aws: v.object({ Timestamp: v.number() }) });

/** One of the two kinds of line that there are. */
function isOurs(line: string): boolean {
  try {
    return v.is(v.union([Failure, Metric]), JSON.parse(line));
  } catch {
    return false;
  }
}

test("no line that is printed says who anybody is, whatever people do and whatever breaks", {
  timeout: 4 * PATIENCE_MS,
}, async () => {
  const printed = overhear();
  const counter = openCounter();
  const handIn = async (file: string) => counter.receipt(await counter.handIn("insured", file));
  const registered = async (file: string) => {
    const receipt = await handIn(file);
    if (receipt.state === "taken") await counter.follow(receipt, () => {});
    return receipt.state;
  };
  expect(await registered(await fileOf("people.csv"))).toBe("taken");
  await everydayLife("15411110001");
  await wrongRequests();
  expect(await registered(await fileOf("damaged.csv", damaged))).toBe("taken");

  const [witness] = await signInFully(portal, owners.slice(2, 4));
  if (!witness) throw new Error("nobody can sign in");
  const mend = breakCalls();
  const outage = { since: Date.now(), heard: printed.length };
  await handIn(await fileOf("again.csv", (csv) => csv.replaceAll("路", "街")));
  while (Date.now() < outage.since + FAILING_MS) {
    await wrongRequests();
    for (const someone of owners.slice(0, 5)) await askCode(browserAt(portal), someone);
    const pages = ["/check", "/submissions", "/sessions/current", "/transfers/offer", "/transfers", "/duplicates", "/reminders"];
    for (const path of [...pages, "/delegations"]) await witness.browser.get(path);
    for (const { number, name } of owners.slice(0, 2))
      await witness.browser.post("/delegations/codes", { number, name, scopes: ["look"], months: 1 });
    await witness.browser.post("/changes", witness.nextChange(), once());
  }
  mend();
  await everydayLife("15411110002");
  counter.close();

  const codes = (await messagesAt(portal)).flatMap(({ text }) => /\d{6}/.exec(text) ?? []);
  expect(codes.length).toBeGreaterThan(5);
  expect(printed.length).toBeGreaterThan(outage.heard + 20);
  expect(printed.filter((line) => !isOurs(line))).toEqual([]);
  const theirs = people.flatMap(({ number, name, phone, hukou }) => [number, name, phone ?? number, hukou.lines]);
  const secrets = [...theirs, "15411110001", "15411110002", "长江路1号", ...codes.map((code) => `"${code}"`)];
  expect(printed.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
});
