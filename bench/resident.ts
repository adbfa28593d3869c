// A resident as any other program could be one: over HTTP, with the code from the outbox.
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";
import { instantAt } from "../shared/kernel/calendar.ts";
import { mask } from "../shared/kernel/masking.ts";
import { solve } from "../shared/session/puzzle.ts";
import { aBrowser, type Browser } from "../tests/support/post.ts";
import type { Portal } from "./portal.ts";

type Address = Pick<Portal, "address">;

const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 15;
const CODE = /\d{6}/; // what else is told meanwhile has none

const Messages = v.array(v.object({ to: v.string(), text: v.string(), at: v.string() }));
const Busy = v.object({ challenge: v.object({ text: v.string(), bits: v.number() }) });
const Received = v.object({ receipt: v.string() });
const View = v.object({ status: v.string() });

export type Someone = { number: string; name: string; phone: string | null };
export type Signed = { browser: Browser; status: number; limited: boolean };

/** A browser of their own at that portal. */
export function browserAt({ address }: Address): Browser {
  return aBrowser({
    request: async (path, init) => {
      const headers = new Headers(init?.headers);
      headers.set("origin", address);
      return fetch(`${address}${path}`, { ...init, headers });
    },
  });
}

/** Asks for a code, in a rush with the small sum that a page would do. */
export async function askCode(browser: Browser, { number, name }: Someone): Promise<number> {
  const asked = await browser.post("/session/codes", { number, name });
  if (asked.status !== 429) return asked.status;
  const { challenge } = v.parse(Busy, await asked.json());
  const answer = await solve(challenge, async (text) => createHash("sha256").update(text).digest());
  return (await browser.post("/session/codes", { number, name, answer })).status;
}

export const messagesAt = async ({ address }: Address) => v.parse(Messages, await (await fetch(`${address}/api/outbox`)).json());

/** The code that was sent to this person since: a family's phone gets those of others too, so the masked name counts. */
export async function codeFor(
  portal: Address,
  { name, phone }: Someone,
  since: string,
  patienceMs = 10_000,
): Promise<string | undefined> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await pause(LOOK_EVERY_MS)) {
    const message = (await messagesAt(portal)).findLast(
      ({ to, text, at }) => to === phone && at >= since && text.includes(mask("name", name)) && CODE.test(text),
    );
    if (message) return CODE.exec(message.text)?.[0];
  }
  return undefined;
}

/** From nothing to a session. */
export async function signIn(portal: Address, someone: Someone): Promise<Signed> {
  const browser = browserAt(portal);
  const since = instantAt(Date.now());
  await askCode(browser, someone);
  const code = await codeFor(portal, someone, since);
  const response = await browser.post("/sessions", { number: someone.number, name: someone.name, code });
  const { limited } =
    response.status === 201 ? v.parse(v.object({ limited: v.boolean() }), await response.json()) : { limited: false };
  return { browser, status: response.status, limited };
}

/** Submits a change and follows it, as the page does; milliseconds until it shows as applied. */
export async function changeApplied(browser: Browser, change: object): Promise<number> {
  const began = performance.now();
  const response = await browser.post("/changes", change, { headers: { "idempotency-key": crypto.randomUUID() } });
  if (response.status !== 202) throw new Error(`a change was answered with ${response.status}: ${await response.text()}`);
  const { receipt } = v.parse(Received, await response.json());
  for (;;) {
    const { status } = v.parse(View, await (await browser.get(`/submissions/${receipt}`)).json());
    const took = performance.now() - began;
    if (status === "applied") return took;
    if (!["received", "queued"].includes(status) || took > PATIENCE_MS) throw new Error(`a change ended ${status}`);
    await pause(LOOK_EVERY_MS);
  }
}

/** The first whose phone was confirmed lately: the demo's list begins with them. */
export function freshIn<Person extends Someone>(people: readonly Person[]): Person {
  const [someone] = people;
  if (!someone) throw new Error("the portal has no demo people");
  return someone;
}

/** Somebody whose phone was not confirmed for long: their session is limited at first. */
export function staleIn<Person extends Someone & { about: string }>(people: readonly Person[]): Person {
  const someone = people.find(({ about }) => /not confirmed for more/.test(about));
  if (!someone) throw new Error("nobody in the demo has a stale phone");
  return someone;
}

/** Somebody who is all the way in and has always something new to say. */
export type Active = Someone & { browser: Browser; nextChange(): object };

/** Those of them whose phone lets them all the way in. */
export async function signInFully(portal: Address, people: readonly Someone[]): Promise<Active[]> {
  const active: Active[] = [];
  for (const someone of people) {
    if (!someone.phone) continue;
    const { browser, status, limited } = await signIn(portal, someone);
    if (status !== 201 || limited) continue;
    let { hasCard } = v.parse(v.object({ hasCard: v.nullish(v.boolean()) }), await (await browser.get("/check")).json());
    const nextChange = () => {
      hasCard = !hasCard;
      return { item: "card", hasCard };
    };
    active.push({ ...someone, browser, nextChange });
  }
  return active;
}
