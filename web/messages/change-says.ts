// What the scripts of the change pages may say.
import { both } from "./both.ts";

/** Every page that reads what is registered today. */
export const knownSays = both(
  {
    slow: "读登记库有点慢，请等一下。",
    again: "再试一次",
    noRecord: "登记库里没有您的记录，请打12333。",
    limitedTitle: "先核对一项，才能改资料",
    limitedText: "您登记的手机很久没核对，或者刚换过。请再核对一项身份，核对完回到这里。",
    limitedLink: "去核对",
    none: "没有登记",
  },
  {
    slow: "The register is slow. Please wait.",
    again: "Try again",
    noRecord: "The register has no record of you at the moment. Please call 12333.",
    limitedTitle: "One more proof before you change anything",
    limitedText:
      "Your registered phone was not confirmed for a long time, or was changed lately. So that nobody else changes your details, please give one more proof; then you come back here.",
    limitedLink: "Give one more proof",
    none: "Nothing registered",
  },
);

/** The list of what can be changed. */
export const listSays = both({ since: "截至{date}" }, { since: "as of {date}" });

/** Before a first question. */
export const todaySays = both(
  { today: "现在登记的是{value}。", nothing: "登记库里还没有记录。" },
  { today: "Registered now: {value}.", nothing: "Nothing is registered yet." },
);

/** The last look before sending, and what comes of it. */
export const sendSays = both(
  {
    was: "原来：",
    becomes: "改成：",
    edit: "再改",
    declare: "请先勾选最后一项：以上是真实情况",
  },
  {
    was: "Before: ",
    becomes: "After: ",
    edit: "Change",
    declare: "First tick the last box: this is true",
  },
);

export const phoneSays = both(
  {
    "phone.missing": "请写手机号码",
    "phone.short": "手机号码少{n}位：现在是{now}位，应该是11位",
    "phone.long": "手机号码多{n}位：现在是{now}位，应该是11位",
    "phone.wrong": "手机号码是1开头的11个数字，请再看看",
    sent: "已发到{phone}。",
    codeHint: "6个数字，{time}以前有效",
    sentTitle: "又发了一条",
    sentText: "请填最新一条短信里的验证码。",
    "code.missing": "请填写验证码",
    "code.digits": "验证码是6个数字，现在是{now}个",
    "code.expired": "验证码过期了，请重新收一条",
  },
  {
    "phone.missing": "Write the phone number",
    "phone.short":
      "{n} digit too few: there are {now}, and it should be 11|{n} digits too few: there are {now}, and it should be 11",
    "phone.long":
      "{n} digit too many: there are {now}, and it should be 11|{n} digits too many: there are {now}, and it should be 11",
    "phone.wrong": "A mobile number has 11 digits and begins with 1. Please look again",
    sent: "Sent to {phone}.",
    codeHint: "6 digits, valid until {time}",
    sentTitle: "Another one is on its way",
    sentText: "Enter the code of the newest message.",
    "code.missing": "Enter the code",
    "code.digits": "The code has 6 digits; there are {now}",
    "code.expired": "The code is too old: send another one",
  },
);

export const placeSays = both(
  {
    foundSome: "找到{n}个",
    foundMore: "找到{n}个，列出{shown}个。多写一个字更准",
    foundNone: "没有找到。换个写法再找，或选“都不是，我自己写”",
    listGone: "地名名单没打开。请检查网络，再选一次省份",
    noMemory: "浏览器不让网页记东西。请关掉无痕浏览，或换一个",
    "place.missing": "请选一个地方",
    "province.missing": "请选择省份",
    "county.missing": "请选择区县",
    "door.missing": "请写路名、门牌号，农村写到村、组",
    "door.long": "太长了，请写在{n}个字以内",
    "door.signs": "有看不见的符号，请重打",
  },
  {
    foundSome: "{n} place found|{n} places found",
    foundMore: "{n} places found, {shown} shown here. One more character finds it better",
    foundNone: "Nothing found. Try another province or write it differently, or choose “None of these, I will write it myself”",
    listGone: "The list of places did not open. Check your network and choose the province again",
    noMemory:
      "This browser lets pages remember nothing, so the next step would not know this one. Leave private browsing, or use another browser",
    "place.missing": "Choose a place",
    "province.missing": "Choose the province",
    "county.missing": "Choose the county",
    "door.missing": "Write road and number, in the country village and group",
    "door.long": "This is too long: {n} characters at most",
    "door.signs": "There are invisible characters in it: please type it again",
  },
);

export const hukouSays = both(
  {
    moved: "迁入日期",
    understood: "读作：{date}",
    "reason.long": "太长了，请写在{n}个字以内",
    "date.missing": "请写日期",
    "date.unreadable": "没看懂这个日期，请写成2026年3月1日这样",
    "date.ambiguous": "年份请写全四位，写成2026年3月1日这样",
    "date.impossible": "没有这一天，请再看看",
    "date.in-future": "这一天还没到，迁了以后再来改",
    "date.too-early": "这一天在您出生以前，请再看看",
  },
  {
    moved: "Day of the move",
    understood: "Read as: {date}",
    "reason.long": "This is too long: {n} characters at most",
    "date.missing": "Write the date",
    "date.unreadable": "We did not understand this date. Write it like 2026-03-01",
    "date.ambiguous": "Write the year with four digits and first, like 2026-03-01",
    "date.impossible": "There is no such day: please look again",
    "date.in-future": "This day is still to come: come back after the move",
    "date.too-early": "This day is before you were born: please look again",
  },
);

export const employmentSays = both(
  {
    "status.missing": "请选一个",
    "employer.long": "太长了，请写在{n}个字以内",
    "credit.wrong": "统一社会信用代码是18位数字和大写字母，没有I、O、S、V、Z，现在是{now}位",
    employer: "单位",
  },
  {
    "status.missing": "Choose one",
    "employer.long": "This is too long: {n} characters at most",
    "credit.wrong": "The code has 18 digits and capital letters, without I, O, S, V and Z. There are {now}",
    employer: "Employer",
  },
);

export const cardSays = both({ "card.missing": "请选一个" }, { "card.missing": "Choose one" });
