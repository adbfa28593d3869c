// Who may join what, where and why. Handbook 3, 5.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { Known, Work } from "../../shared/enrolment/contract.ts";
import type { JoinableScheme } from "../../shared/enrolment/joining.ts";
import { injuryOf, standingOf, standingsOf } from "../../shared/enrolment/standing.ts";
import { possibleWork } from "../../shared/enrolment/work.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { day } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { held, joined, policy, someone } from "./someone.ts";

const today = day("2026-11-22");
type More = { on?: string; region?: string; forChild?: boolean; law?: typeof policy };
const standing = (scheme: JoinableScheme, known: Known, work?: Work, { on, region, forChild, law = policy }: More = {}) =>
  standingOf(
    scheme,
    { known, work, region: region ? v.parse(DivisionCode, region) : undefined, forChild, today: on ? day(on) : today },
    law,
  );
const inShort = (known: Known, work?: Work) =>
  standingsOf({ known, work, today }, policy).map(({ scheme, is, why }) => `${scheme} ${is} ${why}`);

describe("what may be joined follows from how somebody works:", () => {
  test.each<{ when: string; works?: string; work?: Work; standings: string[] }>([
    {
      when: "they bring meals for a platform",
      work: "delivery",
      standings: ["110 may free-choice", "170 may free-choice", "310 may free-choice", "390 may free-choice"],
    },
    {
      when: "they do not work",
      work: "none",
      standings: ["110 closed not-working", "170 may resident", "310 closed not-working", "390 may resident"],
    },
    {
      when: "an employer has them on the list",
      works: "EMPLOYED",
      standings: ["110 must employer", "170 closed covered-by-employer", "310 must employer", "390 closed covered-by-employer"],
    },
    {
      when: "they work for employers by the hour",
      works: "EMPLOYED",
      work: "part-time",
      standings: ["110 may part-time", "170 may part-time", "310 may part-time", "390 may part-time"],
    },
    {
      when: "they study",
      works: "STUDENT",
      standings: ["110 closed student", "170 closed student", "310 closed student", "390 may student"],
    },
    {
      when: "they draw a pension",
      works: "RETIRED",
      standings: ["110 closed drawing", "170 closed drawing", "310 closed drawing", "390 may resident"],
    },
    {
      when: "they draw unemployment benefit",
      work: "unemployment-benefit",
      standings: ["110 may free-choice", "170 may free-choice", "310 must fund-pays", "390 closed fund-pays"],
    },
    {
      when: "nobody knows",
      standings: ["110 ask work-unknown", "170 ask work-unknown", "310 ask work-unknown", "390 ask work-unknown"],
    },
  ])("$when", ({ works, work, standings }) => {
    expect(inShort(someone(works ? { works } : {}), work)).toEqual(standings);
  });

  test("an employer's enrolment speaks for itself, and what the register says is not answered away", () => {
    const employee = someone({ held: [held({ insuredAs: "employee" })] });
    expect(possibleWork(employee)).toEqual(["employed", "part-time"]);
    expect(standing("170", employee, "own")).toMatchObject({ is: "closed", why: "covered-by-employer" });
    expect(possibleWork(someone({ works: "RETIRED" }))).toEqual([]);
    expect(possibleWork(someone({ works: "FLEXIBLE" }))).toContain("ride");
  });

  test("who says that they have left is believed: what the employer has not ended yet stands in the way, not the job", () => {
    const left = someone({
      employment: { status: "FLEXIBLE", source: "resident", asOf: "2026-11-20" },
      held: [held({ insuredAs: "employee", region: "320105" })],
    });
    expect(possibleWork(left)).toContain("own");
    expect(standing("110", left)).toMatchObject({ is: "closed", why: "held-here" });
    expect(standing("310", left)).toMatchObject({ is: "may", why: "free-choice" });
    const file = { status: "FLEXIBLE", source: "insured-320105", asOf: "2026-11-20" } as const;
    expect(standing("310", someone({ employment: file, held: left.held }))).toMatchObject({ is: "must", why: "employer" });
  });

  test("who pays the organ pension through an employer pays no other", () => {
    const teacher = someone({ held: [held({ scheme: "120", insuredAs: "employee" })] });
    expect(standing("110", teacher)).toMatchObject({ is: "closed", why: "covered-by-employer" });
  });

  test("a foreigner joins through an employer", () => {
    expect(standing("390", someone({ docType: "PASSPORT" }), "none")).toMatchObject({ is: "closed", why: "foreigner" });
    expect(standing("310", someone({ docType: "PASSPORT" }), "employed")).toMatchObject({ is: "must", why: "employer" });
  });

  test("nothing is joined for whom the register has closed, and nothing guessed where no birth date is known", () => {
    expect(standing("390", someone({ closed: true }), "none")).toMatchObject({ is: "closed", why: "closed" });
    const { birth: _, ...unborn } = someone();
    expect(standing("390", unborn, "none")).toMatchObject({ is: "ask", why: "birth-unknown" });
  });
});

describe("what may be joined follows from age:", () => {
  test.each([
    { scheme: "170", birth: "2010-11-23", why: "too-young" },
    { scheme: "170", birth: "2010-11-22", why: "resident" },
    { scheme: "170", birth: "1966-11-23", why: "resident" },
    { scheme: "170", birth: "1966-11-22", why: "of-age" },
    { scheme: "390", birth: "2026-08-23", why: "child" },
    { scheme: "390", birth: "2026-08-24", why: "newborn" },
  ] as const)("$scheme, born on $birth: $why", ({ scheme, birth, why }) => {
    expect(standing(scheme, someone({ birth }), "none").why).toBe(why);
  });

  test("a man reaches his pension month: in it he joins no employee pension any more, the month before he may", () => {
    const fisherman = someone({ birth: "1966-01-10" }); // sixty and four months: 2026-05
    expect(standing("110", fisherman, "own", { on: "2026-04-30" })).toMatchObject({ is: "may" });
    expect(standing("110", fisherman, "own", { on: "2026-05-01" })).toMatchObject({ is: "closed", why: "of-age" });
  });

  test("for a child nothing is asked about work, and a parent may only join it to the residents' medical insurance", () => {
    const pupil = someone({ birth: "2016-02-03", works: "STUDENT" });
    expect(standingsOf({ known: pupil, forChild: true, today }, policy)).toMatchObject([
      { scheme: "390", is: "may", why: "child" },
    ]);
    const courier = someone({ birth: "2009-12-01" });
    expect(standing("110", courier, "delivery", { forChild: true })).toMatchObject({ is: "closed", why: "child" });
  });
});

describe("where it is joined", () => {
  test("a flexible worker's insurances wherever they work: the hukou is no obstacle, and the number that says so is named", () => {
    expect(standing("110", someone(), "ride", { region: "440305" })).toMatchObject({
      is: "may",
      places: [{ by: "work", division: "320102", free: true }],
      rule: "flexible-pension.hukou",
    });
  });

  test("but where a region still asks for its own, only people from there", () => {
    const law = openPolicy([...loaded, anEntry({ key: "flexible-pension.hukou", region: "440300", value: "LOCAL" })]);
    expect(standing("110", someone(), "ride", { region: "440305", law })).toMatchObject({ is: "closed", why: "hukou-elsewhere" });
    expect(standing("110", someone({ hukou: "440306" }), "ride", { region: "440305", law })).toMatchObject({ is: "may" });
    const shanghai = openPolicy([...loaded, anEntry({ key: "flexible-pension.hukou", region: "310000", value: "LOCAL" })]);
    expect(standing("110", someone({ hukou: "310101" }), "ride", { region: "310230", law: shanghai })).toMatchObject({
      is: "may",
    });
  });

  test("the resident pension at the hukou, the residents' medical insurance there or at home, a student's at school", () => {
    expect(standing("170", someone(), "none").places).toEqual([{ by: "hukou", division: "370826", free: false }]);
    expect(standing("390", someone(), "none").places).toEqual([
      { by: "residence", division: "320102", free: false },
      { by: "hukou", division: "370826", free: false },
    ]);
    expect(standing("390", someone({ works: "STUDENT" })).places[0]).toEqual({ by: "school", free: true });
    const macanese = someone({ docType: "HK_MO_RP", hukou: undefined });
    expect(standing("170", macanese, "none").places).toEqual([{ by: "residence", division: "320102", free: false }]);
  });

  test("is asked where the register knows no place", () => {
    const newcomer = someone({ hukou: undefined, residence: undefined });
    expect(standing("170", newcomer, "none").places).toEqual([{ by: "hukou", free: true }]);
    expect(standing("390", newcomer, "none").places).toEqual([{ by: "residence", free: true }]);
  });

  test("a man of fifty is told that a pension far from his hukou is a temporary account, a younger one is not", () => {
    const at = (birth: string, region = "440305") => standing("110", someone({ birth }), "own", { region }).temporaryAccount;
    expect([at("1976-11-22"), at("1976-11-23"), at("1976-11-22", "370102")]).toEqual([true, undefined, undefined]);
  });

  test("and with numbers that are not loaded, staff are asked", () => {
    const without = openPolicy(loaded.filter(({ key }) => key !== "resident-pension.at"));
    expect(standing("170", someone(), "none", { law: without })).toMatchObject({
      is: "ask",
      why: "not-loaded",
      missing: ["resident-pension.at"],
    });
  });
});

describe("beside what is held already", () => {
  test.each([
    { when: "the same in the same city", has: held({ region: "320115" }), why: "held-here" },
    { when: "the same in another province", has: held({ region: "440305" }), why: "held-elsewhere", says: "TRANSFER_THEN_CLEAR" },
    { when: "the same, but it rests", has: held({ region: "440305", status: "paused" }), why: "free-choice" },
    {
      when: "the residents' pension",
      has: held({ scheme: "170", region: "370826", insuredAs: "resident" }),
      why: "free-choice",
      says: "KEEP_EMPLOYEE_MONTHS",
    },
    { when: "a medical insurance", has: held({ scheme: "390", region: "370826", insuredAs: "resident" }), why: "free-choice" },
  ])("the employee pension: $when", ({ has, why, says }) => {
    const found = standing("110", someone({ held: [has] }), "own");
    expect(found.why).toBe(why);
    if (says) expect(found.overlap).toMatchObject({ scheme: has.scheme, region: has.region, says });
  });

  test.each([
    { months: "2026-09", says: "PERSON_CHOOSES_ONE" },
    { months: "2020-01", says: "PERSON_CHOOSES_ONE" }, // flexible, however long
  ])("residents' medical insurance beside an employee one since $months: $says", ({ months, says }) => {
    const has = held({ scheme: "310", from: months });
    expect(standing("390", someone({ held: [has] }), "own")).toMatchObject({ is: "may", overlap: { scheme: "310", says } });
  });

  test("what was joined and can still be paid counts like what is held; when its day has passed it does not", () => {
    const known = someone({ joinings: [joined()] });
    expect(standing("110", known, "own", { on: "2026-11-30" })).toMatchObject({ is: "closed", why: "joined" });
    expect(standing("110", known, "own", { on: "2026-12-01" })).toMatchObject({ is: "may" });
    expect(standing("170", known, "own")).toMatchObject({ is: "may", overlap: { scheme: "110", from: "joined" } });
  });
});

describe("injury at work", () => {
  test.each<{ work: Work; works?: string; on: string; injury: string }>([
    { work: "delivery", on: "2026-01-01", injury: "platform" },
    { work: "delivery", on: "2025-12-31", injury: "none" },
    { work: "platform", on: "2026-01-01", injury: "none" },
    { work: "part-time", works: "EMPLOYED", on: "2026-01-01", injury: "each-employer" },
    { work: "employed", works: "EMPLOYED", on: "2026-01-01", injury: "employer" },
  ])("$work on $on: $injury", ({ work, works, on, injury }) => {
    expect(injuryOf({ known: someone(works ? { works } : {}), work, today: day(on) }, policy)).toBe(injury);
  });

  test("of who is registered as flexible the platform is asked", () => {
    expect(injuryOf({ known: someone({ works: "FLEXIBLE" }), today }, policy)).toBe("ask");
  });
});
