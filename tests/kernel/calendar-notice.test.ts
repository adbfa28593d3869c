import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as v from "valibot";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { seedCalendar } from "../../scripts/calendar/seed.ts";
import { CALENDAR_FILE, runCalendar } from "../../scripts/calendar.ts";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { CalendarData, dueDate, openCalendar } from "../../shared/kernel/working-days.ts";

const folder = mkdtempSync(path.join(tmpdir(), "calendar-"));
const calendar = path.join(folder, "working-days.json");
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(calendar, { force: true });
  run("seed");
});

const read = () => v.parse(CalendarData, JSON.parse(readFileSync(calendar, "utf8")));
const run = (...words: string[]) => runCalendar(words, calendar);
const DOCUMENT = "国办发明电〔2026〕0号";

// An invented arrangement: the real one for 2027 is not out.
const daysOff: Record<string, string[]> = {
  元旦: ["01-01", "01-02", "01-03"],
  春节: ["02-05", "02-06", "02-07", "02-08", "02-09", "02-10", "02-11"],
  清明: ["04-03", "04-04", "04-05"],
  劳动节: ["05-01", "05-02", "05-03", "05-04", "05-05"],
  国庆节: ["10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07"],
};
const worked = ["02-13", "05-08", "09-26", "10-09"];
type Row = [date: string, isWorkday: string, name: string, document: string];
const rows: Row[] = [
  ...Object.entries(daysOff).flatMap(([name, days]) => days.map((day): Row => [`2027-${day}`, "0", name, DOCUMENT])),
  ...worked.map((day): Row => [`2027-${day}`, "1", "调休", DOCUMENT]),
];
const HEADER = "date,is_workday,name,doc_no";
const csv = (given: readonly Row[], header = HEADER) => [header, ...given.map((row) => row.join(","))].join("\r\n");
const notice = (content: string | Uint8Array, name = "2027.csv") => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const without = (day: string) => rows.filter(([date]) => date !== `2027-${day}`);

describe("a notice", () => {
  test("loads the next year, keeps the version before, and can be taken back", () => {
    const before = readFileSync(calendar, "utf8");
    const lines = run("load", notice(csv(rows)));
    expect(lines).toEqual([
      `+ 2027: 25 days off, 4 weekend days worked (${DOCUMENT})`,
      "Version 1 is kept as working-days.1.json. Working days are loaded from 2004 to 2027 (version 2).",
      expect.stringContaining("the clock counts every provisional day again"),
    ]);
    const deadline = { received: v.parse(PlainDate, "2026-12-28"), workingDays: 5 };
    expect(dueDate({ ...deadline, calendar: openCalendar(read()) })).toEqual({ due: "2027-01-05", error: null });

    expect(run("undo").at(-1)).toBe("Version 1 again. Working days are loaded from 2004 to 2026 (version 1).");
    expect(readFileSync(calendar, "utf8")).toBe(before);
    expect(existsSync(path.join(folder, "working-days.1.json"))).toBe(false);
    expect(() => run("undo")).toThrow("no earlier version");
  });

  test("may be JSON, or list every day of the year: the outcome is the same", () => {
    run("load", notice(csv(rows)));
    const wanted = read().years["2027"];
    run("undo");

    const asObjects = rows.map(([date, worked, name, doc_no]) => ({ date, is_workday: worked === "1", name, doc_no }));
    run("load", notice(JSON.stringify({ days: asObjects }), "2027.json"));
    expect(read().years["2027"]).toEqual(wanted);
    run("undo");

    const listed = new Set(rows.map(([date]) => date));
    const ordinary: Row[] = [];
    for (let time = Date.UTC(2027, 0, 1); time <= Date.UTC(2027, 11, 31); time += 86_400_000) {
      const date = new Date(time).toISOString().slice(0, 10);
      const weekend = [0, 6].includes(new Date(time).getUTCDay());
      if (!listed.has(date)) ordinary.push([date, weekend ? "0" : "1", "", DOCUMENT]);
    }
    run("load", notice(csv([...rows, ...ordinary])));
    expect(read().years["2027"]).toEqual(wanted);
  });

  test("may move the last days of the December before", () => {
    const lines = run(
      "load",
      notice(csv([...rows, ["2026-12-26", "1", "元旦", DOCUMENT], ["2026-12-31", "0", "元旦", DOCUMENT]])),
    );
    expect(lines.slice(0, 2)).toEqual([
      "  2026-12-26: a day off becomes a working day",
      "  2026-12-31: a working day becomes a day off",
    ]);
    const works = openCalendar(read());
    expect(["2026-12-26", "2026-12-31"].map((date) => works(v.parse(PlainDate, date)))).toEqual([true, false]);
  });

  test("that is loaded already changes nothing", () => {
    run("load", notice(csv(rows)));
    expect(run("load", notice(csv(rows)))).toEqual(["Nothing changes: this notice is loaded already."]);
    expect(read().version).toBe(2);
    run("undo");
  });

  test.each([
    { what: "has no days", content: csv([]), says: "holds no days" },
    { what: "lacks a column", content: csv(rows, "date,name,is_workday,document"), says: "lacks the column doc_no" },
    {
      what: "lists a day that does not exist",
      content: csv([...rows, ["2027-02-29", "0", "", DOCUMENT]]),
      says: "day 30: date must be",
    },
    { what: "lists a day twice", content: csv([...rows, ["2027-01-01", "1", "", DOCUMENT]]), says: "2027-01-01 is listed twice" },
    {
      what: "says neither yes nor no",
      content: csv([...rows, ["2027-06-09", "maybe", "", DOCUMENT]]),
      says: "is_workday must be",
    },
    { what: "names no document", content: csv([...rows, ["2027-06-09", "0", "端午", ""]]), says: "doc_no must be" },
    {
      what: "arranges two years",
      content: csv([...rows, ["2026-05-01", "0", "", DOCUMENT]]),
      says: "2026-05-01 does not belong to 2027",
    },
    { what: "stops before October", content: csv(without("10-01")), says: "2027-10-01 is no day off" },
    {
      what: "stops in April",
      content: csv(rows.filter(([date]) => date < "2027-05" && !date.startsWith("2027-02"))),
      says: "2027-05-01, 2027-10-01, 2027-10-02, 2027-10-03, Spring Festival is no day off",
    },
    {
      what: "has no Spring Festival",
      content: csv(rows.filter(([date]) => !date.startsWith("2027-02"))),
      says: "no Spring Festival",
    },
    {
      what: "has more worked than given",
      content: csv([
        ...rows,
        ...["03-06", "03-07", "03-13", "03-14", "03-20", "03-21", "03-27", "03-28", "06-05", "06-06", "06-12"].map(
          (day): Row => [`2027-${day}`, "1", "", DOCUMENT],
        ),
      ]),
      says: "more is worked than given",
    },
    { what: "is no table", content: `${csv(rows)}\r\n"half`, says: "is no CSV" },
    { what: "is not UTF-8", content: new Uint8Array([0xc4, 0xea]), says: "it is not UTF-8 text" },
  ])("that $what is refused in one line, and nothing moves", ({ content, says }) => {
    const before = readFileSync(calendar, "utf8");
    let said = "";
    try {
      run("load", notice(content));
    } catch (error) {
      said = error instanceof Error ? error.message : "";
    }
    expect(said).toContain(says);
    expect(said).not.toContain("\n");
    expect(readFileSync(calendar, "utf8")).toBe(before);
  });

  test("must be a file that is there, and JSON where it says so", () => {
    expect(() => run("load", path.join(folder, "nowhere.csv"))).toThrow("cannot be read: ENOENT");
    expect(() => run("load", notice("{", "half.json"))).toThrow("is not JSON");
    expect(() => run("load", notice('{"a":1}', "other.json"))).toThrow("holds no list of days");
    expect(() => run("lode")).toThrow("Usage");
  });
});

test("what is delivered is written as the seed writes it", () => {
  const delivered = v.parse(CalendarData, JSON.parse(readFileSync(CALENDAR_FILE, "utf8")));
  expect(delivered.years).toMatchObject(seedCalendar().years);
});

test("seeding again is refused when it would lose a notice", () => {
  run("load", notice(csv(rows)));
  expect(() => run("seed")).toThrow("undo them before");
});
