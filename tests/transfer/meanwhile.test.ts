// What became of somebody while their transfer was on its way, and its end comes: nobody loses a pension by it, and nobody who has died
// is newly insured.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { packMonths, unpackMonths } from "../../shared/paid-months.ts";
import type { FullRecord } from "../../shared/registration.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import { summarise } from "../../shared/summary.ts";
import { settleStep } from "../../shared/transfer/effect.ts";
import { knownFrom } from "../../shared/transfer/known.ts";
import { paidFor } from "../duplicate/someone.ts";
import { aFact, anEnrolment, aPersonId, aRecord, aRegistration, day, noon } from "../support/build.ts";
import { aReceipt, aTransfer, money, moved, reckoning } from "./someone.ts";

const arrived = moved(
  aTransfer(),
  { event: "accepted", at: "2026-11-03" },
  { event: "contact-sent", at: "2026-11-04" },
  { event: "out-done", at: "2026-11-05", amounts: money(10_000, 200) },
  { event: "sheet-received", at: "2026-11-06" },
  { event: "money-received", at: "2026-11-06", amounts: money(10_000, 200) },
);
const inNanjing = anEnrolment({ region: "320100", from: "2020-01", insuredAs: "employee" });
const recordOf = (enrolments: FullRecord["enrolments"], more: Partial<FullRecord> = {}): FullRecord => {
  const paidYears = paidFor(inNanjing, { 2024: "pppppppppppp" });
  const facts = [aFact({ name: "hukou", division: "340422", lines: "某街1号" })];
  return { ...aRecord({ facts }), enrolments, paidYears, summary: summarise(enrolments, paidYears), ...more };
};
const sender = {
  staffId: v.parse(StaffId, aPersonId()),
  role: "handler",
  agency: "淮南市社保中心",
  workNumber: "0001",
  channel: "desk",
} as const;
const ends = (record: FullRecord) =>
  settleStep(
    record,
    {
      ...{ slice: "transfer-step", transfer: arrived.receipt, event: "completed", at: day("2026-11-10") },
      ...{ by: { as: "new" }, acceptedAt: noon("2026-11-10") },
    },
    { sent: { personId: arrived.personId, receipt: aReceipt(2), sender }, transfer: arrived, reckoning },
    noon("2026-11-10"),
  );
const closed = { registration: aRegistration({ status: "closed" }) };

describe("a transfer of an employees' pension ends", () => {
  test("with the old enrolment ended and the new one running", () => {
    const { outcome } = ends(recordOf([inNanjing]));
    expect(outcome).toMatchObject({ changes: { enrolments: [{ status: "ended" }, { region: "340400", status: "active" }] } });
  });

  test("not while the old place pays the pension by now: that is refused with a code, and nothing changes", () => {
    const drawn = ends(recordOf([{ ...inNanjing, insuredAs: "retired" }]));
    expect(drawn.outcome).toEqual({ status: "refused", findings: [{ code: "transfer.already-drawing", path: ["event"] }] });
    expect(drawn.next).toBeUndefined();
  });

  test("where the new place pays it: that is what the months came for", () => {
    const there = anEnrolment({ region: "340400", from: "2026-11", insuredAs: "retired" });
    expect(ends(recordOf([inNanjing, there])).outcome.status).toBe("applied");
  });

  test("of who has died with months and money in one place, and no insurance that runs there", () => {
    const { outcome, next } = ends(recordOf([inNanjing], closed));
    expect(next?.state).toBe("completed");
    expect(outcome).toMatchObject({
      changes: {
        enrolments: [{ status: "ended" }, { region: "340400", status: "ended", to: "2026-11", carries: [{ region: "320100" }] }],
      },
    });
  });
});

test("what went back of a resident's year with uneven months, and what moves of it afterwards, are all that was paid", () => {
  const spans = [{ from: "2025-07", to: "2025-12" }];
  const kept = { scheme: "110", region: "320102", from: "2025-07" } as const;
  const cleared = {
    receipt: aReceipt(),
    on: "2026-01-05",
    by: "340422",
    says: "KEEP_EMPLOYEE_MONTHS",
    kept,
    spans,
    refund: 90_000,
  };
  const farmer = anEnrolment({
    scheme: "170",
    region: "340422",
    from: "2015-01",
    insuredAs: "resident",
    cleared: [cleared as never],
  });
  const [first, second] = [
    paidFor(farmer, { 2025: "pppppp------" }, { base: 1, personal: 10_000 }),
    { base: 1, personal: 20_000 },
  ];
  const months = packMonths([
    ...unpackMonths(first[0]!.months).slice(0, 6),
    ...unpackMonths(paidFor(farmer, { 2025: "pppppppppppp" }, second)[0]!.months).slice(6),
  ]);
  const [relation] = knownFrom({ ...recordOf([farmer]), paidYears: [{ ...first[0]!, months }] }).relations;
  expect(relation!.personal! + relation!.unit!).toBe(180_000 - 90_000);
});

test("what moves is said without an amount where a file named none for some of the months: less than all would be wrong", () => {
  const farmer = anEnrolment({ scheme: "170", region: "340422", from: "2015-01", insuredAs: "resident" });
  const paidYears = [...paidFor(farmer, { 2024: "pppppppppppp" }), ...paidFor(farmer, { 2025: "pppppppppppp" }, {})];
  const personal = (years: typeof paidYears) => knownFrom({ ...recordOf([farmer]), paidYears: years }).relations[0]?.personal;
  expect(personal(paidYears.slice(0, 1))).toBe(12 * 40_000);
  expect(personal(paidYears)).toBeUndefined();
  const spans = [{ from: "2024-01", to: "2024-06" }];
  const kept = { scheme: "110", region: "320102", from: "2024-01" } as const;
  const cleared = {
    receipt: aReceipt(),
    on: "2025-01-05",
    by: "340422",
    says: "KEEP_EMPLOYEE_MONTHS",
    kept,
    spans,
    refund: 240_000,
  };
  const after = { ...recordOf([{ ...farmer, cleared: [cleared as never] }]), paidYears };
  expect(knownFrom(after).relations[0]?.personal).toBeUndefined(); // and nobody owes anything to the account
});
