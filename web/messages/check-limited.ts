import { both } from "./both.ts";

/** The check page of a session whose phone proves too little. */
export const checkLimited = both(
  {
    title: "有没有参保",
    description: "五项保险参保了没有。再核对一项身份，就能看全部。",
    proof: "再核对一项，就能看全部",
    lead: "写下社会保障卡的卡号，和最近一次缴费是哪个月。",
    card: "社会保障卡卡号",
    cardHint: "卡上写着“卡号”的那一行，不是身份证号码",
    month: "最近一次缴费的月份",
    monthHint: "比如2026年10月，也可以写202610。几项保险不一样的，写哪一项都行",
    send: "核对",
    family: "看谁可以替您办，随时取消",
    otherwise: "没有卡、没缴过费、记不清的，请带身份证到社区社保服务所核对，或者打12333。",
  },
  {
    title: "Am I insured?",
    description: "Yes or no for each of the five insurances. One more proof, and you see all of it.",
    proof: "One more proof, and you see all of it",
    lead: "Give the number of your social security card, and the month that was paid last.",
    card: "Social security card number",
    cardHint: "The number of the card itself, printed on it; not your identity number",
    month: "Month of the last payment",
    monthHint: "For instance 2026-10 or 202610. If it differs between insurances, any of them will do",
    send: "Check",
    family: "See who acts for you, and end it",
    otherwise: "No card, nothing paid yet, or not sure? Bring your identity card to your community desk, or call 12333.",
  },
);

/** What its script may say. `date.…` are findings of the kernel, `proof.…` of the API. */
export const limitedSays = both(
  {
    insured: "已参保",
    notInsured: "没有参保",
    limitedTitle: "现在只能看有没有参保",
    "because.phone-stale": "您登记的手机一年多没有核对过，号码可能已经给了别人。为了不让别人看到您的资料，请再核对一项。",
    "because.phone-unconfirmed": "您登记的手机没有核对过。为了不让别人看到您的资料，请再核对一项。",
    "because.phone-new": "您的手机是30天内登记的。为了不让别人冒用，请再核对一项。",
    "card.missing": "请填写卡号",
    "date.missing": "请填写月份",
    "date.unreadable": "没看懂这个月份，请写成2026年10月这样",
    "date.ambiguous": "年份请写全四位，写成2026年10月这样",
    "date.impossible": "没有这个月份",
    "date.in-future": "这个月还没到",
    "date.too-early": "年份不对",
    understood: "您写的是{month}",
    "proof.wrong": "卡号和月份对不上，请看清楚再填一次。填错两次，就要打12333或者去社区社保服务所核对",
    "proof.used-up": "已经填错两次，这次登录不能再填。请打12333，或者带身份证到社区社保服务所",
  },
  {
    insured: "Insured",
    notInsured: "Not insured",
    limitedTitle: "For now you see only yes or no",
    "because.phone-stale":
      "Your registered phone has not been confirmed for more than a year, so the number may be somebody else's by now. So that nobody else sees your details, please give one more proof.",
    "because.phone-unconfirmed":
      "Your registered phone was never confirmed. So that nobody else sees your details, please give one more proof.",
    "because.phone-new":
      "Your phone was registered within the last 30 days. So that nobody acts in your name, please give one more proof.",
    "card.missing": "Enter the card number",
    "date.missing": "Enter the month",
    "date.unreadable": "We did not understand this month. Write it like 2026-10",
    "date.ambiguous": "Write the year with four digits, like 2026-10",
    "date.impossible": "There is no such month",
    "date.in-future": "This month is still to come",
    "date.too-early": "The year is wrong",
    understood: "You wrote {month}",
    "proof.wrong":
      "Card number and month do not match the record. Look closely and try once more: after two mistakes only 12333 or the community desk can check",
    "proof.used-up":
      "There were two mistakes, so this sign-in takes no more. Call 12333, or bring your identity card to your community desk",
  },
);
