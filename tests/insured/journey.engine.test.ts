import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Counts } from "../../functions/feeds/results.ts";
import { writeExtract } from "../../scripts/people/extract.ts";
import { makePeople } from "../../scripts/people/make.ts";
import type { Cells } from "../../shared/insured/cells.ts";
import type { Delta } from "../../shared/insured/delta.ts";
import { numbered } from "../support/numbers.ts";
import { someoneNew } from "../support/people.ts";
import { someCells, today } from "./build.ts";
import { withMill } from "./mill.ts";

const mill = withMill();
const folder = mkdtempSync(join(tmpdir(), "canbaotong-extract-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const none: Counts = { created: 0, changed: 0, unchanged: 0, overtaken: 0, review: 0 };
const csv = (...rows: Cells[]) => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys({ ...someCells, ...row })))] as (keyof Cells)[];
  return [columns, ...rows.map((row) => columns.map((column) => ({ ...someCells, ...row })[column] ?? ""))]
    .map((cells) => cells.join(","))
    .join("\n");
};
const someone = (nth: number) => numbered(`34046919030302${String(nth).padStart(3, "0")}`);
describe("an agency's extract of two hundred people, in GB18030", () => {
  const people = [...makePeople({ count: 200, today, seed: 7 })];
  const file = join(folder, "extract.csv");
  let rows: number;
  beforeAll(async () => {
    rows = await writeExtract(people, file, { encoding: "gb18030", header: "names", asOf: today });
  });

  test("comes into the register row by row, and what it says can be read there", async () => {
    const fed = await mill.feed(readFileSync(file));
    expect(fed).toMatchObject({ rows, accepted: rows, rejected: [], counts: { ...none, created: rows } });

    const person = people.find(({ life, gap, phone }) => life === "employee" && !gap && phone)!;
    const [id] = await mill.owners(person.number);
    const record = await mill.register.record(id!);
    expect(record?.registration.identity).toMatchObject({ number: person.number, name: person.name, birth: person.birth });
    expect(record?.facts.find(({ name }) => name === "phone")).toMatchObject({
      phone: person.phone,
      source: `insured-${person.hukou.division}`,
    });
    expect(record?.enrolments.length).toBe(person.enrolments.length);
    expect(record?.summary.insurances.medical?.asOf).toBe(today);
  });

  test("twice changes nothing, neither today nor under another name next month", async () => {
    for (const day of [today, "2026-12-24"]) {
      mill.dayIs(day);
      const fed = await mill.feed(readFileSync(file));
      expect(fed).toMatchObject({ rows, accepted: rows, counts: { ...none, unchanged: rows } });
      expect(fed.receipt?.before?.slice(0, 10)).toBe(today);
    }
    const [id] = await mill.owners(people[0]!.number);
    expect(await mill.register.history(id!)).toHaveLength(1);
  });

  test("with one phone put right changes one row's worth", async () => {
    const lines = new TextDecoder("gb18030").decode(readFileSync(file)).split("\r\n");
    const put = lines.findIndex((line) => /,154\d{8},/.test(line));
    const fed = await mill.feed(
      [...lines.slice(0, put), lines[put]!.replace(/,154\d{8},/, ",15499999999,"), ...lines.slice(put + 1)].join("\r\n"),
    );
    expect(fed.counts.changed).toBe(1);
  });
});

describe("one number under two names", () => {
  const number = someone(1);
  const rows = csv({ AAC002: number, AAC003: "林晓禾" }, { AAC002: number, AAC003: "陈大文" });

  test("stays two: the second one waits for two people at the desk, asked once", async () => {
    for (const feed of [rows, `${rows}\n`]) {
      const { counts } = await mill.feed(feed);
      expect(counts.review).toBe(1);
    }
    const [id, ...others] = await mill.owners(number);
    expect(others).toEqual([]);
    const record = await mill.register.record(id!);
    expect(record?.enrolments).toHaveLength(1);
    const tasks = (await mill.desk.openTasks()).filter(({ personId }) => personId === id);
    // Which of the two rows is worked first is chance: the other one waits.
    const name = record?.registration.identity.name === "林晓禾" ? "陈大文" : "林晓禾";
    expect(tasks).toMatchObject([{ kind: "same-number", region: "340403", rows: { chunk: 0 }, said: { name, number } }]);
  });
});

describe("a number that somebody has only said to be theirs", () => {
  test("leads to whom the agency knows too, at once; the desk is not asked, and the next file finds the right one", async () => {
    const squatter = await someoneNew(mill.client, {
      number: someone(40),
      name: "占号人",
      registration: { verified: "unverified" },
    });
    const rows = csv({ AAC002: someone(40), AAC003: "真本人" });
    expect((await mill.feed(rows)).counts).toMatchObject({ created: 1, review: 0 });
    const [first, second, ...more] = await mill.owners(someone(40));
    expect([first, more]).toEqual([squatter.record.registration.personId, []]);
    expect(await mill.register.registration(second!)).toMatchObject({ verified: "agency", identity: { name: "真本人" } });
    expect((await mill.register.registration(first!))?.verified).toBe("unverified");
    expect((await mill.feed(`${rows}\n`)).counts).toMatchObject({ created: 0, review: 0 });
    expect(await mill.owners(someone(40))).toHaveLength(2);
    expect((await mill.desk.openTasks()).filter(({ personId }) => personId === first)).toEqual([]);
  });
});

describe("what is delivered again", () => {
  test("is known: a file announced twice, a chunk compared twice, every delta twice", async () => {
    const key = "inbox/insured/twice.csv";
    await mill.put(key, csv({ AAC002: someone(2) }, { AAC002: someone(3) }, { AAC002: someone(3), AAE140: "310" }));
    for (let i = 0; i < 2; i++) await mill.take(key, mill.now());
    const comparisons = mill.waiting.comparisons.splice(0);
    expect(comparisons).toHaveLength(2);
    for (const comparison of comparisons) await mill.compare(comparison);
    const deltas = mill.waiting.deltas.splice(0);
    expect(new Set(deltas.map(({ eventId }) => eventId)).size).toBe(2);
    await Promise.all(deltas.map((delta) => mill.settle(delta)));

    expect((await mill.outcome(comparisons[0]!.feed, 1)).counts).toEqual({ ...none, created: 3 });
    const [id] = await mill.owners(someone(3));
    expect((await mill.register.registration(id!))?.version).toBe(1);
  });

  test("and two files that name somebody unknown at once make one person", async () => {
    const number = someone(4);
    const deltas: Delta[] = [];
    for (const name of ["one", "two"]) {
      await mill.put(`inbox/insured/${name}.csv`, csv({ AAC002: number, AAE140: name === "one" ? "110" : "310" }));
      await mill.take(`inbox/insured/${name}.csv`, mill.now());
      for (const comparison of mill.waiting.comparisons.splice(0)) await mill.compare(comparison);
      deltas.push(...mill.waiting.deltas.splice(0));
    }
    expect(new Set(deltas.map(({ personId }) => personId)).size).toBe(2);
    await Promise.all(deltas.map((delta) => mill.settle(delta)));
    const [id, ...others] = await mill.owners(number);
    expect(others).toEqual([]);
    expect((await mill.register.record(id!))?.enrolments.map(({ scheme }) => scheme).sort()).toEqual(["110", "310"]);
  });
});

test("more rows about one person than one transaction holds come in as several versions", async () => {
  const number = someone(5);
  const rows = ["110", "120", "210", "310", "410"].map((AAE140) => ({
    AAC002: number,
    AAE140,
    AAC030: "1996-01-01",
    AAC066: "职工",
    AAE003: "199601-202610",
  }));
  const { counts } = await mill.feed(csv(...rows));
  expect(counts).toEqual({ ...none, created: 5 });
  const [id] = await mill.owners(number);
  const record = await mill.register.record(id!);
  expect([record?.paidYears.length, record?.registration.version]).toEqual([155, 3]);
  expect((await mill.register.history(id!)).map(({ channel, by }) => `${channel} ${by}`)).toEqual(
    Array(3).fill("import insured-340403"),
  );
  expect((await mill.feed(csv(...rows, { AAC002: someone(6) }))).counts).toEqual({ ...none, unchanged: 5, created: 1 });
});
