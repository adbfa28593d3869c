// Nobody is written off because nobody opened: the rule as data, at its edges.
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Instant, instantAt, type PlainDate } from "../../shared/kernel/calendar.ts";
import { isWeekend, openCalendar } from "../../shared/kernel/working-days.ts";
import type { VisitEvent } from "../../shared/visits/events.ts";
import { MemberRef } from "../../shared/visits/ids.ts";
import { ladderOf, type NotHomeRule, notHomeRule } from "../../shared/visits/ladder.ts";
import { lawOf } from "../support/policy.ts";

const member = v.parse(MemberRef, "1");
const isDayOff = (date: PlainDate) => isWeekend(date);
const read = notHomeRule(lawOf(), isDayOff);
const rule: NotHomeRule = read.ok ? read.value : { attempts: 0, apartHours: 0, eveningFrom: 0, isDayOff };

const on = (text: string) => `2026-11-${text}:00.000+08:00` as Instant;
const away = (at: string, noteLeft = false): VisitEvent => ({
  event: "attempt",
  at: on(at),
  seen: [{ member, outcome: "not-home" }],
  noteLeft,
});
const rang = (at: string, result: "answered" | "no-answer" | "no-number" = "no-answer"): VisitEvent => ({
  event: "phoned",
  at: on(at),
  member,
  result,
});
const said = (at: string): VisitEvent => ({ event: "statement", at: on(at), member, by: "东街村村委会 余某", text: "多日未见" });

// 16 November 2026 is a Monday, the 21st a Saturday.
const thrice = [away("16T09:00"), away("17T10:00"), away("18T18:00", true)];

test("the numbers are loaded: three, four hours apart, evening from six", () => {
  expect({ ...rule, isDayOff: undefined }).toEqual({ attempts: 3, apartHours: 4, eveningFrom: 18, isDayOff: undefined });
  const nothing = notHomeRule(lawOf("national", "1990-01-01"), isDayOff);
  expect(nothing).toMatchObject({ ok: false, refusal: { code: "needs-staff" } });
});
test.each<{ when: string; events: VisitEvent[]; next: string | undefined; attempts?: number }>([
  { when: "there was one attempt", events: [away("16T09:00")], next: "attempt", attempts: 1 },
  { when: "two were at daytime", events: [away("16T09:00"), away("17T10:00")], next: "evening-or-weekend" },
  { when: "two, one of them at six", events: [away("16T09:00"), away("17T18:00")], next: "attempt" },
  { when: "one of two was a minute before six", events: [away("16T09:00"), away("17T17:59")], next: "evening-or-weekend" },
  { when: "one of two was on a Saturday", events: [away("21T09:00"), away("23T10:00")], next: "attempt" },
  {
    when: "the second came exactly four hours later",
    events: [away("16T09:00"), away("16T13:00")],
    next: "evening-or-weekend",
    attempts: 2,
  },
  { when: "the second came a minute too early", events: [away("16T09:00"), away("16T12:59")], next: "attempt", attempts: 1 },
  {
    when: "three were all at daytime",
    events: [away("16T09:00"), away("17T10:00"), away("18T17:59")],
    next: "evening-or-weekend",
  },
  { when: "three, without a note", events: [away("16T09:00"), away("17T10:00"), away("18T18:00")], next: "leave-note" },
  { when: "three, with a note", events: thrice, next: "phone", attempts: 3 },
  { when: "nobody answered", events: [...thrice, rang("19T09:00")], next: "statement" },
  { when: "there is no number", events: [...thrice, rang("19T09:00", "no-number")], next: "statement" },
  { when: "somebody rang before the third attempt", events: [...thrice, rang("17T09:00")], next: "phone" },
  { when: "somebody answered, and was not visited again", events: [...thrice, rang("19T09:00", "answered")], next: "attempt" },
  {
    when: "somebody answered, and was away again",
    events: [...thrice, rang("19T09:00", "answered"), away("20T18:00")],
    next: "statement",
  },
  { when: "the committee spoke before the call", events: [...thrice, said("18T19:00"), rang("19T09:00")], next: "statement" },
  {
    when: "the committee spoke after the call",
    events: [...thrice, rang("19T09:00"), said("19T10:00")],
    next: undefined,
    attempts: 3,
  },
])("next is $next where $when", ({ events, next, attempts }) => {
  const ladder = ladderOf(member, events, rule);
  expect([ladder?.next, ladder?.attempts]).toEqual([next, attempts ?? ladder?.attempts]);
});

test("of who was met there is none", () => {
  const met: VisitEvent = { event: "attempt", at: on("16T09:00"), seen: [{ member, outcome: "refused" }], noteLeft: false };
  expect(ladderOf(member, [met], rule)).toBeUndefined();
  expect(ladderOf(v.parse(MemberRef, "2"), thrice, rule)).toBeUndefined();
});

test("a Saturday that is worked is no day off, by the calendar of that year", () => {
  const calendar = openCalendar({
    version: 1,
    source: "",
    years: { "2026": { document: "", holidays: [], workdays: ["2026-11-21" as PlainDate] } },
  });
  const worked = { ...rule, isDayOff: (day: PlainDate) => !(calendar(day) ?? true) };
  const two = [away("20T09:00"), away("21T10:00")];
  expect([ladderOf(member, two, rule)?.next, ladderOf(member, two, worked)?.next]).toEqual(["attempt", "evening-or-weekend"]);
});

const start = Date.parse(on("16T08:00"));
const moment = fc.integer({ min: 0, max: 14 * 24 * 4 }).map((quarter) => instantAt(start + quarter * 15 * 60_000));
const step = moment.chain(
  (at): fc.Arbitrary<VisitEvent> =>
    fc.oneof(
      fc.boolean().map((noteLeft): VisitEvent => ({ event: "attempt", at, seen: [{ member, outcome: "not-home" }], noteLeft })),
      fc
        .constantFrom("answered", "no-answer", "no-number")
        .map((result): VisitEvent => ({ event: "phoned", at, member, result: result as "answered" })),
      fc.constant<VisitEvent>({ event: "statement", at, member, by: "村委会", text: "未见" }),
    ),
);

describe("whatever was done, in whatever order it arrived", () => {
  test("the order of arrival makes no difference", () => {
    fc.assert(
      fc.property(fc.uniqueArray(step, { maxLength: 12, selector: ({ at }) => at }), (events) => {
        expect(ladderOf(member, events.toReversed(), rule)).toEqual(ladderOf(member, events, rule));
      }),
    );
  });

  test("nobody is left before there were three attempts, a note, a call and the committee", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (events) => {
        const ladder = ladderOf(member, events, rule);
        if (!ladder || ladder.next) return;
        const attempts = events.filter((event) => event.event === "attempt");
        expect(attempts.length).toBeGreaterThanOrEqual(rule.attempts);
        expect(attempts.some((event) => event.event === "attempt" && event.noteLeft)).toBe(true);
        expect(attempts.some(({ at }) => Number(at.slice(11, 13)) >= 18 || isDayOff(at.slice(0, 10) as PlainDate))).toBe(true);
        expect(events.some((event) => event.event === "phoned")).toBe(true);
        expect(events.some((event) => event.event === "statement")).toBe(true);
      }),
    );
  });

  test("one more note never takes anything back: who may be left may be left", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), step, (events, one) => {
        const done = ladderOf(member, events, rule);
        if (done && !done.next) expect(ladderOf(member, [...events, one], rule)?.next).toBeUndefined();
      }),
    );
  });
});
