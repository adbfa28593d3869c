// When somebody may say that the register has them wrong, what two people's word does, and what files say afterwards.
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Change } from "../../shared/change/contract.ts";
import { asKept, doubtsAbout } from "../../shared/change/correct.ts";
import { closedByDeath, identityAfter, settleReviewedCorrection } from "../../shared/change/correction-effect.ts";
import {
  type Correction,
  type Correction as CorrectionSchema,
  isCorrection,
  NameReason,
  Relative,
} from "../../shared/change/corrections.ts";
import { settleChange } from "../../shared/change/effect.ts";
import { decideChange } from "../../shared/change/rules.ts";
import { leadsHere } from "../../shared/identity.ts";
import { isSomeoneElse } from "../../shared/insured/effect.ts";
import { DocType } from "../../shared/registration.ts";
import { aChange, aRecord, aRegistration, day, noon, someNumber } from "../support/build.ts";
import { someoneElse } from "../support/people.ts";

const now = noon("2026-03-31");
const today = day("2026-03-31");
const correction = (change: v.InferInput<typeof CorrectionSchema>): Correction => {
  const made = aChange(change);
  if (!isCorrection(made)) throw new Error("no correction");
  return made;
};
const findingsFor = (change: v.InferInput<typeof Change>, record = aRecord()) => {
  const decision = decideChange({ record, change: aChange(change), now });
  return decision.ok ? [] : decision.refusal.map(({ code }) => code);
};
const renamed = { item: "name", name: "林晓和", reason: "mistake" } as const;
const death = { item: "death", number: someoneElse(7), name: "林大山", relation: "parent", diedOn: "2026-03-20" } as const;

describe("a correction is refused when", () => {
  test.each([
    { when: "the name is the one we hold", change: { ...renamed, name: "林晓禾" }, finds: ["change.name-unchanged"] },
    { when: "no reason is told", change: { ...renamed, reason: "other" } as const, finds: ["change.reason-missing"] },
    { when: "the sex is the one we hold", change: { item: "sex", sex: "M" } as const, finds: ["change.sex-unchanged"] },
    {
      when: "the day is the one we hold",
      change: { item: "birth", birth: "1903-02-07" } as const,
      finds: ["change.birth-unchanged"],
    },
    { when: "nobody is born so far", change: { item: "birth", birth: "2026-04-01" } as const, finds: ["change.birth-in-future"] },
    {
      when: "the number is the one we hold",
      change: { item: "number", docType: "RIC", number: someNumber } as const,
      finds: ["change.number-unchanged"],
    },
    { when: "somebody reports their own death", change: { ...death, number: someNumber }, finds: ["change.death-of-oneself"] },
    { when: "the day of death is to come", change: { ...death, diedOn: "2026-04-01" }, finds: ["change.died-in-future"] },
    {
      when: "it lies before the birth in the number",
      change: { ...death, diedOn: "1903-03-02" },
      finds: ["change.died-before-birth"],
    },
    {
      when: "the registration is closed",
      change: renamed,
      record: aRecord({ registration: aRegistration({ status: "closed" }) }),
      finds: ["change.registration-closed"],
    },
  ])("$when", ({ change, record, finds }) => expect(findingsFor(change, record)).toEqual(finds));

  test.each([
    { when: "a dot in it is another one", name: "阿依努尔·麦麦提", held: "阿依努尔.麦麦提" },
    { when: "a rare character was a question mark", name: "䶮小禾", held: "？小禾" },
    { when: "it has one character", name: "禾", held: "林晓禾" },
    { when: "it has four bytes", name: "𠮷田", held: "吉田" },
  ])("not when $when", ({ name, held }) => {
    const identity = { docType: "RIC" as const, number: someNumber, name: held, sex: "M" as const };
    const record = aRecord({ registration: aRegistration({ identity }) });
    expect(findingsFor({ item: "name", name, reason: "character" }, record)).toEqual([]);
  });
});

describe("a number is kept", () => {
  test.each([
    {
      when: "in eighteen half-width characters",
      docType: "RIC" as const,
      typed: ` ${someNumber.replace(/0/g, "０")} `,
      number: someNumber,
    },
    { when: "with fifteen upgraded", docType: "RIC" as const, typed: "340422030207013", number: "340422190302070134" },
    { when: "of a passport with its country", docType: "PASSPORT" as const, typed: "deu g012345", number: "DEUG012345" },
  ])("$when", ({ docType, typed, number }) => {
    expect(asKept(correction({ item: "number", docType, number: typed }), now)).toMatchObject({ ok: true, value: { number } });
  });

  test.each([
    { when: "one character is wrong", number: `${someNumber.slice(0, -1)}5`, code: "number.bad-check-digit" },
    { when: "it is of another document", number: `81${someNumber.slice(2, -1)}9`, code: expect.stringMatching(/^number\./) },
  ])("and refused at its field when $when", ({ number, code }) => {
    expect(asKept(correction({ item: "number", docType: "RIC", number }), now)).toMatchObject({
      ok: false,
      refusal: [{ code, path: ["number"] }],
    });
  });

  test("of somebody who died under which they would be found", () => {
    expect(asKept(correction({ ...death, number: ` ${death.number.toLowerCase()} ` }), now)).toMatchObject({
      ok: true,
      value: { number: death.number },
    });
    expect(asKept(correction({ ...death, number: `${death.number.slice(0, -1)}?` }), now)).toMatchObject({ ok: false });
  });
});

test("whatever is typed as name, number or day is kept, or refused with a finding: nothing breaks", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(someNumber, "DEU12345", "3.4E+17", "C123456789", "·"));
  const typed = fc.oneof(
    fc.record({ item: fc.constant("name"), name: text, reason: fc.constantFrom(...NameReason.options), text }),
    fc.record({ item: fc.constant("number"), docType: fc.constantFrom(...DocType.options), number: text }),
    fc.record({
      item: fc.constant("death"),
      ...{ name: text, number: text, relation: fc.constantFrom(...Relative.options) },
      diedOn: fc.constantFrom("2026-03-20", "1850-01-01", "2999-12-31"),
    }),
  );
  fc.assert(
    fc.property(typed, (given) => {
      const read = v.safeParse(Change, given);
      if (!read.success || !isCorrection(read.output)) return;
      const kept = asKept(read.output, now);
      const codes = kept.ok ? findingsFor(kept.value) : kept.refusal.map(({ code }) => code);
      for (const code of codes) expect(code).toMatch(/^(?:change|number|name)\.[a-z-]+$/);
    }),
    { numRuns: 300 },
  );
});

describe("two people's word", () => {
  const accepted = (change: v.InferInput<typeof CorrectionSchema>) => ({ change: correction(change), acceptedAt: now });
  const decidedAt = noon("2026-04-08");
  const decided = (change: v.InferInput<typeof CorrectionSchema>, record = aRecord()) => {
    const outcome = settleReviewedCorrection(record, accepted(change), decidedAt);
    return outcome.status === "applied" ? outcome.changes?.registration : outcome;
  };

  test.each(["name", "sex", "birth", "number", "death"] as const)("is asked for before a %s counts", (item) => {
    const all = {
      name: renamed,
      sex: { item: "sex", sex: "F" },
      birth: { item: "birth", birth: "1903-02-17" },
      number: { item: "number", docType: "RIC", number: someoneElse(1) },
      death,
    } as const;
    const content = { slice: "change" as const, change: correction(all[item]), acceptedAt: now };
    expect(settleChange(aRecord(), content, now)).toEqual({
      status: "in-review",
      kind: item === "death" ? "death-report" : `${item}-correction`,
    });
  });

  test("gives another name and keeps the one before", () => {
    expect(decided(renamed)).toMatchObject({
      identity: { name: "林晓和", formerNames: [{ name: "林晓禾", until: "2026-04-08" }] },
      corrected: { name: decidedAt },
    });
  });

  test("gives another number, and what was read off the old one is read off the new one", () => {
    const number = someoneElse(2); // of 3 March 1903
    expect(decided({ item: "number", docType: "RIC", number })).toMatchObject({
      identity: {
        number,
        birth: "1903-03-03",
        others: [{ docType: "RIC", number: someNumber, until: "2026-04-08" }],
      },
    });
    const apart = aRecord({
      registration: aRegistration({
        identity: { docType: "RIC", number: someNumber, name: "林晓禾", sex: "F", birth: "1903-02-17" },
      }),
    });
    expect(decided({ item: "number", docType: "RIC", number }, apart)).toMatchObject({
      identity: { birth: "1903-02-17", sex: "F" },
    });
  });

  test("that is delivered late does not undo a later one", () => {
    const record = aRecord({ registration: aRegistration({ corrected: { name: noon("2026-04-09") } }) });
    expect(decided(renamed, record)).toMatchObject({
      status: "overtaken",
      findings: [{ code: "change.overtaken", path: ["name"] }],
    });
    expect(decided({ item: "sex", sex: "F" }, record)).toMatchObject({ identity: { sex: "F" } });
    const sentBefore = { slice: "change" as const, change: correction(renamed), acceptedAt: now };
    expect(settleChange(record, sentBefore, decidedAt)).toMatchObject({ status: "overtaken" });
  });

  test("on the death of a relative moves nothing of who reports it, and closes the other registration without touching more", () => {
    const dead = aRecord();
    expect(decided(death)).toBeUndefined();
    const changes = closedByDeath(dead, { ...correction(death), item: "death" } as Extract<Correction, { item: "death" }>, "R");
    expect(changes).toEqual({
      registration: expect.objectContaining({ status: "closed", died: { on: "2026-03-20", receipt: "R" } }),
    });
  });

  test("is warned where the number says otherwise, and never forbidden", () => {
    const { identity } = aRegistration();
    const doubts = (change: Parameters<typeof identityAfter>[1]) => doubtsAbout(identityAfter(identity, change, now), today);
    expect(doubts({ item: "birth", birth: day("1903-02-17") })).toEqual(["BIRTH_MISMATCH"]);
    expect(doubts({ item: "sex", sex: "F" })).toEqual(["SEX_MISMATCH"]);
    expect(doubts({ item: "number", docType: "RIC", number: someoneElse(3) })).toEqual([]);
    expect(doubts({ item: "number", docType: "PASSPORT", number: "DEUG012345" })).toEqual([]);
  });

  test("again and again, in whatever order, loses no number that ever led here", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(numbers, (chosen) => {
        const { identity } = aRegistration();
        const last = chosen.reduce(
          (held, nth) => identityAfter(held, { item: "number", docType: "RIC", number: someoneElse(nth) }, now),
          identity,
        );
        expect(last.number).toBe(someoneElse(chosen.at(-1)!));
        for (const number of [someNumber, ...chosen.map(someoneElse)]) expect(leadsHere(last, { number })).toBe(true);
        const all = [last.number, ...(last.others ?? []).map((other) => other.number)];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

describe("a file that still says what was put right", () => {
  const row = { division: "340400", docType: "RIC", number: someNumber, name: "林晓禾", sex: "M", birth: "1903-02-07" };
  const aRow = (differences = {}) => ({ ...row, ...differences }) as Parameters<typeof isSomeoneElse>[1];
  const corrected = aRegistration({
    identity: {
      ...{ docType: "RIC", number: someNumber, name: "林晓和", sex: "M", birth: "1903-02-17" },
      formerNames: [{ name: "林晓禾", until: "2026-04-08" }],
    },
    corrected: { name: now, birth: now },
  });

  test("is about this person still, and somebody else's name is somebody else's", () => {
    expect(isSomeoneElse(corrected, aRow())).toBe(false);
    expect(isSomeoneElse(corrected, aRow({ name: "王芳" }))).toBe(true);
    expect(isSomeoneElse(aRegistration(), aRow({ birth: "1903-02-17" }))).toBe(true);
  });
});
