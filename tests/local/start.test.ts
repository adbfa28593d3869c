// npm start, as anybody runs it: the real functions, the real pages, a register of people who do not live.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { aPlace, root } from "../support/processes.ts";

const place = aPlace();
const PEOPLE = 60;
let child: ChildProcess | undefined;
let said = "";
let address = "";
const cookies = new Map<string, string>();

afterAll(async () => {
  await end("SIGKILL");
  place.clear();
});

/** `killAt`: killed in the moment in which it says this. */
function start(killAt?: RegExp) {
  said = "";
  const env = { ...process.env, DATA_DIR: place.data, PORT: "0", DEMO_PEOPLE: String(PEOPLE) };
  child = spawn(process.execPath, ["scripts/start.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  child.stdout!.on("data", (data) => {
    said += data;
    address = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? "";
    if (killAt?.test(said)) child?.kill("SIGKILL");
  });
}
async function end(signal: "SIGKILL" | "SIGTERM") {
  if (!child || child.exitCode !== null || child.signalCode) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}
const isReady = () => expect.poll(() => said, { timeout: 120_000 }).toContain("Stop with Ctrl-C");

async function call(path: string, body?: object, headers: Record<string, string> = {}) {
  const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
  const answer = await fetch(address + path, {
    method: body ? "POST" : "GET",
    headers: { cookie, origin: address, ...(body && { "content-type": "application/json" }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  for (const set of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
    cookies.set(name!, value!);
  }
  return { status: answer.status, body: await answer.json().catch(() => undefined) };
}

test("a demo register whose making was killed is finished at the next start, with everybody in it once", {
  timeout: 300_000,
}, async () => {
  start(/Demo register.* [1-9]0 %/);
  await once(child!, "exit");
  expect(existsSync(join(place.data, "queues.db"))).toBe(true);
  expect(existsSync(join(place.data, "demo.json"))).toBe(false);

  start();
  await isReady();
  const people: { name: string; number: string }[] = JSON.parse(readFileSync(join(place.data, "demo.json"), "utf8"));
  expect(people.length).toBeGreaterThan(5);
  for (const { name, number } of people) expect(said).toMatch(new RegExp(`${number} .* ${name}`));
  await end("SIGTERM");

  const db = new DatabaseSync(join(place.data, "register.db"), { readOnly: true });
  expect(db.prepare("SELECT count(*) AS people FROM register WHERE sk = 'S:REGISTRATION'").get()!["people"]).toBe(PEOPLE);
  db.close();
});

test("told to stop while it fills the register, it goes quietly, and finishes at the next start", {
  timeout: 300_000,
}, async () => {
  rmSync(place.data, { recursive: true });
  start();
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/Demo register.* 0 %/);
  const exit = once(child!, "exit");
  child!.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);

  start();
  await isReady();
  await end("SIGTERM");
});

test("a change sent in the second before a kill is in the register after the next start", { timeout: 300_000 }, async () => {
  start();
  await isReady();
  const [me] = JSON.parse(readFileSync(join(place.data, "demo.json"), "utf8"));
  const { number, name } = me;
  expect((await call("/api/session/codes", { number, name })).status).toBe(202);
  const newest = async () => (await call("/api/outbox")).body.at(-1);
  await expect.poll(newest).toMatchObject({ to: me.phone, text: expect.stringMatching(/\d{6}/) });
  const code = /\d{6}/.exec((await newest()).text)![0];
  expect((await call("/api/sessions", { number, name, code })).status).toBe(201);

  const before = (await call("/api/check")).body;
  const hasCard = !before.card?.hasCard;
  const change = await call("/api/changes", { item: "card", hasCard }, { "idempotency-key": crypto.randomUUID() });
  await end("SIGKILL");
  expect(change).toMatchObject({ status: 202, body: { receipt: expect.any(String), status: "received" } });

  start();
  await isReady();
  const ended = async () => (await call(`/api/submissions/${change.body.receipt}`)).body?.status;
  await expect.poll(ended, { timeout: 20_000 }).toBe("applied");
  expect((await call("/api/check")).body.card.hasCard).toBe(hasCard);
  const told = async () => (await call("/api/outbox")).body.at(-1).text;
  await expect.poll(told).toContain(change.body.receipt);

  const [somebody] = JSON.parse(readFileSync(join(place.data, "demo-staff.json"), "utf8"));
  expect(said).toContain(somebody.name);
  const way = await fetch(`${address}/api/staff/session/start`, { redirect: "manual" });
  expect(new URL(way.headers.get("location")!).origin).toBe(somebody.signIn.issuer);
});
