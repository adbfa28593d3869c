// What the register knows of who wants to join, what stands beside it, at which place and by whose law. Handbook 3, 5, 7.

import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Known, Offer, type Standing } from "../../shared/enrolment/contract.ts";
import { settleEnrolment } from "../../shared/enrolment/effect.ts";
import { knownFrom } from "../../shared/enrolment/known.ts";
import { awayOn, isForeign, lifeOf } from "../../shared/enrolment/life.ts";
import { withMissing } from "../../shared/enrolment/missing.ts";
import { offerOf } from "../../shared/enrolment/offer.ts";
import { overlapOf } from "../../shared/enrolment/overlap.ts";
import { isLocal, lawFor, mayJoinAt, placesOf } from "../../shared/enrolment/places.ts";
import { enrolmentAsked, paymentOf } from "../../shared/enrolment/view.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { openPolicy, type Policy } from "../../shared/policy/law.ts";
import type { Reason, RecordPage } from "../../shared/registration.ts";
import { aFact, anInsurance, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { anEntry, lawLacking, lawOf, lawWith, loaded } from "../support/policy.ts";
import { decide, held, joined, policy, someone, wishes } from "./someone.ts";

const today = day("2026-11-22");
const lives = aFact({ name: "residence", division: "320102", lines: "某街1号" });
const hukou = aFact({ name: "hukou", division: "370826", lines: "某街1号" });
const place = (code: string) => code as DivisionCode;

describe("what somebody has beside what they want to join", () => {
  type Asked = Parameters<typeof overlapOf>;
  const beside = (scheme: Asked[0], known: Asked[1], more: Partial<Asked[2]> = {}, law = lawOf()) =>
    overlapOf(scheme, known, { region: place("320102"), work: "none", today, ...more }, law);
  const has = (...all: Parameters<typeof held>[0][]) => someone({ held: all.map(held) });

  test.each([
    { when: "the employees' pension runs", scheme: "170", has: {}, says: "KEEP_EMPLOYEE_MONTHS" },
    { when: "the residents' runs", scheme: "110", has: { scheme: "170" }, says: "KEEP_EMPLOYEE_MONTHS" },
    { when: "it begins only next month", scheme: "170", has: { from: "2026-12" }, says: "KEEP_EMPLOYEE_MONTHS" },
    { when: "an organ's runs", scheme: "170", has: { scheme: "120" }, says: "KEEP_ORGAN_SCHEME_REFUND_RESIDENT" },
    { when: "it runs in another province", scheme: "110", has: { region: "440106" }, says: "TRANSFER_THEN_CLEAR" },
    { when: "it runs in another city", scheme: "110", has: { region: "320500" }, says: "OFFER_TRANSFER_MERGE" },
    { when: "an organ's runs, where they join at work", scheme: "110", has: { scheme: "120" }, says: "OFFER_TRANSFER_MERGE" },
    {
      when: "the residents' runs elsewhere",
      scheme: "170",
      has: { scheme: "170", region: "340422" },
      says: "KEEP_HUKOU_PLACE_REFUND_OTHER",
    },
  ] as const)("says $says where of pensions $when", ({ scheme, has: one, says }) => {
    const { scheme: other = "110", region = "320102" } = one as { scheme?: string; region?: string };
    expect(beside(scheme, has(one))).toEqual({ scheme: other, region, from: "held", says });
  });

  test.each([
    {
      when: "employees' for twelve months",
      scheme: "390",
      has: { scheme: "310", from: "2025-11", insuredAs: "employee" },
      says: "KEEP_EMPLOYEE",
    },
    {
      when: "employees' for eleven",
      scheme: "390",
      has: { scheme: "310", from: "2025-12", insuredAs: "employee" },
      says: "PERSON_CHOOSES_ONE",
    },
    { when: "a flexible worker's", scheme: "390", has: { scheme: "310", from: "2020-01" }, says: "PERSON_CHOOSES_ONE" },
    {
      when: "residents', and they join alone",
      scheme: "310",
      has: { scheme: "390", from: "2020-01", insuredAs: "resident" },
      says: "PERSON_CHOOSES_ONE",
    },
    {
      when: "residents' elsewhere",
      scheme: "390",
      has: { scheme: "390", region: "340422", insuredAs: "resident" },
      says: "KEEP_HABITUAL_RESIDENCE",
    },
    { when: "employees' elsewhere", scheme: "310", has: { scheme: "310", region: "340400" }, says: "KEEP_EMPLOYMENT_PLACE" },
  ] as const)("says $says where of medical insurances runs $when", ({ scheme, has: one, says }) => {
    expect(beside(scheme, has(one))?.says).toBe(says);
  });

  test("a student keeps the one of the school; without the number of months the person chooses", () => {
    const two = has({ scheme: "390", region: "340422", insuredAs: "resident" });
    expect(beside("390", two, { work: "student" })?.says).toBe("KEEP_SCHOOL_PLACE");
    const across = has({ scheme: "310", from: "2020-01", insuredAs: "employee" });
    expect(beside("390", across, {}, lawLacking("duplicate-medical.employee-months"))?.says).toBe("PERSON_CHOOSES_ONE");
  });

  test("is nothing of the other kind, nor what rests; of two the same scheme is said first", () => {
    expect(beside("110", has({ scheme: "390" }, { scheme: "310" }))).toBeUndefined();
    expect(beside("390", has({}, { scheme: "170" }))).toBeUndefined();
    expect(beside("110", has({ status: "paused" }))).toBeUndefined();
    const both = [{ scheme: "170", region: "340422" }, { region: "440106" }] as const;
    expect(beside("110", has(...both))).toMatchObject({ scheme: "110" });
    expect(beside("110", has(...both.toReversed()))).toMatchObject({ scheme: "110" });
    expect(beside("170", has(...both.toReversed()))).toMatchObject({ scheme: "170" });
  });

  test("is what was joined here and waits for its payment too, as long as it may be paid, and what was stopped no more", () => {
    const joinings = (...all: ReturnType<typeof joined>[]) => someone({ joinings: all });
    expect(beside("170", joinings(joined()))).toEqual({
      scheme: "110",
      region: "320102",
      from: "joined",
      says: "KEEP_EMPLOYEE_MONTHS",
    });
    expect(beside("170", joinings(joined({ payBy: "2026-11-21" })))).toBeUndefined();
    const { terms: _, ...others } = joined() as unknown as { terms: object };
    const stopped = { ...others, state: "stopped", wish: "stop", region: "320102", from: "2026-12", reason: "moved" } as never;
    expect(beside("170", { ...someone(), joinings: [stopped] })).toBeUndefined();
  });
});

describe("what the register knows", () => {
  const record = (more: Partial<RecordPage> = {}): RecordPage => aRecord({ facts: [hukou, lives], ...more });

  test("is who they are, where they are at home, how they work, and what they have", () => {
    const work = aFact({ name: "employment", status: "EMPLOYED", employer: { name: "甲公司" } });
    const pension = anInsurance({ region: "320102", insuredAs: "employee", from: "2020-01" });
    const medical = anInsurance({
      scheme: "390",
      insuredAs: "resident",
      years: { "2025": "pppppppppppp", "2026": "oooooooooooo" },
    });
    const summary = { paid: { "110": 7 }, insurances: { pension, medical: { ...medical, status: "ended" as const } } };
    const known = knownFrom(record({ facts: [hukou, lives, work], summary }));
    expect(known).toEqual({
      ...{ closed: false, docType: "RIC", sex: "M", birth: "1903-02-07", hukou: "370826", residence: "320102" },
      employment: { status: "EMPLOYED", employer: "甲公司", source: work.source, asOf: work.asOf },
      held: [{ scheme: "110", region: "320102", from: "2020-01", insuredAs: "employee", status: "active" }],
      ...{ paid: { "110": 7 }, medicalYears: [2025], joinings: [] },
    });
    expect(v.parse(Known, known)).toEqual(known);
    expect(knownFrom(record({ registration: aRegistration({ status: "closed" }), facts: [] }))).toMatchObject({
      closed: true,
      paid: {},
      held: [],
    });
    const alone = knownFrom(record({ facts: [aFact({ name: "employment", status: "FLEXIBLE" })] }));
    expect(alone.employment).not.toHaveProperty("employer");
    for (const key of ["hukou", "residence", "away"]) expect(alone, key).not.toHaveProperty(key);
    const listed = [held()];
    expect(knownFrom(record({ summary: { ...summary, held: listed } })).held).toBe(listed);
  });

  test("of army and prison is the one that lasts longest, and nothing that was said of an insurance that runs by now", () => {
    const said = (code: string, expires?: string, insurance = "pension") =>
      ({ insurance, reasons: [{ code }], ...(expires && { expires }) }) as unknown as Reason;
    const away = (...reasons: Reason[]) =>
      knownFrom(record({ reasons, summary: { insurances: { medical: anInsurance({ scheme: "390" }) } } })).away;
    expect(away(said("O01", "2027-01-01"))).toEqual({ in: "army", until: "2027-01-01" });
    expect(away(said("O01", "2027-01-01"), said("O04", "2028-01-01"))).toEqual({ in: "prison", until: "2028-01-01" });
    expect(away(said("O04", "2028-01-01"), said("O01", "2027-01-01"))).toEqual({ in: "prison", until: "2028-01-01" });
    expect(away(said("O04", "2028-01-01"), said("O01"))).toEqual({ in: "army" });
    expect(away(said("O01"), said("O04", "2028-01-01"))).toEqual({ in: "army" });
    expect(away(said("O02", "2028-01-01"))).toBeUndefined();
    expect(away(said("O01", "2027-01-01", "medical"))).toBeUndefined();
    const until = { away: { in: "army", until: day("2026-11-22") } } as const;
    expect([awayOn({ ...someone(), ...until }, today), awayOn({ ...someone(), ...until }, day("2026-11-23"))]).toEqual([
      "army",
      undefined,
    ]);
    expect(awayOn({ ...someone(), away: { in: "prison" } }, day("2099-01-01"))).toBe("prison");
  });

  test("decides how a child lives, and a grown-up only as they say it", () => {
    const life = (known: Known, more: object = {}, law = lawOf()) => {
      const is = lifeOf({ known, today, ...more }, law);
      return is.ok ? `${is.value.work} ${is.value.age} ${is.value.minor}` : is.refusal;
    };
    const child = { birth: "2010-11-23" };
    expect(life(someone(child))).toBe("none 15 true");
    expect(life(someone({ ...child, works: "STUDENT" }))).toBe("student 15 true");
    expect(life(someone({ birth: "2010-11-22" }))).toEqual({ why: "work-unknown" });
    expect(life(someone({ birth: "2010-11-22" }), { forChild: true })).toBe("none 16 false");
    expect(life(someone({ birth: "2010-11-22", works: "STUDENT" }), { forChild: true })).toBe("student 16 false");
    expect(life(someone({ birth: undefined }))).toEqual({ why: "birth-unknown" });
    expect(life(someone(child), {}, lawLacking("resident-pension.from-age"))).toMatchObject({ key: "resident-pension.from-age" });
    const foreign = ["PASSPORT", "FPR_ID", "FPR_ID_LEGACY", "RIC", "HK_MO_RP", "TW_RP"].map((docType) =>
      isForeign(someone({ docType: docType as never })),
    );
    expect(foreign).toEqual([true, true, true, false, false, false]);
  });
});

describe("the place", () => {
  const at = (scheme: "110" | "170" | "310" | "390", known: Known, work: "none" | "student" = "none", law = lawOf()) => {
    const found = placesOf(scheme, known, work, law);
    return found.ok ? found.value.places : found.refusal;
  };
  const either = (key: "resident-pension.at" | "resident-medical.at") => lawWith([anEntry({ key, value: "EITHER" })]);
  const home = (by: string, division: string | undefined) => ({
    by,
    ...(division && { division }),
    free: division === undefined,
  });

  test.each([
    { when: "it goes by the hukou", law: "HUKOU", known: {}, places: [home("hukou", "370826")] },
    { when: "nobody knows the hukou", law: "HUKOU", known: { hukou: undefined }, places: [home("hukou", undefined)] },
    { when: "either will do", law: "EITHER", known: {}, places: [home("residence", "320102"), home("hukou", "370826")] },
    { when: "both are one", law: "EITHER", known: { hukou: "320102" }, places: [home("residence", "320102")] },
    { when: "only the hukou is known", law: "EITHER", known: { residence: undefined }, places: [home("residence", "370826")] },
    { when: "only the home is known", law: "EITHER", known: { hukou: undefined }, places: [home("residence", "320102")] },
    {
      when: "neither is known",
      law: "EITHER",
      known: { hukou: undefined, residence: undefined },
      places: [home("residence", undefined)],
    },
    {
      when: "they are from Hong Kong",
      law: "HUKOU",
      known: { docType: "HK_MO_RP" as const },
      places: [home("residence", "320102")],
    },
    { when: "they are from Taiwan", law: "HUKOU", known: { docType: "TW_RP" as const }, places: [home("residence", "320102")] },
  ])("of a resident's insurance is at home where $when", ({ law, known, places }) => {
    const value = (key: "resident-pension.at" | "resident-medical.at") => lawWith([anEntry({ key, value: law })]);
    expect(at("170", someone(known), "none", value("resident-pension.at"))).toEqual(places);
    expect(at("390", someone(known), "none", value("resident-medical.at"))).toEqual(places);
    expect(at("390", someone(known), "student", value("resident-medical.at"))).toEqual([home("school", undefined), ...places]);
    expect(at("170", someone(known), "student", value("resident-pension.at"))).toEqual(places);
  });

  test("of who works is where they work: the home is only suggested; and unknown where a number is missing", () => {
    for (const scheme of ["110", "310"] as const) {
      expect(at(scheme, someone())).toEqual([{ by: "work", division: "320102", free: true }]);
      expect(at(scheme, someone(), "none", lawLacking("flexible-pension.hukou"))).toMatchObject({
        key: "flexible-pension.hukou",
      });
    }
    expect(at("170", someone(), "none", lawLacking("resident-pension.at"))).toMatchObject({ key: "resident-pension.at" });
    expect(mayJoinAt({ places: [{ by: "hukou", division: place("370826"), free: false }] }, place("370826"))).toBe(true);
    expect(mayJoinAt({ places: [{ by: "hukou", division: place("370826"), free: false }] }, place("370827"))).toBe(false);
    expect(mayJoinAt({ places: [{ by: "work", division: place("370826"), free: true }] }, place("110101"))).toBe(true);
    expect(at("170", someone(), "none", either("resident-pension.at"))).toHaveLength(2);
  });

  test.each([
    { scheme: "170", known: {}, region: undefined, asked: "370826" },
    { scheme: "170", known: { hukou: undefined }, region: undefined, asked: "320102" },
    { scheme: "390", known: {}, region: undefined, asked: "320102" },
    { scheme: "390", known: { residence: undefined }, region: undefined, asked: "370826" },
    { scheme: "110", known: {}, region: "110101", asked: "110101" },
    { scheme: "110", known: { hukou: undefined, residence: undefined }, region: undefined, asked: "national" },
  ] as const)("whose law holds for $scheme is $asked", ({ scheme, known, region, asked }) => {
    const noted: unknown[] = [];
    const noting: Policy = (of) => {
      noted.push(of);
      return policy(of);
    };
    lawFor(scheme, someone(known), { region: region && place(region), today }, noting);
    expect(noted).toEqual([{ region: asked, asOf: today }]);
  });

  test("is local within a prefecture, and within a whole municipality", () => {
    const local = (one: string, other: string | undefined) => isLocal(place(one), other === undefined ? undefined : place(other));
    expect([local("320102", "320115"), local("320102", "320500"), local("310101", "310115"), local("320102", undefined)]).toEqual(
      [true, false, true, false],
    );
  });
});

describe("the offer", () => {
  const record = aRecord({ facts: [hukou, lives], joinings: [joined({ region: "110101" })] });
  const offer = (more: Partial<RecordPage> = {}, forChild = false) =>
    offerOf({ record: { ...record, ...more }, forChild, today, policy, placeName: (code) => `${code}名` });

  test("names every place that is spoken of once, how each joining stands, and asks a child nothing about work", () => {
    const all = offer();
    expect(v.parse(Offer, all)).toEqual(all);
    expect(all).toMatchObject({
      person: { name: "林*禾", number: "3404**********0134" },
      today,
      asOf: "2026-03-01",
      joinings: [{ is: "to-pay", joining: record.joinings[0]! }],
    });
    expect(all.places).toEqual(["370826", "320102", "110101"].map((division) => ({ division, name: `${division}名` })));
    expect(all.ask.length).toBeGreaterThan(1);
    expect(offer({}, true).ask).toEqual([]);
    const { terms: _, ...others } = record.joinings[0] as unknown as { terms: object };
    const stopped = { ...others, state: "stopped", wish: "stop", region: "440106", from: "2026-12", reason: "moved" } as never;
    const places = offer({ joinings: [stopped], summary: { insurances: {}, held: [held({ region: "510100" })] } }).places;
    expect(places.map(({ division }) => division)).toEqual(["370826", "320102", "510100", "440106"]);
    expect(offer({ summary: { insurances: {} } })).not.toHaveProperty("asOf");
    const soldier = [{ insurance: "pension", reasons: [{ code: "O01" }] }] as unknown as Reason[];
    expect(offer({ reasons: soldier }).ask).toEqual([]);
  });

  test.each([
    { scheme: "110", lacks: "flexible-pension.account-rate" },
    { scheme: "310", lacks: "flexible-medical.rate" },
    { scheme: "170", lacks: "resident-pension.tiers" },
    { scheme: "390", lacks: "resident-medical.individual-fee" },
    { scheme: "390", lacks: "resident-medical.period-to" },
  ] as const)(
    "says which price of $scheme is not loaded at its usual place: $lacks; of what may not be joined it says none",
    ({ scheme, lacks }) => {
      const asked: unknown[] = [];
      const lacking = openPolicy(loaded.filter(({ key }) => key !== lacks));
      const noting: Policy = (of) => {
        asked.push(of.region);
        return lacking(of);
      };
      const standing = (is: "may" | "closed") =>
        ({ scheme, is, places: [{ by: "work", division: "110101", free: true }] }) as unknown as Standing;
      const { missing = [] } = withMissing(standing("may"), someone(), today, noting);
      expect(missing).toContain(lacks);
      expect(missing.filter((key) => key !== lacks)).toEqual(
        withMissing(standing("may"), someone(), today, policy).missing?.filter((key) => key !== lacks),
      );
      expect(asked).toContain("110101");
      expect(withMissing(standing("closed"), someone(), today, noting)).toEqual(standing("closed"));
      const limits = openPolicy(loaded.filter(({ key }) => !key.startsWith("contribution-base.")));
      const work = scheme === "110" || scheme === "310";
      const more = withMissing(standing("may"), someone(), today, limits).missing?.some((key) =>
        key.startsWith("contribution-base."),
      );
      expect(more).toBe(work);
    },
  );
});

test("of two that wait for their payment the one that is replaced ends, and no other; a change of what runs goes on", () => {
  const identity = { docType: "RIC", number: "340469199005010017", name: "林晓禾", sex: "M", birth: "1990-05-01" } as const;
  const of = (more: Partial<RecordPage>) =>
    aRecord({ registration: aRegistration({ identity }), facts: [hukou, lives], ...more });
  const settled = (record: RecordPage) => {
    const wish = { ...wishes.employeePension, replaces: "170" };
    const taken = decide(knownFrom(record), wish);
    if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
    const receipt = joined().receipt;
    const outcome = settleEnrolment(record, taken.value, { receipt, policy }, noon("2026-11-22"));
    return outcome.changes?.joinings?.map(({ scheme, state }) => `${scheme} ${state}`);
  };
  const [pension, medical] = [joined({ region: "370826" }, { scheme: "170" }), joined({ region: "370826" }, { scheme: "390" })];
  expect(settled(of({ joinings: [medical, pension] }))).toEqual(["170 stopped", "110 to-pay"]);
  const running = { summary: { insurances: {}, held: [held({ scheme: "170", region: "370826", insuredAs: "resident" })] } };
  const change = joined({ region: "370826" }, { scheme: "170", wish: "change-tier" });
  expect(settled(of({ ...running, joinings: [change] }))).toEqual(["110 to-pay"]);
});

describe("a receipt", () => {
  const taken = (wish: Record<string, unknown>, known = someone()) => {
    const decided = decide(known, wish);
    if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
    return decided.value;
  };
  test("names what was asked, where, and the amount that was chosen", () => {
    expect(enrolmentAsked(taken(wishes.residentPension), (code) => `${code}名`)).toBe("join.170 370826名 300.00");
    expect(enrolmentAsked(taken(wishes.employeePension), (code) => `${code}名`)).toBe("join.110 110101名 8,000.00");
    expect(enrolmentAsked(taken(wishes.residentMedical), (code) => `${code}名`)).toBe("join.390 320102名");
    const stop = taken({ action: "stop", scheme: "110", from: "2026-12", reason: "moved" }, someone({ held: [held()] }));
    expect(enrolmentAsked(stop, String)).toBe("stop.110");
    expect(paymentOf(stop, String)).toBeUndefined();
  });

  test("says what to pay, where and until when; nothing where the desk looks first", () => {
    const paid = taken(wishes.residentPension);
    const { from, months, cost, payBy, missing } = paid.terms!;
    expect(paymentOf(paid, (code) => `${code}名`)).toEqual({ region: "370826名", from, months, cost, payBy, missing });
    expect([cost, payBy].every((told) => told !== undefined)).toBe(true);
    const { cost: _, payBy: __, ...untold } = paid.terms!;
    const unknown = paymentOf({ ...paid, terms: untold }, String);
    for (const key of ["cost", "payBy"]) expect(unknown, key).not.toHaveProperty(key);
    const hardUp = taken({ ...wishes.residentPension, tier: 10_000, hardship: "destitute" });
    expect(paymentOf(hardUp, String)).toBeUndefined();
  });
});
