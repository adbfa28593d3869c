import { both } from "./both.ts";

/** The check page as it comes: what the script does not change. */
export const check = both(
  {
    title: "我的参保",
    description: "五项保险参保了没有、从哪年起、缺哪几个月。",
    opening: "正在打开您的记录。一直没有出来的话，请刷新页面，或者打12333。",
    five: "五项保险",
    insurances: {
      pension: "养老保险",
      medical: "医疗保险",
      unemployment: "失业保险",
      injury: "工伤保险",
      maternity: "生育保险",
    },
    unread: "暂时读不到",
    again: "再试一次",
    home: "回首页",
  },
  {
    title: "My insurance",
    description: "Which of the five insurances you have, since when, and which months are missing.",
    opening: "Opening your record. If nothing comes, reload the page or call 12333.",
    five: "The five insurances",
    insurances: {
      pension: "Pension insurance",
      medical: "Medical insurance",
      unemployment: "Unemployment insurance",
      injury: "Work injury insurance",
      maternity: "Maternity insurance",
    },
    unread: "Cannot be read now",
    again: "Try again",
    home: "To the start page",
  },
);

/** The one character of each seal, in every language. */
export const seals = { pension: "养", medical: "医", unemployment: "失", injury: "工", maternity: "生" } as const;

/** What the scripts of both check pages may say. */
export const readSays = both(
  {
    slowTitle: "正在读登记库，有点慢",
    slowText: "还没有读到，请等一下，不用再按。",
    noRecord: "登记库里暂时没有您的记录。这不表示您没有参保，请打12333问。",
  },
  {
    slowTitle: "Reading the register, slowly",
    slowText: "Nothing has come yet. Please wait; you need not press again.",
    noRecord: "The register has no record of you at the moment. This does not mean that you are not insured: please call 12333.",
  },
);
