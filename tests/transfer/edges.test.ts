// Where one thing of a move ends and the next begins: the last sure day, the step that is not there, the row that cannot be taken.
import { describe, expect, test } from "vitest";
import { openPolicy } from "../../shared/policy/law.ts";
import type { FullRecord } from "../../shared/registration.ts";
import { summarise } from "../../shared/summary.ts";
import { carryOver } from "../../shared/transfer/carry.ts";
import { isProvisional } from "../../shared/transfer/clock.ts";
import type { TransferColumn } from "../../shared/transfer/feed-columns.ts";
import { readTransferRow } from "../../shared/transfer/feed-row.ts";
import { simulate } from "../../shared/transfer/simulate.ts";
import { leadsTo } from "../../shared/transfer/step.ts";
import { anEnrolment, aRecord, day, noon } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { aKnown, aRelation, aSituation, aTransfer, moved } from "./someone.ts";

test("a day that the limit of the whole makes sure is not called provisional, though the steps would go past the calendar", () => {
  const slow = anEntry({ key: "limit.pension-transfer-step", region: "340400", from: "2010-01-01", value: "60" });
  const { done } = simulate(aSituation({ today: day("2026-09-01"), policy: openPolicy([...loaded, slow]) }));
  expect(done.stages.at(-1)).toMatchObject({ provisional: true });
  expect(done.by?.slice(0, 4)).toBe("2026");
  expect(done).not.toHaveProperty("provisional");
});

test.each([
  { on: "2026-12-31", provisional: undefined },
  { on: "2027-01-01", provisional: true },
])("what is left on $on of a step that is held then is provisional: $provisional", ({ on, provisional }) => {
  const held = moved(aTransfer({ on: "2026-12-28" }), { event: "suspended", at: on, note: "正在清理重复缴费" });
  expect(held.held?.provisional).toBe(provisional);
});

test("a step without a limit that is loaded is counted again once it is", () => {
  expect(isProvisional(aTransfer({ wish: { kind: "unemployment", from: "320100", to: "340400" } }))).toBe(true);
  expect(isProvisional(aTransfer({ on: "2026-06-01" }))).toBe(false);
});

test("within the province nothing has to be moved, but what never was paid is no either", () => {
  const may = (paid: [number, number]) =>
    simulate(aSituation({ known: aKnown({ relations: [aRelation({ paid })] }), wish: { to: "320500" } })).may;
  expect([may([2020, 2025]), may([1950, 2020])]).toEqual(["not-needed", "no"]);
});

test("what was never held is not resumed, and money that none awaits does not arrive", () => {
  const contact = moved(aTransfer(), { event: "accepted", at: "2026-11-03" }, { event: "contact-sent", at: "2026-11-04" });
  const back = moved(contact, { event: "returned", at: "2026-11-05", note: "姓名不一致" });
  expect([leadsTo(contact, "resumed"), leadsTo(back, "resumed")]).toEqual([undefined, undefined]);
  expect(leadsTo(moved(back, { event: "suspended", at: "2026-11-06", note: "x" }), "resumed")).toBe("returned");
  const out = { ...contact, state: "out-done" as const };
  const sheetOnly = { ...out, plan: { ...out.plan, awaits: ["sheet" as const] } };
  expect([leadsTo(out, "money-received"), leadsTo(sheetOnly, "money-received")]).toEqual(["money-received", undefined]);
  expect([leadsTo(out, "sheet-received"), leadsTo(sheetOnly, "sheet-received")]).toEqual(["sheet-received", "arrived"]);
});

test("what was decided of an insurance that goes on at the new place stays with it", () => {
  const kept = { scheme: "310", region: "340400", from: "2020-01" };
  const cleared = [
    { receipt: "C7K2-94MD-61QX", on: "2026-11-02", by: "340400", says: "KEEP_EMPLOYEE", kept, spans: [] },
  ] as never;
  const here = anEnrolment({ region: "340400", from: "2026-11", status: "ended", to: "2026-11", cleared });
  const [old, other] = [
    anEnrolment({ region: "320100", from: "2020-01" }),
    anEnrolment({ scheme: "390", region: "340400", from: "2026-11" }),
  ];
  const enrolments = [other, old, here];
  const record: FullRecord = { ...aRecord(), enrolments, paidYears: [], summary: summarise(enrolments, []) };
  const ends = { from: { division: old.region, scheme: "110" }, to: { division: here.region, scheme: "110" } } as const;
  const { enrolments: after } = carryOver(record, ends, day("2026-11-22"), noon("2026-11-22"));
  expect(after).toMatchObject([
    { region: "320100", status: "ended" },
    { scheme: "110", region: "340400", status: "active", cleared },
  ]);
  expect(after?.[1]).not.toHaveProperty("to");
});

describe("a row of a file of states", () => {
  const row: Partial<Record<TransferColumn, string>> = {
    RECEIPT: "C7K2-94MD-61QX",
    EVENT: "转出",
    ON: "2026-11-05",
    ACCOUNT: "12.50",
    POOL: "1",
    NOTE: "已办",
  };
  const read = (more: Partial<Record<TransferColumn, string>>) => {
    const is = readTransferRow({ ...row, ...more }, day("2026-11-22"));
    return is.ok ? is.value : is.refusal.map(({ column, code }) => `${column} ${code}`);
  };
  test("is taken with what it says", () => {
    const plain = { transfer: "C7K2-94MD-61QX", event: "out-done", at: "2026-11-05" };
    expect(read({})).toEqual({ ...plain, note: "已办", amounts: { account: 1_250, pool: 100, total: 1_350 } });
    expect(read({ ACCOUNT: "", POOL: "", NOTE: "" })).toEqual(plain);
    expect(read({ POOL: "", NOTE: "" })).toMatchObject({ amounts: { account: 1_250, pool: 0, total: 1_250 } });
  });

  test.each<{ more: Partial<Record<TransferColumn, string>>; is: string[] }>([
    { more: { RECEIPT: "x" }, is: ["RECEIPT receipt-unreadable"] },
    { more: { EVENT: "飞走" }, is: ["EVENT event-unknown"] },
    { more: { EVENT: "" }, is: ["EVENT event-unknown"] },
    { more: { ON: "" }, is: ["ON date-unreadable"] },
    { more: { ACCOUNT: "很多" }, is: ["ACCOUNT amount-unreadable"] },
    { more: { POOL: "很多" }, is: ["POOL amount-unreadable"] },
    { more: { EVENT: "", POOL: "很多" }, is: ["EVENT event-unknown", "POOL amount-unreadable"] },
  ])("cannot be taken: $is", ({ more, is }) => {
    expect(read(more)).toEqual(is);
  });
});
