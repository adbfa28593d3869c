import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Gap, gapAnswer, gapFindings, loyaltyLost } from "../../shared/estimate/medical-gap.ts";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { waitingMonths } from "../../shared/resident-medical/waiting.ts";
import { saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const aGap = (differences: Partial<Gap> = {}): Gap => ({
  inWindow: true,
  missedYears: 5,
  repairedYears: 0,
  paidOn: v.parse(PlainDate, "2026-11-22"),
  coverYear: 2027,
  ...differences,
});
const answer = (gap: Partial<Gap> = {}, law = lawOf("370826")) => saidBy(gapAnswer(aGap(gap), law));

describe("a gap of five years", () => {
  test("is three months for everybody and five for the years, and by the other reading a month less", () => {
    expect(answer()).toMatchObject({ parts: { fixed: 3, variable: 5, raised: 0 }, months: 8, otherwise: 7 });
  });

  test("is shortened by each repaired year, down to the six of a long gap: two are enough", () => {
    const { repairs, enough, longGap } = answer();
    expect(repairs.map(({ months }) => months)).toEqual([8, 7, 6, 6, 6, 6]);
    expect([enough, longGap]).toEqual([2, { years: 4, months: 6, applies: true }]);
    expect(answer({ repairedYears: 5 }).parts).toEqual({ fixed: 3, variable: 0, raised: 3 });
  });

  test("is a month shorter where the region reads the notice so, and then the other reading is a month longer", () => {
    const law = lawWith([anEntry({ key: "resident-medical.variable-offset", value: "1" })]);
    expect(answer({}, law)).toMatchObject({ months: 7, otherwise: 8 });
  });

  test.each([
    { missedYears: 3, applies: false },
    { missedYears: 4, applies: true },
  ])("is a long one from four on: $missedYears, $applies", ({ missedYears, applies }) => {
    expect(answer({ missedYears }).longGap.applies).toBe(applies);
  });

  test.each([
    { when: "paid in November for the next year", gap: {}, from: "2027-07" },
    { when: "paid late for this year", gap: { inWindow: false, coverYear: 2026 }, from: "2027-07" },
    { when: "nothing was missed, for the next year", gap: { missedYears: 0 }, from: "2027-01" },
    {
      when: "nothing was missed, but it is paid late",
      gap: { missedYears: 0, inWindow: false, coverYear: 2026 },
      from: "2027-02",
    },
  ])("when $when, ends in $from", ({ gap, from }) => {
    expect(answer(gap).from).toBe(from);
  });

  test("that is waited for longer than the year that was paid for lasts needs the next year too", () => {
    expect(answer({ inWindow: false, coverYear: 2026 }).outlasts).toBe(true);
    expect(answer({ coverYear: 2027 }).outlasts).toBe(false);
  });
});

describe("the fee of a repaired year", () => {
  const staff = { ok: false, refusal: { code: "needs-staff", key: "resident-medical.individual-minimum" } };

  test.each([
    { coverYear: 2026, fee: { ok: true, value: { fen: 40_000, own: false } } },
    { coverYear: 2027, fee: staff },
  ])("for $coverYear is the centre's minimum or for staff to say", ({ coverYear, fee }) => {
    expect(answer({ coverYear }).fee).toEqual(fee);
  });

  test("is the region's own where that is loaded", () => {
    const own = anEntry({ key: "resident-medical.individual-fee", region: "370826", from: "2027-01-01", value: "420" });
    expect(answer({}, lawWith([own], "370826")).fee).toEqual({ ok: true, value: { fen: 42_000, own: true } });
  });
});

test.each([
  { consecutiveYears: 7, zeroClaimYears: 0, bonus: 300_000 },
  { consecutiveYears: 7, zeroClaimYears: 2, bonus: 500_000 },
  { consecutiveYears: 4, zeroClaimYears: 0, bonus: 0 },
])("$consecutiveYears years without a break, $zeroClaimYears without a claim, had earned $bonus fen", ({ bonus, ...years }) => {
  const told = { ...years, missedYears: 1, coverYear: 2040 };
  expect(saidBy(loyaltyLost(told, lawOf()))).toEqual({ bonus, after: 4, countedFrom: "2025-01" });
});

test.each([
  { coverYear: 2026, missedYears: 0, claimless: 5, bonus: 100_000 },
  { coverYear: 2026, missedYears: 1, claimless: 5, bonus: 0 },
  { coverYear: 2027, missedYears: 5, claimless: 5, bonus: 0 },
  { coverYear: 2029, missedYears: 0, claimless: 0, bonus: 0 },
  { coverYear: 2030, missedYears: 0, claimless: 0, bonus: 100_000 },
  { coverYear: 2031, missedYears: 1, claimless: 0, bonus: 100_000 },
])(
  "twenty years before $missedYears missed ones and $coverYear count from 2025 only: $bonus fen",
  ({ claimless, bonus, ...gap }) => {
    expect(saidBy(loyaltyLost({ consecutiveYears: 20, zeroClaimYears: claimless, ...gap }, lawOf())).bonus).toBe(bonus);
  },
);

test("without the rule of waiting nothing is said: staff are to be asked", () => {
  const expired = lawWith([anEntry({ key: "resident-medical.fixed-waiting", to: "2025-12-31", value: "3" })]);
  expect(gapAnswer(aGap(), expired)).toEqual({
    ok: false,
    refusal: { code: "needs-staff", key: "resident-medical.fixed-waiting" },
  });
});

test("a bonus whose numbers have expired is for staff to say", () => {
  const lost = (key: "resident-medical.bonus-per-year" | "resident-medical.bonus-after") =>
    loyaltyLost(
      { consecutiveYears: 7, zeroClaimYears: 0, missedYears: 0, coverYear: 2040 },
      lawWith([anEntry({ key, to: "2025-12-31", value: "4" })]),
    );
  for (const key of ["resident-medical.bonus-per-year", "resident-medical.bonus-after"] as const)
    expect(lost(key)).toEqual({ ok: false, refusal: { code: "needs-staff", key } });
});

test("a newborn, and who pays in time without a gap, waits for nothing even where no rule is known", () => {
  const expired = lawWith([anEntry({ key: "resident-medical.fixed-waiting", to: "2025-12-31", value: "3" })]);
  const gap = { inWindow: true, missedYears: 0, repairedYears: 0, newborn: false };
  expect(waitingMonths(gap, expired)).toEqual({ ok: true, value: 0 });
  expect(waitingMonths({ ...gap, inWindow: false, newborn: true }, expired)).toEqual({ ok: true, value: 0 });
  expect(waitingMonths({ ...gap, inWindow: false }, expired).ok).toBe(false);
});

describe("what was told", () => {
  const told = { missed: 5, repaired: 2, consecutive: 7, claimless: 3 };

  test.each([
    { when: "all of it can be", change: {}, found: [] },
    { when: "more repaired than missed", change: { repaired: 6 }, found: ["gap.repaired-too-many repaired"] },
    { when: "all repaired", change: { repaired: 5 }, found: [] },
    { when: "more without a claim than insured", change: { claimless: 8 }, found: ["gap.claimless-too-many claimless"] },
    { when: "each without a claim", change: { claimless: 7 }, found: [] },
  ])("when $when, is found $found", ({ change, found }) => {
    expect(gapFindings({ ...told, ...change }).map(({ code, path }) => [code, ...path].join(" "))).toEqual(found);
  });
});

describe("whatever the gap", () => {
  const gap = fc
    .record({
      inWindow: fc.boolean(),
      missedYears: fc.nat(30),
      repairedYears: fc.nat(30),
      coverYear: fc.constantFrom(2026, 2027),
      paidOn: fc.constantFrom("2026-01-31", "2026-11-22", "2026-12-31").map((day) => v.parse(PlainDate, day)),
    })
    .map((drawn) => ({ ...drawn, repairedYears: Math.min(drawn.repairedYears, drawn.missedYears) }));

  test("the parts are the wait of the rule, month by month, and the picture holds it too", () => {
    fc.assert(
      fc.property(gap, (given) => {
        const { parts, months, repairs } = answer(given);
        const ruled = saidBy(waitingMonths({ ...given, newborn: false }, lawOf()));
        return (
          parts.fixed + parts.variable + parts.raised === months &&
          months === ruled &&
          repairs[given.repairedYears]!.months === months &&
          repairs.length === given.missedYears + 1
        );
      }),
    );
  });

  test("another missed year never shortens it, another repaired one never lengthens it, and past enough nothing changes", () => {
    fc.assert(
      fc.property(gap, (given) => {
        const { months, from, repairs, enough } = answer(given);
        const worse = answer({ ...given, missedYears: given.missedYears + 1 });
        const falls = repairs.every((one, at) => at === 0 || one.months <= repairs[at - 1]!.months);
        const flat = repairs.slice(enough).every((one) => one.months === repairs[enough]!.months);
        return worse.months >= months && worse.from >= from && falls && flat;
      }),
    );
  });

  test("cover begins neither before the wait is over nor before its year, and the other reading is a month away at most", () => {
    fc.assert(
      fc.property(gap, (given) => {
        const { months, otherwise, from } = answer(given);
        return from >= `${given.coverYear}-01` && Math.abs(months - otherwise) <= 1 && otherwise <= months;
      }),
    );
  });
});
