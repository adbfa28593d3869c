// What the handbook says of joining, asked in other words than the code's: 3, 5, 7.4, 16.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { settleEnrolment } from "../../shared/enrolment/effect.ts";
import { offerOf } from "../../shared/enrolment/offer.ts";
import { standingOf } from "../../shared/enrolment/standing.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { Reason } from "../../shared/registration.ts";
import { anInsurance, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { complaints, consent, decide, held, joined, policy, someone, wishes } from "./someone.ts";

const termsOf = (...asked: Parameters<typeof decide>) => {
  const decided = decide(...asked);
  if (!decided.ok) throw new Error(decided.refusal.map(({ code }) => code).join());
  return decided.value.terms;
};

describe("what was joined, and changed before it was paid,", () => {
  const asResident = { region: "370826", insuredAs: "resident", tier: 50_000, frequency: "year" };
  const otherTier = joined(asResident, { scheme: "170", wish: "change-tier" });
  const otherBase = joined({ base: 900_000 }, { wish: "change-base" });

  test("is still joined: not once more, and not beside another one of its kind", () => {
    expect(complaints(someone({ joinings: [otherBase] }), wishes.employeePension)).toEqual(["enrolment.joined wish.scheme"]);
    expect(complaints(someone({ joinings: [otherTier] }), wishes.employeePension)).toEqual(["enrolment.choose wish.replaces"]);
  });

  test("goes with the one that takes its place", () => {
    const identity = {
      docType: "RIC",
      number: "340469199005010017",
      name: "林晓禾",
      sex: "M",
      birth: day("1990-05-01"),
    } as const;
    const record = aRecord({ registration: aRegistration({ identity }), joinings: [otherTier] });
    const known = someone({ joinings: [otherTier] });
    const decided = decide(known, { ...wishes.employeePension, replaces: "170" });
    if (!decided.ok) throw new Error("it is taken");
    const outcome = settleEnrolment(record, decided.value, { receipt: otherTier.receipt, policy }, noon("2026-11-22"));
    expect(outcome).toMatchObject({ changes: { joinings: [{ scheme: "170", state: "stopped" }, { scheme: "110" }] } });
  });
});

describe("a year of residents' medical insurance", () => {
  const year = (cover: number, from: string, to: string) => [
    anEntry({ key: "resident-medical.period-from", value: from, from: `${cover}-01-01`, to: `${cover}-12-31` }),
    anEntry({ key: "resident-medical.period-to", value: to, from: `${cover}-01-01`, to: `${cover}-12-31` }),
  ];
  const law = openPolicy([...loaded, ...year(2026, "2025-09-01", "2025-12-31"), ...year(2027, "2026-09-01", "2026-12-31")]);
  const paidOn = (date: string) => ({ policy: law, now: noon(date) });

  test("is not sold when the wait would last until it is over", () => {
    expect(complaints(someone(), wishes.residentMedical, paidOn("2026-09-30"))).toEqual([]);
    expect(termsOf(someone(), wishes.residentMedical, paidOn("2026-09-30"))).toMatchObject({ coverFrom: "2026-12-01" });
    expect(complaints(someone(), wishes.residentMedical, paidOn("2026-10-01"))).toEqual(["enrolment.year-over wish.coverYear"]);
  });

  test.each([
    { birth: "2026-08-23", on: "2026-11-21", days: 90, coverFrom: "2026-08-23" },
    { birth: "2026-08-23", on: "2026-11-22", days: 91, coverFrom: undefined },
    { birth: "2026-10-10", on: "2027-01-08", days: 90, coverFrom: "2026-10-10" },
    { birth: "2026-10-10", on: "2027-01-09", days: 91, coverFrom: undefined },
  ])("begins at birth until day 90, and from then on the place says when: day $days", ({ birth, on, coverFrom }) => {
    const wish = { ...wishes.residentMedical, work: undefined, coverYear: Number(on.slice(0, 4)) };
    expect(termsOf(someone({ birth }), wish, { ...paidOn(on), forChild: true, consent })?.coverFrom).toBe(coverFrom);
  });

  test("of a baby that is late is named for the next year like anybody's", () => {
    const wish = { ...wishes.residentMedical, work: undefined, coverYear: 2027 };
    const terms = termsOf(someone({ birth: "2026-08-23" }), wish, { ...paidOn("2026-11-22"), forChild: true, consent });
    expect(terms).toMatchObject({ payBy: "2026-12-31", coverFrom: "2027-01-01" });
  });

  test("of students from Hong Kong, Macao and Taiwan is joined where they study (Order 41 Art. 2)", () => {
    const student = someone({ docType: "HK_MO_RP", hukou: undefined, works: "STUDENT" });
    const { places } = standingOf("390", { known: student, today: day("2026-11-22") }, policy);
    expect(places.map(({ by }) => by)).toEqual(["school", "residence"]);
  });
});

test("a month of next year is not priced by limits that end with this one", () => {
  const inTianjin = { ...wishes.employeePension, region: "120101", from: "2026-12" };
  expect(termsOf(someone(), inTianjin)).toMatchObject({ cost: 160_000, missing: [] });
  const { base: _, ...lowest } = inTianjin;
  const terms = termsOf(someone(), { ...lowest, from: "2027-01" });
  expect(terms).toMatchObject({ missing: ["contribution-base.floor"] });
  expect(terms).not.toHaveProperty("cost");
});

test("what runs and is changed still stands beside what one wants", () => {
  const runs = held({ scheme: "170", region: "370826", insuredAs: "resident" });
  const change = joined({ region: "370826", insuredAs: "resident", tier: 50_000 }, { scheme: "170", wish: "change-tier" });
  const { overlap } = standingOf(
    "110",
    { known: someone({ held: [runs], joinings: [change] }), work: "own", today: day("2026-11-22") },
    policy,
  );
  expect(overlap).toMatchObject({ scheme: "170", from: "held" });
});

test.each([
  { action: "stop", scheme: "170", from: "2026-12", reason: "other" },
  { action: "stop", scheme: "310", from: "2026-12", reason: "other" },
  { action: "change-tier", scheme: "170", tier: 50_000 },
  { action: "change-base", scheme: "310", base: 900_000, from: "2026-12" },
] as const)("what somebody draws is neither stopped nor changed by a form: $action $scheme", (wish) => {
  const drawn = [
    held({ scheme: "170", region: "370826", insuredAs: "retired" }),
    held({ scheme: "310", region: "110101", insuredAs: "retired" }),
  ];
  const known = someone({ birth: "1958-05-20", works: "RETIRED", held: drawn });
  expect(complaints(known, wish)).toEqual(["enrolment.drawing wish.scheme"]);
});

describe("who is in the army or in prison, as the register has their word for it,", () => {
  const said = (code: "O01" | "O04", expires: string) => ({
    ...{ insurance: "pension", reasons: [{ code }], expires, source: "resident", asOf: "2026-01-01" },
    ...{ recordedAt: noon("2026-01-01"), acceptedAt: noon("2026-01-01") },
  });
  const standings = (code: "O01" | "O04", on: string, insurances = {}) => {
    const identity = {
      docType: "RIC",
      number: "340469199005010017",
      name: "林晓禾",
      sex: "M",
      birth: day("1990-05-01"),
    } as const;
    const reasons = [v.parse(Reason, said(code, "2026-12-31"))];
    const record = aRecord({ registration: aRegistration({ identity }), reasons, summary: { insurances } });
    return offerOf({ record, forChild: false, today: day(on), policy, placeName: String });
  };
  const why = (...asked: Parameters<typeof standings>) =>
    standings(...asked).standings.map(({ scheme, is, why: because }) => `${scheme} ${is} ${because}`);

  test("joins nothing until that is over, and is not asked how they work (handbook 3, 16)", () => {
    expect(why("O01", "2026-12-31")).toEqual(["110", "170", "310", "390"].map((scheme) => `${scheme} closed army`));
    expect(why("O04", "2026-12-31")).toContain("170 closed prison");
    expect(standings("O01", "2026-12-31")).toMatchObject({ ask: [], injury: "none" });
  });

  test("is not held to a word about an insurance that runs by now", () => {
    const pension = anInsurance({ scheme: "110", insuredAs: "employee" });
    expect(why("O01", "2026-12-31", { pension })).not.toContain("390 closed army");
  });

  test("may join again on the day after", () => {
    expect(why("O01", "2027-01-01")).not.toContain("170 closed army");
    expect(standings("O01", "2027-01-01").ask).toContain("own");
  });
});

test("who draws the resident pension joins no other one, whatever they live on (handbook 3)", () => {
  const drawn = held({ scheme: "170", region: "370826", insuredAs: "retired" });
  const known = someone({ birth: "1966-05-20", works: "FLEXIBLE", held: [drawn] });
  for (const scheme of ["110", "170"] as const)
    expect(standingOf(scheme, { known, work: "own", today: day("2026-11-22") }, policy)).toMatchObject({
      is: "closed",
      why: "drawing",
    });
});
