// A visitor's forms without a network: whose they are, that none is lost and none goes out twice.
import { beforeEach, expect, test } from "vitest";
import type { Answer } from "../../web/call.ts";
import { counted, type Item, mayBeEdited, renewed } from "../../web/visits/item.ts";
import type { Held } from "../../web/visits/seal.ts";
import { sendAll } from "../../web/visits/send.ts";
import type { Sealed, Shelf } from "../../web/visits/shelf.ts";
import { ofColleagues, openStore } from "../../web/visits/store.ts";

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64url");
const wang: Held = { staffId: "wang", name: "王入户", keys: [key("w")] };
const li: Held = { staffId: "li", name: "李入户", keys: [key("l")] };

let rows: Map<string, Sealed>;
let now: number;
let tablet: Shelf;

beforeEach(() => {
  rows = new Map();
  now = Date.parse("2026-11-22T12:00:00+08:00");
  let lease = { by: "", until: 0 };
  tablet = {
    all: async () => [...rows.values()],
    row: async (name) => rows.get(name),
    async put(row, before) {
      if (rows.get(row.name)?.iv !== before?.iv) return false;
      rows.set(row.name, row);
      return true;
    },
    async remove(name) {
      rows.delete(name);
    },
    roads: async () => [],
    keepRoad: async () => {},
    async lease(by, at, ms) {
      if (lease.by !== by && lease.until >= at) return false;
      lease = ms > 0 ? { by, until: at + ms } : { by: "", until: 0 };
      return true;
    },
  };
});

const open = (held: Held) => openStore(held, tablet, () => now);
const item = (key: string, more: Partial<Item> = {}): Item => ({
  ...{ key, kind: "form", author: "wang", visit: "7K3M-9Q2X-001", member: "1", label: "张*", version: "1" },
  ...{ openedAt: now++, stage: "ready", typed: { work: "FLEXIBLE" }, body: { work: "FLEXIBLE" }, ...more },
});
async function keep(...items: Item[]) {
  const store = await open(wang);
  for (const each of items) await store.change(each.key, () => each);
  return store;
}

type Sent = Answer<{ receipt?: string | undefined; status?: string | undefined }>;
const received = (receipt: string): Sent => ({ is: "value", value: { receipt } });
const problem = (type: string, findings: { code: string; path: string[] }[] = []): Sent => ({
  ...{ is: "problem", type },
  problem: { type, findings },
});
const LOST: Sent = { is: "outage", outage: { because: "lost" } };

async function send(answer: (item: Item) => Sent | Promise<Sent>, tab = "tab") {
  const store = await open(wang);
  const sent: string[] = [];
  const went = await sendAll({
    ...{ shelf: tablet, store, tab, now: () => now, changed: () => {} },
    async send(each) {
      sent.push(each.key);
      return answer(each);
    },
  });
  return { went, sent, items: await store.items() };
}

test("what is finished goes out in the order of the doors; what is still being filled in stays", async () => {
  await keep(item("a"), item("b", { stage: "filling" }), item("c"));

  const { went, sent, items } = await send(({ key }) => received(`receipt ${key}`));

  expect([went, sent]).toEqual(["all", ["a", "c"]]);
  expect(items.map(({ key, stage, receipt, typed }) => [key, stage, receipt, typed])).toEqual([
    ["a", "received", "receipt a", {}], // what was typed is the office's now
    ["b", "filling", undefined, { work: "FLEXIBLE" }],
    ["c", "received", "receipt c", {}],
  ]);
  expect(counted(items)).toEqual({ here: 1, sent: 0, received: 2, applied: 0, refused: 0 });
});

test("a form whose answer was lost goes out again as itself, and until then nobody changes it", async () => {
  await keep(item("a"), item("b"));

  const first = await send(() => LOST);
  expect([first.went, first.sent, first.items.map(({ stage }) => stage)]).toEqual(["stopped", ["a"], ["sent", "ready"]]);
  expect(first.items.map(mayBeEdited)).toEqual([false, true]);
  const again = await send(({ key }) => received(`receipt ${key}`));
  expect([again.went, again.sent, again.items.map(({ stage }) => stage)]).toEqual(["all", ["a", "b"], ["received", "received"]]);
});

test("a refused form comes back with its findings and holds nobody up; an ended session stops the rest", async () => {
  await keep(item("a"), item("b"), item("c"));
  const finding = { code: "registration.work-missing", path: ["work"] };

  const { went, items } = await send(({ key }) => (key === "a" ? problem("refused", [finding]) : problem("signed-out")));

  expect(went).toBe("signed-out");
  expect(items.map(({ stage, findings, typed }) => [stage, findings, typed])).toEqual([
    ["refused", [finding], { work: "FLEXIBLE" }],
    ["ready", undefined, { work: "FLEXIBLE" }], // it surely did not arrive
    ["ready", undefined, { work: "FLEXIBLE" }],
  ]);
});

test("two tabs that find a network at once send each form once", async () => {
  await keep(item("a"), item("b"));
  const out: string[] = [];
  const slow = async ({ key }: Item): Promise<Sent> => {
    out.push(key);
    await new Promise((done) => setTimeout(done, 5));
    return received(key);
  };

  const both = await Promise.all([send(slow, "one"), send(slow, "two")]);

  expect(both.map(({ went }) => went).sort()).toEqual(["all", "elsewhere"]);
  expect(out).toEqual(["a", "b"]);
});

test("nothing goes from the tablet before its receipt is here", async () => {
  const stages = ["filling", "ready", "sent", "refused", "received"] as const;
  const store = await keep(...stages.map((stage) => item(stage, { stage })));

  const dropped = await Promise.all(stages.map((stage) => store.drop(stage)));

  expect(dropped).toEqual([false, false, false, false, true]);
  expect((await store.items()).map(({ key }) => key)).toEqual(stages.slice(0, 4));
});

test("a colleague who signs in sees that forms wait, can read none of them, and sends none as their own", async () => {
  await keep(item("a", { label: "张*明" }), item("b"));
  const theirs = await open(li);

  expect(await theirs.items()).toEqual([]);
  const waiting = () => Promise.all(["li", "wang", undefined].map((who) => ofColleagues(tablet, who)));
  expect(await waiting()).toEqual([2, 0, 2]);
  const lying = [...rows.values()].map(({ name, sealed }) => name + Buffer.from(sealed)).join();
  expect(lying).not.toMatch(/张|FLEXIBLE|work/);

  await send(({ key }) => received(key));
  expect(await waiting()).toEqual([0, 0, 0]);
});

test("what was sealed before the office changed its secret is still read, and sealed anew with the next word", async () => {
  await keep(item("a"));
  const later = await openStore({ ...wang, keys: [key("n"), key("w")] }, tablet, () => now);

  await later.change("a", (there) => there && { ...there, typed: { work: "STUDENT" } });

  expect((await later.items()).map(({ typed }) => typed)).toEqual([{ work: "STUDENT" }]);
  expect(rows.size).toBe(1);
  expect(await (await open(wang)).items()).toEqual([]);
});

test("a form whose questions changed is asked anew, with what was written for copying; what left stays as it is", () => {
  const typed = { work: "EMPLOYED", "employer.name": "淮南某厂", card: "yes" };

  expect(renewed(item("a", { typed }), "2")).toMatchObject({ version: "2", stage: "filling", typed: {}, before: ["淮南某厂"] });
  expect(renewed(item("b", { typed, stage: "sent" }), "2")).toMatchObject({ version: "1", stage: "sent", typed });
});
