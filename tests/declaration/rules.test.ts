import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Declaration } from "../../shared/declaration/contract.ts";
import { settleDeclaration, settleReviewedDeclaration } from "../../shared/declaration/effect.ts";
import { reasonExpires } from "../../shared/declaration/expiry.ts";
import { decideDeclaration } from "../../shared/declaration/rules.ts";
import { Reason, type RecordPage } from "../../shared/registration.ts";
import { aFact, anInsurance, aRecord, aRegistration, day, noon } from "../support/build.ts";

const now = noon("2026-11-22");
type Given = v.InferInput<typeof Declaration>;
const declared = (...reasons: Given["reasons"]) => v.parse(Declaration, { insurance: "pension", reasons });
const forMedical = (...reasons: Given["reasons"]) => v.parse(Declaration, { insurance: "medical", reasons });
const held = (reasons: Given["reasons"], differences: object = {}) =>
  v.parse(Reason, {
    insurance: "pension",
    reasons,
    source: "resident",
    asOf: "2025-01-05",
    recordedAt: noon("2025-01-05"),
    acceptedAt: noon("2025-01-05"),
    ...differences,
  });
const born = (birth: string): Partial<RecordPage> => ({
  registration: aRegistration({ identity: { docType: "RIC", number: "340422190302070134", name: "林晓禾", sex: "M", birth } }),
});
const employer = { name: "淮南安居物业" };

const findingsOf = (declaration: Declaration, record = aRecord()) => {
  const decision = decideDeclaration({ record, declaration, now });
  return decision.ok ? [] : decision.refusal.map(({ code, path }) => [code, path.join(".")]);
};
const settled = (declaration: Declaration, record = aRecord()) =>
  settleDeclaration(record, { slice: "declaration", declaration, acceptedAt: now }, now);

describe("a reason for not being insured", () => {
  test.each([
    { when: "it is hardship", declaration: declared({ code: "P01" }), finds: [] },
    {
      when: "the person is insured",
      declaration: declared({ code: "P01" }),
      record: aRecord({ summary: { insurances: { pension: anInsurance() } } }),
      finds: [["declaration.insured", "insurance"]],
    },
    {
      when: "the insurance has ended",
      declaration: declared({ code: "P05" }),
      record: aRecord({ summary: { insurances: { pension: anInsurance({ status: "ended", to: "2025-12" }) } } }),
      finds: [],
    },
    {
      when: "the registration is closed",
      declaration: declared({ code: "P01" }),
      record: aRecord({ registration: aRegistration({ status: "closed" }) }),
      finds: [["declaration.registration-closed", ""]],
    },
    {
      when: "one is given twice",
      declaration: declared({ code: "P01" }, { code: "P03" }, { code: "P01" }),
      finds: [["declaration.same-twice", "reasons.2"]],
    },
    {
      when: "a student says so of medical insurance",
      declaration: forMedical({ code: "P02" }, { code: "O05", graduation: "2027-06" }),
      finds: [["declaration.students-are-covered", "reasons.1"]],
    },
    { when: "a soldier leaves today", declaration: declared({ code: "O01", until: "2026-11-22" }), finds: [] },
    {
      when: "a soldier left yesterday",
      declaration: declared({ code: "O01", until: "2026-11-21" }),
      finds: [["declaration.day-past", "reasons.0.until"]],
    },
    { when: "school ends this month", declaration: declared({ code: "O05", graduation: "2026-11" }), finds: [] },
    {
      when: "school ended last month",
      declaration: declared({ code: "O05", graduation: "2026-10" }),
      finds: [["declaration.graduated", "reasons.0.graduation"]],
    },
    { when: "school ends in ten years", declaration: declared({ code: "O05", graduation: "2036-12" }), finds: [] },
    {
      when: "school ends in eleven years",
      declaration: declared({ code: "O05", graduation: "2037-01" }),
      finds: [["declaration.graduation-far", "reasons.0.graduation"]],
    },
  ])("when $when: $finds", ({ declaration, record, finds }) => {
    expect(findingsOf(declaration, record)).toEqual(finds);
  });

  test("names one to five reasons, and no field that its code does not have", () => {
    expect(v.is(Declaration, { insurance: "pension", reasons: [] })).toBe(false);
    expect(v.is(Declaration, { insurance: "pension", reasons: Array(6).fill({ code: "P01" }) })).toBe(false);
    expect(v.is(Declaration, { insurance: "pension", reasons: [{ code: "P01", employer }] })).toBe(false);
    expect(v.is(Declaration, { insurance: "pension", reasons: [{ code: "U01", named: false }] })).toBe(false);
    expect(v.is(Declaration, { insurance: "pension", reasons: [{ code: "O06" }] })).toBe(false); // the dead do not declare
  });
});

describe("when a declared reason's turn comes", () => {
  test.each([
    { when: "it is hardship", declaration: declared({ code: "P01" }), becomes: "applied" },
    { when: "the employer did not enrol", declaration: declared({ code: "U01", employer, named: false }), becomes: "applied" },
    {
      when: "it says insured elsewhere, which wants proof",
      declaration: declared({ code: "P06", place: "320102" }),
      becomes: "in-review",
    },
    { when: "it is in free words", declaration: declared({ code: "O99", text: "说不清" }), becomes: "in-review" },
    {
      when: "a student is 29",
      declaration: declared({ code: "O05", graduation: "2027-06" }),
      record: born("1996-11-23"),
      becomes: "applied",
    },
    {
      when: "a student is 30",
      declaration: declared({ code: "O05", graduation: "2027-06" }),
      record: born("1996-11-22"),
      becomes: "in-review",
    },
    {
      when: "a student works for an employer",
      declaration: declared({ code: "O05", graduation: "2027-06" }),
      record: { facts: [aFact({ name: "employment", status: "EMPLOYED", employer })] },
      becomes: "in-review",
    },
    {
      when: "a soldier's day of discharge has passed",
      declaration: declared({ code: "O01" }),
      record: { reasons: [held([{ code: "O01", until: "2026-09-01" }])] },
      becomes: "in-review",
    },
    {
      when: "a soldier's day of discharge has passed, told of another insurance",
      declaration: declared({ code: "O01" }),
      record: { reasons: [{ ...held([{ code: "O01", until: "2026-09-01" }]), insurance: "medical" as const }] },
      becomes: "in-review",
    },
    {
      when: "a soldier's day of discharge is to come",
      declaration: declared({ code: "O01" }),
      record: { reasons: [held([{ code: "O01", until: "2027-09-01" }])] },
      becomes: "applied",
    },
    {
      when: "something was said later",
      declaration: declared({ code: "P01" }),
      record: { reasons: [held([{ code: "P03" }], { acceptedAt: noon("2026-11-23") })] },
      becomes: "overtaken",
    },
    {
      when: "the person is insured by now",
      declaration: declared({ code: "P01" }),
      record: { summary: { insurances: { pension: anInsurance() } } },
      becomes: "refused",
    },
  ])("when $when: $becomes", ({ declaration, record, becomes }) => {
    expect(settled(declaration, aRecord(record)).status).toBe(becomes);
  });

  test("it is kept with its source, its day and the day it comes back, and starts its work", () => {
    expect(settled(declared({ code: "O02" }, { code: "P01" }))).toEqual({
      status: "applied",
      changes: {
        reasons: [
          {
            insurance: "pension",
            reasons: [{ code: "O02" }, { code: "P01" }],
            expires: "2027-11-22",
            source: "resident",
            asOf: "2026-11-22",
            recordedAt: now,
            acceptedAt: now,
          },
        ],
      },
      followUp: [{ code: "O02" }, { code: "P01" }],
    });
  });

  test("after a review it counts from the decision, and its dates from the day it was said", () => {
    const accepted = {
      slice: "declaration",
      declaration: declared({ code: "O05", graduation: "2026-11" }),
      acceptedAt: now,
    } as const;
    const outcome = settleReviewedDeclaration(aRecord(), accepted, noon("2026-12-20"), noon("2026-12-21"));

    expect(outcome).toMatchObject({
      status: "applied",
      changes: { reasons: [{ source: "desk", asOf: "2026-11-22", acceptedAt: noon("2026-12-20"), expires: "2027-07-31" }] },
    });
  });
});

describe("a reason comes back", () => {
  test.each([
    [{ code: "O05", graduation: "2027-07" }, "2027-07-31"],
    [{ code: "O05", graduation: "2027-08" }, "2028-07-31"],
    [{ code: "O01", until: "2028-12-01" }, "2028-12-01"],
    [{ code: "O04" }, "2027-11-22"],
    [{ code: "O02" }, "2027-11-22"],
    [{ code: "P01" }, null],
  ] as const)("%o on %s", (reason, expected) => {
    expect(reasonExpires(declared(reason).reasons[0]!, day("2026-11-22"))).toBe(expected);
  });

  test("a year after 29 February is 1 March", () => {
    expect(reasonExpires({ code: "O02" }, day("2028-02-29"))).toBe("2029-03-01");
  });

  test("never before the day on which it was said", () => {
    const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom("O01", "O02", "O03", "O04"), (date, code) => {
        const today = day(date.toISOString().slice(0, 10));
        expect(reasonExpires({ code }, today)! > today).toBe(true);
      }),
    );
  });
});
