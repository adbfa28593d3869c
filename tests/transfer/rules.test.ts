import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { FullRecord } from "../../shared/registration.ts";
import { summarise } from "../../shared/summary.ts";
import { carryOver } from "../../shared/transfer/carry.ts";
import { knownFrom } from "../../shared/transfer/known.ts";
import { carriedBy, countMonths, keyOf, relationsAt, relationsOf } from "../../shared/transfer/months.ts";
import { isSamePlace } from "../../shared/transfer/places.ts";
import { type TransferFinding, transferFindings } from "../../shared/transfer/rules.ts";
import { simulate } from "../../shared/transfer/simulate.ts";
import { switchFindings } from "../../shared/transfer/switch.ts";
import type { End } from "../../shared/transfer/transfer.ts";
import { paidFor } from "../duplicate/someone.ts";
import { aFact, anEnrolment, aRecord, day, noon } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { aKnown, aReceipt, aRelation, aSituation } from "./someone.ts";

type Given = NonNullable<Parameters<typeof aSituation>[0]>;
const found = (given: Given = {}) => transferFindings(aSituation(given)).map(({ code }) => code);
const resident = aRelation({ scheme: "170", region: "320102", insuredAs: "resident" });
const place = (code: string) => v.parse(DivisionCode, code);

describe("a move", () => {
  test.each<{ when: string; given: Given; code: TransferFinding }>([
    { when: "the registration is closed", given: { known: aKnown({ closed: true }) }, code: "transfer.registration-closed" },
    {
      when: "one of its kind is on its way",
      given: { known: aKnown({ open: [{ kind: "employee-pension", receipt: aReceipt() }] }) },
      code: "transfer.already-open",
    },
    { when: "a pension is drawn", given: { known: aKnown({ drawing: true }) }, code: "transfer.already-drawing" },
    { when: "it goes nowhere else", given: { wish: { to: "320100" } }, code: "transfer.same-place" },
    { when: "it stays in the province", given: { wish: { to: "320500" } }, code: "transfer.same-province" },
    { when: "nothing is insured there", given: { wish: { from: "310000" } }, code: "transfer.not-enrolled-there" },
    { when: "it lies before the rules", given: { wish: { movedOn: "2009-12-31" } }, code: "transfer.before-scheme" },
    { when: "it lies in the future", given: { wish: { movedOn: "2026-11-23" } }, code: "transfer.moved-in-future" },
    {
      when: "months are told from before there was such an insurance",
      given: { known: aKnown({ relations: [aRelation({ paid: [1950, 2020] })] }) },
      code: "transfer.before-scheme",
    },
    { when: "the hukou is not known", given: { known: aKnown({ hukou: undefined }) }, code: "transfer.hukou-unknown" },
    { when: "the day of birth is not known", given: { known: aKnown({ birth: undefined }) }, code: "transfer.birth-unknown" },
    { when: "the sex is not known", given: { known: aKnown({ sex: "U" }) }, code: "transfer.sex-unknown" },
    { when: "a paper is missing", given: { wish: { oneOffMonths: 36 }, papers: 0 }, code: "transfer.evidence-missing" },
    { when: "a child's pension is meant", given: { forChild: true }, code: "transfer.child-only-medical" },
    {
      when: "a resident's pension does not follow the hukou",
      given: { known: aKnown({ relations: [resident] }), wish: { kind: "resident-pension", from: "320102", to: "340403" } },
      code: "transfer.not-hukou",
    },
    {
      when: "benefit is to be drawn at neither place",
      given: {
        known: aKnown({ relations: [aRelation({ scheme: "210" })] }),
        wish: { kind: "unemployment", from: "320100", to: "310000", claims: true },
      },
      code: "transfer.claim-at-hukou",
    },
  ])("is refused when $when", ({ given, code }) => expect(found(given)).toEqual([code]));

  test.each<{ when: string; given: Given }>([
    { when: "it goes into another province", given: {} },
    { when: "the day of the move is the first of the rules", given: { wish: { movedOn: "2010-01-01" } } },
    { when: "it is of today", given: { wish: { movedOn: "2026-11-22" } } },
    { when: "less than three years were paid in one go", given: { wish: { oneOffMonths: 35 }, papers: 0 } },
    { when: "the paper has come", given: { wish: { oneOffMonths: 36 }, papers: 1 } },
    {
      when: "another kind is on its way",
      given: { known: aKnown({ open: [{ kind: "medical", receipt: aReceipt() }] }) },
    },
    {
      when: "a resident's pension follows the hukou",
      given: { known: aKnown({ relations: [resident] }), wish: { kind: "resident-pension", from: "320102", to: "340422" } },
    },
    {
      when: "medical insurance moves to the next city of the province",
      given: {
        known: aKnown({ relations: [aRelation({ scheme: "310" })] }),
        wish: { kind: "medical", scheme: "310", into: "310", from: "320100", to: "320500" },
      },
    },
  ])("may be sent when $when", ({ given }) => expect(found(given)).toEqual([]));

  test("says everything at once", () => {
    const known = aKnown({ hukou: undefined, birth: undefined, drawing: true });
    expect(found({ known, wish: { to: "320100" } })).toEqual([
      "transfer.already-drawing",
      "transfer.same-place",
      "transfer.hukou-unknown",
      "transfer.birth-unknown",
    ]);
  });

  test("is for staff where a number is missing that decides, and needs none that does not", () => {
    const lacking = (key: string) => openPolicy(loaded.filter((entry) => entry.key !== key));
    const { findings, may } = simulate(aSituation({ policy: lacking("temporary-account.age-men") }));
    expect({ may, findings }).toMatchObject({ may: "ask", findings: [{ code: "transfer.not-loaded" }] });
    expect(found({ policy: lacking("limit.pension-transfer-step") })).toEqual([]);
    expect(simulate(aSituation({ policy: lacking("limit.pension-transfer-step") })).done).toMatchObject({
      missing: ["limit.pension-transfer-step"],
    });
  });
});

describe("one place", () => {
  test.each([
    { scheme: "110", one: "320100", other: "320500", same: true },
    { scheme: "120", one: "320100", other: "340100", same: false },
    { scheme: "170", one: "320102", other: "320104", same: false },
    { scheme: "310", one: "320102", other: "320199", same: true },
    { scheme: "310", one: "320100", other: "320500", same: false },
    { scheme: "210", one: "310101", other: "310115", same: true },
    { scheme: "390", one: "500101", other: "500230", same: true },
    { scheme: "170", one: "310101", other: "310115", same: false },
  ] as const)("of $scheme: $one and $other are one: $same", ({ scheme, one, other, same }) => {
    expect(isSamePlace(scheme, place(one), place(other))).toBe(same);
  });
});

describe("what comes of a wish", () => {
  const may = (given: Given) => simulate(aSituation(given)).may;
  test("is no where one thing stands in the way, whatever else has to be known", () => {
    expect(may({ known: aKnown({ hukou: undefined }) })).toBe("ask");
    expect(may({ known: aKnown({ hukou: undefined, drawing: true }) })).toBe("no");
    expect(may({ wish: { to: "320500" } })).toBe("not-needed");
    expect(may({ wish: { to: "320500" }, known: aKnown({ hukou: undefined }) })).toBe("not-needed");
    expect(may({ wish: { to: "320500" }, known: aKnown({ drawing: true }) })).toBe("no");
  });

  test("goes with where somebody lives too, where a region says so", () => {
    const either = anEntry({ key: "resident-pension.at", region: "340000", from: "2014-02-21", value: "EITHER" });
    const known = aKnown({ relations: [resident], residence: "340403" });
    const wish = { kind: "resident-pension", from: "320102", to: "340403" } as const;
    expect(found({ known, wish })).toEqual(["transfer.not-hukou"]);
    expect(found({ known, wish, policy: openPolicy([...loaded, either]) })).toEqual([]);
    expect(found({ known, wish: { ...wish, to: "340404" }, policy: openPolicy([...loaded, either]) })).toEqual([
      "transfer.not-hukou",
    ]);
  });

  test("is through with the limit of the whole where the steps together take longer", () => {
    const slow = anEntry({ key: "limit.pension-transfer-step", region: "340400", from: "2010-01-01", value: "40" });
    const { done } = simulate(aSituation({ today: day("2026-06-01"), policy: openPolicy([...loaded, slow]) }));
    const { done: usual } = simulate(aSituation({ today: day("2026-06-01") }));
    expect(done.stages.map(({ days }) => days)).toEqual([40, 15, 40]);
    expect([done.by, done.provisional]).toEqual([usual.by, undefined]);
  });

  test("says where the months lie, the earliest first, and which of them move", () => {
    const relations = [aRelation(), aRelation({ region: "440100", paid: [2010, 2011], status: "ended" })];
    const { plan } = simulate(aSituation({ known: aKnown({ relations }), wish: { temporary: true } }));
    expect(plan.line.map(({ region, months, moves, temporary }) => [region, months, moves, temporary])).toEqual([
      ["440100", 24, false, undefined],
      ["320100", 72, true, true],
    ]);
    expect(plan.line[0]).toMatchObject({ first: "2010-01", last: "2011-12" });
  });
});

describe("a temporary account", () => {
  const to = "310000"; // not the hukou
  test.each([
    { sex: "M", birth: "1976-11-23", opens: false },
    { sex: "M", birth: "1976-11-22", opens: true },
    { sex: "F", birth: "1986-11-23", opens: false },
    { sex: "F", birth: "1986-11-22", opens: true },
  ] as const)("of $sex born $birth opens: $opens", ({ sex, birth, opens }) => {
    const { temporaryAccount, may, findings } = simulate(aSituation({ known: aKnown({ sex, birth }), wish: { to } }));
    expect(temporaryAccount).toEqual({ opens, because: opens ? "age" : "younger" });
    expect([may, findings.length]).toEqual(opens ? ["no", 1] : ["yes", 0]);
  });

  test("goes by the age on the day of the move, and not on the day of the application", () => {
    const known = aKnown({ birth: "1976-06-15" });
    const on = (movedOn: string) => simulate(aSituation({ known, wish: { to, movedOn } })).temporaryAccount?.opens;
    expect([on("2026-06-14"), on("2026-06-15")]).toEqual([false, true]);
  });

  test("does not open for who comes home, or was transferred by the authorities with a paper", () => {
    const known = aKnown({ birth: "1970-01-01" });
    expect(simulate(aSituation({ known })).temporaryAccount).toEqual({ opens: false, because: "returns-home" });
    const sent = simulate(aSituation({ known, wish: { to, approvedTransfer: true } }));
    expect(sent).toMatchObject({ temporaryAccount: { opens: false, because: "approved" }, paper: true, may: "yes" });
  });

  test("takes nothing from ten years that were paid in the same province before", () => {
    const known = aKnown({
      birth: "1965-01-01",
      relations: [
        aRelation({ paid: [2000, 2011], region: "440100", status: "ended" }),
        aRelation({ paid: [2012, 2015], carries: [{ scheme: "110", region: "440100", from: "2000-01" }] }),
        aRelation({ paid: [2016, 2025], region: "440100" }),
      ],
    });
    const wish = { from: "440100", to: "320100", temporary: true } as const;
    expect(simulate(aSituation({ known, wish })).plan.benefit).toEqual({ province: "44", rule: "R3_LAST_10Y_PLACE" });
  });

  test("moves in full to where the relation is, the employer's part too", () => {
    const known = aKnown({
      birth: "1970-01-01",
      relations: [aRelation({ paid: [2005, 2019], region: "340400", status: "paused" }), aRelation({ paid: [2020, 2021] })],
    });
    const { plan, temporaryAccount } = simulate(aSituation({ known, wish: { temporary: true } }));
    expect(temporaryAccount).toEqual({ opens: false, because: "relation-there" });
    expect(plan).toMatchObject({ inFull: true, money: { account: 24 * 40_000, pool: 24 * 80_000, total: 24 * 120_000 } });
  });
});

describe("the switch at retirement", () => {
  /** Sixty-three since 2026: born in January 1963, retired by the law of 2025 at 60 years and some months. */
  const man = (years: number, more: object = {}) =>
    aKnown({ birth: "1963-01-01", relations: [aRelation({ region: "340400", paid: [2026 - years, 2025] })], ...more });
  const toward = (to: "employee" | "resident") =>
    to === "employee"
      ? { kind: "pension-switch" as const, toward: to, from: "340422", to: "340400" }
      : { kind: "pension-switch" as const, toward: to, from: "340400", to: "340422" };
  const both = (years: number) => {
    const known = man(years);
    return { ...known, relations: [...known.relations, aRelation({ scheme: "170", region: "340422", paid: [2010, 2010] })] };
  };

  test("goes to the employees' pension with fifteen years, and to the residents' with fourteen", () => {
    expect(found({ known: both(15), wish: toward("employee") })).toEqual([]);
    expect(found({ known: both(15), wish: toward("resident") })).toEqual(["transfer.enough-for-employee"]);
    expect(found({ known: both(14), wish: toward("resident") })).toEqual([]);
    expect(found({ known: both(14), wish: toward("employee") })).toEqual(["transfer.not-enough-for-employee"]);
  });

  test("adds years at work to a resident's, and never the other way round", () => {
    const [fifteen, fourteen] = [both(15), both(14)];
    expect(simulate(aSituation({ known: fifteen, wish: toward("employee") })).counts).toMatchObject({ before: 180, after: 180 });
    expect(simulate(aSituation({ known: fourteen, wish: toward("resident") })).counts).toMatchObject({
      before: 12,
      after: 180,
      total: 180,
    });
  });

  test("waits for the retirement age, and is refused while a pension is drawn", () => {
    const young = aKnown({ birth: "1970-01-01", relations: both(15).relations });
    expect(found({ known: young, wish: toward("employee") })).toEqual(["transfer.wait-for-age"]);
    expect(found({ known: { ...both(15), drawing: true }, wish: toward("employee") })).toEqual(["transfer.already-drawing"]);
  });

  test("comes with the very month of the retirement age", () => {
    const born = (birth: string) => found({ known: { ...both(15), birth: day(birth) }, wish: toward("employee") });
    expect(born("1966-06-30")).toEqual([]); // sixty and five months: November 2026
    expect(born("1966-07-01")).toEqual(["transfer.wait-for-age"]);
  });

  test("says everything that is unknown at once, each at its field", () => {
    const known = { ...both(15), sex: "U" as const, birth: undefined };
    const told = (more: object = {}) => switchFindings(aSituation({ known: { ...known, ...more }, wish: toward("employee") }));
    expect(told()).toEqual([
      { code: "transfer.sex-unknown", path: ["known", "sex"] },
      { code: "transfer.birth-unknown", path: ["known", "birth"] },
    ]);
    expect(told({ sex: "F" })).toMatchObject([{ path: ["wish", "category"] }, { path: ["known", "birth"] }]);
    expect(told({ drawing: true })).toEqual([{ code: "transfer.already-drawing", path: ["wish", "kind"] }]);
  });

  test("is for staff where the number is missing by which the place is found, and blames nobody", () => {
    const policy = openPolicy(loaded.filter(({ key }) => key !== "pension-transfer.relation-months"));
    expect(found({ known: both(15), wish: toward("employee"), policy })).not.toContain("transfer.settle-employee-place-first");
  });

  test("says how many months the employees' pension lacks by the year of retirement, which is more than fifteen years from 2030 on", () => {
    const lacks = (birth: string, today: string) =>
      simulate(aSituation({ known: { ...both(14), birth: day(birth) }, wish: toward("resident"), today: day(today) })).lacking;
    expect(lacks("1966-06-30", "2026-11-22")).toEqual({ retires: "2026-11", months: 12 });
    expect(lacks("1970-01-01", "2031-05-31")).toEqual({ retires: "2031-05", months: 192 - 168 });
  });

  test("asks a woman at which age she retires, and does not infer it", () => {
    const known = { ...both(15), sex: "F" as const };
    expect(found({ known, wish: toward("employee") })).toEqual(["transfer.category-unknown"]);
    expect(found({ known, wish: { ...toward("employee"), category: "M60" } })).toEqual(["transfer.category-unknown"]);
    expect(found({ known, wish: { ...toward("employee"), category: "F55" } })).toEqual([]);
  });

  test("comes after the move of the employees' pension to where it will be paid", () => {
    const known = both(15);
    const elsewhere = { ...known, relations: [...known.relations, aRelation({ region: "320100", paid: [2000, 2001] })] };
    expect(found({ known: elsewhere, wish: toward("employee") })).toEqual(["transfer.settle-employee-place-first"]);
  });

  describe.each(["employee", "resident"] as const)("toward the %s scheme", (which) => {
    const settled = both(which === "employee" ? 15 : 13);
    const shanghai = aRelation({ region: "310000", from: "2005-01", status: "ended", years: { "2005": "pppp--------" } });
    const withMore = (more: (typeof settled)["relations"]) => ({ ...settled, relations: [...settled.relations, ...more] });
    const first = ["transfer.settle-employee-place-first"];

    test("waits for what was paid in a third province too, even where that has ended", () => {
      expect(found({ known: withMore([shanghai]), wish: toward(which) })).toEqual(first);
    });

    test("does not wait for what has been moved away from there, nor for where nothing was ever paid", () => {
      const relations = settled.relations.map((one) => (one.scheme === "110" ? { ...one, carries: [shanghai] } : one));
      expect(found({ known: { ...settled, relations: [...relations, shanghai] }, wish: toward(which) })).toEqual([]);
      expect(found({ known: withMore([{ ...shanghai, years: {} }]), wish: toward(which) })).toEqual([]);
      expect(found({ known: withMore([{ ...shanghai, years: {}, status: "paused" }]), wish: toward(which) })).toEqual(first);
    });

    test("is for where the pension is paid: with ten years nowhere it is settled at home before", () => {
      const wish = which === "employee" ? toward(which) : { ...toward(which), to: "440103" };
      const away = { ...settled, hukou: place("440103") };
      expect(found({ known: away, wish })).toEqual([]); // more than ten years where it is
      const nine = aRelation({ region: "310000", paid: [2005, 2013], status: "ended" });
      const here = aRelation({ region: "340400", paid: which === "employee" ? [2014, 2019] : [2014, 2015], carries: [nine] });
      const relations = [nine, here, ...settled.relations.filter(({ scheme }) => scheme === "170")];
      expect(found({ known: { ...away, relations }, wish })).toEqual(first);
    });
  });
});

describe("the gap that medical insurance leaves", () => {
  const medical = { kind: "medical", scheme: "310", into: "310", from: "320100", to: "340400" } as const;
  const until = (month: number) => {
    const years = { "2024": "pppppppppppp", "2025": "pppppppppppp", "2026": "p".repeat(month) + "-".repeat(12 - month) };
    return aKnown({ relations: [aRelation({ scheme: "310", years })] });
  };
  test.each([
    { paidUntil: 10, backPaid: false, gap: { months: 0, decision: "NO_WAIT_RETROACTIVE" } },
    { paidUntil: 7, backPaid: true, gap: { months: 3, decision: "NO_WAIT_RETROACTIVE" } },
    { paidUntil: 7, backPaid: false, gap: { months: 3, decision: "LOCAL_RULE" } },
    { paidUntil: 6, backPaid: true, gap: { months: 4, decision: "WAIT_UP_TO_6_MONTHS" } },
  ])("is $gap.months months when month $paidUntil was the last", ({ paidUntil, backPaid, gap }) => {
    expect(simulate(aSituation({ known: until(paidUntil), wish: { ...medical, backPaid } })).plan.gap).toEqual(gap);
  });

  test("ends with the first month paid at the new place, or with the month of the move", () => {
    const there = (years: Record<string, string>) => aRelation({ scheme: "310", region: "340400", from: "2026-01", years });
    const gap = (more: ReturnType<typeof there>[], movedOn?: string) => {
      const known = { ...until(6), relations: [...until(6).relations, ...more] };
      return simulate(aSituation({ known, wish: { ...medical, ...(movedOn && { movedOn }) } })).plan.gap?.months;
    };
    expect(gap([there({ "2026": "--------p---" })])).toBe(2);
    expect(gap([there({ "2026": "p----p-----p" })])).toBe(5); // paid before, and in the last month: the next one counts
    expect(gap([], "2026-07-31")).toBe(0);
    expect(gap([], "2026-03-31")).toBe(0);
    expect(gap([], "2026-09-01")).toBe(2);
  });

  test("is local rule where nobody said that it was paid for, and nothing is known where nothing was paid", () => {
    expect(simulate(aSituation({ known: until(7), wish: medical })).plan.gap?.decision).toBe("LOCAL_RULE");
    const nothing = aKnown({ relations: [aRelation({ scheme: "310", years: {} })] });
    expect(simulate(aSituation({ known: nothing, wish: medical })).plan.gap).toBeUndefined();
  });

  test("counts two years in both medical insurances together, and in no other one; the last month by its day", () => {
    const wish = { ...medical, into: "390" as const };
    const year = "pppppppppppp";
    const now = aRelation({ scheme: "310", years: { "2025": "--pppppppppp", "2026": "pppppppppp--" } });
    const earlierOf = (scheme: "390" | "110") =>
      aRelation({ scheme, region: "310000", from: "2024-01", years: { "2024": year, "2025": year } });
    const decided = (...relations: (typeof now)[]) =>
      simulate(aSituation({ known: aKnown({ relations }), wish })).plan.gap?.decision;
    expect([decided(now, earlierOf("390")), decided(earlierOf("390"), now)]).toEqual([
      "NO_WAIT_RETROACTIVE",
      "NO_WAIT_RETROACTIVE",
    ]);
    expect([decided(now, earlierOf("110")), decided(now)]).toEqual(["LOCAL_RULE", "LOCAL_RULE"]);
    const short = simulate(aSituation({ known: aKnown({ relations: [now] }), wish: medical }));
    expect(short.plan.gap?.decision).toBe("NO_WAIT_RETROACTIVE"); // the scheme stays
    const earlier = aRelation({ scheme: "310", from: "2019-01", paid: [2019, 2019], status: "ended" });
    expect(
      simulate(aSituation({ known: aKnown({ relations: [until(10).relations[0]!, earlier] }), wish: medical })).plan.gap?.months,
    ).toBe(0);
  });

  test("takes two years without a break where the scheme changes too", () => {
    const wish = { ...medical, into: "390" as const };
    expect(simulate(aSituation({ known: until(10), wish })).plan.gap?.decision).toBe("NO_WAIT_RETROACTIVE");
    const broken = aKnown({
      relations: [aRelation({ scheme: "310", years: { "2025": "-ppppppppppp", "2026": "pppppppppp--" } })],
    });
    expect(simulate(aSituation({ known: broken, wish })).plan.gap?.decision).toBe("LOCAL_RULE");
  });
});

describe("what moves", () => {
  test("of the employees' pension is the account, and twelve hundredths of the wages", () => {
    const { plan, counts } = simulate(aSituation());
    expect(plan).toMatchObject({ counted: 72, money: { account: 72 * 40_000, pool: 72 * 60_000, total: 72 * 100_000 } });
    expect(counts).toEqual({ before: 0, after: 72, total: 72 });
  });

  test("of unemployment insurance is no money but for who claims it in another province", () => {
    const known = aKnown({ relations: [aRelation({ scheme: "210", paid: [2025, 2025] })] });
    const wish = { kind: "unemployment", from: "320100", to: "340400" } as const;
    expect(simulate(aSituation({ known, wish })).plan.awaits).toEqual(["sheet"]);
    const claims = simulate(aSituation({ known, wish: { ...wish, claims: true, monthlyBenefit: 200_000, drawnMonths: 2 } }));
    expect(claims.plan).toMatchObject({ awaits: ["sheet", "money"], money: { total: 200_000 * 10 * 1.5 } });
    const entitledMonths = 30; // of several jobs together; nobody draws longer than two years
    const most = simulate(aSituation({ known, wish: { ...wish, claims: true, monthlyBenefit: 200_000, entitledMonths } }));
    expect(most.plan.money?.total).toBe(200_000 * 24 * 1.5);
    const short = aKnown({ relations: [aRelation({ scheme: "210", years: { "2025": "ppppppppppp-" } })] });
    expect(simulate(aSituation({ known: short, wish: { ...wish, claims: true, monthlyBenefit: 200_000 } })).plan.awaits).toEqual([
      "sheet",
    ]);
  });

  test("of who moves again is what was moved before, too", () => {
    const twice = (scheme: "110" | "170" | "210" | "310", later: [number, number] = [2025, 2025]) =>
      aKnown({
        relations: [
          aRelation({ scheme, paid: [2020, 2024], region: "310000", status: "ended" }),
          aRelation({ scheme, paid: later, from: "2025-01", carries: [{ scheme, region: "310000", from: "2020-01" }] }),
        ],
      });
    const pension = simulate(aSituation({ known: twice("110") }));
    expect(pension.plan).toMatchObject({ counted: 72, money: { account: 72 * 40_000, pool: 72 * 60_000 } });
    expect(pension.counts).toEqual({ before: 0, after: 72, total: 72 });
    const justMoved = simulate(aSituation({ known: twice("110", [2025, 2024]) })); // nothing paid at the second place yet
    expect(justMoved).toMatchObject({ plan: { money: { account: 60 * 40_000 } }, counts: { after: 60 } });

    const claim = { kind: "unemployment", from: "320100", to: "340400", claims: true, monthlyBenefit: 200_000 } as const;
    expect(simulate(aSituation({ known: twice("210", [2025, 2024]), wish: claim })).plan).toMatchObject({
      awaits: ["sheet", "money"],
      money: { total: 200_000 * 18 * 1.5 },
    });
    const medical = { kind: "medical", from: "320100", to: "340400", scheme: "310", into: "310", movedOn: "2025-03-01" } as const;
    expect(simulate(aSituation({ known: twice("310", [2025, 2024]), wish: medical })).plan.gap?.months).toBe(2);
  });

  test("into the account of a flexible worker goes the share of it, and not all that was paid", () => {
    const flexible = (personal: number, unit = 0) =>
      aKnown({ relations: [aRelation({ insuredAs: "flexible", personal: 72 * personal, unit: 72 * unit })] });
    const moving = (known: ReturnType<typeof aKnown>, temporary?: true) =>
      simulate(aSituation({ known, wish: { ...(temporary && { temporary }) } })).plan.money;
    // A fifth of 5,000 yuan is paid; eight hundredths of it are the account's.
    expect(moving(flexible(100_000))).toEqual({ account: 72 * 40_000, pool: 72 * 60_000, total: 72 * 100_000 });
    expect(moving(flexible(100_000), true)).toEqual({ account: 72 * 40_000, pool: 72 * 60_000, total: 72 * 100_000 });
    expect(moving(flexible(40_000, 60_000))?.account).toBe(72 * 40_000);
  });

  test("is said without an amount where the wages of a month are not known: nothing from the pool would be wrong", () => {
    const wage = (year: number, monthlyBase: number) => ({ year, monthlyBase, months: 12 });
    const on = (...wages: ReturnType<typeof wage>[]) =>
      simulate(aSituation({ known: aKnown({ relations: [aRelation({ wages })] }) })).plan;
    const told = [2020, 2021, 2022, 2023, 2024].map((year) => wage(year, 500_000));
    for (const plan of [on(...told, wage(2025, 0)), on(...told), on()]) {
      expect(plan).toMatchObject({ awaits: ["sheet", "money"], missing: ["wages"] });
      expect(plan).not.toHaveProperty("money");
    }
    expect(on(...told, wage(2025, 1)).money).toMatchObject({ pool: 3_600_001 });
    const before = aRelation({ paid: [1996, 1998], wages: [wage(1996, 0), wage(1997, 0), wage(1998, 500_000)] });
    const { plan } = simulate(aSituation({ known: aKnown({ relations: [before] }) }));
    expect(plan.money).toMatchObject({ pool: 720_000 }); // of the years before, nothing of the pool moves anyway
  });

  test("is said without an amount where no file named any", () => {
    const known = aKnown({ relations: [aRelation({ personal: undefined, unit: undefined })] });
    expect(simulate(aSituation({ known })).plan).toMatchObject({ awaits: ["sheet", "money"], missing: ["account-balance"] });
  });
});

test("the earliest completion is three steps of fifteen working days, and past the calendar it is about that day", () => {
  const { done } = simulate(aSituation());
  expect(done).toMatchObject({ by: "2027-01-22", provisional: true, basis: "国办发〔2009〕66号 第8条", missing: [] });
  expect(done.stages.map(({ who, days }) => `${who} ${days}`)).toEqual(["new 15", "old 15", "new 15"]);
});

describe("at the end", () => {
  const record = (enrolments: FullRecord["enrolments"], paidYears: FullRecord["paidYears"]): FullRecord => ({
    ...aRecord({ facts: [aFact({ name: "hukou", division: "340422", lines: "某街1号" })] }),
    ...{ enrolments, paidYears, summary: summarise(enrolments, paidYears) },
  });
  const [nanjing, huainan, shanghai] = (["320100", "340400", "310000"] as const).map((code) => ({
    division: place(code),
    scheme: "110" as const,
  }));
  type Way = { from: End; to: End };
  const ends: Way = { from: nanjing!, to: huainan! };
  const back: Way = { from: huainan!, to: nanjing! };
  const over = (before: FullRecord, on: Way = ends): FullRecord => {
    const { enrolments = [], summary = before.summary } = carryOver(before, on, day("2026-11-22"), noon("2026-11-22"));
    const key = (one: { scheme: string; region: string; from: string }) => `${one.scheme}${one.region}${one.from}`;
    const changed = new Set(enrolments.map(key));
    return { ...before, summary, enrolments: [...before.enrolments.filter((one) => !changed.has(key(one))), ...enrolments] };
  };

  test("what somebody has at the new place already carries the months, and what that carried before stays with it", () => {
    const old = anEnrolment({ region: "320100", from: "2020-01", insuredAs: "employee" });
    const here = anEnrolment({
      region: "340400",
      from: "2026-08",
      carries: [{ scheme: "110", region: "310000", from: "2001-01" }],
    });
    const after = over(record([old, here], paidFor(old, { 2025: "pppppppppppp" })));
    expect(after.enrolments).toMatchObject([
      { region: "320100", status: "ended", to: "2025-12" },
      {
        region: "340400",
        from: "2026-08",
        carries: [{ region: "310000" }, { scheme: "110", region: "320100", from: "2020-01" }],
      },
    ]);
    expect(over(after).enrolments).toEqual(after.enrolments);
  });

  test("whose months no file has told was insured until then, and not for the first month alone", () => {
    const { enrolments, summary } = over(record([anEnrolment({ region: "320100", from: "2020-01" })], []));
    expect(enrolments).toMatchObject([
      { status: "ended", to: "2026-10" },
      { from: "2026-11", status: "active" },
    ]);
    expect(summary.duplicates).toEqual([]); // no month of both
  });

  test("there and back in one month it carries nothing of itself, and begins with the next one", () => {
    const here = anEnrolment({ region: "320100", from: "2026-11", insuredAs: "employee" });
    const after = over(over(record([here], [])), back);
    expect(after.enrolments).toMatchObject([
      { region: "320100", from: "2026-11", status: "ended" },
      { region: "340400", from: "2026-11", status: "ended" },
      {
        region: "320100",
        from: "2026-12",
        status: "active",
        carries: [{ region: "340400" }, { region: "320100", from: "2026-11" }],
      },
    ]);
    expect(after.enrolments[2]).not.toHaveProperty("to");
  });

  test("an enrolment that a file says runs again receives nothing while its months lie elsewhere", () => {
    const moved = anEnrolment({ region: "340400", from: "2018-01", insuredAs: "employee" });
    const key = { scheme: "110" as const, region: huainan!.division, from: moved.from };
    const there = anEnrolment({ region: "310000", from: "2020-01", insuredAs: "employee", carries: [key] });
    const old = anEnrolment({ region: "320100", from: "2021-01", insuredAs: "employee" });
    const { relations } = knownFrom(over(record([moved, there, old], [])));
    expect(relationsAt(relations, "110", huainan!.division)).toMatchObject([
      { from: "2026-11", carries: [{ region: "320100" }] },
    ]);
  });

  test("what ended at the new place in this very month, and was never moved, goes on", () => {
    const [old, here] = [
      anEnrolment({ region: "320100", from: "2020-01", insuredAs: "employee" }),
      anEnrolment({ region: "340400", from: "2026-11", status: "ended", to: "2026-11" }),
    ];
    const { enrolments } = over(record([old, here], []));
    expect(enrolments).toHaveLength(2);
    expect(enrolments[1]).toMatchObject({ region: "340400", from: "2026-11", status: "active", carries: [{ region: "320100" }] });
    expect(enrolments[1]).not.toHaveProperty("to");
  });

  test("the new enrolment stands as the old one stood: what runs goes on, what rests rests, a resident is one", () => {
    const opened = (more: Parameters<typeof anEnrolment>[0], ways = ends) =>
      over(record([anEnrolment({ region: "320100", from: "2020-01", ...more })], []), ways).enrolments[1];
    expect(opened({ insuredAs: "employee" })).toMatchObject({ status: "active", insuredAs: "employee" });
    expect(opened({ status: "paused" })).toMatchObject({ status: "paused" });
    const into = (scheme: "170" | "390" | "310", from: "110" | "310" | "390") =>
      opened({ scheme: from }, { from: { ...nanjing!, scheme: from }, to: { ...huainan!, scheme } });
    expect(into("170", "110")).toMatchObject({ scheme: "170", insuredAs: "resident" });
    expect(into("390", "310")).toMatchObject({ insuredAs: "resident" });
    expect(into("310", "390")).toMatchObject({ insuredAs: "flexible" });
    const two = [
      anEnrolment({ region: "320100", from: "2019-01", status: "ended", to: "2019-12", insuredAs: "flexible" }),
      anEnrolment({ region: "320500", from: "2020-01", insuredAs: "employee" }),
    ];
    expect(over(record(two, [])).enrolments.at(-1)).toMatchObject({ status: "active", insuredAs: "employee" });
  });

  test("of several at the new place the one receives that runs, and of these the newest, what came twice once", () => {
    const old = anEnrolment({ region: "320100", from: "2020-01" });
    const key = { scheme: "110" as const, region: nanjing!.division, from: old.from };
    const at = (from: string, more: object = {}) => anEnrolment({ region: "340400", from, ...more });
    const receives = (...there: ReturnType<typeof at>[]) =>
      over(record([old, ...there], []))
        .enrolments.filter(({ carries = [] }) => carries.length > 0)
        .map(({ from }) => from);
    expect(receives(at("2021-01"), at("2022-01", { status: "paused" }))).toEqual(["2021-01"]);
    expect(receives(at("2022-01", { status: "paused" }), at("2021-01"))).toEqual(["2021-01"]);
    expect(receives(at("2021-01"), at("2023-01"))).toEqual(["2023-01"]);
    expect(receives(at("2023-01"), at("2021-01"))).toEqual(["2023-01"]);
    const shanghaiOne = anEnrolment({ region: "310000", from: "2015-01", status: "ended", to: "2015-12" });
    const far = { ...key, region: shanghai!.division, from: shanghaiOne.from };
    const both = record([shanghaiOne, { ...old, carries: [far] }, at("2021-01", { carries: [far] })], []);
    expect(over(both).enrolments.at(-1)?.carries).toEqual([far, key]);
  });

  test("what ended, or never ran, ends with what it says itself", () => {
    const last = (more: object, paid?: Record<number, string>) => {
      const old = anEnrolment({ region: "320100", from: "2020-01", ...more });
      return over(record([old], paid ? paidFor(old, paid) : [])).enrolments[0]?.to;
    };
    expect(last({ status: "ended", to: "2021-05" })).toBe("2021-05");
    expect(last({ status: "paused" })).toBe("2020-01"); // nothing was told: no more than that it began
    expect(last({}, { 2021: "pppp--------" })).toBe("2021-04");
    expect(last({ from: "2026-11" })).toBe("2026-11"); // not before it began
  });

  test("no month is lost and none is counted twice, wherever somebody was insured, and however often they move", () => {
    const letters = fc.string({ unit: fc.constantFrom("p", "o", "-"), minLength: 12, maxLength: 12 });
    const stay = fc.record({
      region: fc.constantFrom("320100", "320500", "340400", "310000"),
      from: fc.integer({ min: 2000, max: 2020 }),
      letters: fc.array(letters, { minLength: 1, maxLength: 3 }),
      status: fc.constantFrom("active" as const, "paused" as const, "ended" as const),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(stay, { minLength: 1, maxLength: 5, selector: ({ region, from }) => `${region}${from}` }),
        fc.array(fc.constantFrom(ends, back, { from: huainan!, to: shanghai! }, { from: shanghai!, to: nanjing! }), {
          maxLength: 3,
        }),
        (stays, ways) => {
          const enrolments = stays.map(({ region, from, status }) =>
            anEnrolment({ region, from: `${from}-01`, status, ...(status === "ended" && { to: `${from}-12` }) }),
          );
          const paid = stays.flatMap(({ from, letters: years }, nth) =>
            paidFor(enrolments[nth]!, Object.fromEntries(years.map((year, more) => [from + more, year]))),
          );
          const before = record(enrolments, paid);
          const isThere = (one: FullRecord, { from }: Way) =>
            relationsAt(knownFrom(one).relations, "110", from.division).length > 0;
          const after = [ends, ...ways].reduce((one, way) => (isThere(one, way) ? over(one, way) : one), before);
          const count = (one: FullRecord) => countMonths(knownFrom(one).relations);
          expect(count(after)).toBe(count(before));
          expect(after.summary.paid).toEqual(before.summary.paid);
          expect(after.paidYears).toEqual(before.paidYears);
          const held = relationsOf(knownFrom(after).relations, "110").flatMap((one) => carriedBy([one]).map(keyOf));
          expect(held.sort()).toEqual(after.enrolments.map(keyOf).sort()); // each lies in one place
          expect(ways.length > 0 || !isThere(after, ends)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
