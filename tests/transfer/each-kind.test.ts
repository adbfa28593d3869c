// Each rule of each kind from both sides, at the field where it is said, and what money and months come of it. Handbook 6.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import type { Key } from "../../shared/policy/keys.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { GuardianConsent } from "../../shared/privacy/consent.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { placeOfBenefit, temporaryAccount } from "../../shared/transfer/benefit.ts";
import { moneyOf } from "../../shared/transfer/money.ts";
import { byProvince, carriedBy, paidMonths, timeLine } from "../../shared/transfer/months.ts";
import { transferFindings } from "../../shared/transfer/rules.ts";
import { planOf, simulate } from "../../shared/transfer/simulate.ts";
import { applyAt } from "../../shared/transfer/situation.ts";
import { mayStep } from "../../shared/transfer/step.ts";
import { day } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { aKnown, aReceipt, aRelation, aSituation, aTransfer, money, moved } from "./someone.ts";

type Given = NonNullable<Parameters<typeof aSituation>[0]>;
type Known = Parameters<typeof aKnown>[0];
const said = (given: Given = {}) => transferFindings(aSituation(given)).map(({ code, path }) => [code, ...path].join(" "));
const lacking = (...keys: Key[]) => openPolicy(loaded.filter(({ key }) => !keys.includes(key)));
const withEntry = (key: Key, value: string, region: string) =>
  openPolicy([...loaded, anEntry({ key, region, from: "2010-01-01", value })]);
const year = "pppppppppppp";

const resident = aRelation({ scheme: "170", region: "320102", insuredAs: "resident" });
const medical = aRelation({ scheme: "310" });
const unemployment = aRelation({ scheme: "210" });
const residents = { kind: "resident-pension", from: "320102", to: "340422" } as const;
const cover = { kind: "medical", scheme: "310", into: "310", from: "320100", to: "340400" } as const;
const benefit = { kind: "unemployment", from: "320100", to: "340400" } as const;
const of = {
  resident: (known: Known = {}, more: Given = {}): Given => ({
    known: aKnown({ relations: [resident], ...known }),
    wish: residents,
    ...more,
  }),
  medical: (known: Known = {}, more: Given = {}): Given => ({
    known: aKnown({ relations: [medical], ...known }),
    wish: cover,
    ...more,
  }),
  benefit: (known: Known = {}, more: object = {}): Given => ({
    known: aKnown({ relations: [unemployment], ...known }),
    wish: { ...benefit, ...more },
  }),
};

describe("why something may not be moved is said where it can be put right", () => {
  test.each<{ when: string; given: Given; at: string }>([
    {
      when: "one of its kind is on its way",
      given: { known: aKnown({ open: [{ kind: "employee-pension", receipt: aReceipt() }] }) },
      at: "transfer.already-open wish kind",
    },
    { when: "a pension is drawn", given: { known: aKnown({ drawing: true }) }, at: "transfer.already-drawing wish kind" },
    { when: "it goes nowhere else", given: { wish: { to: "320100" } }, at: "transfer.same-place wish to" },
    { when: "it stays in the province", given: { wish: { to: "320500" } }, at: "transfer.same-province wish to" },
    { when: "nothing is insured there", given: { wish: { from: "310000" } }, at: "transfer.not-enrolled-there wish from" },
    { when: "it lies before the rules", given: { wish: { movedOn: "2009-12-31" } }, at: "transfer.before-scheme wish movedOn" },
    { when: "it lies in the future", given: { wish: { movedOn: "2026-11-23" } }, at: "transfer.moved-in-future wish movedOn" },
    {
      when: "months are older than the insurance",
      given: { known: aKnown({ relations: [aRelation({ paid: [1950, 2020] })] }) },
      at: "transfer.before-scheme wish from",
    },
    { when: "the hukou is not known", given: { known: aKnown({ hukou: undefined }) }, at: "transfer.hukou-unknown known hukou" },
    {
      when: "the day of birth is not known",
      given: { known: aKnown({ birth: undefined }) },
      at: "transfer.birth-unknown known birth",
    },
    { when: "the sex is not known", given: { known: aKnown({ sex: "U" }) }, at: "transfer.sex-unknown known sex" },
    { when: "a paper is missing", given: { wish: { oneOffMonths: 36 }, papers: 0 }, at: "transfer.evidence-missing evidence" },
    { when: "a child's pension is meant", given: { forChild: true }, at: "transfer.child-only-medical wish kind" },
    {
      when: "the relation stays where it is",
      given: { known: aKnown({ birth: "1970-01-01" }), wish: { to: "310000" } },
      at: "transfer.temporary-account wish to",
    },
    {
      when: "it does not follow the hukou",
      given: of.resident({}, { wish: { ...residents, to: "340403" } }),
      at: "transfer.not-hukou wish to",
    },
    {
      when: "the benefit is drawn at neither place",
      given: of.benefit({}, { to: "310000", claims: true }),
      at: "transfer.claim-at-hukou wish to",
    },
    {
      when: "somebody retired moves what they are insured by",
      given: of.medical({
        relations: [
          { ...medical, from: "2001-01" as never },
          { ...medical, insuredAs: "retired" },
        ],
      }),
      at: "transfer.already-drawing wish kind",
    },
  ])("$at when $when", ({ given, at }) => expect(said(given)).toEqual([at]));

  const switching = (
    birth: string,
    paid: [number, number],
    toward: "employee" | "resident",
    more: NonNullable<Known>["relations"] = [],
  ): Given => ({
    known: aKnown({
      birth,
      relations: [
        aRelation({ region: "340400", paid }),
        aRelation({ scheme: "170", region: "340422", paid: [2010, 2010] }),
        ...more,
      ],
    }),
    wish:
      toward === "employee"
        ? { kind: "pension-switch", toward, from: "340422", to: "340400" }
        : { kind: "pension-switch", toward, from: "340400", to: "340422" },
  });
  const nanjing = aRelation({ region: "320100", paid: [2000, 2001] });
  test.each([
    {
      when: "they are too young",
      given: switching("1970-01-01", [2011, 2025], "employee"),
      at: "transfer.wait-for-age wish kind",
    },
    {
      when: "they have enough",
      given: switching("1963-01-01", [2011, 2025], "resident"),
      at: "transfer.enough-for-employee wish toward",
    },
    {
      when: "they have not",
      given: switching("1963-01-01", [2012, 2025], "employee"),
      at: "transfer.not-enough-for-employee wish toward",
    },
    {
      when: "months at work lie elsewhere",
      given: switching("1963-01-01", [2011, 2025], "employee", [nanjing]),
      at: "transfer.settle-employee-place-first wish to",
    },
    {
      when: "they lie elsewhere before the residents' one",
      given: switching("1963-01-01", [2015, 2025], "resident", [nanjing]),
      at: "transfer.settle-employee-place-first wish from",
    },
  ])("of a switch: $at when $when", ({ given, at }) => expect(said(given)).toEqual([at]));

  test("nothing does of what another kind goes by", () => {
    expect(said(of.medical({ hukou: undefined, drawing: true, birth: undefined, sex: "U" }))).toEqual([]);
    expect(said(of.benefit({ hukou: undefined, birth: undefined, sex: "U" }))).toEqual([]);
    expect(said(of.benefit({ hukou: "110101" }))).toEqual([]); // no benefit is drawn
    expect(said(of.benefit({ hukou: undefined }, { claims: true }))).toEqual(["transfer.hukou-unknown known hukou"]);
    expect(said(of.benefit({}, { claims: true }))).toEqual([]);
    expect(said(of.resident({ birth: undefined, sex: "U" }))).toEqual([]);
    expect(said({ wish: { to: "320500" }, policy: withEntry("pension-transfer.within-province", "APPLY", "320500") })).toEqual(
      [],
    );
    expect(
      said(
        of.resident(
          { residence: undefined },
          { wish: { ...residents, to: "340403" }, policy: withEntry("resident-pension.at", "EITHER", "340000") },
        ),
      ),
    ).toEqual(["transfer.not-hukou wish to"]);
  });

  test.each([
    {
      when: "a child's cover needs a guardian's consent",
      birth: "2013-01-01",
      forChild: true,
      consent: undefined,
      at: ["consent.missing consent"],
    },
    { when: "it was given", birth: "2013-01-01", forChild: true, consent: NOTICE_VERSION, at: [] },
    {
      when: "it was given to an older notice",
      birth: "2013-01-01",
      forChild: true,
      consent: "2000-01-01",
      at: ["consent.older-notice consent"],
    },
    { when: "they are fourteen", birth: "2012-11-22", forChild: true, consent: undefined, at: [] },
    { when: "the child asks alone", birth: "2013-01-01", forChild: false, consent: undefined, at: [] },
    { when: "nobody knows the day of birth", birth: undefined, forChild: true, consent: undefined, at: [] },
  ])("$at where $when", ({ birth, forChild, consent, at }) => {
    const agreed = consent && ({ version: consent, relation: "parent" } as GuardianConsent);
    expect(said(of.medical({ birth }, { forChild, ...(agreed && { consent: agreed }) }))).toEqual(at);
  });

  test.each<{ key: Key; of: Given; says: boolean }>([
    { key: "pension-transfer.within-province", of: {}, says: true },
    { key: "pension-transfer.within-province", of: of.medical(), says: false },
    { key: "pension-transfer.relation-months", of: {}, says: true },
    { key: "pension-transfer.relation-months", of: of.resident(), says: false },
    { key: "pension-transfer.pool-rate", of: {}, says: true },
    { key: "temporary-account.age-women", of: {}, says: true },
    { key: "resident-pension.at", of: of.resident(), says: true },
    { key: "resident-pension.at", of: {}, says: false },
    { key: "medical-transfer.gap-at-most", of: of.medical(), says: true },
    { key: "medical-transfer.continuous-months", of: of.medical(), says: true },
    { key: "unemployment-transfer.minimum-months", of: of.benefit(), says: true },
    { key: "unemployment-transfer.factor", of: of.benefit({}, { claims: true }), says: true },
    { key: "unemployment-transfer.factor", of: of.benefit(), says: false },
    {
      key: "flexible-pension.account-rate",
      of: { known: aKnown({ relations: [aRelation({ insuredAs: "flexible" })] }) },
      says: true,
    },
    { key: "flexible-pension.account-rate", of: {}, says: false },
  ])(
    "a number that is missing is asked for once, by its name, and only of what needs it: $key $says",
    ({ key, of: given, says }) => {
      expect(said({ ...given, policy: lacking(key) })).toEqual(says ? [`transfer.not-loaded ${key}`] : []);
    },
  );

  test("and of a day without rules that is told, and not each number that was not there yet", () => {
    const policy = lacking("pension-transfer.pool-rate");
    expect(said({ policy, wish: { movedOn: "2026-11-23" } })).toEqual(["transfer.moved-in-future wish movedOn"]);
    expect(said({ policy, wish: { movedOn: "2009-12-31" } })).toEqual(["transfer.before-scheme wish movedOn"]);
  });

  test("the first month of an insurance is none before it", () => {
    const began = loaded.find(({ key, region }) => key === "employee-pension.began" && region === "national")!.value as string;
    const from = Number(began.slice(0, 4));
    const months = (first: number) => ({ [from]: "-".repeat(first) + "p".repeat(12 - first) });
    const at = Number(began.slice(5, 7)) - 1;
    const paid = (first: number) =>
      said({ known: aKnown({ relations: [aRelation({ years: { ...months(first), "2025": year } })] }) });
    expect(paid(at)).toEqual([]);
    expect(said({ known: aKnown({ relations: [aRelation({ years: { [from - 1]: "-----------p", "2025": year } })] }) })).toEqual([
      "transfer.before-scheme wish from",
    ]);
    expect(said({ known: aKnown({ relations: [aRelation({ years: {} })] }) })).toEqual([]);
    const alone = lacking("employee-pension.began");
    expect(said({ policy: alone, known: aKnown({ relations: [aRelation({ paid: [1950, 2020] })] }) })).toEqual([]);
  });
});

describe("a step is refused at its field", () => {
  const contact = moved(aTransfer(), { event: "accepted", at: "2026-11-03" }, { event: "contact-sent", at: "2026-11-04" });
  const at = (step: object, on = "2026-11-10") =>
    mayStep(contact, { event: "out-done", at: day("2026-11-05"), amounts: money(5, 7), ...step }, ["old"], day(on)).map(
      ({ code, path }) => [code, ...path].join(" "),
    );
  test.each([
    { step: {}, is: [] },
    { step: { event: "completed" as const }, is: ["transfer.step-not-legal event"] },
    { step: { event: "withdrawn" as const, amounts: undefined }, is: ["transfer.step-not-yours event"] },
    { step: { at: day("2026-11-03") }, is: ["transfer.event-older at"] },
    { step: { at: day("2026-11-04") }, is: [] },
    { step: { at: day("2026-11-10") }, is: [] },
    { step: { at: day("2026-11-11") }, is: ["transfer.event-future at"] },
    { step: { event: "returned" as const, amounts: undefined }, is: ["transfer.note-missing note"] },
    { step: { event: "returned" as const }, is: ["transfer.note-missing note", "transfer.amounts-unexpected amounts"] },
    { step: { amounts: undefined }, is: ["transfer.amounts-missing amounts"] },
    { step: { amounts: { account: 1, pool: 2, total: 4 } }, is: ["transfer.amounts-wrong amounts total"] },
  ])("$is", ({ step, is }) => expect(at(step)).toEqual(is));

  test("what arrives differs from what was sent", () => {
    const out = moved(contact, { event: "out-done", at: "2026-11-05", amounts: money(5, 7) });
    const step = { event: "money-received", at: day("2026-11-06"), amounts: money(6, 6) } as const;
    expect(mayStep(out, step, ["new"], day("2026-11-10"))).toEqual([{ code: "transfer.amounts-differ", path: ["amounts"] }]);
  });
});

describe("of money", () => {
  const moves = (given: Given) => {
    const result = moneyOf(aSituation(given));
    return result.ok ? result.value : result.refusal;
  };
  const account = (fen: number, ...missing: string[]) => ({ awaited: true, money: money(fen), missing });

  test("into the residents' pension moves all of the account, the collective's part and the government's too, without interest", () => {
    const paid = { personal: 500, unit: 30, subsidy: 7 };
    expect(moves(of.resident({ relations: [{ ...resident, ...paid }] }))).toEqual(account(537, "account-interest"));
    const { unit: _, subsidy: __, ...own } = resident;
    expect(moves(of.resident({ relations: [{ ...own, personal: 500 }] }))).toEqual(account(500, "account-interest"));
  });

  test("a switch takes the account and nothing from the pool", () => {
    const wish = { kind: "pension-switch", toward: "resident", from: "320100", to: "340422" } as const;
    expect(moves({ wish })).toEqual(account(72 * 40_000, "account-interest"));
  });

  test("an enrolment in which nothing was paid needs no amounts; where nothing at all was, or one has none, the agency says it", () => {
    const { personal: _, ...untold } = aRelation({ from: "2001-01", years: {}, wages: [] });
    const unknown = { awaited: true, missing: ["account-balance"] };
    expect(moves({ known: aKnown({ relations: [aRelation(), untold] }) })).toMatchObject({ money: { account: 72 * 40_000 } });
    expect(moves({ known: aKnown({ relations: [untold] }) })).toEqual(unknown);
    expect(moves({ known: aKnown({ relations: [aRelation(), { ...untold, years: { "2001": year } }] }) })).toEqual(unknown);
    expect(moves({ known: aKnown({ relations: [untold] }), wish: { temporary: true } })).toEqual({ ...unknown, inFull: true });
  });

  test("of a flexible worker is the account's share of all the wages, and unknown where one of them is", () => {
    const wage = (of: number, monthlyBase: number) => ({ year: of, monthlyBase, months: 12 });
    const flexible = (...wages: ReturnType<typeof wage>[]) =>
      moves({
        known: aKnown({ relations: [aRelation({ insuredAs: "flexible", paid: [2024, 2025], personal: 9_999_999, wages })] }),
      });
    expect(flexible(wage(2024, 500_000), wage(2025, 500_000))).toMatchObject({ money: { account: 24 * 40_000 } });
    expect(flexible(wage(2024, 500_000), wage(2025, 0))).toEqual({ awaited: true, missing: ["account-balance"] });
  });

  test("of medical insurance is what they say lies in the account; residents have none", () => {
    expect(moves(of.medical())).toEqual({ awaited: true, missing: ["account-balance"] });
    expect(moves(of.medical({}, { wish: { ...cover, balance: 0 } }))).toEqual(account(0));
    expect(moves(of.medical({}, { wish: { ...cover, scheme: "390" } }))).toEqual({ awaited: false, missing: [] });
  });

  test("none moves within a province", () => {
    expect(moves({ wish: { to: "320500" } })).toEqual({ awaited: false, missing: [] });
    expect(moves(of.benefit({}, { to: "320500", claims: true, monthlyBenefit: 200_000 }))).toEqual({
      awaited: false,
      missing: [],
    });
  });

  test("a temporary account moves with the employer's part, as the files name it, without interest", () => {
    expect(moves({ wish: { temporary: true } })).toEqual({
      awaited: true,
      money: money(72 * 40_000, 72 * 80_000),
      inFull: true,
      missing: ["account-interest"],
    });
    const { unit: _, ...untold } = aRelation();
    expect(moves({ known: aKnown({ relations: [untold] }), wish: { temporary: true } })).toMatchObject({
      money: money(72 * 40_000),
    });
    expect(moves({})).toEqual({ awaited: true, money: money(72 * 40_000, 72 * 60_000), missing: ["account-interest"] });
  });

  test("from the pool is counted where each month since the accounts began has a wage, in every enrolment", () => {
    const later = (wages: object[]) => aRelation({ from: "2026-01", years: { "2026": "pp----------" }, wages: wages as never });
    const with2026 = (wages: object[]) => moves({ known: aKnown({ relations: [aRelation(), later(wages)] }) });
    expect(with2026([{ year: 2026, monthlyBase: 500_000, months: 2 }])).toMatchObject({ money: { pool: 74 * 60_000 } });
    for (const wages of [[], [{ year: 2026, monthlyBase: 500_000, months: 1 }], [{ year: 2026, monthlyBase: 0, months: 2 }]])
      expect(with2026(wages)).toEqual({ awaited: true, missing: ["wages"] });
    const early = (years: Record<string, string>, wages: object[]) =>
      moves({ known: aKnown({ relations: [aRelation({ paid: [1997, 1998], years, wages: wages as never })] }) });
    expect(early({ "1997": year, "1998": "p-----------" }, [{ year: 1997, monthlyBase: 5, months: 12 }])).toEqual({
      awaited: true,
      missing: ["wages"],
    });
    expect(early({ "1997": year, "1998": "p-----------" }, [{ year: 1998, monthlyBase: 100, months: 1 }])).toMatchObject({
      money: { pool: 12 },
    });
  });

  test("the unemployed take nothing before a year is paid; else what is left, and that is asked where they do not say how much", () => {
    const months = (letters: string) => [aRelation({ scheme: "210", years: { "2025": letters } })];
    const claim = (letters: string, more: object = {}) =>
      moves(of.benefit({ relations: months(letters) }, { claims: true, ...more }));
    expect(claim("ppppppppppp-", { monthlyBenefit: 200_000 })).toEqual({ awaited: false, missing: [] });
    expect(claim(year)).toEqual({ awaited: true, missing: ["monthly-benefit"] });
    expect(claim(year, { monthlyBenefit: 200_000, drawnMonths: 11 })).toEqual({
      awaited: true,
      money: money(0, 300_000),
      missing: [],
    });
    expect(claim(year, { monthlyBenefit: 200_000, drawnMonths: 12 })).toEqual({ awaited: false, missing: [] });
  });
});

describe("months", () => {
  const at = (region: string, years: Record<string, string>, more: object = {}) =>
    aRelation({ region, from: `${Object.keys(years)[0] ?? 2020}-01`, years, ...more });

  test("come in the order in which they were paid, and provinces in that in which somebody came to them", () => {
    const [anhui, jiangsu] = [at("340400", { "2012": year, "2010": year }), at("320100", { "2011": "pppppp------" })];
    expect(paidMonths(anhui).map((month) => month.slice(0, 4))).toEqual([...Array(12).fill("2010"), ...Array(12).fill("2012")]);
    const [one, two] = [byProvince([anhui, jiangsu]), byProvince([jiangsu, anhui])];
    expect(one).toEqual({ months: { "34": 24, "32": 6 }, order: ["34", "32", "34"] });
    expect(two).toEqual(one);
    expect(byProvince([at("340400", { "2010": year }), at("340100", { "2010": year, "2011": "p-----------" })])).toEqual({
      months: { "34": 13 },
      order: ["34"],
    });
  });

  test("stand by place, the earliest first; where none was paid, by when it began", () => {
    const none = aRelation({ region: "310000", from: "2015-01", years: {} });
    const line = timeLine(
      [at("320100", { "2016": year }), none, at("340400", { "2014": year })],
      [{ scheme: "110", region: "320100" as never, from: "2016-01" as never }],
      [],
    );
    expect(line.map(({ region, months, moves }) => [region, months, moves])).toEqual([
      ["340400", 12, false],
      ["310000", 0, false],
      ["320100", 12, true],
    ]);
    for (const key of ["first", "last", "temporary"]) expect(line[1], key).not.toHaveProperty(key);
    const before = timeLine(
      [aRelation({ region: "310000", from: "2010-01", years: {} }), at("340400", { "2014": year })],
      [],
      [],
    );
    expect(before.map(({ region }) => region)).toEqual(["310000", "340400"]);
  });

  test("what two enrolments have carried moves once", () => {
    const carries = [{ scheme: "110", region: "310000", from: "2001-01" } as const];
    const twice = carriedBy([aRelation({ carries }), aRelation({ from: "2021-01", carries })]);
    expect(twice.map(({ region, from }) => `${region} ${from}`)).toEqual(["320100 2020-01", "310000 2001-01", "320100 2021-01"]);
  });

  test("at an organ and at an enterprise are one insurance, and move together", () => {
    const relations = [aRelation({ scheme: "120", paid: [2020, 2021] }), aRelation({ paid: [2022, 2023], from: "2022-01" })];
    expect(planOf(aSituation({ known: aKnown({ relations }) }))).toMatchObject({ counted: 48 });
    const organ = aKnown({ relations: [aRelation({ scheme: "120" })] });
    expect(said({ known: organ })).toEqual([]);
    expect(said({ known: organ, wish: { to: "320500" } })).toEqual(["transfer.same-province wish to"]);
  });
});

describe("who pays once", () => {
  const decade = (region: string, from: number, more: object = {}) => aRelation({ region, paid: [from, from + 9], ...more });
  const pays = (relations: ReturnType<typeof aRelation>[], wish: object = {}, at = "32") => {
    const place = placeOfBenefit(
      aSituation({
        known: aKnown({ relations, hukou: "510100" }),
        wish: { kind: "employee-pension", from: "320100", to: "440100", ...wish } as never,
      }),
      at,
    );
    return place?.ok ? `${place.value.province} ${place.value.rule}` : undefined;
  };

  test("is the last province with ten years at work; a temporary account, and what is no pension of work, gives none", () => {
    const [first, last] = [decade("110100", 1995), decade("310000", 2005)];
    expect(pays([last, first])).toBe("31 R3_LAST_10Y_PLACE");
    expect(pays([last, decade("440100", 2010, { temporary: true })])).toBe("31 R3_LAST_10Y_PLACE");
    expect(pays([decade("440100", 2005, { temporary: true })], {}, "44")).toBe("51 R4_FALLBACK_HUKOU");
    for (const scheme of ["170", "310", "390", "210"])
      expect(pays([decade("310000", 2005, { scheme })])).toBe("51 R4_FALLBACK_HUKOU");
    expect(pays([decade("320100", 2005)], { temporary: true })).toBe("51 R4_FALLBACK_HUKOU");
    expect(pays([decade("320100", 2005)])).toBe("32 R2_RELATION_10Y");
    const organ = pays([decade("310000", 2005, { scheme: "120" })]);
    expect(organ).toBe("31 R3_LAST_10Y_PLACE");
  });

  test("is found by where the relation is afterwards: it stays behind where only a temporary account opens, and with the work in a switch", () => {
    const province = (given: Given) => planOf(aSituation(given)).benefit;
    const relations = [aRelation({ paid: [2010, 2025] })];
    const older = (birth: string) => ({ known: aKnown({ birth, relations, hukou: "510100" }), wish: { to: "440100" } });
    expect(province(older("1970-01-01"))).toEqual({ province: "32", rule: "R2_RELATION_10Y" });
    expect(province(older("1990-01-01"))).toEqual({ province: "32", rule: "R3_LAST_10Y_PLACE" });
    const wish = (toward: "resident" | "employee") =>
      toward === "resident" ? { from: "320100", to: "340422" } : { from: "340422", to: "320100" };
    for (const toward of ["resident", "employee"] as const)
      expect(
        province({ known: aKnown({ relations, hukou: "510100" }), wish: { kind: "pension-switch", toward, ...wish(toward) } }),
      ).toEqual({ province: "32", rule: "R2_RELATION_10Y" });
    expect(province(of.resident())).toBeUndefined();
    expect(province(of.medical())).toBeUndefined();
  });
});

describe("a temporary account", () => {
  const because = (given: Given) => {
    const found = temporaryAccount(aSituation(given));
    return found?.ok ? `${found.value.opens} ${found.value.because}` : found;
  };
  const old = { birth: "1970-01-01" };
  test("is a question of the employees' pension alone, and of whom it is known", () => {
    expect(because(of.medical(old))).toBeUndefined();
    for (const unknown of [{ hukou: undefined }, { birth: undefined }, { sex: "U" as const }])
      expect(because({ known: aKnown({ ...old, ...unknown }) })).toBeUndefined();
    expect(because({ known: aKnown(old), policy: lacking("temporary-account.age-men") })).toMatchObject({ ok: false });
  });

  test.each([
    { when: "the relation rests there", there: { status: "paused" }, is: "false relation-there" },
    { when: "it has ended there", there: { status: "ended" }, is: "true age" },
    { when: "it is elsewhere", there: { region: "440100", status: "paused" }, is: "true age" },
    { when: "only a resident's pension is there", there: { scheme: "170", status: "paused" }, is: "true age" },
  ])("comes home to where the relation is: $is where $when", ({ there, is }) => {
    const relations = [aRelation(), aRelation({ region: "310000", paid: [2005, 2019], ...(there as object) })];
    const known = aKnown({ ...old, relations });
    expect(because({ known, wish: { to: "310000", temporary: true } })).toBe(is);
    expect(because({ known, wish: { to: "310000" } })).toBe("true age"); // not what was paid lies in one, but what will be
  });
});

describe("what is told beforehand", () => {
  test("is where one may apply: at the new place, of medical insurance at either end", () => {
    const { wish } = aSituation();
    expect(applyAt(wish)).toEqual(["340400"]);
    expect(applyAt(aSituation(of.medical()).wish)).toEqual(["340400", "320100"]);
  });

  test("what of a switch is decided and what is missing for it, and of nothing else", () => {
    const known = aKnown({
      birth: "1963-01-01",
      relations: [aRelation({ region: "340400", paid: [2012, 2025] }), aRelation({ scheme: "170", region: "340422" })],
    });
    const wish = { kind: "pension-switch", toward: "resident", from: "340400", to: "340422" } as const;
    const told = simulate(aSituation({ known, wish }));
    expect(told).toMatchObject({ decision: "TO_RESIDENT_SCHEME_OR_EXTEND", lacking: { retires: "2023-01", months: 12 } });
    const unknown = simulate(aSituation({ known: { ...known, sex: "U" }, wish }));
    for (const told of [unknown, simulate(aSituation())])
      for (const key of ["decision", "lacking"]) expect(told, key).not.toHaveProperty(key);
    expect(simulate(aSituation({ known: { ...known, birth: undefined }, wish }))).not.toHaveProperty("lacking");
    expect(simulate(aSituation({ known, wish, policy: lacking("employee-pension.minimum-months") }))).not.toHaveProperty(
      "lacking",
    );
    const enough = { ...known, relations: [aRelation({ region: "340400", paid: [2005, 2025] })] };
    expect(simulate(aSituation({ known: enough, wish })).lacking).toMatchObject({ months: 0 });
  });

  test("which months count at the new place, with those that were brought there before; those of other places do not", () => {
    const carried = aRelation({ region: "310000", paid: [2010, 2011], status: "ended" });
    const there = aRelation({
      region: "340400",
      paid: [2012, 2012],
      carries: [{ scheme: "110", region: "310000" as never, from: "2010-01" as never }],
    });
    const beside = [
      aRelation({ region: "310000", paid: [2013, 2014] }),
      aRelation({ region: "440100", from: "2010-01", paid: [2015, 2016] }),
      aRelation({ scheme: "310", region: "310000", from: "2010-01", paid: [2000, 2001] }),
    ];
    const known = aKnown({ relations: [carried, there, aRelation(), ...beside] });
    expect(simulate(aSituation({ known })).counts).toEqual({ before: 36, after: 36 + 72, total: 36 + 72 + 48 });
  });

  test("the line of months of the insurance that moves, both pensions where it is a switch, and no other", () => {
    const schemes = (given: Given) =>
      planOf(aSituation(given))
        .line.map(({ scheme }) => scheme)
        .sort();
    const relations = [aRelation(), resident, medical, unemployment];
    const known = aKnown({ relations });
    expect(schemes({ known })).toEqual(["110"]);
    expect(schemes({ known, wish: { kind: "pension-switch", toward: "resident", from: "320100", to: "340422" } })).toEqual([
      "110",
      "170",
    ]);
    expect(schemes({ known, wish: cover })).toEqual(["310"]);
    expect(planOf(aSituation({ known, wish: { ...residents } })).line[0]).not.toHaveProperty("temporary");
    expect(planOf(aSituation({ known })).line[0]).not.toHaveProperty("temporary");
  });

  test("which numbers are missing in it, beside what the agency has to say", () => {
    expect(planOf(aSituation()).missing).toEqual(["account-interest"]);
    expect(planOf(aSituation({ policy: lacking("pension-transfer.pool-rate") })).missing).toEqual(["pension-transfer.pool-rate"]);
    expect(planOf(aSituation({ policy: lacking("pension-transfer.relation-months") })).missing).toEqual([
      "account-interest",
      "pension-transfer.relation-months",
    ]);
    const gap = planOf(aSituation({ ...of.medical(), policy: lacking("medical-transfer.gap-at-most") }));
    expect([gap.missing, gap.gap]).toEqual([["account-balance", "medical-transfer.gap-at-most"], undefined]);
    expect(planOf(aSituation())).not.toHaveProperty("inFull");
  });

  test.each([
    {
      when: "a step has no limit that is loaded",
      key: "limit.pension-transfer-step" as const,
      missing: ["limit.pension-transfer-step"],
    },
    { when: "the whole has none", key: "limit.pension-transfer-whole" as const, missing: ["limit.pension-transfer-whole"] },
  ])("and no day by which it is through where $when", ({ key, missing }) => {
    const { done } = simulate(aSituation({ policy: lacking(key) }));
    expect(done.missing).toEqual(missing);
    expect(done).not.toHaveProperty("by");
  });

  test("a day that is sure is not called provisional, with a limit of the whole or without; one past the calendar is", () => {
    const done = (given: Given) => simulate(aSituation(given)).done;
    const june = { today: day("2026-06-01") };
    for (const given of [{ ...june }, { ...of.resident(), ...june }]) expect(done(given)).not.toHaveProperty("provisional");
    expect(done(of.resident())).toMatchObject({ provisional: true, missing: [] });
    expect(done({ ...of.resident(), ...june }).by).toBe(done({ ...of.resident(), ...june }).stages.at(-1)?.dueAt);
  });
});

test("a place's whole pool is one: a municipality, however many districts, and any other prefecture by itself", () => {
  const place = (code: string) => v.parse(DivisionCode, code);
  expect(
    said(
      of.medical({ relations: [{ ...medical, region: place("310101") }] }, { wish: { ...cover, from: "310101", to: "310115" } }),
    ),
  ).toEqual(["transfer.same-place wish to"]);
});
