import { describe, expect, test } from "vitest";
import { columnOf, isSaidBefore, readTransferRow } from "../../shared/transfer/feed-row.ts";
import type { Reported } from "../../shared/transfer/step.ts";
import { day } from "../support/build.ts";
import { aReceipt, aTransfer, type Moved, money, moved } from "./someone.ts";

const at = "2026-11-04";
const sent = { event: "contact-sent", at: day(at) } as const;
const contact = { event: "contact-sent", at } as const;
const returned = { event: "returned", at, note: "姓名不一致" } as const;
const corrected = { event: "corrected", at } as const;
const begun = moved(aTransfer(), { event: "accepted", at: "2026-11-03" });
const having = (...steps: Moved[]) => moved(begun, ...steps);
const said = ({ trail }: ReturnType<typeof aTransfer>, row: Reported & { times?: number }, earlier: readonly Reported[] = []) =>
  isSaidBefore(trail, row, aReceipt(7), earlier);

describe("what an agency's file says", () => {
  test("is new as long as nobody has said it of that day, with that amount", () => {
    expect(said(begun, sent)).toBe(false);
    expect(said(having(contact), { ...sent, at: day("2026-11-05") })).toBe(false);
    const out = having(contact, { event: "out-done", at, amounts: money(5, 7) });
    expect(said(out, { event: "out-done", at: day(at), amounts: money(5, 7) })).toBe(true);
    expect(said(out, { event: "out-done", at: day(at), amounts: money(5, 8) })).toBe(false);
    expect(said(out, { event: "out-done", at: day(at), amounts: money(6, 7) })).toBe(false);
  });

  test("is nothing new where the whole history is told again, and on the day of a second letter too", () => {
    expect(said(having(contact), sent)).toBe(true);
    expect(said(having(contact, returned, corrected), sent)).toBe(true); // told as it was at noon
    const twice = having(contact, returned, corrected, contact);
    expect([said(twice, sent), said(twice, sent, [sent])]).toEqual([true, true]);
  });

  test("a second time on one day is a second letter, where the first one came back", () => {
    expect(said(having(contact, returned, corrected), sent, [sent])).toBe(false);
    expect(said(having(contact, returned, corrected), sent, [{ ...sent, at: day("2026-11-03") }])).toBe(true);
    const held = { event: "suspended", at: day(at), note: "法院要求暂停" } as const;
    const resumed = { event: "resumed", at: day(at) } as const;
    const again = having({ ...held, at }, { event: "resumed", at });
    expect(said(again, held, [held, resumed])).toBe(false);
  });

  test("where a file tells only what is new, it says itself that this letter is the second of its day", () => {
    const back = having(contact, returned, corrected);
    expect([said(back, sent), said(back, { ...sent, times: 2 })]).toEqual([true, false]);
    const twice = having(contact, returned, corrected, contact);
    expect([1, 2].map((times) => said(twice, { ...sent, times }))).toEqual([true, true]);
  });

  test("a row that stands there twice is the same again; once something followed, it is told what is wrong with the second", () => {
    expect(said(having(contact), sent, [sent])).toBe(true);
    expect(said(having(contact, returned), sent, [sent])).toBe(false); // nobody has put it right: not legal yet
    expect(said(begun, sent, [sent])).toBe(false); // of a row before it nothing came: this one is asked
  });

  test("is known again by its row, whatever became of it", () => {
    const { trail } = having(contact, returned, corrected);
    expect(isSaidBefore(trail, sent, trail[2]!.receipt, [sent])).toBe(true);
  });
});

describe("a row of it", () => {
  const read = (cells: Parameters<typeof readTransferRow>[0]) => readTransferRow(cells, day("2026-11-22"));
  const row = { RECEIPT: "AAAA-BBBB-0000", EVENT: "转出", ON: "2026-11-04" };
  test("has the sum of what it names, and nothing where it names no amount", () => {
    expect(read({ ...row, ACCOUNT: "1.00", POOL: "2" })).toMatchObject({ value: { amounts: money(100, 200) } });
    expect(read({ ...row, ACCOUNT: "1.00" })).toMatchObject({ value: { amounts: money(100) } });
    expect(read({ ...row, POOL: "2" })).toMatchObject({ value: { amounts: money(0, 200) } });
    expect([read({ ...row, TIMES: "2" }), read({ ...row, TIMES: "两" })]).toMatchObject([
      { value: { times: 2 } },
      { refusal: [{ column: "TIMES", code: "count-unreadable" }] },
    ]);
    const bare = read({ ...row, NOTE: "  " });
    expect(bare.ok && bare.value).toEqual({ transfer: "AAAA-BBBB-0000", event: "out-done", at: "2026-11-04" });
  });

  test("keeps what was written to it, and a receipt that was typed with blanks", () => {
    const told = read({ ...row, RECEIPT: "AAAA - BBBB - 0000", EVENT: "不予受理", NOTE: "不是 本省户籍" });
    expect(told).toMatchObject({ ok: true, value: { transfer: "AAAA-BBBB-0000", event: "rejected", note: "不是 本省户籍" } });
  });

  test("has each complaint of a rule at the column that is meant", () => {
    expect(["at", "note", "amounts", "event", "transfer"].map((path) => columnOf([path]))).toEqual([
      ...["ON", "NOTE", "ACCOUNT", "EVENT", "EVENT"],
    ]);
  });

  test("says of each column what is wrong with it", () => {
    expect(read({ ...row, EVENT: "飞走", ON: "昨天", NOTE: "字".repeat(301) })).toEqual({
      ok: false,
      refusal: [
        { column: "EVENT", code: "event-unknown" },
        { column: "ON", code: "date-unreadable" },
        { column: "NOTE", code: "text-unreadable" },
      ],
    });
    expect(read({ RECEIPT: "1", EVENT: "", ON: "", ACCOUNT: "x" })).toMatchObject({
      refusal: [
        { column: "RECEIPT", code: "receipt-unreadable" },
        { column: "EVENT", code: "event-unknown" },
        { column: "ON", code: "date-unreadable" },
        { column: "ACCOUNT", code: "amount-unreadable" },
      ],
    });
  });
});
