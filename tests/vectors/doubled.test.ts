// The packs on duplicates are answered by what the register finds; and that is what the rule says, whatever two records there are.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medicalTwice, pensionDrawnTwice, pensionTwice } from "../../scripts/vectors/doubled.ts";
import { countsInStatistics } from "../../shared/duplicates/decide.ts";
import { decideMedicalTwice } from "../../shared/duplicates/medical.ts";
import { countsInAnnex3, decideDrawnTwice, decidePaidTwice, type PensionRecord } from "../../shared/duplicates/pension.ts";
import { monthOf, type PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { loaded, today } from "../support/policy.ts";

const law = openPolicy(loaded)({ region: "national", asOf: today });
const month = fc.integer({ min: 1, max: 80 }).map((ago): PlainMonth => plusMonths(monthOf(today), -ago));
const record = fc
  .record({
    scheme: fc.constantFrom("110" as const, "120" as const, "170" as const),
    province: fc.constantFrom("32", "34", "44"),
    from: month,
    months: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(({ months, from, ...one }): PensionRecord => {
    const to = months === null ? null : plusMonths(from, months);
    return { ...one, from, to: to !== null && to >= monthOf(today) ? null : to };
  });

describe("of two records the register finds", () => {
  test("what the rule decides on two pensions that are paid, with the same months in common", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.tuple(record, record), (records) => {
        const twice = pensionTwice(records, today);
        if (!twice) return;
        found++;
        const { decision, commonMonths } = decidePaidTwice(records, monthOf(today));
        expect({ says: twice.says ?? null, common: twice.common }).toEqual({ says: decision, common: commonMonths });
        expect(countsInStatistics(twice, law)).toEqual(countsInAnnex3(records, law));
      }),
    );
    expect(found).toBeGreaterThan(10);
  });

  test("nothing only where nothing is in common and nothing is to be brought together", () => {
    fc.assert(
      fc.property(fc.tuple(record, record), (records) => {
        const same = records[0].scheme === records[1].scheme && records[0].province === records[1].province;
        if (same || pensionTwice(records, today)) return;
        expect(decidePaidTwice(records, monthOf(today)).commonMonths).toBe(0);
      }),
    );
  });

  test("what the rule decides on two that are drawn", () => {
    for (const one of ["110", "120", "170"] as const)
      for (const two of ["110", "120", "170"] as const)
        for (const drawn of [
          [
            { scheme: one, province: "32" },
            { scheme: two, province: "34" },
          ],
          [
            { scheme: one, province: null },
            { scheme: two, province: null },
          ],
        ]) {
          const found = pensionDrawnTwice(drawn, today);
          const says = decideDrawnTwice(drawn);
          if (says !== null) expect(found?.says, `${one} ${two}`).toBe(says);
        }
  });

  test("what the rule decides on two medical insurances", () => {
    const scheme = fc.constantFrom("310" as const, "390" as const);
    const facts = fc.record({
      employeeMonths: fc.integer({ min: 0, max: 30 }),
      isFlexible: fc.boolean(),
      isStudent: fc.boolean(),
      fundedPlaces: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.tuple(scheme, scheme), facts, ([one, two], known) => {
        const says = medicalTwice(
          {
            active: [
              [one, "32"],
              [two, "34"],
            ],
            facts: known,
          },
          law,
        );
        const rule = decideMedicalTwice([one, two], known, law);
        if (says) expect(rule).toEqual({ ok: true, value: says });
      }),
    );
    expect(
      medicalTwice(
        {
          active: [
            ["310", "32"],
            ["390", "34"],
          ],
          facts: { employeeMonths: 12, isFlexible: false, isStudent: false, fundedPlaces: 0 },
        },
        law,
      ),
    ).toBe("KEEP_EMPLOYEE");
  });
});
