// The words around a number of policy, and for how sure somebody is of it.

import type { ValueOf } from "../../shared/policy/keys.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { both, type Lang } from "./both.ts";

/** `{n}` is the number; `{n} thing|{n} things` as in web/words.ts. */
export const unitWords = both(
  {
    yuan: "{n}元",
    months: "{n}个月",
    years: "{n}年",
    age: "{n}岁",
    days: "{n}天",
    "working-days": "{n}个工作日",
    hours: "{n}小时",
    clock: "{n}点",
    visits: "{n}次",
    times: "{n}倍",
    step: "满{from}：{value}",
    stepAge: "{from}：{value}",
    stepTier: "缴{from}起：{value}",
    rows: "{first}……{last}（共{n}行）",
    and: "、",
    between: "；",
  },
  {
    yuan: "{n} yuan",
    months: "{n} month|{n} months",
    years: "{n} year|{n} years",
    age: "age {n}",
    days: "{n} day|{n} days",
    "working-days": "{n} working day|{n} working days",
    hours: "{n} hour|{n} hours",
    clock: "{n}:00",
    visits: "{n} time|{n} times",
    times: "{n}×",
    step: "from {from}: {value}",
    stepAge: "{from}: {value}",
    stepTier: "paying {from} or more: {value}",
    rows: "{first} … {last} ({n} rows)",
    and: ", ",
    between: "; ",
  },
);

type Codes =
  | ValueOf<"flexible-pension.hukou">
  | ValueOf<"resident-pension.at">
  | ValueOf<"flexible-pension.frequencies">[number]
  | ValueOf<"pension-switch.minimum-rule">
  | ValueOf<"pension-transfer.within-province">
  | ValueOf<"annex3.limb1-scope">
  | ValueOf<"occupational-injury.sectors">[number];

/** Values that are words. */
export const codeWords: Readonly<Record<Lang, Readonly<Record<Codes, string>>>> = {
  zh: {
    ANY: "不限户籍",
    LOCAL: "限本地户籍",
    HUKOU: "户籍所在地",
    EITHER: "户籍所在地或常住地",
    MONTH: "按月",
    QUARTER: "按季",
    HALF_YEAR: "按半年",
    YEAR: "按年",
    NOT_NEEDED: "不用申请",
    APPLY: "要申请",
    FIXED_180: "固定按15年",
    FOLLOW_MIN_YEARS: "随最低缴费年限提高",
    ANY_BASIC_PENSION: "任何两个基本养老保险关系",
    SAME_SCHEME: "同一种养老保险的两个关系",
    RIDE: "出行",
    DELIVERY: "即时配送",
    FREIGHT: "同城货运",
  },
  en: {
    ANY: "any hukou",
    LOCAL: "local hukou only",
    HUKOU: "where the hukou is",
    EITHER: "where the hukou is, or where you live",
    MONTH: "by month",
    QUARTER: "by quarter",
    HALF_YEAR: "by half-year",
    YEAR: "by year",
    NOT_NEEDED: "no application needed",
    APPLY: "to be applied for",
    FIXED_180: "fifteen years, fixed",
    FOLLOW_MIN_YEARS: "rising with the least time paid",
    ANY_BASIC_PENSION: "any two relations of basic pension",
    SAME_SCHEME: "two relations of the same pension",
    RIDE: "ride-hailing",
    DELIVERY: "instant delivery",
    FREIGHT: "same-city freight",
  },
};

/** How sure: "high" is not "read in the original", and these words do not say so. */
export const confidenceNames: Readonly<Record<Lang, Readonly<Record<Parameter["confidence"], string>>>> = {
  zh: { high: "把握大", medium: "有把握，未见原文", low: "把握小，请问当地" },
  en: { high: "sure", medium: "fairly sure, original not seen", low: "not sure, ask there" },
};
