// Until when the next step is due, in working days: a row of cells, one a day, and the same in words.
import type { TicketView } from "../../../../shared/helpline/contract.ts";
import { dateOf, type PlainDate, plusDays } from "../../../../shared/kernel/calendar.ts";
import { type CalendarYear, openCalendar, type WorkingCalendar } from "../../../../shared/kernel/working-days.ts";
import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { fill } from "../../../words.ts";
import type { Call } from "./call.ts";

const MOST_CELLS = 15;

/** Working days after `from` up to `until`, which counts; undefined where a year between them is not loaded. */
export function workingDaysUntil(from: PlainDate, until: PlainDate, isWorked: WorkingCalendar): number | undefined {
  let count = 0;
  for (let date = from; date < until; ) {
    date = plusDays(date, 1);
    const works = isWorked(date);
    if (works === undefined) return undefined;
    if (works) count += 1;
  }
  return count;
}

let calendar: WorkingCalendar | undefined;

export function calendarOnPage(): WorkingCalendar {
  // Written by our own build (Calendar.astro), from the file that the rules use.
  const years: Record<string, Omit<CalendarYear, "document">> = JSON.parse(byId("calendar").textContent!);
  const data = Object.entries(years).map(([year, days]) => [year, { ...days, document: "" }]);
  calendar ??= openCalendar({ version: 1, source: "", years: Object.fromEntries(data) });
  return calendar;
}

export function drawLimit({ words, lang, today }: Pick<Call, "words" | "lang" | "today">, ticket: TicketView): Node[] {
  const { dueAt, openedAt, provisional, missing } = ticket;
  if (!dueAt) return [];
  const now = today();
  const left = workingDaysUntil(now, dueAt, calendarOnPage());
  const gone = workingDaysUntil(dateOf(openedAt), now < dueAt ? now : dueAt, calendarOnPage());
  const date = element("time", { datetime: dueAt }, dateIn(lang, dueAt));
  const [before = "", after = ""] = words.due.split("{date}");
  const how =
    dueAt < now ? words.dueOver : dueAt === now ? words.dueToday : left === undefined ? "" : fill(words.dueLeft, { n: left });
  const hot = dueAt <= now;
  return [
    element("p", { class: "end" }, before, date, after, " ", how && element("span", { class: hot ? "tag warn" : "tag" }, how)),
    left !== undefined && gone !== undefined && left + gone > 0 && left + gone <= MOST_CELLS ? cells(gone, left) : undefined,
    provisional && element("p", { class: "src end" }, words.provisional),
    missing && element("p", { class: "src end" }, words.dueMissing),
  ].filter((node): node is HTMLElement => node instanceof HTMLElement);
}

const cells = (gone: number, left: number): HTMLElement =>
  element(
    "span",
    { class: "cells", "aria-hidden": "true" },
    ...Array.from({ length: gone + left }, (_, nth) => element("i", nth < gone ? {} : { class: "o" })),
  );
