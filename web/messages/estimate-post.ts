import { both } from "./both.ts";

/** The question of the post: a woman's pension age depends on it, so it is asked and never guessed. */
export const post = both(
  {
    category: "您属于哪一种",
    categoryHint: "女职工看岗位，不看学历和职务名称。",
    men: "男职工",
    f55: "女职工，管理或技术岗位",
    f55About: "改革前{f55}岁退休",
    f50: "女职工，工人岗位",
    f50About: "改革前{f50}岁退休",
    unknown: "女职工，不清楚岗位",
    unknownTitle: "怎么弄清楚",
    unknownText:
      "看劳动合同写的岗位，或者问单位人事。自己缴费的灵活就业女性，多数地方改革前是{f55}岁，各地不同，请打12333问清楚。两种都可以在这里试算。",
    birth: "出生年月",
    birthHint: "以身份证为准。",
  },
  {
    category: "Which are you",
    categoryHint: "For women it depends on the post, not on education or title.",
    men: "A man",
    f55: "A woman in a management or technical post",
    f55About: "Retirement at {f55} before the reform",
    f50: "A woman in a worker's post",
    f50About: "Retirement at {f50} before the reform",
    unknown: "A woman who does not know her post",
    unknownTitle: "How to find out",
    unknownText:
      "Look at the post in your labour contract, or ask your employer. For women who pay for themselves it was {f55} in most places before the reform, but not everywhere: ask 12333. You can try both here.",
    birth: "Month of birth",
    birthHint: "As on your identity card.",
  },
);

/** What scripts of pages say that ask it, and about time. */
export const postSays = both(
  {
    unknownChosen: "先选一种再算。不清楚的，下面说了怎么弄清楚",
    tooYoung: "还不到16岁，请再看看",
    tooOld: "这一年太早了，请再看看",
    tooMany: "比能缴的时间还长，请再看看",
    age: "{years}岁",
    ageMonths: "{years}岁{months}个月",
    years: "{years}年",
    yearsMonths: "{years}年{months}个月",
    monthsOnly: "{months}个月",
  },
  {
    unknownChosen: "Choose one first. Below it says how to find out",
    tooYoung: "That is under 16: please look again",
    tooOld: "This year is too early: please look again",
    tooMany: "That is longer than anybody can have paid: please look again",
    age: "{years} years",
    ageMonths: "{years} years {months} months",
    years: "{years} years",
    yearsMonths: "{years} years {months} months",
    monthsOnly: "{months} months",
  },
);
