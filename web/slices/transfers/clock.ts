// How much of a legal limit is left, as a row of working days and in words.
import type { PlainDate } from "../../../shared/kernel/calendar.ts";
import type { WorkingCalendar } from "../../../shared/kernel/working-days.ts";
import { workedBetween } from "../../../shared/transfer/clock.ts";
import type { TransferSeen } from "../../../shared/transfer/seen.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { TransfersWords } from "./words.ts";

const MOST_CELLS = 30;

/** `left`: working days, below zero once it is overdue. */
type Step = TransferSeen["step"];
export type Left = { left: number; late: boolean; used: number; days: number; about: boolean };

export function leftOf({ dueAt, days, provisional }: Step, today: PlainDate, calendar: WorkingCalendar): Left | undefined {
  if (!dueAt || days === undefined) return undefined;
  const late = today > dueAt;
  const left = late ? -workedBetween(dueAt, today, calendar) : workedBetween(today, dueAt, calendar);
  return { left, late, days, used: Math.max(0, days - left), about: provisional === true };
}

export function leftInWords({ left, late, about }: Left, words: TransfersWords): string {
  if (late && left === 0) return words.lateNow; // on a weekend after its last day
  if (left === 0 && !about) return words.today;
  return fill(words[left < 0 ? (about ? "lateAbout" : "late") : about ? "leftAbout" : "left"], { n: Math.abs(left) });
}

/** One cell a working day, full ones are gone; the words below say the same. */
export function drawClock(step: Step, { used, days }: Left, words: TransfersWords): Node[] {
  const cells = Array.from({ length: days }, (_, day) => element("i", day < used ? {} : { class: "o" }));
  const row = days <= MOST_CELLS && element("span", { class: "cells clock", "aria-hidden": "true" }, ...cells);
  const lang = langOfPage();
  const basis = element("span", { lang: "zh-CN" }, step.basis);
  const counted = element("p", { class: "src" }, fill(words[step.limit ? "used" : "rest"], { days, used }));
  const ends = element(
    "p",
    { class: "src ends", "aria-hidden": "true" },
    element("span", {}, dateIn(lang, step.since)),
    element("span", {}, dateIn(lang, step.dueAt ?? "")),
  );
  return [...(row ? [row, ends] : []), counted, element("p", { class: "src" }, words.basis, basis)];
}
