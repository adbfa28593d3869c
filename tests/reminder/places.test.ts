// By the law of which place something is due, and in which years: what is loaded, what is usual, and what is told but once.
import { describe, expect, test } from "vitest";
import { openPolicy, type Policy } from "../../shared/policy/law.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { Due } from "../../shared/reminder/due.ts";
import { duesOf } from "../../shared/reminder/dues.ts";
import { periodUnknown } from "../../shared/reminder/periods.ts";
import { aFact, anInsurance, aRecord, aRegistration, day } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";

const policy = openPolicy(loaded);
const lives = aFact({ name: "residence", division: "340403", lines: "某街1号" });
const hukou = aFact({ name: "hukou", division: "320102", lines: "某街1号" });
const born = (birth: string, differences: Partial<RecordPage> = {}): RecordPage =>
  aRecord({
    registration: aRegistration({ identity: { docType: "RIC", number: "x", name: "林晓禾", sex: "M", birth } }),
    facts: [lives],
    ...differences,
  });
const duesAt = (record: RecordPage, what: Due["what"], today = "2026-11-22", by = policy) =>
  duesOf(record, day(today), by).filter((due) => due.what === what);
const policyWith = (...entries: Parameters<typeof anEntry>[0][]): Policy => {
  const own = entries.map(anEntry);
  return openPolicy([...loaded.filter(({ key }) => !own.some((entry) => entry.key === key)), ...own]);
};
const insured = (insurances: RecordPage["summary"]["insurances"]) => ({ summary: { insurances } });

test.each([
  { where: "where they live", facts: [lives, hukou], from: "2026-11-01" },
  { where: "at their hukou", facts: [hukou], from: "2026-12-11" },
  { where: "of the whole country", facts: [], from: "2026-12-21" },
])("by how many days before a birthday somebody is told is the law $where: from $from on", ({ facts, from }) => {
  const lead = (region: string, value: string) => ({ key: "reminder.sixteenth-birthday" as const, region, value });
  const law = policyWith(lead("340403", "60"), lead("320102", "20"), lead("national", "10"));
  expect(duesAt(born("2010-12-31", { facts }), "sixteenth-birthday", "2026-11-22", law)).toMatchObject([{ day: from }]);
});

describe("a gap", () => {
  const paying = (years: Record<string, string>, asOf: string) =>
    born("1990-03-01", insured({ pension: anInsurance({ region: "320100", asOf, years }) }));
  test("says of which insurance it is, and where", () => {
    const [gap] = duesAt(paying({ "2026": "pppppp------" }, "2026-11-01"), "payment-gap");
    expect(gap?.cause).toEqual({ fact: "enrolment", insurance: "pension", scheme: "110", region: "320100" });
  });

  test("begins after the last year that was paid, and reaches over years that no file names", () => {
    const [year, asOf] = ["pppppppppppp", "2027-02-01"];
    expect(duesAt(paying({ "2024": year, "2025": year, "2026": "-".repeat(12) }, "2026-12-20"), "payment-gap")).toMatchObject([
      { since: "2026-01" },
    ]);
    const twoYears = policyWith({ key: "reminder.gap", value: "24" });
    expect(duesAt(paying({ "2024": year, "2025": year }, asOf), "payment-gap", "2027-02-20", twoYears)).toMatchObject([
      { since: "2026-01" },
    ]);
    expect(duesAt(paying({ "2025": "p".repeat(11).padEnd(12, "-") }, asOf), "payment-gap", "2027-02-20", twoYears)).toMatchObject(
      [{ since: "2025-12" }],
    );
  });
});

describe("the central period", () => {
  const resident = (region: string, differences = {}) =>
    anInsurance({ scheme: "390", insuredAs: "resident", region, asOf: "2026-08-01", years: {}, ...differences });
  const period = (record: RecordPage, by = policy, today = "2026-08-31") =>
    duesAt(record, "medical-period", today, by).map(
      ({ step, on, cause }) => `${step} ${on} ${"region" in cause ? cause.region : cause.fact}`,
    );

  test("of an entry without an end is told once, though it would be the next years' too", () => {
    const without = (key: string, value: string) => ({
      key: `resident-medical.${key}` as never,
      region: "340400",
      from: "2026-01-01",
      value,
    });
    const law = policyWith(without("period-from", "2026-09-01"), without("period-to", "2026-12-31"));
    const record = born("1980-03-01", insured({ medical: resident("340400") }));
    expect(period(record, law)).toEqual(["opens 2026-09-01 340400", "closes 2026-12-31 340400"]);
  });

  test("is that of where their insurance runs; of where they live once it has ended", () => {
    const inJiangxi = born("1980-03-01", insured({ medical: resident("360100") }));
    const ended = born("1980-03-01", insured({ medical: resident("360100", { status: "ended", to: "2026-06" }) }));
    expect(period(inJiangxi)).toContain("closes 2027-02-28 360100");
    expect(period(ended)).toContain("closes 2026-12-31 uninsured");
    expect(period(ended).filter((line) => !line.endsWith("uninsured"))).toEqual([]);
    expect(duesAt(ended, "medical-period", "2026-08-31")[0]?.cause).toEqual({ fact: "uninsured", insurance: "medical" });
  });

  test.each<{ when: string; record: RecordPage; unknown: string | undefined }>([
    { when: "nobody has loaded it", record: born("1980-03-01", insured({ medical: resident("340400") })), unknown: "340400" },
    { when: "they have none, where they live", record: born("1980-03-01", insured({})), unknown: "340403" },
    { when: "nobody knows where they live", record: born("1980-03-01", { ...insured({}), facts: [] }), unknown: undefined },
    {
      when: "they have paid for the coming year",
      record: born("1980-03-01", insured({ medical: resident("340400", { years: { "2027": "pppppppppppp" } }) })),
      unknown: undefined,
    },
    {
      when: "an employer pays",
      record: born("1980-03-01", insured({ medical: anInsurance({ scheme: "310", insuredAs: "employee" }) })),
      unknown: undefined,
    },
    {
      when: "the registration is closed",
      record: born("1980-03-01", { ...insured({}), registration: aRegistration({ status: "closed" }) }),
      unknown: undefined,
    },
  ])("has to be asked for at $unknown where $when", ({ record, unknown }) => {
    expect(periodUnknown(record, day("2026-08-31"), policy)).toBe(unknown);
  });

  test("need not be asked for where its year is loaded", () => {
    const of2027 = (key: string, value: string) => ({
      key: `resident-medical.${key}` as never,
      region: "340400",
      from: "2027-01-01",
      value,
    });
    const law = policyWith(of2027("period-from", "2026-09-01"), of2027("period-to", "2026-12-31"));
    const record = born("1980-03-01", insured({ medical: resident("340400") }));
    expect(periodUnknown(record, day("2026-08-31"), law)).toBeUndefined();
    expect(periodUnknown(record, day("2025-08-31"), law)).toBe("340400");
  });
});

test("a reason that says until when, but is neither of the army nor of prison, comes back when it is asked again", () => {
  const reasons = [
    { insurance: "pension", asOf: "2026-05-01", reasons: [{ code: "O02", until: "2026-12-15" }] },
  ] as unknown as RecordPage["reasons"];
  const kinds = duesOf(born("1990-03-01", { reasons }), day("2026-11-22"), policy).filter(({ cause }) => cause.fact === "reason");
  expect(kinds.map(({ what }) => what)).toEqual(["reason-expires"]);
});
