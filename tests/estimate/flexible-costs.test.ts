import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseLimits } from "../../shared/estimate/base-limits.ts";
import { flexibleCosts } from "../../shared/estimate/flexible-costs.ts";
import { whole } from "../../shared/kernel/exact.ts";
import { fen, saidBy } from "../support/chance.ts";
import { anEntry, lawLacking, lawWith } from "../support/policy.ts";

const nanjing = (...entries: Parameters<typeof anEntry>[0][]) =>
  lawWith(
    entries.map((entry) => anEntry({ region: "320000", ...entry })),
    "320100",
  );
const medical = { key: "flexible-medical.rate", region: "320100", value: "0.08" };
const wage = { key: "contribution-base.average-wage", value: "8000" };
const published = [
  { key: "contribution-base.floor", value: "4775" },
  { key: "contribution-base.cap", value: "27549" },
];
/** Nobody has loaded any of the three. */
const unknown = nanjing(
  { ...wage, region: "110000" },
  { ...published[0], region: "110000" },
  { ...published[1], region: "110000" },
  medical,
);
const limitsIn = (law: typeof unknown, told: number | null = null) => {
  const { floor, cap, average, told: isTold } = saidBy(baseLimits(told, law));
  return [whole(floor), whole(cap), whole(average), isTold];
};

describe("the limits of the base", () => {
  test.each([
    { when: "both are published", law: nanjing(...published), found: [477_500, 2_754_900, 918_300, false] },
    { when: "the wage is published too", law: nanjing(...published, wage), found: [477_500, 2_754_900, 800_000, false] },
    { when: "only the wage is", law: nanjing(wage), found: [480_000, 2_400_000, 800_000, false] },
    { when: "only one limit and the wage are", law: nanjing(wage, published[0]!), found: [480_000, 2_400_000, 800_000, false] },
  ])("are $found when $when, whatever the person was told", ({ law, found }) => {
    expect(limitsIn(law)).toEqual(found);
    expect(limitsIn(law, 100)).toEqual(found);
  });

  test("follow from the lowest base that the person was told, where nothing is published", () => {
    expect(limitsIn(unknown, 487_900)).toEqual([487_900, 2_439_500, 813_167, true]);
  });

  test("need staff where nobody told either, and where the published ones contradict each other", () => {
    expect(baseLimits(null, unknown)).toEqual({ ok: false, refusal: { code: "needs-staff", key: "contribution-base.floor" } });
    const swapped = nanjing({ key: "contribution-base.floor", value: "27549" }, { key: "contribution-base.cap", value: "4775" });
    expect(baseLimits(487_900, swapped)).toEqual({ ok: false, refusal: { code: "needs-staff", key: "contribution-base.cap" } });
  });
});

test("the limits need staff where the law does not say which share of the wage they are", () => {
  const key = "contribution-base.cap-share";
  expect(baseLimits(487_900, lawLacking(key))).toEqual({ ok: false, refusal: { code: "needs-staff", key } });
});

test("limits that are one and the same are limits", () => {
  const same = nanjing({ key: "contribution-base.floor", value: "5000" }, { key: "contribution-base.cap", value: "5000" });
  expect(limitsIn(same).slice(0, 2)).toEqual([500_000, 500_000]);
});

describe("a courier in Nanjing", () => {
  const law = nanjing(wage, medical);
  const costs = (chosen: number | null, in_ = law, toldFloor: number | null = null) => flexibleCosts({ chosen, toldFloor }, in_);

  test("who chooses nothing pays on the lowest base: 960.00 a month, of it 384.00 into the account, and 384.00 medical", () => {
    const { pension, medical } = costs(null);

    expect(saidBy(pension)).toEqual({
      base: 480_000,
      clamped: null,
      month: 96_000,
      toAccount: 38_400,
      toPool: 57_600,
      period: 1_152_000,
    });
    expect(saidBy(medical)).toBe(38_400);
  });

  test.each([
    { chosen: 479_999, base: 480_000, clamped: "floor" },
    { chosen: 480_000, base: 480_000, clamped: null },
    { chosen: 2_400_000, base: 2_400_000, clamped: null },
    { chosen: 2_400_001, base: 2_400_000, clamped: "cap" },
  ])("who chooses $chosen fen pays on $base", ({ chosen, ...paid }) => {
    expect(saidBy(costs(chosen).pension)).toMatchObject(paid);
  });

  test("where the limits are not known, what was chosen stands and the limits are for staff", () => {
    const { limits, pension } = costs(600_000, unknown);

    expect(limits.ok).toBe(false);
    expect(saidBy(pension)).toMatchObject({ base: 600_000, clamped: null, month: 120_000 });
  });

  test("gets no number at all where nothing is known and nothing was chosen", () => {
    const { limits, pension, medical } = costs(null, unknown);
    expect([limits, pension, medical].map(({ ok }) => ok)).toEqual([false, false, false]);
  });

  test("learns the pension where only the medical rate is missing", () => {
    const { pension, medical } = costs(null, nanjing(wage, { ...medicalElsewhere }));
    expect(pension.ok).toBe(true);
    expect(medical).toEqual({ ok: false, refusal: { code: "needs-staff", key: "flexible-medical.rate" } });
  });

  test("never pays less for a higher base, and no fen is lost between account and pool", () => {
    fc.assert(
      fc.property(fen(3_000_000), fen(1_000_000), (chosen, more) => {
        const [now, then] = [costs(chosen), costs(chosen + more)];
        const [less, much] = [saidBy(now.pension), saidBy(then.pension)];
        return (
          much.month >= less.month &&
          saidBy(then.medical) >= saidBy(now.medical) &&
          less.toAccount + less.toPool === less.month &&
          less.period === less.month * 12
        );
      }),
    );
  });
});

const medicalElsewhere = { ...medical, region: "110000" };
