// A file for the calendar of a phone: made in the browser, and nobody else gets it.
import { describe, expect, test } from "vitest";
import { calendarOf } from "../../web/slices/reminders/calendar.ts";
import { day } from "../support/build.ts";

const dues = [
  {
    on: day("2026-12-31"),
    title: "2027年的居民医保，通常2026年12月31日前缴；过了要等，几个月才能报销，请打12393问当地的日子",
    key: "medical-period#2026-12-31#closes",
  },
  { on: day("2028-02-29"), title: "Comma, semicolon; back\\slash", key: "newborn#2028-02-29#" },
];
const made = calendarOf(dues, day("2026-11-22"));
const lines = made.split("\r\n");

describe("the days that come", () => {
  test("are whole days, each from its day to the next, with a sign two weeks and a day before", () => {
    expect(lines.filter((line) => /^DT(?:START|END)/.test(line))).toEqual([
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      "DTSTART;VALUE=DATE:20280229",
      "DTEND;VALUE=DATE:20280301",
    ]);
    for (const before of ["P14D", "PT15H"]) expect(lines.filter((line) => line === `TRIGGER:-${before}`)).toHaveLength(2);
  });

  test("are written as RFC 5545 wants it: lines of at most 75 bytes, folded between characters, and signs escaped", () => {
    expect(made.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const whole = made.replaceAll("\r\n ", "");
    expect(whole).toContain(`SUMMARY:${dues[0]?.title}`);
    expect(whole).toContain("SUMMARY:Comma\\, semicolon\\; back\\\\slash");
  });

  test("keep their names, so that a second file puts nothing twice", () => {
    const uids = (text: string) => text.split("\r\n").filter((line) => line.startsWith("UID:"));

    expect(uids(calendarOf(dues, day("2026-11-25")))).toEqual(uids(made));
    expect(new Set(uids(made)).size).toBe(2);
    // One phone may hold those of a whole family.
    const of = (whom: string) => uids(calendarOf(dues, day("2026-11-22"), { whom, name: "周*海" }));
    expect(new Set([...uids(made), ...of("C-AAAA-AAAA-AAAB"), ...of("D-AAAA-AAAA-AAAC")]).size).toBe(6);
  });

  test("say whose they are, where they are somebody else's", () => {
    const theirs = calendarOf(dues, day("2026-11-22"), { whom: "C-AAAA-AAAA-AAAB", name: "周*海" });

    expect(theirs.replaceAll("\r\n ", "")).toContain("SUMMARY:周*海：2027年的居民医保");
    expect(theirs).not.toContain("AAAA");
  });
});
