import * as v from "valibot";
import { describe, expect, test, vi } from "vitest";
import { seedCalendar } from "../../scripts/calendar/seed.ts";
import { type PlainDate as Day, PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import { dueDate, openCalendar } from "../../shared/kernel/working-days.ts";

// Not the one that is loaded here: an operator may have added years to it.
const calendar = openCalendar(seedCalendar());
const day = (text: string) => v.parse(PlainDate, text);
const due = (received: string, workingDays: number) => dueDate({ received: day(received), workingDays, calendar });

describe("a deadline in working days", () => {
  test.each([
    { received: "2026-09-21", workingDays: 15, date: "2026-10-19", why: "over Mid-Autumn, National Day and a working Saturday" },
    { received: "2026-02-13", workingDays: 10, date: "2026-03-05", why: "over Spring Festival" },
    { received: "2026-10-01", workingDays: 1, date: "2026-10-08", why: "received on a day off" },
    { received: "2026-09-19", workingDays: 1, date: "2026-09-20", why: "before a working Sunday" },
    { received: "2026-12-30", workingDays: 1, date: "2026-12-31", why: "on the last loaded day" },
    { received: "2003-12-31", workingDays: 1, date: "2004-01-02", why: "received before the first loaded year" },
    { received: "2005-12-30", workingDays: 1, date: "2005-12-31", why: "before the Saturday worked for 2006-01-02" },
    { received: "2020-01-23", workingDays: 1, date: "2020-02-03", why: "over the Spring Festival that was made longer" },
    { received: "2015-09-02", workingDays: 1, date: "2015-09-06", why: "over the day of victory" },
    { received: "2026-11-22", workingDays: 0, date: "2026-11-22", why: "at once" },
  ])("of $workingDays from $received ends on $date: $why", ({ received, workingDays, date }) => {
    expect(due(received, workingDays)).toEqual({ due: date, error: null });
  });

  test.each([
    { received: "2026-12-28", workingDays: 5, provisional: "2027-01-04" },
    { received: "2026-12-31", workingDays: 1, provisional: "2027-01-01" },
    { received: "2003-12-29", workingDays: 1, provisional: "2003-12-30" },
  ])(
    "of $workingDays from $received is only provisional, because a year is not loaded",
    ({ received, workingDays, provisional }) => {
      expect(due(received, workingDays)).toEqual({ due: null, error: "CALENDAR_NOT_LOADED", provisional });
    },
  );
});

describe("the calendar", () => {
  const everyDay = function* (first: Day, last: Day) {
    for (let date = first; date <= last; date = plusDays(date, 1)) yield date;
  };

  test("agrees with chinese-days on every day from 2004 to 2026 but the one which that leaves out", async () => {
    vi.stubEnv("TZ", "Asia/Shanghai"); // loaded west of Greenwich, that package takes a day for another
    const { default: chineseDays } = await import("chinese-days");
    const differing = [...everyDay(day("2004-01-01"), day("2026-12-31"))].filter(
      (date) => calendar(date) !== chineseDays.isWorkday(date),
    );
    expect(differing).toEqual(["2005-12-31"]);
  });

  test("knows nothing of years that are not loaded", () => {
    expect([calendar(day("2003-12-31")), calendar(day("2027-01-01"))]).toEqual([undefined, undefined]);
  });

  test("is loaded here with all of it", () => {
    const days = [...everyDay(day("2004-01-01"), day("2026-12-31"))];
    expect(days.filter((date) => loadedCalendar(date) === undefined)).toEqual([]);
    expect(loadedCalendar(day("2005-12-31"))).toBe(true);
  });
});
