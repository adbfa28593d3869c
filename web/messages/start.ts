import { both } from "./both.ts";

export const start = both(
  {
    title: "我的五险，一页看清",
    description: "查参保、改资料，不用下载应用。",
    lead: "养老、医疗、失业、工伤、生育：参保了没有，从哪天起，缺哪几个月，下一步找谁。",
    ways: {
      check: { title: "查我的参保", about: "五险状态、缴费月份、下一步找谁" },
      change: { title: "改我的资料", about: "手机号、住址、工作单位、社保卡" },
      submissions: { title: "我的提交", about: "回执、办到哪一步、撤回申请" },
    },
    sample: {
      caption: "登录后看到的样子（示例）",
      rows: [
        ["养", "养老", "正常"],
        ["医", "医疗", "正常"],
        ["失", "失业", "未参保"],
        ["工", "工伤", "要处理"],
        ["生", "生育", "正常"],
      ],
      key: "一格是一个月。实心是缴了，空心是没缴。",
    },
    policy: "政策，用大白话讲",
    checked: "核对：",
    cards: [
      {
        title: "换了城市，户口不在本地也能参保",
        text: "灵活就业的人，可以在工作的地方参加职工养老和职工医保，不再看户口。",
        source: "2024年9月中央、国务院意见",
      },
      {
        title: "居民医保断一年，多等一个月",
        text: "没在集中缴费期参保，要先等3个月才能报销；每断一年再加1个月，补缴可以减。",
        source: "国办发〔2024〕38号",
      },
      {
        title: "养老最少缴几年，2030年起慢慢加",
        text: "2029年底前退休，缴满15年就行；从2030年起每年加半年，到2039年是20年。",
        source: "全国人大常委会2024年9月决定",
      },
    ],
  },
  {
    title: "Your five insurances on one page",
    description: "Check your insurance and report changes. No app needed.",
    lead: "Pension, medical, unemployment, work injury, maternity: are you insured, since when, which months are missing, and who to ask next.",
    ways: {
      check: { title: "Check my insurance", about: "Status, paid months, next step" },
      change: { title: "Change my details", about: "Phone, address, employer, card" },
      submissions: { title: "My submissions", about: "Receipts, progress, taking back" },
    },
    sample: {
      caption: "What you see after signing in (example)",
      rows: [
        ["养", "Pension", "Insured"],
        ["医", "Medical", "Insured"],
        ["失", "Unemployment", "Not insured"],
        ["工", "Work injury", "Needs you"],
        ["生", "Maternity", "Insured"],
      ],
      key: "One cell is one month. Solid is paid, hollow is not.",
    },
    policy: "Policy in plain words",
    checked: "Checked ",
    cards: [
      {
        title: "Your household registration no longer decides where you enrol",
        text: "Flexible workers may join employee pension and medical insurance where they work.",
        source: "Opinion of the Central Committee and the State Council, September 2024",
      },
      {
        title: "A missed year of resident medical cover adds a month of waiting",
        text: "Outside the enrolment period you wait 3 months; each missed year adds one, paying it back takes one off.",
        source: "State Council General Office (2024) No. 38",
      },
      {
        title: "The minimum years for a pension rise from 2030",
        text: "15 years until the end of 2029, then half a year more each year, up to 20 years in 2039.",
        source: "Decision of the National People's Congress Standing Committee, September 2024",
      },
    ],
  },
);
