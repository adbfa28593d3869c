// What the console says while somebody types, and how it counts the days that are left.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import data from "../../shared/kernel/data/working-days.json" with { type: "json" };
import { CalendarData, openCalendar } from "../../shared/kernel/working-days.ts";
import { consoleSays } from "../../web/messages/console-says.ts";
import { staffKit } from "../../web/messages/staff-frame.ts";
import { workingDaysUntil } from "../../web/slices/staff/console/limit.ts";
import { understood } from "../../web/slices/staff/console/understood.ts";
import type { ConsoleWords } from "../../web/slices/staff/console/words.ts";
import { day } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";

const words = { ...staffKit.zh, ...consoleSays.zh } as ConsoleWords;
const today = day("2026-11-20");
const number = numbered("34046919030303001");
const said = (typed: string) => understood(typed, today, words);

describe("the box says what it has understood", () => {
  test.each([
    ["when a number is whole", number, "证件号码3404**********"],
    ["when the name stands behind it", `${number} 林晓禾`, "，姓名林晓禾"],
    ["when a name has its day of birth", "林晓禾 1903-03-03", "姓名和出生日期"],
    ["when the day is missing", "林晓禾", "后面加上出生日期"],
    ["when it is a phone", "154 0000 1234", "手机号154****1234"],
    ["when it is a receipt", "c7k2 94md 61qx", "回执号C7K2-94MD-61QX"],
    ["when it is a ticket", "g-1120-7k2m-94qx", "工单号G-1120-7K2M-94QX"],
    ["when one digit of a number is wrong", number.replace(/.$/, (last) => (last === "1" ? "2" : "1")), "有一位对不上"],
    ["when it is nothing of that", "？？？", "还没看懂"],
  ])("%s", (_, typed, sentence) => {
    expect(said(typed)).toContain(sentence);
  });

  test("and nothing while a number is still being typed, digit by digit", () => {
    for (let length = 0; length < 11; length++) expect([length, said(number.slice(0, length))]).toEqual([length, ""]);
  });

  test("never with a whole number or a whole phone", () => {
    expect(said(number)).not.toContain(number);
    expect(said("15400001234")).not.toContain("15400001234");
  });
});

describe("working days that are left", () => {
  const calendar = openCalendar(v.parse(CalendarData, data));

  test("leave out weekends and holidays, and count Saturdays that are worked", () => {
    expect(workingDaysUntil(day("2026-11-20"), day("2026-11-24"), calendar)).toBe(2);
    expect(workingDaysUntil(day("2026-09-18"), day("2026-09-21"), calendar)).toBe(2); // Sunday 20 September is worked
    expect(workingDaysUntil(day("2026-09-30"), day("2026-10-08"), calendar)).toBe(1);
    expect(workingDaysUntil(day("2026-11-24"), day("2026-11-24"), calendar)).toBe(0);
  });

  test("are not guessed in a year whose holidays are not known", () => {
    expect(workingDaysUntil(day("2039-12-30"), day("2040-01-10"), calendar)).toBeUndefined();
  });
});
