import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import * as v from "valibot";
import { afterAll, expect, test } from "vitest";
import { dataFiles } from "../../scripts/policy/files.ts";
import { writePolicyFiles } from "../../scripts/policy/publish.ts";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { isForStaff } from "../../shared/policy/keys.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { Region } from "../../shared/policy/parameter.ts";
import { PublishedPolicy, publish, published } from "../../shared/policy/published.ts";
import { anEntry, loaded } from "../support/policy.ts";

const folder = mkdtempSync(path.join(tmpdir(), "published-"));
afterAll(() => rmSync(folder, { recursive: true }));
writePolicyFiles(folder);

const regionOf = (file: string) => v.parse(Region, file === "000000.json" ? "national" : file.replace(".json", ""));
const read = (file: string) => v.parse(PublishedPolicy, JSON.parse(readFileSync(path.join(folder, file), "utf8")));

test("every region that is loaded has its file, of at most 2 kB on the wire", () => {
  const files = readdirSync(folder);
  expect(files).toEqual(dataFiles().map((name) => name.replace(".csv", ".json")));
  const tooLarge = files.filter((file) => brotliCompressSync(readFileSync(path.join(folder, file))).length > 2_048);
  expect(tooLarge).toEqual([]);
});

test("what is read from the files is what was loaded, but for what ended long ago", () => {
  const all = readdirSync(folder).flatMap((file) => published(read(file), regionOf(file)));
  const byPlace = (entries: typeof loaded) => entries.map((entry) => JSON.stringify(entry)).sort();
  const recent = loaded.filter(({ key, to }) => !isForStaff(key) && (to === null || to >= "2026-05-23"));
  expect(recent.length).toBeLessThan(loaded.length);
  expect(byPlace(all)).toEqual(byPlace(recent));
});

test.each([
  { when: "a law has one address for all its articles", second: "https://example.gov.cn/law", addresses: 1 },
  { when: "an article has an address of its own", second: "https://example.gov.cn/law/2", addresses: 2 },
])("every number keeps its address where $when", ({ second, addresses }) => {
  const given = [
    anEntry({ document: "某法 第1条", url: "https://example.gov.cn/law" }),
    anEntry({ document: "某法 第2条", url: second, from: "2027-01-01" }),
  ];
  const file = publish(given, "1");
  expect(Object.keys(file.urls)).toHaveLength(addresses);
  expect(published(file, "national")).toEqual(given);
});

test.each([
  { when: "had ended more than half a year before the last look", to: "2026-05-22", kept: 0 },
  { when: "ended half a year before it", to: "2026-05-23", kept: 1 },
])("what $when is published $kept times", ({ to, kept }) => {
  const old = anEntry({ to, verifiedOn: "2026-06-01" });
  const look = anEntry({ from: "2026-08-01" });
  for (const given of [
    [old, look],
    [look, old],
  ])
    expect(published(publish(given, "1"), "national").filter(({ to }) => to !== null)).toHaveLength(kept);
});

test("a place whose number ended long ago still says so: the wider number is never read in its stead", () => {
  const wide = anEntry({ from: "2020-01-01", to: null });
  const own = (differences: Parameters<typeof anEntry>[0]) =>
    anEntry({ region: "340400", verifiedOn: "2026-06-01", ...differences });
  const [older, old] = [own({ from: "2021-01-01", to: "2021-12-31" }), own({ from: "2022-01-01", to: "2022-12-31" })];
  const look = own({ key: "resident-medical.individual-fee", value: "410", from: "2026-01-01" });
  const file = publish([older, old, look], "1");
  const read = openPolicy([wide, ...published(file, v.parse(Region, "340400"))]);
  expect(read({ region: v.parse(Region, "340422"), asOf: v.parse(PlainDate, "2026-11-22") }).entry(wide.key)).toEqual({
    ok: false,
    refusal: { code: "needs-staff", key: wide.key },
  });
  expect(published(file, v.parse(Region, "340400"))).toHaveLength(2);
});

test("a key that this version does not know is left out, and the rest is read", () => {
  const file = read("000000.json");
  const strange = { "2026-11-22 high": { ...file.entries["2026-11-22 high"], 某通知: { "2026-01-01": { "moon.phase": "1" } } } };
  const more = { ...file, entries: { ...file.entries, ...strange } };
  expect(published(more, "national")).toEqual(published(file, "national"));
});

test("a region of which nothing is known has an empty file, not none", () => {
  expect(read("370826.json").entries).toEqual({});
});

test("the version says whether anything changed", () => {
  const again = mkdtempSync(path.join(tmpdir(), "published-"));
  writePolicyFiles(again);
  expect(readFileSync(path.join(again, "000000.json"), "utf8")).toBe(readFileSync(path.join(folder, "000000.json"), "utf8"));
  expect(read("000000.json").version).not.toBe(read("320000.json").version);
  rmSync(again, { recursive: true });
});
