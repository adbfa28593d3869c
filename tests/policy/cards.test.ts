import { describe, expect, test } from "vitest";
import { eligibilityOf } from "../../shared/eligibility/eligibility.ts";
import type { Profile } from "../../shared/eligibility/profile.ts";
import { showCards, stampCards } from "../../shared/policy/cards/cards.ts";
import { type Say, sayIn } from "../../shared/policy/cards/say.ts";
import { type Basis, tell } from "../../shared/policy/cards/tell.ts";
import { type CardId, everyCard, topicNames } from "../../shared/policy/cards/topics.ts";
import { isKey } from "../../shared/policy/keys.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { nextWords, topicWords } from "../../web/messages/policy.ts";
import { type Entry, findEntries } from "../../web/search.ts";
import { anEntry, lawOf, loaded, today } from "../support/policy.ts";

const LONGEST = { zh: 120, en: 300 } as const;
const HELPLINES = /12333|12393|12366/g;

const basis: Basis = { parameters: loaded, asOf: today };
const withNumber = (entry: Parameter): Basis => ({
  ...basis,
  parameters: [...loaded.filter(({ key }) => key !== entry.key), entry],
});
const cardOf = (id: CardId, lang: "zh" | "en" = "zh", on = basis) => showCards(lang, on, today).find((card) => card.id === id)!;

/** Says nothing: the digits that are left were typed by hand. */
const silent: Say = Object.assign({}, ...Object.keys(sayIn.zh).map((name) => ({ [name]: () => "" })));

describe.each(["zh", "en"] as const)("every card in %s", (lang) => {
  const cards = showCards(lang, basis, today);

  test("is short, and has a person, a source, a day, somebody to ask", () => {
    expect(cards.length).toBeGreaterThanOrEqual(36);
    for (const { id, title, text, example, missing, sources, ask, verifiedOn } of cards) {
      expect([id, missing]).toEqual([id, null]);
      expect([id, text.length > 20, text.length <= LONGEST[lang]]).toEqual([id, true, true]);
      expect([id, title.length > 3, example.length > 15]).toEqual([id, true, true]);
      expect([id, sources.every((source) => source.text !== ""), ask.length > 0]).toEqual([id, true, true]);
      expect(verifiedOn <= today).toBe(true);
    }
  });

  test("has no number that was typed by hand: what is not invented of a person comes from a parameter or a rule", () => {
    for (const { id, card } of everyCard) {
      const { text, example } = tell(card, lang, basis, silent);
      const typed = [card.words[lang].title, text, example].join(" ").replace(HELPLINES, "").match(/\d+/g);
      expect([id, typed]).toEqual([id, null]);
    }
  });

  test("is found by each of its everyday words", () => {
    const entries = cards.map(({ id, title, text, find }): Entry => [id, title, text, find]);
    for (const { id, find } of cards)
      for (const word of find
        .split(" ")
        .filter((one) => lang === "zh" || /^(?!how|when|get|not|what|for|the|from).{3,}/.test(one)))
        expect([id, word, findEntries(entries, word).some(([address]) => address === id)]).toEqual([id, word, true]);
  });
});

describe("a card", () => {
  test("says another number as soon as the parameter does, in its rule and in its example, and is another version then", () => {
    const longer = withNumber(anEntry({ key: "resident-medical.newborn-days", value: "60" }));
    const version = (on: Basis) => stampCards(on).find(({ id }) => id === "medical#newborn")!.version;

    expect(cardOf("medical#newborn").text).toContain("出生后90天内");
    expect(cardOf("medical#newborn", "zh", longer).text).toContain("出生后60天内");
    expect(cardOf("medical#newborn", "zh", longer).example).toBe(""); // day 80 is too late now: nothing is claimed
    expect(version(longer)).not.toBe(version(basis));
    expect(version(basis)).toBe(version({ ...basis }));
  });

  test("without a valid number says which one is missing and guesses nothing", () => {
    const without = { ...basis, parameters: loaded.filter(({ key }) => key !== "resident-pension.national-basic") };

    expect(cardOf("resident-pension#pension", "en", without)).toMatchObject({
      text: "",
      example: "",
      missing: "resident-pension.national-basic",
      ask: ["12333"],
    });
  });

  test("is no surer than its least certain number, and no younger than its oldest look", () => {
    const doubtful = withNumber(anEntry({ confidence: "low", verifiedOn: "2026-03-01" }));

    expect(cardOf("medical#newborn").confidence).toBe("high");
    expect(cardOf("medical#newborn", "zh", doubtful)).toMatchObject({ confidence: "low", verifiedOn: "2026-03-01" });
    expect(cardOf("moving#temporary")).toMatchObject({ confidence: "medium", unsure: expect.stringContaining("更新的通知") });
  });

  test("says the fee of next year only once it is published", () => {
    const published = anEntry({ key: "resident-medical.individual-minimum", from: "2027-01-01", to: "2027-12-31", value: "420" });

    expect(cardOf("medical#fee").text).toContain("还没有看到国家公布");
    expect(cardOf("medical#fee", "zh", { ...basis, parameters: [...loaded, published] }).text).toContain("2027年的至少420元");
  });

  test.each<[CardId, string]>([
    ["retirement#age", "60岁11个月退休，就是2029年4月"],
    ["retirement#minimum-years", "要缴满16年6个月"],
    ["employee#pension-sum", "1280元加431.65元，每月约1711.65元"],
    ["resident-pension#pension", "163元加49.64元，每月至少212.64元"],
    ["moving#where-paid", "最后在广东领"],
    ["twice#pension", "退他250元"],
    ["lost-job#benefit", "最多能领18个月"],
    ["employer#late-fee", "要多缴150元"],
  ])("works its example out by the rules: %s", (id, said) => expect(cardOf(id).example).toContain(said));

  test("tells who must and who may join as the rules do", () => {
    const who: Profile = {
      status: "EMPLOYEE",
      age: 30,
      unit: "ENTERPRISE",
      docType: "RIC",
      partTime: false,
      employers: 1,
      platform: false,
      sector: null,
    };
    const eligibility = (differences: Partial<Profile>) => eligibilityOf({ ...who, ...differences }, lawOf());

    expect(eligibility({})).toMatchObject({ value: { must: ["110", "310", "210", "410"], maternity: "INSIDE_310" } }); // join#must-join
    expect(eligibility({ status: "FLEXIBLE" })).toMatchObject({ value: { may: ["110", "170", "310", "390"] } }); // join#may-join
    expect(eligibility({ status: "STUDENT", age: 19 })).toMatchObject({ value: { may: ["390"], closed: ["170"] } }); // join#students
    expect(eligibility({ status: "UI_RECIPIENT" })).toMatchObject({
      value: { must: ["310"], conditions: { "310": "FUND_PAYS" } },
    });
  });
});

test("cards have the addresses that other pages link to", () => {
  const promised =
    "join#must-join join#may-join join#hukou join#students retirement#age retirement#flexible retirement#minimum-years " +
    "employee#pension-sum employee#longer flexible#choice flexible#base flexible#cost flexible#subsidy resident-pension#tiers " +
    "resident-pension#subsidy resident-pension#pension resident-pension#hard-up medical#fee medical#window medical#waiting " +
    "medical#loyalty medical#newborn moving#employee-pension moving#where-paid moving#temporary moving#switch moving#medical " +
    "moving#resident-pension lost-job#benefit lost-job#platform-injury employer#must-register employer#late-fee employer#complain";

  expect(promised.split(" ").filter((id) => !everyCard.some((card) => card.id === id))).toEqual([]);
  expect(Object.keys(topicWords.zh)).toEqual(topicNames);
  for (const { card } of everyCard) if (card.next) expect(nextWords.en[card.next]).toBeTruthy();
});

test("functions can stamp an answer with a card: its id, the numbers it rests on, its version", () => {
  const stamps = stampCards(basis);

  expect(new Set(stamps.map(({ id }) => id)).size).toBe(everyCard.length);
  expect(new Set(stamps.map(({ version }) => version)).size).toBe(everyCard.length);
  for (const { version, keys } of stamps) expect([/^[0-9a-f]{8}$/.test(version), keys.every(isKey)]).toEqual([true, true]);
  expect(stamps.find(({ id }) => id === "employer#must-register")?.keys).toEqual(["limit.employer-registers"]);
});

describe("the search", () => {
  const entriesIn = (lang: "zh" | "en") =>
    showCards(lang, basis, today).map(({ id, title, text, find }): Entry => [id, title, text, find]);
  const [zh, en] = [entriesIn("zh"), entriesIn("en")];
  const first = (entries: readonly Entry[], typed: string) => findEntries(entries, typed).map(([id]) => id)[0];

  test.each<[string, CardId]>([
    ["断缴", "lost-job#years-stay"],
    ["医保断缴", "medical#waiting"],
    ["生孩子", "medical#newborn"],
    ["外卖小哥受伤了", "lost-job#platform-injury"],
    ["几岁退休", "retirement#age"],
    ["补缴", "flexible#back-pay"],
    ["单位不给我上社保", "employer#complain"],
    ["两份医保", "twice#medical"],
  ])("puts the nearest first: %s", (typed, id) => expect(first(zh, typed)).toBe(id));

  test.each<[string, CardId]>([
    ["Babies", "medical#newborn"],
    ["I lost my job", "lost-job#benefit"],
    ["two pensions", "twice#pension"],
    ["courier injured", "lost-job#platform-injury"],
  ])("does so in English: %s", (typed, id) => expect(first(en, typed)).toBe(id));

  test.each(["种地", "换工作", "断缴"])("finds several where several fit: %s", (typed) =>
    expect(findEntries(zh, typed).length).toBeGreaterThan(1),
  );

  test.each(["", "  ", "今天天气真好", "qwerty", "？！"])("finds nothing in %j", (typed) => {
    expect(findEntries(zh, typed)).toEqual([]);
    expect(findEntries(en, typed)).toEqual([]);
  });
});
