import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { catalogue, isKey, Key } from "../../shared/policy/keys.ts";
import { parameterNames } from "../../web/messages/parameters.ts";
import { sayMonths, sayRows, sayValue } from "../../web/say-value.ts";
import { loaded } from "../support/policy.ts";

const keys = Object.keys(catalogue).filter(isKey);
const key = (name: string) => v.parse(Key, name);

describe("a number of policy", () => {
  test.each([
    ["retirement.m60.original-age", "720", "60岁", "age 60"],
    ["retirement.m60.delay-from", "1965-01", "1965年1月", "January 1965"],
    ["retirement.m60.delay-step", "4", "4个月", "4 months"],
    ["retirement.earlier-at-most", "36", "3年", "3 years"],
    ["employee-pension.minimum-months", "186", "15年6个月", "15 years 6 months"],
    ["resident-pension.payout-months", "139", "139个月", "139 months"],
    ["medical-transfer.continuous-months", "24", "24个月", "24 months"],
    ["employee-pension.account-interest", "0.0831", "8.31%", "8.31%"],
    ["employee-pension.accrual-rate", "0.01", "1%", "1%"],
    ["contribution-base.cap-share", "3", "300%", "300%"],
    ["late-fee.daily-rate", "0.0005", "0.05%", "0.05%"],
    ["flexible-subsidy.share-at-most", "2/3", "2/3", "2/3"],
    ["employer-fine.share-lowest", "1", "1倍", "1×"],
    ["unemployment-transfer.factor", "1.5", "1.5倍", "1.5×"],
    ["estimate.wage-growth", "0 0.02 0.04", "0%、2%、4%", "0%, 2%, 4%"],
    ["contribution-base.cap", "27549.5", "27,549.50元", "27,549.50 yuan"],
    ["resident-pension.tiers", "200 500 6000", "200、500、6,000元", "200, 500, 6,000 yuan"],
    [
      "resident-pension.national-subsidy",
      "0:30 500:60",
      "缴0元起：30元；缴500元起：60元",
      "paying 0 yuan or more: 30 yuan; paying 500 yuan or more: 60 yuan",
    ],
    [
      "unemployment.duration",
      "0:0 12:12 60:18",
      "满12个月：12个月；满5年：18个月",
      "from 12 months: 12 months; from 5 years: 18 months",
    ],
    ["resident-pension.from-age", "16", "16岁", "age 16"],
    ["flexible-subsidy.years-at-most", "1", "1年", "1 year"],
    ["limit.employer-registers", "30", "30天", "30 days"],
    ["limit.registration", "10", "10个工作日", "10 working days"],
    ["occupational-injury.sectors", "RIDE FREIGHT", "出行、同城货运", "ride-hailing, same-city freight"],
  ])("of %s, %s, is said %s and %s", (name, value, zh, en) => {
    expect(sayValue("zh", key(name), value)).toBe(zh);
    expect(sayValue("en", key(name), value)).toBe(en);
  });

  test("that is a long table is said by its ends, and in full where somebody wants all of it", () => {
    const months = key("employee-pension.payout-months");
    const table = "40:233 41:230 42:226 43:223 44:220 45:216 46:212";
    expect(sayValue("zh", months, table)).toBe("40岁：233个月……46岁：212个月（共7行）");
    expect(sayRows("zh", months, table)).toHaveLength(7);
    expect(sayRows("en", months, table)[1]).toEqual(["age 41", "230 months"]);
  });
});

test.each([
  [35, "35个月"],
  [36, "3年"],
  [37, "3年1个月"],
])("%d months are said %s", (months, said) => {
  expect(sayMonths("zh", months)).toBe(said);
});

describe("every key", () => {
  test("has a name of its own in both languages, and no English one has Chinese in it", () => {
    for (const names of [parameterNames.zh, parameterNames.en]) {
      expect(Object.keys(names)).toEqual(expect.arrayContaining(keys));
      expect(new Set(Object.values(names)).size).toBe(keys.length);
    }
    expect(Object.values(parameterNames.en).filter((name) => /[\u3400-\u9fff]/.test(name))).toEqual([]);
  });

  test("that is loaded is said in words, never in the text of the file", () => {
    const raw = loaded.filter(({ key: name, value }) => sayValue("zh", name, value) === value);
    expect(raw.map(({ key: name }) => name)).toEqual(["flexible-subsidy.share-at-most"]);
  });
});
