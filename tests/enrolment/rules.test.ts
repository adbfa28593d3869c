// May it be sent? And: whatever the offer says may be joined is taken, and nothing else. Handbook 3, 5, 7.
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { deployedPolicy } from "../../functions/policy.ts";
import { type Known, Work } from "../../shared/enrolment/contract.ts";
import { joiningState } from "../../shared/enrolment/joined.ts";
import type { JoinableScheme, Joining } from "../../shared/enrolment/joining.ts";
import { mayJoinAt } from "../../shared/enrolment/places.ts";
import { standingOf } from "../../shared/enrolment/standing.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { day, noon } from "../support/build.ts";
import { times } from "../support/times.ts";
import { complaints, consent, decide, held, joined, policy, someone, wishes } from "./someone.ts";

describe("what is sent is refused at its field", () => {
  const resident = held({ scheme: "170", region: "370826", insuredAs: "resident" });
  const here = held({ region: "110105" });
  const elsewhere = held({ region: "440305" });

  test.each<{ when: string; known: Known; wish: Record<string, unknown>; says: string[] }>([
    { when: "nothing stands against it", known: someone(), wish: wishes.employeePension, says: [] },
    {
      when: "nobody knows how they work",
      known: someone(),
      wish: { ...wishes.employeePension, work: undefined },
      says: ["enrolment.work-unknown wish.work"],
    },
    {
      when: "an employer must enrol them",
      known: someone({ works: "EMPLOYED" }),
      wish: { ...wishes.employeePension, work: undefined },
      says: ["enrolment.employer wish.scheme"],
    },
    {
      when: "an employer must, whatever they answer",
      known: someone({ works: "EMPLOYED" }),
      wish: wishes.employeePension,
      says: ["enrolment.registered-otherwise wish.work", "enrolment.employer wish.scheme"],
    },
    {
      when: "beside the employer's pension the resident one is closed",
      known: someone({ works: "EMPLOYED" }),
      wish: { ...wishes.residentPension, work: "employed" },
      says: ["enrolment.employer wish.scheme"],
    },
    {
      when: "the fund pays for them",
      known: someone(),
      wish: { ...wishes.employeeMedical, work: "unemployment-benefit" },
      says: ["enrolment.fund-pays wish.scheme"],
    },
    {
      when: "they do not work",
      known: someone(),
      wish: { ...wishes.employeePension, work: "none" },
      says: ["enrolment.closed-to-you wish.scheme"],
    },
    {
      when: "they are insured there",
      known: someone({ held: [here] }),
      wish: wishes.employeePension,
      says: ["enrolment.held-here wish.scheme"],
    },
    {
      when: "they are insured elsewhere, which is to be moved",
      known: someone({ held: [elsewhere] }),
      wish: wishes.employeePension,
      says: ["enrolment.held-elsewhere wish.scheme"],
    },
    {
      when: "they joined it a moment ago from another phone",
      known: someone({ joinings: [joined({ region: "110101" })] }),
      wish: wishes.employeePension,
      says: ["enrolment.joined wish.scheme"],
    },
    {
      when: "another pension runs and they have not said that it goes",
      known: someone({ held: [resident] }),
      wish: wishes.employeePension,
      says: ["enrolment.choose wish.replaces"],
    },
    {
      when: "they say that another one goes than the one that runs",
      known: someone({ held: [resident] }),
      wish: { ...wishes.employeePension, replaces: "390" },
      says: ["enrolment.choose wish.replaces"],
    },
    {
      when: "they say that it goes",
      known: someone({ held: [resident] }),
      wish: { ...wishes.employeePension, replaces: "170" },
      says: [],
    },
    {
      when: "the resident pension is not at home there",
      known: someone(),
      wish: { ...wishes.residentPension, region: "320102" },
      says: ["enrolment.not-here wish.region"],
    },
    {
      when: "the registration is closed",
      known: someone({ closed: true }),
      wish: { action: "stop", scheme: "110", from: "2026-12", reason: "other" },
      says: ["enrolment.registration-closed ", "enrolment.not-enrolled wish.scheme"],
    },
  ])("$when: $says", ({ known, wish, says }) => {
    expect(complaints(known, wish)).toEqual(says);
  });

  test("for a child: only medical insurance, and under fourteen with a guardian's consent", () => {
    const born = (birth: string) => someone({ birth, works: "STUDENT" });
    const medical = { ...wishes.residentMedical, work: undefined };
    expect(complaints(born("2012-11-23"), medical, { forChild: true })).toEqual(["consent.missing consent"]);
    expect(complaints(born("2012-11-23"), medical, { forChild: true, consent })).toEqual([]);
    expect(complaints(born("2012-11-22"), medical, { forChild: true })).toEqual([]);
    expect(complaints(born("2012-11-22"), wishes.residentPension, { forChild: true })).toContain(
      "enrolment.child-only-medical wish.scheme",
    );
  });
});

const aKnown = fc
  .record({
    birth: fc.constantFrom("2026-10-01", "2011-01-01", "2010-11-22", "1990-01-01", "1966-11-22", "1960-01-01", undefined),
    sex: fc.constantFrom("M" as const, "F" as const, "U" as const),
    docType: fc.constantFrom("RIC" as const, "TW_RP" as const, "PASSPORT" as const),
    works: fc.constantFrom("EMPLOYED", "FLEXIBLE", "STUDENT", "RETIRED", "NONE", "PRESCHOOL", ""),
    hukou: fc.constantFrom("370826", "110101", undefined),
    residence: fc.constantFrom("110101", "320102", undefined),
    held: fc.array(
      fc
        .record({
          scheme: fc.constantFrom("110" as const, "120" as const, "170" as const, "310" as const, "390" as const),
          region: fc.constantFrom("110105", "370826", "440305"),
          status: fc.constantFrom("active" as const, "paused" as const),
          insuredAs: fc.constantFrom("employee" as const, "flexible" as const, "resident" as const, "retired" as const),
        })
        .map(held),
      { maxLength: 2 },
    ),
    joinings: fc.constantFrom<Joining[]>([], [joined()], [joined({}, { scheme: "390" })], [joined({ payBy: "2026-11-21" })]),
    closed: fc.boolean(),
  })
  .map(({ works, closed, ...others }) => someone({ ...others, closed: closed && others.sex === "U", ...(works && { works }) }));

test("whatever the offer says may be joined is taken with lawful answers, and nothing else", () => {
  const asked = fc.record({
    known: aKnown,
    scheme: fc.constantFrom<JoinableScheme>("110", "170", "310", "390"),
    work: fc.constantFrom(...Work.options, undefined),
    region: fc.constantFrom("110101", "370826", "320102").map((code) => v.parse(DivisionCode, code)),
    forChild: fc.boolean(),
  });
  const lawful = {
    "110": wishes.employeePension,
    "310": wishes.employeeMedical,
    "170": wishes.residentPension,
    "390": wishes.residentMedical,
  };
  const seen = new Set<string>();
  fc.assert(
    fc.property(asked, ({ known, scheme, work, region, forChild }) => {
      const { tier, ...usual } = { tier: undefined, ...lawful[scheme] };
      const wish = { ...usual, ...(tier && { tier }), region, work };
      const place = { known, work, region: wish.region, forChild, today: day("2026-11-22") };
      const standing = standingOf(scheme, place, policy);
      const inBeijing = region === "110101" || scheme === "170" || scheme === "390";
      const base = inBeijing ? wish : { ...wish, base: undefined };
      const offered = standing.is === "may" && mayJoinAt(standing, place.region);
      const said = complaints(known, { ...base, replaces: standing.overlap?.scheme }, { forChild, consent });
      const contradicts = said.includes("enrolment.registered-otherwise wish.work");
      seen.add(offered ? "offered" : "not");
      expect(said.length === 0 || contradicts).toBe(offered || contradicts);
    }),
    { numRuns: times(800, 100_000) },
  );
  expect(seen.size).toBe(2);
});

test.each(["2026-05-31", "2026-11-22", "2027-02-28"])(
  "on %s the numbers that the functions carry say of every wish what all numbers say",
  (on) => {
    const now = noon(on);
    const year = Number(on.slice(0, 4));
    const joins = Object.values(wishes).map((wish) => ({
      ...wish,
      ...("from" in wish && { from: on.slice(0, 7) }),
      ...("coverYear" in wish && { coverYear: year }),
    }));
    const lives = [
      someone(),
      someone({ medicalYears: [2024] }),
      someone({ birth: "2025-12-20" }),
      someone({ birth: "1976-01-01" }),
    ];
    for (const known of lives)
      for (const wish of joins)
        expect(decide(known, wish, { now, policy: deployedPolicy })).toEqual(decide(known, wish, { now }));
  },
);

describe("a wish stands, beside what the agency's file says,", () => {
  const state = (joining: Parameters<typeof joiningState>[0], has: Parameters<typeof held>[0] | undefined, on = "2026-11-22") =>
    joiningState(joining, { held: has ? [held(has)] : [] }, day(on));
  const employeePension = joined({ base: 800_000 });

  test.each([
    { when: "nothing is there, on its last day", has: undefined, on: "2026-11-30", is: "to-pay" },
    { when: "nothing is there, the day after", has: undefined, on: "2026-12-01", is: "late" },
    { when: "it was paid the month before", has: { lastPaid: "2026-10" }, on: "2026-11-22", is: "to-pay" },
    { when: "its month is paid", has: { lastPaid: "2026-11" }, on: "2027-02-01", is: "seen" },
    { when: "its month is paid, and it rests", has: { lastPaid: "2026-11", status: "paused" }, on: "2026-11-22", is: "to-pay" },
    { when: "another one is paid", has: { lastPaid: "2026-11", scheme: "170" }, on: "2026-11-22", is: "to-pay" },
  ] as const)("as $is when $when", ({ has, on, is }) => {
    expect(state(employeePension, has, on)).toBe(is);
  });

  test("as seen only with the base or the tier that was wished", () => {
    const base = joined({ base: 800_000 }, { wish: "change-base" });
    expect([state(base, { lastPaid: "2026-11", base: 727_000 }), state(base, { lastPaid: "2026-11", base: 800_000 })]).toEqual([
      "to-pay",
      "seen",
    ]);
    const tier = joined({ tier: 50_000 }, { scheme: "170", wish: "change-tier" });
    const paid = { scheme: "170", lastPaid: "2026-12" } as const;
    expect([state(tier, { ...paid, base: 30_000 }), state(tier, { ...paid, base: 50_000 })]).toEqual(["to-pay", "seen"]);
  });

  test("as stopped until nothing runs any more", () => {
    const stopped = joined({}, { state: "stopped", wish: "stop", region: "320102", from: "2026-12", reason: "moved" });
    expect([state(stopped, {}), state(stopped, { status: "paused" }), state(stopped, undefined)]).toEqual([
      "stopped",
      "seen",
      "seen",
    ]);
  });

  test("without a day it is never late", () => {
    const open = joined({ payBy: undefined });
    expect(state(open, undefined, "2030-01-01")).toBe("to-pay");
  });
});
