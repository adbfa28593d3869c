// What comes of it if one of the two stays: which agency acts, what becomes of the other, what goes back, and what stands against it.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { DuplicateAccepted, type DuplicateAnswer } from "../../shared/duplicates/contract.ts";
import { type About, aboutIn, areDrawn, countsInStatistics, decideDuplicate, ifKept } from "../../shared/duplicates/decide.ts";
import { type Duplicate, type DuplicateSide, keyOfSide, type Which } from "../../shared/duplicates/duplicate.ts";
import { duplicatesIn } from "../../shared/duplicates/find.ts";
import { asAccepted, type DuplicateSituation, decideAnswer } from "../../shared/duplicates/rules.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { Enrolment } from "../../shared/registration.ts";
import { aFact, anEnrolment, day, noon } from "../support/build.ts";
import { lawLacking, lawOf, loaded } from "../support/policy.ts";
import { paidFor } from "./someone.ts";

const policy = openPolicy(loaded);
const now = noon("2026-11-22");
const whole = "pppppppppppp";
const found = (...sides: [Enrolment, Record<number, string>, object?][]): Duplicate =>
  duplicatesIn(
    sides.map(([enrolment]) => enrolment),
    sides.flatMap((side) => paidFor(...side)),
    day("2026-11-20"),
  )[0]!;
const pension = (scheme: "110" | "120" | "170", region: string, more: object = {}) =>
  anEnrolment({ scheme, region, from: "2025-01", insuredAs: scheme === "170" ? "resident" : "employee", ...more });
const medical = (scheme: "310" | "390", region: string, more: object = {}) =>
  anEnrolment({ scheme, region, from: "2025-12", insuredAs: scheme === "310" ? "employee" : "resident", ...more });
const decided = (duplicate: Duplicate, about: About = {}, law = lawOf()) => decideDuplicate(duplicate, about, law);
const kept = (duplicate: Duplicate, which: Which) => ifKept(duplicate, decided(duplicate).says, which, lawOf());
const tier = { base: 60_000, personal: 5_000, unit: 1_000 };
const [nanjing, huainan, guangzhou] = ["320102", "340422", "440106"] as const;

describe("of two pensions", () => {
  const worker = (more: object = {}) => pension("110", nanjing, more);
  const farmer = (more: object = {}) => pension("170", huainan, more);

  test.each([
    { when: "the other one has a month more than both", months: "ppppppp-----", is: { becomes: "paused", refund: 36_000 } },
    { when: "it has none but those of both", months: "pppppp------", is: { becomes: "ended", refund: 36_000 } },
  ])("the other one rests while a month of it counts: $is where $when", ({ months, is }) => {
    const pair = found([worker(), { 2025: "pppppp------" }], [farmer(), { 2025: months }, tier]);
    expect(kept(pair, 0)).toEqual({ acts: huainan, missing: [], ...is });
  });

  test.each([
    { when: "what stays", one: worker({ status: "paused" }), two: farmer() },
    { when: "the other one", one: worker(), two: farmer({ status: "paused" }) },
  ])("nothing stops where $when does not run", ({ one, two }) => {
    expect(kept(found([one, { 2025: whole }], [two, { 2025: whole }, tier]), 0)).not.toHaveProperty("becomes");
  });

  test("nothing goes back without a month of both", () => {
    const pair = found([pension("120", nanjing), { 2024: whole }], [farmer(), { 2025: whole }, tier]);
    expect(kept(pair, 0)).toEqual({ acts: huainan, becomes: "paused", missing: [] });
  });

  test("in two provinces: transferred first, the receiving one acts, whichever the person keeps (P5)", () => {
    const there = pension("110", guangzhou, { status: "paused" });
    const months = { 2025: "ppp---------" };
    const before = found([worker(), months], [there, months]);
    const says = "TRANSFER_THEN_CLEAR";
    expect(decided(before)).toEqual({ says, keeps: [0, 1], missing: [], chooses: true, transferFirst: true });
    expect([kept(before, 0).acts, kept(before, 1).acts]).toEqual([guangzhou, nanjing]);
    const carries = [keyOfSide(there)];
    const other = { base: 400_000, personal: 40_000 };
    const after = found([worker({ carries }), months], [{ ...there, status: "ended" }, months, other]);
    expect(decided(after)).toEqual({ says, keeps: [0, 1], missing: [], chooses: true });
    expect(kept(after, 0)).toEqual({ acts: nanjing, refund: 96_000, accountOnly: true, missing: [] });
    expect(kept(after, 1)).toMatchObject({ acts: nanjing });
    const byEmployer = found([worker(), months], [there, months, { ...other, unit: 80_000 }]);
    expect(kept(byEmployer, 0)).toEqual({ acts: guangzhou, refund: 120_000, missing: [] });
  });

  test("of residents' in two counties the agency of the one that goes acts, though one has brought the other's months", () => {
    const [here, there] = [farmer(), pension("170", "340421", { status: "paused" })];
    const pair = found(
      [{ ...here, carries: [keyOfSide(there)] }, { 2025: whole }, tier],
      [there, { 2025: "ppp---------" }, { ...tier, base: 1 }],
    );
    expect(pair).toMatchObject({ says: "KEEP_HUKOU_PLACE_REFUND_OTHER", sides: [{ region: "340421" }, { carries: true }] });
    expect([kept(pair, 0).acts, kept(pair, 1).acts]).toEqual([huainan, "340421"]);
  });

  test("nothing is to be done about what only counts, with a rule for it or without", () => {
    const idle = found([worker(), { 2025: whole }], [pension("110", guangzhou, { status: "paused" }), { 2024: whole }]);
    expect(decided(idle)).toEqual({ says: "OFFER_TRANSFER_MERGE", keeps: [], missing: [] });
    const organs = found([pension("120", nanjing), { 2025: whole }], [pension("120", guangzhou), { 2024: whole }]);
    expect(decided(organs)).toEqual({ says: "NO_OVERLAP", keeps: [], missing: [] });
  });

  test("both are drawn only where both run, and both are a pension", () => {
    const [retired, one] = [{ insuredAs: "retired" }, worker({ insuredAs: "retired" })];
    const drawn = found([one, {}], [pension("110", guangzhou, retired), {}]);
    expect(decided(drawn)).toMatchObject({ chooses: true, keeps: [0, 1] });
    const side = (insuredAs: "retired", status: "active" | "paused") => ({ ...drawn.sides[0], insuredAs, status });
    expect(areDrawn({ insurance: "pension", sides: [side("retired", "active"), side("retired", "active")] })).toBe(true);
    expect(areDrawn({ insurance: "pension", sides: [side("retired", "active"), side("retired", "paused")] })).toBe(false);
    expect(areDrawn({ insurance: "medical", sides: [side("retired", "active"), side("retired", "active")] })).toBe(false);
    const paying = found([one, {}], [farmer(), { 2025: whole }]);
    expect(decided(paying)).toEqual({ says: "NO_OVERLAP", keeps: [], missing: [] });
  });

  test("which of them lies in two places is counted without asking for a number, any two only by the place's", () => {
    const lacking = lawLacking("annex3.limb1-scope");
    const places = found([worker(), { 2025: whole }], [pension("110", guangzhou), { 2024: whole }]);
    expect(countsInStatistics(places, lacking)).toEqual({ ok: true, value: true });
    const schemes = found([worker({ from: "2026-01" }), {}], [farmer({ from: "2012-01", to: "2012-12", status: "paused" }), {}]);
    expect([schemes.statistical, countsInStatistics(schemes, lacking).ok]).toEqual(["any-scheme", false]);
  });
});

describe("of two medical insurances", () => {
  const [employee, resident] = [medical("310", nanjing), medical("390", huainan)];

  test("the other one ends, whatever was paid; of the employees' own nothing goes back, and what no file names is missing", () => {
    const pair = found([employee, { 2026: "ppppppppppp-" }], [resident, { 2025: whole, 2026: whole }, { base: 0, personal: 0 }]);
    expect(kept(pair, 1)).toEqual({ acts: nanjing, becomes: "ended", missing: [] });
    expect(kept(pair, 0)).toEqual({ acts: huainan, becomes: "ended", missing: ["amounts"] });
    const begun = found(
      [medical("310", nanjing, { from: "2026-01" }), { 2026: whole }],
      [resident, { 2026: whole }, { base: 0 }],
    );
    expect(kept(begun, 0)).toEqual({ acts: huainan, becomes: "ended", refund: 0, missing: [] });
  });

  test.each<{ when: string; from: string; paid: Record<number, string>; says: string }>([
    { when: "for twelve months", from: "2025-11", paid: {}, says: "KEEP_EMPLOYEE" },
    { when: "for eleven", from: "2025-12", paid: {}, says: "PERSON_CHOOSES_ONE" },
    { when: "for a few, after a year in which they paid", from: "2026-06", paid: { 2025: whole }, says: "KEEP_EMPLOYEE" },
  ])("a pensioner's months at work go on without paying: $says where they are insured so $when", ({ from, paid, says }) => {
    const retired = medical("310", nanjing, { from, insuredAs: "retired" });
    expect(decided(found([retired, paid], [resident, {}]))).toMatchObject({ says });
  });

  test("somebody's own word for their work counts: flexible they choose, as a student they keep the school's", () => {
    const doing = (status: string) => ({ work: { status } }) as About;
    const pair = found([employee, { 2025: "-----------p", 2026: "ppppppppppp-" }], [resident, {}]);
    expect(decided(pair)).toEqual({ says: "KEEP_EMPLOYEE", keeps: [0], missing: [] });
    const chooses = { says: "PERSON_CHOOSES_ONE", keeps: [0, 1], missing: [], chooses: true, suggests: 0 };
    expect(decided(pair, doing("FLEXIBLE"))).toEqual(chooses);
    expect(decided(pair, doing("EMPLOYED"))).toMatchObject({ says: "KEEP_EMPLOYEE" });
    const two = found([medical("390", nanjing), {}], [resident, {}]);
    expect(decided(two, doing("STUDENT"))).toEqual({ says: "KEEP_SCHOOL_PLACE", keeps: [0, 1], missing: [] });
    expect(decided(two, doing("EMPLOYED"))).toMatchObject({ says: "KEEP_HABITUAL_RESIDENCE" });
  });

  test("whom the government pays for gives it up in writing, however long they have worked; the employees' one is suggested", () => {
    const funded = { personal: 0, subsidy: 9_000 };
    const pair = found([employee, {}], [resident, { 2026: whole }, funded]);
    const says = "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE";
    const plain = { says, keeps: [0, 1], missing: [], chooses: true, waiver: true };
    expect(decided(pair)).toEqual({ ...plain, suggests: 0 });
    expect(decided(found([medical("390", nanjing), {}], [resident, { 2026: whole }, funded]))).toEqual(plain);
  });

  const at = (region: string, more: object) => medical("310", region, more);
  test.each([
    {
      when: "one employer is that of today",
      one: { employer: { name: "甲公司" } },
      two: { employer: { name: "乙公司" } },
      keeps: [1],
    },
    { when: "both are", one: { employer: { name: "乙公司" } }, two: { employer: { name: "乙公司" } }, keeps: [0, 1] },
    { when: "neither is, and one was joined alone", one: { insuredAs: "flexible" }, two: {}, keeps: [1] },
    {
      when: "neither is, and both were joined alone",
      one: { insuredAs: "flexible" },
      two: { insuredAs: "flexible" },
      keeps: [0, 1],
    },
  ])("of two at work that of the employer stays: $keeps where $when (M1)", ({ one, two, keeps }) => {
    const about = { work: { status: "EMPLOYED", employer: "乙公司" } } as About;
    const pair = found([at(nanjing, one), {}], [at(huainan, two), {}]);
    expect(decided(pair, about)).toEqual({ says: "KEEP_EMPLOYMENT_PLACE", keeps, missing: [] });
    const unknown = decided(found([at(nanjing, {}), {}], [at(huainan, {}), {}]), { work: { status: "EMPLOYED" } } as About);
    expect(unknown.keeps).toEqual([0, 1]);
  });
});

test("what decides about somebody is what the leading facts say of their hukou, home and work", () => {
  const lives = (name: "hukou" | "residence", division: string) => aFact({ name, division, lines: "某街1号" });
  const work = aFact({ name: "employment", status: "EMPLOYED", employer: { name: "甲公司" } });
  expect(aboutIn({ facts: [lives("hukou", huainan), lives("residence", nanjing), work] })).toEqual({
    ...{ hukou: huainan, residence: nanjing },
    work: { status: "EMPLOYED", employer: "甲公司" },
  });
  expect(aboutIn({ facts: [aFact({ name: "employment", status: "STUDENT" })] })).toEqual({ work: { status: "STUDENT" } });
  expect(aboutIn({ facts: [] })).toEqual({});
});

describe("an answer", () => {
  const [flexible, resident] = [medical("310", nanjing, { insuredAs: "flexible" }), medical("390", huainan)];
  const pair = found([flexible, {}], [resident, { 2026: whole }, { personal: 3_300, subsidy: 5_500 }]);
  const keep = (side: DuplicateSide, more: object = {}, told: object = { says: "PERSON_CHOOSES_ONE", refund: 0 }) =>
    ({ says: "keep", keep: keyOfSide(side), told, ...more }) as DuplicateAnswer;
  const asked = (more: Partial<DuplicateSituation> = {}): DuplicateSituation => ({
    ...{ closed: false, duplicates: [pair], about: {}, id: pair.id, answer: keep(pair.sides[0]), papers: 0, policy, now },
    ...more,
  });
  const refused = (more: Partial<DuplicateSituation>) => {
    const result = decideAnswer(asked(more));
    return result.ok ? "yes" : result.refusal.map(({ code, path }) => [code, ...path].join(" ")).join();
  };
  const of = (duplicate: Duplicate, answer: DuplicateAnswer) => ({ duplicates: [duplicate], id: duplicate.id, answer });

  const across = found([pension("110", nanjing), { 2025: whole }], [pension("110", guangzhou), { 2025: whole }]);
  const poor = found([flexible, {}], [resident, { 2026: whole }, { personal: 0, subsidy: 9_000 }]);
  const waived = { says: "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE", refund: 0 };
  const brief = found([medical("310", nanjing, { insuredAs: "flexible", to: "2026-12" }), {}], [resident, {}]);
  test.each<{ when: string; more: Partial<DuplicateSituation>; is: string }>([
    { when: "all is as it was told", more: {}, is: "yes" },
    { when: "nothing is found by that name", more: { duplicates: [] }, is: "duplicate.gone id" },
    { when: "it was decided", more: { duplicates: [{ ...pair, settled: {} as never }] }, is: "duplicate.gone id" },
    { when: "it only counts", more: { duplicates: [{ ...pair, operational: undefined }] }, is: "duplicate.nothing-to-do id" },
    {
      when: "it would keep what is none of the two",
      more: { answer: keep({ ...pair.sides[0], from: "2001-01" as never }) },
      is: "duplicate.gone answer keep",
    },
    {
      when: "nobody can say",
      more: {
        policy: () => lawLacking("duplicate-medical.employee-months"),
        about: {},
        ...of(found([medical("310", nanjing), { 2026: "pppp--------" }], [resident, {}]), keep(pair.sides[0])),
      },
      is: "duplicate.needs-staff id",
    },
    { when: "a transfer comes first", more: of(across, keep(across.sides[0])), is: "duplicate.transfer-first id" },
    {
      when: "the rule keeps the other one",
      more: of(found([medical("390", nanjing, { insuredAs: "student" }), {}], [resident, {}]), keep(resident as never)),
      is: "duplicate.keeps-other answer keep",
    },
    { when: "what stays would end first", more: of(brief, keep(brief.sides[0])), is: "duplicate.kept-ends answer keep" },
    {
      when: "nothing is given up in writing",
      more: { ...of(poor, keep(poor.sides[0], {}, waived)), papers: 1 },
      is: "duplicate.waiver-needed answer waiver",
    },
    {
      when: "the paper is missing",
      more: of(poor, keep(poor.sides[0], { waiver: true }, waived)),
      is: "duplicate.waiver-needed evidence",
    },
    {
      when: "another rule was told",
      more: { answer: keep(pair.sides[0], {}, { says: "KEEP_EMPLOYEE", refund: 0 }) },
      is: "duplicate.changed answer told",
    },
    {
      when: "no amount was told, and one goes back by now",
      more: { answer: keep(pair.sides[0], {}, { says: "PERSON_CHOOSES_ONE" }) },
      is: "duplicate.changed answer told",
    },
    {
      when: "one was told, and none is known any more",
      more: { answer: keep(pair.sides[1]) },
      is: "duplicate.changed answer told",
    },
    {
      when: "none was told, and none is known",
      more: { answer: keep(pair.sides[1], {}, { says: "PERSON_CHOOSES_ONE" }) },
      is: "yes",
    },
  ])("is $is where $when", ({ more, is }) => {
    expect(refused(more)).toBe(is);
  });

  test.each([
    { when: "a month before the other", to: "2026-11", is: "duplicate.kept-ends answer keep" },
    { when: "with the other", to: "2026-12", is: "yes" },
    { when: "a month after it", to: "2027-01", is: "yes" },
  ])("is $is where what stays ends $when", ({ to, is }) => {
    const ending = found(
      [medical("310", nanjing, { insuredAs: "flexible", to }), {}],
      [medical("390", huainan, { to: "2026-12" }), {}],
    );
    const told = { says: "PERSON_CHOOSES_ONE", refund: 0 };
    expect(refused(of(ending, keep(ending.sides[0], {}, told)))).toBe(is);
  });

  const sent = (more: Partial<DuplicateSituation> = {}) => {
    const situation = asked(more);
    const result = decideAnswer(situation);
    if (!result.ok) throw new Error(result.refusal[0]?.code);
    return asAccepted(result.value, situation);
  };
  const object: DuplicateAnswer = { says: "object", text: "不是我的" };
  test("is kept with what it was about, and goes to the agency that acts", () => {
    const accepted = sent();
    expect(v.parse(DuplicateAccepted, accepted)).toEqual(accepted);
    expect(accepted).toEqual({
      ...{ slice: "duplicate", id: pair.id, insurance: "medical", sides: pair.sides.map(keyOfSide) },
      ...{ answer: asked().answer, agency: huainan, acceptedAt: now },
    });
  });

  test.each([
    { when: "would act if what is suggested stayed", more: { answer: object }, agency: huainan },
    {
      when: "would act if what the rule keeps stayed",
      more: { ...of(found([medical("390", nanjing), {}], [resident, {}]), object), about: { residence: huainan } as About },
      agency: nanjing,
    },
    {
      when: "is that of the second where nobody can say",
      more: of(found([medical("310", nanjing), {}], [resident, {}]), object),
      agency: huainan,
    },
  ])("that objects goes to the agency that $when", ({ more, agency }) => {
    expect(sent(more)).toMatchObject({ answer: object, agency });
  });
});
