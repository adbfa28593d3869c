// What the check page says of every state that the API can tell it about.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { assessInsurances } from "../../shared/check/assess.ts";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { everyCard, topicNames } from "../../shared/policy/cards/topics.ts";
import { EmploymentStatus, type Summary } from "../../shared/registration.ts";
import { checkWordsIn } from "../../web/legal-limits.ts";
import { readSays } from "../../web/messages/check.ts";
import { kit } from "../../web/messages/kit.ts";
import { monthsText } from "../../web/slices/check/months-in-words.ts";
import { type Says, sourceText, stepsOf, summaryOf, tagOf, textOf } from "../../web/slices/check/words.ts";
import { aFact, anInsurance, aRecord, aRegistration, day } from "../support/build.ts";
import { lawOf } from "../support/policy.ts";

const today = day("2026-03-31");
const law = lawOf("national", today);
const saysIn = (lang: "zh" | "en"): Says => ({
  lang,
  words: { ...kit[lang], ...readSays[lang], ...checkWordsIn(lang) },
  places: new Map([["340400", "安徽省淮南市"]]),
});
const zh = saysIn("zh");

const paid = { "2026": "pp----------" };
const gap = { "2025": "pppppppppppp", "2026": "------------" };
const summary = (insurances: Summary["insurances"]): Summary => ({ asOf: day("2026-03-01"), insurances });
const as = (status: string) => [aFact({ name: "employment", status })];

/** A flexible worker with an open gap in the pension, a resident's medical insurance, nothing else. */
const courier = assessInsurances(
  aRecord({
    facts: as("FLEXIBLE"),
    summary: summary({
      pension: anInsurance({ years: gap, paidMonths: 12 }),
      medical: anInsurance({ scheme: "390", insuredAs: "resident", from: "2022-01", years: { "2026": "pppppppppppp" } }),
    }),
  }),
  law,
);

const everyState = [
  ...EmploymentStatus.options.flatMap((status) =>
    ["2015-01-01", "1996-01-01", "1950-01-01"].map((birth) => ({
      when: `${status}, born ${birth}, not insured`,
      record: aRecord({
        facts: as(status),
        registration: aRegistration({ identity: { docType: "OTHER", number: "x", name: "某", sex: "U", birth } }),
      }),
    })),
  ),
  ...(["active", "paused", "ended"] as const).flatMap((status) =>
    [paid, gap, { "2026": "po----------" }].flatMap((years) =>
      (["employee", "flexible", "resident"] as const).map((insuredAs) => ({
        when: `${status}, ${insuredAs}, ${JSON.stringify(years)}`,
        record: aRecord({
          facts: as("EMPLOYED"),
          summary: summary({
            pension: anInsurance({ status, years, insuredAs, ...(status === "ended" && { to: "2025-12" }), otherEnrolments: 1 }),
            medical: anInsurance({ scheme: "310", status, years, insuredAs }),
            injury: anInsurance({ scheme: "410", status, years, insuredAs }),
          }),
        }),
      })),
    ),
  ),
];

describe("the check page", () => {
  test("says first how many things need the person, then how the rest stands", () => {
    expect(summaryOf(courier, zh)).toEqual({
      title: "有1件事要您处理",
      text: "养老保险：断缴2个月。医疗保险已参保。失业、工伤、生育保险没有参保，现在也不要求参加。",
    });
    expect(summaryOf(courier, saysIn("en")).title).toBe("1 thing needs you");
  });

  test("says once what is the same of several insurances", () => {
    const nobodyEnrolled = assessInsurances(aRecord({ facts: as("EMPLOYED") }), law);

    expect(summaryOf(nobodyEnrolled, zh).text).toBe("养老、医疗、失业、工伤、生育保险：单位还没给您参保。");
    expect(stepsOf(nobodyEnrolled, zh)).toHaveLength(1);
  });

  test("tells the gap in words, what to do about it, and whom to call", () => {
    const [pension] = courier;

    expect(tagOf(pension!, zh)).toEqual({ look: "warn", word: "要处理：断缴2个月" });
    expect(textOf(pension!, zh)).toBe("2026年1月到2月没有缴费。从本月接着缴就行，已缴的年限不会丢。");
    expect(stepsOf(courier, zh)[0]).toMatch(/^<接着缴养老保险。>.*\[pay 看在哪里缴\].*12366.*12333/);
  });

  test("asks no more for what was answered, and does not speak of a second insurance that nobody asked about", () => {
    const duplicates = [{ id: "a", insurance: "medical", operational: true }] as never;
    const medical = anInsurance({ scheme: "310", years: paid, otherEnrolments: 1 });
    const record = { atDesk: [{ id: "a" }] as never, summary: { ...summary({ medical }), duplicates } };
    const views = assessInsurances(aRecord(record), law);
    const view = views.find(({ insurance }) => insurance === "medical")!;

    expect(tagOf(view, zh)).toEqual({ look: "now", word: "已参保，正在核对" });
    expect(textOf(view, zh)).toBe("缴到2026年2月。有两份，您已经答复，等结果就行。");
    expect(summaryOf([view], zh)).toEqual({ title: "现在没有要您处理的事", text: "医疗保险已参保。" });
    expect(stepsOf([view], zh)).toEqual([]);
  });

  test.each([
    { months: ["2021-03"], zh: "2021年3月", en: "March 2021" },
    { months: ["2021-03", "2021-04"], zh: "2021年3月到4月", en: "March to April 2021" },
    { months: ["2025-12", "2026-01"], zh: "2025年12月到2026年1月", en: "December 2025 to January 2026" },
    { months: ["2021-03", "2021-05"], zh: "2021年3月、2021年5月", en: "March 2021, May 2021" },
  ])("says $zh", ({ months, ...said }) => {
    const gaps = months.map((month) => v.parse(PlainMonth, month));

    expect(monthsText(gaps, zh)).toBe(said.zh);
    expect(monthsText(gaps, saysIn("en"))).toBe(said.en);
  });

  test.each([
    { source: "resident", said: "您自己报告" },
    { source: "desk", said: "社保服务所登记" },
    { source: "insured-340400", said: "淮南市社保经办机构" },
  ])("names the source $source: $said", ({ source, said }) => expect(sourceText(source, zh)).toBe(said));

  test.each(everyState)("has words in both languages, and no hole in them, for $when", ({ record }) => {
    for (const says of [zh, saysIn("en")]) {
      const views = assessInsurances(record, law);
      const { title, text } = summaryOf(views, says);
      const steps = stepsOf(views, says);
      const said = [title, text, ...steps, ...views.flatMap((view) => [tagOf(view, says).word, textOf(view, says)])];

      expect(said).not.toContain("");
      expect(said.join(" ")).not.toMatch(/\{|\}|undefined|\|/);
      const asking = views.filter(({ next }) => next !== "nothing" && next !== "not-required");
      if (asking.length > 0) expect(steps.length).toBeGreaterThan(0);
      const links = steps.flatMap((step) => [...step.matchAll(/\[(\S+) .+?\]/g)].map(([, page = ""]) => page));
      const cards = links.filter((page) => !["/enrolment", "/duplicates"].includes(page ?? ""));
      expect(cards.filter((card) => ![...topicNames, "pay", ...everyCard.map(({ id }) => id)].includes(card))).toEqual([]);
    }
  });
});
