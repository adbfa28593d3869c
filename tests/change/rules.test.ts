import type * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { Change } from "../../shared/change/contract.ts";
import { settleChange, settleReviewedChange } from "../../shared/change/effect.ts";
import { decideChange } from "../../shared/change/rules.ts";
import { aChange, aFact, aPhone, aRecord, aRegistration, noon } from "../support/build.ts";

const now = noon("2026-03-31");
const findingsFor = (change: v.InferInput<typeof Change>, record = aRecord()) => {
  const decision = decideChange({ record, change: aChange(change), now });
  return decision.ok ? [] : decision.refusal.map(({ code }) => code);
};
const home = { division: "340403", lines: "龙泉街道学院路8号" };
const elsewhere = { division: "320102", lines: "梅园新村街道长江路1号" };

describe("a change", () => {
  test.each([
    {
      when: "the registration is closed",
      change: { item: "card", hasCard: true } as const,
      record: aRecord({ registration: aRegistration({ status: "closed" }) }),
      finds: ["change.registration-closed"],
    },
    {
      when: "the phone is the one we hold",
      change: { item: "phone", phone: "199 0000 1234" } as const,
      finds: ["change.phone-unchanged"],
    },
    {
      when: "the address is the one we hold",
      change: { item: "residence", address: home } as const,
      finds: ["change.address-unchanged"],
    },
    { when: "the card is as we know it", change: { item: "card", hasCard: false } as const, finds: ["change.card-unchanged"] },
    {
      when: "the employment is as we know it",
      change: { item: "employment", status: "FLEXIBLE" } as const,
      finds: ["change.employment-unchanged"],
    },
    {
      when: "someone employed names no employer",
      change: { item: "employment", status: "EMPLOYED" } as const,
      finds: ["change.employer-missing"],
    },
    {
      when: "someone without work names an employer",
      change: { item: "employment", status: "UNEMPLOYED", employer: { name: "淮南某某有限公司" } } as const,
      finds: ["change.employer-not-due"],
    },
    {
      when: "the hukou moves tomorrow",
      change: { item: "hukou", address: elsewhere, movedOn: "2026-04-01" } as const,
      finds: ["change.moved-in-future"],
    },
    {
      when: "the hukou moved before birth",
      change: { item: "hukou", address: elsewhere, movedOn: "1903-02-06" } as const,
      finds: ["change.moved-before-birth"],
    },
    {
      when: "two rules are broken",
      change: { item: "card", hasCard: false } as const,
      record: aRecord({ registration: aRegistration({ status: "closed" }) }),
      finds: ["change.registration-closed", "change.card-unchanged"],
    },
  ])("is refused when $when", ({ change, record, finds }) => expect(findingsFor(change, record)).toEqual(finds));

  test.each([
    { when: "the phone is another", change: { item: "phone", phone: "19900009999" } as const },
    { when: "only the door differs", change: { item: "residence", address: { ...home, lines: "龙泉街道学院路9号" } } as const },
    { when: "no contact address was held", change: { item: "contact", address: home } as const },
    { when: "the hukou moved today", change: { item: "hukou", address: elsewhere, movedOn: "2026-03-31" } as const },
    {
      when: "the hukou moved on the day of birth",
      change: { item: "hukou", address: elsewhere, movedOn: "1903-02-07" } as const,
    },
    {
      when: "someone found an employer",
      change: { item: "employment", status: "EMPLOYED", employer: { name: "淮南某某有限公司" } } as const,
    },
    { when: "nothing was known of a card", change: { item: "card", hasCard: false } as const, record: aRecord({ facts: [] }) },
  ])("is accepted when $when", ({ change, record }) => expect(findingsFor(change, record)).toEqual([]));
});

describe("when its turn comes, an accepted change", () => {
  const accepted = (change: v.InferInput<typeof Change>, acceptedAt = now) => ({
    slice: "change" as const,
    change: aChange(change),
    acceptedAt,
  });
  const later = noon("2026-04-01");

  test("becomes the person's own fact, and remembers when it was accepted", () => {
    expect(settleChange(aRecord(), accepted({ item: "phone", phone: "19900009999" }), later)).toEqual({
      status: "applied",
      changes: {
        facts: [
          {
            name: "phone",
            phone: "19900009999",
            confirmedOn: "2026-03-31",
            from: "2026-03-31",
            source: "resident",
            asOf: "2026-03-31",
            acceptedAt: now,
            recordedAt: later,
          },
        ],
      },
    });
  });

  test.each([
    { when: "the person has said something later", said: noon("2026-03-31").replace("12:00", "12:01"), status: "overtaken" },
    { when: "the person said the same in the same moment", said: now, status: "applied" },
    { when: "the person said the same before", said: noon("2026-03-30"), status: "applied" },
  ])("ends $status when $when", ({ said, status }) => {
    const record = aRecord({
      facts: [aPhone("19900009999", { source: "resident", asOf: "2026-03-31", confirmedOn: "2026-03-31", acceptedAt: said })],
    });
    expect(settleChange(record, accepted({ item: "phone", phone: "19900009999" }), later)).toMatchObject({ status });
  });

  test("is refused when the registration was closed meanwhile", () => {
    const record = aRecord({ registration: aRegistration({ status: "closed" }) });
    expect(settleChange(record, accepted({ item: "card", hasCard: true }), later)).toMatchObject({ status: "refused" });
  });

  test("of the hukou waits for the desk, and counts from the desk's word on", () => {
    const move = accepted({ item: "hukou", address: elsewhere, movedOn: "2026-03-01" });
    expect(settleChange(aRecord(), move, later)).toEqual({ status: "in-review", kind: "hukou-move" });

    const decidedAt = noon("2026-04-08");
    expect(settleReviewedChange(aRecord(), move, decidedAt, decidedAt)).toMatchObject({
      status: "applied",
      changes: { facts: [{ name: "hukou", source: "desk", asOf: "2026-03-01", acceptedAt: decidedAt }] },
    });
  });

  test("decided at the desk and delivered late does not undo a later decision", () => {
    const move = accepted({ item: "hukou", address: elsewhere, movedOn: "2026-03-01" });
    const laterMove = aFact({
      name: "hukou",
      division: "340403",
      lines: "学院路8号",
      source: "desk",
      acceptedAt: noon("2026-04-09"),
    });
    const record = aRecord({ facts: [laterMove] });
    expect(settleReviewedChange(record, move, noon("2026-04-08"), later)).toMatchObject({ status: "overtaken" });
    expect(settleReviewedChange(record, move, noon("2026-04-10"), later)).toMatchObject({ status: "applied" });
  });

  test.each([
    { when: "its confirmation is a year old", phone: { confirmedOn: "2025-03-31" }, finds: [] },
    { when: "nobody knows when it was confirmed", phone: { confirmedOn: undefined }, finds: [] },
    { when: "it is good", phone: { confirmedOn: "2025-04-01" }, finds: ["change.phone-unchanged"] },
  ])("of the phone to the same number says $finds when $when", ({ phone, finds }) => {
    const record = aRecord({ facts: [aPhone("19900001234", phone)] });
    expect(findingsFor({ item: "phone", phone: "19900001234" }, record)).toEqual(finds);
    expect(settleChange(record, accepted({ item: "phone", phone: "19900001234" }), later)).toMatchObject({
      changes: { facts: [{ from: "2024-05-01", confirmedOn: "2026-03-31" }] },
    });
  });

  test("leaves what the agency says beside it", () => {
    const outcome = settleChange(aRecord(), accepted({ item: "card", hasCard: true }), later);
    expect(outcome).toMatchObject({ changes: { facts: [{ source: "resident" }] } });
    expect(aFact({ name: "card", hasCard: false }).source).toBe("insured-340400");
  });
});
