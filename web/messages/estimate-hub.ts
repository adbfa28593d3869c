import { both } from "./both.ts";

export const estimateHub = both(
  {
    title: "算一算",
    description: "退休时间、养老金、断缴的后果、灵活就业缴多少，在您的手机上算，什么都不会发出去。",
    lead: "六个常问的问题。就在您的手机或电脑上算，您填的不会发到任何地方。",
    ways: {
      retirement: { title: "我什么时候能退休", about: "法定年龄，最早最晚，还差几个月" },
      pension: { title: "养老金大概有多少", about: "职工养老，多缴一年多多少" },
      "resident-pension": { title: "居民养老缴哪一档", about: "每档缴多少，补多少，以后领多少" },
      "medical-gap": { title: "居民医保断了会怎样", about: "要等几个月，补缴能少等几个月" },
      flexible: { title: "灵活就业缴多少", about: "每月缴多少，两个地方比一比" },
      compare: { title: "职工养老还是居民养老", about: "两种缴多少、领多少、几岁领，摆在一起比" },
    },
    how: "怎么算的",
    notes: [
      "用的是公布过的标准，每个数都写着出自哪份文件、哪天核对、有多大把握。",
      "没有可靠的数就不算，会告诉您该问谁。不猜，不用别处的数代替。",
      "按现行规定粗算，今后标准会变，以经办机构核定为准。",
    ],
    parameters: "所有数字和出处",
    ask: "不想自己算，可以打12333，接线员替您算。医保的事打12393。",
  },
  {
    title: "Estimates",
    description:
      "Retirement month, pension, what a gap costs, what a flexible worker pays: worked out on your phone, nothing is sent.",
    lead: "Six common questions, worked out on your own device. What you type is not sent anywhere.",
    ways: {
      retirement: { title: "When can I retire?", about: "Statutory age, earliest, latest, months missing" },
      pension: { title: "How much will my pension be?", about: "Employee pension; what another year brings" },
      "resident-pension": { title: "Which tier of the resident pension?", about: "What you pay, the subsidy, what you get" },
      "medical-gap": {
        title: "What does a gap in resident medical cover cost?",
        about: "Months of waiting, and how to shorten them",
      },
      flexible: { title: "What does a flexible worker pay?", about: "What it costs a month, two places side by side" },
      compare: { title: "Employee or resident pension?", about: "Cost, pension and age of both, side by side" },
    },
    how: "How it is worked out",
    notes: [
      "With published figures. Each says which document it is from, when it was checked and how sure it is.",
      "Where there is no reliable figure we do not guess: we say whom to ask.",
      "Rough estimates by today's rules. Standards will change; what the agency decides is what counts.",
    ],
    parameters: "All numbers and where they come from",
    ask: "If you would rather not do it yourself, call 12333 and an agent will. For medical insurance, 12393.",
  },
);
