// Every call that leaves the process while a picture is put, replaced, removed, sent and purged fails once: before, after, and
// with its answer lost. Nothing may be half there, and nothing may stay in the bucket that no table knows of.

import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { receiptFor } from "../../functions/casework/table.ts";
import { DUE_SHARDS } from "../../functions/uploads/table.ts";
import { NamedEvidence } from "../../shared/evidence/contract.ts";
import { AttemptKey, type PersonId } from "../../shared/kernel/fields.ts";
import { aChange } from "../support/build.ts";
import type { Browser } from "../support/post.ts";
import { type Hall, openHall, picture, piece, put, remove } from "./desk.ts";

type Mode = "before" | "after" | "lost";
type Fault = { call: number; mode: Mode } | undefined;
let hall: Hall;
let calls: string[] = [];
let fault: Fault;
let doing = "";

// Due pieces lie in sixteen shards, which every purge asks one by one: half of all calls were questions into empty ones.
const SHARD = "0";
const inTheShard = () => {
  const given = piece();
  return process.env["PROVE"] ? given : { ...given, id: given.id.replace(/^./, SHARD) as typeof given.id };
};

beforeAll(async () => {
  if (!process.env["PROVE"]) DUE_SHARDS.splice(0, DUE_SHARDS.length, `DUE#${SHARD}`);
  hall = await openHall();
  for (const client of [hall.client, hall.s3]) {
    const really = client.send.bind(client) as (...given: unknown[]) => Promise<unknown>;
    Object.assign(client, {
      async send(...given: unknown[]) {
        calls.push(`${doing}: ${given[0]?.constructor.name}`);
        const mode = fault?.call === calls.length ? fault.mode : undefined;
        if (mode === "before") throw new Error("unreachable");
        const answer = await really(...given);
        if (mode) throw new Error(mode === "after" ? "the process died" : "socket hang up");
        return answer;
      },
    });
  }
});
afterAll(() => hall.stop());

const inPeace = async <Value>(act: () => Promise<Value>): Promise<Value> => {
  const plan = { fault, calls };
  [fault, calls] = [undefined, []];
  const value = await act();
  ({ fault, calls } = plan);
  return value;
};

/** Whoever asks tries again, like the page, until there is an answer that is one. */
async function insist(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 0; tries < 4; tries++) {
    const response = await ask();
    if (response.status < 500 && response.status !== 409) return response;
  }
  throw new Error("never came through");
}

async function send(personId: PersonId, named: NamedEvidence, key: AttemptKey): Promise<string> {
  const casework = openCasework({ client: hall.client, table: "casework" });
  const at = hall.started.now();
  const content = { slice: "change", change: aChange({ item: "card", hasCard: true }), acceptedAt: at } as const;
  const writes = hall.started.uploads.sends(personId, named, receiptFor(personId, key), at);
  for (let tries = 0; tries < 4; tries++)
    try {
      return (await casework.submit(personId, { key, fingerprint: "f" }, content, { using: writes })).stored;
    } catch {
      // the page presses again
    }
  throw new Error("never came through");
}

const purgeUntilDone = async () => {
  for (let tries = 0; tries < 4; tries++)
    if (
      await hall.purge().then(
        () => true,
        () => false,
      )
    )
      return;
  throw new Error("never came through");
};

/** Whatever is in the bucket, the table knows when it goes. */
async function everythingIsKnown(point: string) {
  const known = new Set((await inPeace(hall.entries)).map(({ object }) => object));
  expect(
    hall.objects().filter(({ key }) => !known.has(key)),
    point,
  ).toEqual([]);
}

/** One life, with two pictures: the first is replaced and sent, the second is taken away. */
async function live(someone: { browser: Browser; personId: PersonId }, plan: Fault): Promise<string[]> {
  const point = plan ? `call ${plan.call}, ${plan.mode}` : "in peace";
  const [kept, dropped] = [inTheShard(), inTheShard()];
  const named = v.parse(NamedEvidence, { draft: kept.draft, ids: [kept.id] });
  const key = v.parse(AttemptKey, crypto.randomUUID());
  const { uploads } = hall.started;
  [fault, calls] = [plan, []];

  doing = "put";
  expect((await insist(() => put(someone.browser, kept, picture(1)))).status, point).toBe(200);
  doing = "replace";
  expect((await insist(() => put(someone.browser, kept, picture(2)))).status, point).toBe(200);
  expect((await insist(() => put(someone.browser, dropped, picture(3)))).status, point).toBe(200);
  await everythingIsKnown(point);
  doing = "remove";
  expect([204, 404], point).toContain((await insist(() => remove(someone.browser, dropped))).status);
  doing = "send";
  expect(["now", "before"], point).toContain(await send(someone.personId, named, key));
  doing = "purge";
  await purgeUntilDone();
  hall.started.pass(86_400);
  await purgeUntilDone();

  const after = calls;
  [fault, calls] = [undefined, []];
  const piece2 = await uploads.find(named.ids[0]!);
  expect(piece2, point).toMatchObject({ state: "sent", type: "image/jpeg" });
  expect(
    hall.objects().map(({ key }) => key),
    point,
  ).toEqual([piece2!.object]);
  expect(await hall.entries(), point).toHaveLength(1);

  await uploads.leave(named.ids, piece2!.receipt!, hall.started.now());
  await hall.purge();
  expect([hall.objects(), await hall.entries()], point).toEqual([[], []]);
  return after;
}

test("whatever call fails, what was put is there once, what was replaced or removed goes, and what was sent stays", {
  timeout: 300_000,
}, async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const someone = () => inPeace(() => hall.someone());
  const labels = await live(await someone(), undefined);
  expect(labels.length).toBeGreaterThan(25);

  let faults = 0;
  for (const [index, label] of labels.entries()) {
    // `npm run prove` fails every single call; here the third of a kind and those after it are left out.
    const alike = labels.slice(0, index).filter((earlier) => earlier === label).length;
    if (alike >= 2 && !process.env["PROVE"]) continue;
    for (const mode of ["before", "after", "lost"] satisfies Mode[]) {
      await live(await someone(), { call: index + 1, mode });
      faults++;
    }
  }
  expect(faults).toBeGreaterThan(45);
});
