// One row of an agency's file of states: which transfer, what happened with it and when, or why it cannot be taken.
import * as v from "valibot";
import { openCells } from "../insured/cells.ts";
import type { RejectionCode } from "../insured/rejection.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import { Receipt } from "../kernel/fields.ts";
import { readYuan } from "../kernel/money.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import type { TransferColumn } from "./feed-columns.ts";
import type { AgencysStep } from "./sent.ts";
import type { Reported } from "./step.ts";
import type { Amounts, Passed } from "./transfer.ts";

/** `times`: the how manieth such event of that day it is, where the file says so. */
export type TransferRow = Reported & { event: AgencysStep["event"]; transfer: Receipt; times?: number };
export type TransferRejection = { column: TransferColumn; code: RejectionCode };

/** As the agencies' systems call them, and by our own names. */
const events: Readonly<Record<string, AgencysStep["event"]>> = {
  受理: "accepted",
  ACCEPTED: "accepted",
  不受理: "rejected",
  不予受理: "rejected",
  REJECTED: "rejected",
  发联系函: "contact-sent",
  联系函已发: "contact-sent",
  "CONTACT-SENT": "contact-sent",
  退回: "returned",
  RETURNED: "returned",
  转出: "out-done",
  已转出: "out-done",
  "OUT-DONE": "out-done",
  信息表收到: "sheet-received",
  信息表已到: "sheet-received",
  "SHEET-RECEIVED": "sheet-received",
  资金到账: "money-received",
  基金到账: "money-received",
  "MONEY-RECEIVED": "money-received",
  办结: "completed",
  接续完成: "completed",
  COMPLETED: "completed",
  已通知: "notified",
  NOTIFIED: "notified",
  暂停: "suspended",
  中止: "suspended",
  SUSPENDED: "suspended",
  恢复: "resumed",
  RESUMED: "resumed",
};

export function readTransferRow(
  written: Readonly<Partial<Record<TransferColumn, string>>>,
  receivedOn: PlainDate,
): Result<TransferRow, TransferRejection[]> {
  const cells = openCells(written, receivedOn);
  const receipt = v.safeParse(Receipt, cells.text("RECEIPT").replace(/\s/g, ""));
  if (!receipt.success) cells.reject("RECEIPT", "receipt-unreadable");
  const event = cells.coded("EVENT", events, "event-unknown");
  if (!event && cells.text("EVENT") === "") cells.reject("EVENT", "event-unknown");
  const at = cells.date("ON");
  if (!at && cells.text("ON") === "") cells.reject("ON", "date-unreadable");
  const note = cells.line("NOTE", 300);
  const [account, pool] = [fen("ACCOUNT"), fen("POOL")];
  const times = cells.text("TIMES");
  if (!/^[1-9]?\d?$/.test(times) || times === "0") cells.reject("TIMES", "count-unreadable");
  if (cells.rejections.length > 0 || !receipt.success || !event || !at) return refused(cells.rejections);
  return accepted({
    ...{ transfer: receipt.output, event, at },
    ...(note && { note }),
    ...(times && { times: Number(times) }),
    ...((account !== undefined || pool !== undefined) && { amounts: amountsOf(account, pool) }),
  });

  function fen(column: "ACCOUNT" | "POOL"): number | undefined {
    const typed = cells.text(column);
    if (typed === "") return undefined;
    const read = readYuan(typed);
    return read.ok ? read.value : cells.reject(column, "amount-unreadable");
  }
}

const amountsOf = (account = 0, pool = 0): Amounts => ({ account, pool, total: account + pool });

const isAlike = (one: Reported, other: Reported): boolean =>
  one.event === other.event &&
  one.at === other.at &&
  one.amounts?.account === other.amounts?.account &&
  one.amounts?.pool === other.amounts?.pool;

/**
 * Files say again what they have said before, the same row under another name too: that is no new step, and no wrong one. `earlier`: the
 * rows of the same file before it. As often as the trail has it, it is said; once more is a second one of that day (a letter that came
 * back is sent again), unless nothing has happened in between. A file that tells only what is new says itself the how manieth it is.
 */
export function isSaidBefore(
  trail: readonly Passed[],
  said: Reported & Pick<TransferRow, "times">,
  receipt: Receipt,
  earlier: readonly Reported[],
): boolean {
  if (trail.some((passed) => passed.receipt === receipt)) return true;
  const timesIn = (all: readonly Reported[]) => all.filter((one) => isAlike(one, said)).length;
  if (said.times) return timesIn(trail) >= said.times;
  return timesIn(trail) > timesIn(earlier) || timesIn(trail.slice(-1)) > 0;
}

/** The column that a finding of the rule is about. */
export const columnOf = (path: readonly string[]): TransferColumn =>
  path[0] === "at" ? "ON" : path[0] === "note" ? "NOTE" : path[0] === "amounts" ? "ACCOUNT" : "EVENT";
