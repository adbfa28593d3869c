import { beforeEach, expect, test } from "vitest";
import { DRAFT_DAYS, goneOnWith, type Kept, merged } from "../../web/drafts/record.ts";
import type { Row } from "../../web/drafts/seal.ts";
import type { Shelf } from "../../web/drafts/shelf.ts";
import { openDrafts } from "../../web/drafts/store.ts";

const [MINE, YOURS, MY_NEXT] = ["m", "y", "n"].map((letter) => Buffer.alloc(32, letter).toString("base64url")) as [
  string,
  string,
  string,
];
const DAY_MS = 86_400_000;
const FORM = "change.employment";

let rows: Map<string, Row>;
let now: number;
let phone: Shelf;

beforeEach(() => {
  rows = new Map();
  now = Date.parse("2026-11-22T12:00:00+08:00");
  phone = {
    rowNamed: async (name) => rows.get(name),
    allRows: async () => [...rows.values()],
    async put(row, before) {
      if (rows.get(row.name)?.iv !== before?.iv) return false;
      rows.set(row.name, row);
      return true;
    },
    async remove(name) {
      rows.delete(name);
    },
  };
});

const open = (...keys: string[]) => openDrafts(keys, phone, () => now);
const blank: Kept = {
  ...{ form: FORM, version: "1", draft: "d", attempt: "a", page: "/change/employment", title: "单位叫什么？" },
  fields: {},
};
const type = (name: string, value: string) => (stored: Kept | undefined) => {
  const kept = goneOnWith(stored, blank);
  return { ...kept, fields: merged(kept.fields, { [name]: [value, ++now] }) };
};
const typed = async (...keys: string[]) => (await (await open(...keys)).read(FORM))?.kept.fields;

test("what was typed is found again by the same person, and by nobody else", async () => {
  await (await open(MINE)).write(FORM, type("employer.name", "淮南某厂"));

  expect(await typed(MINE)).toEqual({ "employer.name": ["淮南某厂", now] });
  expect(await typed(YOURS)).toBeUndefined();
  expect(await (await open(YOURS)).all()).toEqual([]);
});

test("whoever reads the phone finds neither what was typed, nor into which form, nor by whom", async () => {
  await (await open(MINE)).write(FORM, type("employer.name", "淮南某厂 19988887777"));
  const lying = [...rows.values()].map(({ name, sealed, iv }) => [name, Buffer.from(sealed), Buffer.from(iv)].join(" ")).join();

  expect(lying).not.toMatch(/淮南|1998888|employer|change|employment/);
  expect(lying).not.toContain(MINE);
});

test("two tabs that write at the same moment lose nothing", async () => {
  const [one, other] = await Promise.all([open(MINE), open(MINE)]);
  await Promise.all([
    one.write(FORM, type("a", "1")),
    other.write(FORM, type("b", "2")),
    one.write(FORM, type("c", "3")),
    other.write(FORM, type("d", "4")),
  ]);

  expect(Object.keys((await typed(MINE)) ?? {}).sort()).toEqual(["a", "b", "c", "d"]);
});

test("what nobody came back to is swept out, whoever comes; what is a moment younger stays", async () => {
  await (await open(MINE)).write(FORM, type("a", "1"));
  now += DRAFT_DAYS * DAY_MS - 1;
  await open(YOURS);
  expect(rows.size).toBe(1);
  now += 1;
  await open(YOURS);
  expect(rows.size).toBe(0);
});

test("what was damaged is as good as none, and makes room", async () => {
  const drafts = await open(MINE);
  await drafts.write(FORM, type("a", "1"));
  for (const row of rows.values()) new Uint8Array(row.sealed)[3]! ^= 1;

  expect(await typed(MINE)).toBeUndefined();
  await drafts.write(FORM, type("b", "2"));
  expect(Object.keys((await typed(MINE)) ?? {})).toEqual(["b"]);
});

test("a phone that is full says so, and keeps what was there", async () => {
  const drafts = await open(MINE);
  await drafts.write(FORM, type("a", "1"));
  phone.put = async () => {
    throw new DOMException("full", "QuotaExceededError");
  };

  await expect((await open(MINE)).write(FORM, type("b", "2"))).rejects.toThrow("full");
  expect(Object.keys((await typed(MINE)) ?? {})).toEqual(["a"]);
});

test("what was sealed before the secret was changed is read, and the next word seals it anew", async () => {
  await (await open(MINE)).write(FORM, type("a", "1"));
  await (await open(MY_NEXT, MINE)).write(FORM, type("b", "2"));

  expect(Object.keys((await typed(MY_NEXT)) ?? {})).toEqual(["a", "b"]);
  expect(rows.size).toBe(1);
});

test("nothing is kept without a key", async () => {
  await expect(open()).rejects.toThrow("no key");
});

test("what this person has not sent is listed, the last first, and one can be deleted", async () => {
  const drafts = await open(MINE);
  await drafts.write(FORM, type("a", "1"));
  now += 1;
  await drafts.write("change.phone", () => ({ ...blank, form: "change.phone" }));
  await (await open(YOURS)).write(FORM, type("a", "1"));
  expect((await drafts.all()).map(({ kept }) => kept.form)).toEqual(["change.phone", FORM]);
  await drafts.drop("change.phone");

  expect((await drafts.all()).map(({ kept }) => kept.form)).toEqual([FORM]);
  expect(rows.size).toBe(2);
});
