import { readFile } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { Key } from "../../shared/policy/keys.ts";
import { Region } from "../../shared/policy/parameter.ts";
import { worriesOf } from "../../shared/policy/worries.ts";
import { buildSite } from "../../web/build.ts";
import { loadedParameters } from "../../web/loaded-parameters.ts";
import { parameterNames } from "../../web/messages/parameters.ts";
import { documentsOf, keys, lastLook, missingEverywhere, missingIn, timeOf, topicOf, topics } from "../../web/parameter-pages.ts";
import { regionsIn } from "../../web/regions.ts";
import { saySpan } from "../../web/say-span.ts";
import { sayValue } from "../../web/say-value.ts";
import { anEntry, loaded, today } from "../support/policy.ts";

const BUILD_MS = 60_000;
const date = (text: string) => v.parse(PlainDate, text);
const region = (text: string) => v.parse(Region, text);

describe("the pages of all parameters", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await buildSite();
  }, BUILD_MS);
  const page = (lang: "zh" | "en", part: string) =>
    readFile(path.join(folder, lang === "en" ? "en" : "", "policy/parameters", part, "index.html"), "utf8");

  test.each(["zh", "en"] as const)(
    "show every loaded number by its topic, with its document and address, in %s",
    async (lang) => {
      for (const topic of topics) {
        const html = (await page(lang, topic)).replaceAll("&#39;", "'");
        const lacking = loaded.filter(({ key, value, document, url }) => {
          const said = [parameterNames[lang][key], sayValue(lang, key, value), document, url.replaceAll("&", "&#38;")];
          return topicOf(key) === topic && !said.every((text) => html.includes(text));
        });
        expect([topic, lacking]).toEqual([topic, []]);
      }
    },
  );

  test("show what a region has, what it lacks and whom to ask", async () => {
    const guangzhou = await page("zh", "440100");
    expect(guangzhou).toContain("5,510元");
    expect(guangzhou).toContain("60天内到期");
    expect(guangzhou).toContain("养老金计发基数");
    expect(guangzhou).toContain('href="tel:12393"');
    expect(await page("en", "370826")).toContain("We have no number of this place itself yet.");
  });

  test("tell on the first page what is due for a look", async () => {
    const first = await page("zh", "");
    const due = loaded.filter((entry) => worriesOf(entry, loaded, lastLook(loaded)).length > 0);
    expect(due.length).toBeGreaterThan(5);
    expect(due.filter(({ key }) => !first.includes(`#${key}"`))).toEqual([]);
  });
});

test("what the pages are built from is what is loaded", () => {
  const byPlace = (entries: readonly object[]) => entries.map((entry) => JSON.stringify(entry)).sort();
  expect(byPlace(loadedParameters)).toEqual(byPlace(loaded));
});

test("every topic has numbers, and every key is on the page where people look for it", () => {
  expect(topics.filter((topic) => !keys.some((key) => topicOf(key) === topic))).toEqual([]);
  const of = (key: string) => topicOf(v.parse(Key, key));
  expect(of("employee-pension.minimum-months")).toBe("retirement");
  expect(of("employee-pension.employer-rate")).toBe("rates");
  expect(of("employee-pension.payout-months")).toBe("pension");
  expect(of("limit.employer-registers")).toBe("employer");
  expect(of("limit.medical-transfer-in")).toBe("moving");
  expect(of("unemployment.flexible-from")).toBe("other");
});

test.each([
  { from: "2026-11-23", to: null, time: "later" },
  { from: "2026-11-22", to: null, time: "now" },
  { from: "2020-01-01", to: "2026-11-22", time: "now" },
  { from: "2020-01-01", to: "2026-11-21", time: "earlier" },
])("a number from $from to $to is $time on 22 November 2026", ({ from, to, time }) => {
  expect(timeOf(anEntry({ from, to }), today)).toBe(time);
});

describe("what is missing", () => {
  const wide = anEntry({ key: "contribution-base.floor", region: "340000", value: "4000" });
  const base = v.parse(Key, "contribution-base.floor");

  test("is not missing where a wider region has spoken", () => {
    expect(missingIn(region("340400"), [wide], today)).not.toContain(base);
    expect(missingIn(region("320100"), [wide], today)).toContain(base);
    expect(missingEverywhere([wide], today)).not.toContain(base);
  });

  test("is missing again the day after its number ended", () => {
    const ended = { ...wide, to: today };
    expect(missingIn(region("340400"), [ended], today)).not.toContain(base);
    expect(missingIn(region("340400"), [ended], date("2026-11-23"))).toContain(base);
  });
});

test.each([
  { from: "2026-01-01", to: "2026-12-31", zh: "2026年", en: "2026" },
  { from: "2026-01-01", to: "2026-12-30", zh: "2026年1月到2026年12月30日", en: "January 2026 to 30 December 2026" },
  { from: "2025-07-01", to: null, zh: "2025年7月起", en: "since July 2025" },
  { from: "2024-09-13", to: null, zh: "2024年9月13日起", en: "since 13 September 2024" },
  { from: "2023-03-01", to: "2024-02-29", zh: "2023年3月到2024年2月", en: "March 2023 to February 2024" },
  { from: "1900-01-01", to: "2029-12-31", zh: "到2029年12月为止", en: "until December 2029" },
])("from $from to $to is said $zh and $en", ({ from, to, zh, en }) => {
  expect(saySpan("zh", date(from), to === null ? null : date(to))).toBe(zh);
  expect(saySpan("en", date(from), to === null ? null : date(to))).toBe(en);
});

test("a document that is named twice has one number", () => {
  const [one, two] = [anEntry({ document: "某发〔2020〕1号" }), anEntry({ document: "某发〔2020〕2号", from: "2030-01-01" })];
  expect(documentsOf([one, two, one]).map(({ document }) => document)).toEqual(["某发〔2020〕1号", "某发〔2020〕2号"]);
});

describe("a number is to be looked at", () => {
  const worries = (differences: Parameters<typeof anEntry>[0], more: Parameters<typeof anEntry>[0][] = []) => {
    const entry = anEntry(differences);
    return worriesOf(entry, [entry, ...more.map((given) => anEntry(given))], today);
  };
  test.each([
    { when: "it ended yesterday", given: { to: "2026-11-21" }, found: ["ended"] },
    { when: "it ends today", given: { to: "2026-11-22" }, found: ["ends-soon"] },
    { when: "it ends in 60 days", given: { to: "2027-01-21" }, found: ["ends-soon"] },
    { when: "not yet when it ends in 61 days", given: { to: "2027-01-22" }, found: [] },
    { when: "not yet when it was verified 365 days ago", given: { verifiedOn: "2025-11-22" }, found: [] },
    { when: "it was verified 366 days ago", given: { verifiedOn: "2025-11-21" }, found: ["verified-long-ago"] },
    { when: "nobody is sure of it", given: { confidence: "low" }, found: ["unsure"] },
  ])("$when", ({ given, found }) => {
    expect(worries(given)).toEqual(found);
  });

  test.each([
    { when: "the next day another begins", from: "2026-12-31", found: [] },
    { when: "a day is left between it and the next", from: "2027-01-01", found: ["ends-soon"] },
  ])("or not, when $when", ({ from, found }) => {
    expect(worries({ to: "2026-12-30" }, [{ from }])).toEqual(found);
  });
});

test("a place whose English name nobody has written yet goes by its code, and the site is built", () => {
  const files = ["340000.csv", "340100.csv"];
  const nameIn = (lang: "zh" | "en") => regionsIn(lang, files).find(({ code }) => code === "340100");
  expect(nameIn("zh")).toMatchObject({ name: "合肥市", within: "安徽省" });
  expect(nameIn("en")).toMatchObject({ name: "340100", within: "Anhui" });
});
