import { both } from "./both.ts";

export const start = both(
  {
    title: "我的五险，一页看清",
    description: "查参保、改资料，不用下载应用。",
    lead: "养老、医疗、失业、工伤、生育：参保了没有，从哪天起，缺哪几个月，下一步找谁。",
    ways: {
      check: { title: "查我的参保", about: "五险状态、缴费月份、下一步找谁" },
      change: { title: "改我的资料", about: "手机号、住址、工作单位、社保卡" },
      transfer: { title: "转移社保", about: "换地方、换险种，缴过的带走" },
      submissions: { title: "我的提交", about: "回执、办到哪一步、撤回申请" },
      reminders: { title: "提醒", about: "什么快到日子了、去哪里办" },
      family: { title: "家人", about: "替父母、孩子查和办，或请家人替我办" },
      estimate: { title: "算一算", about: "几时退休、领多少、要缴多少" },
      policy: { title: "问政策", about: "断缴、换工作、在哪里缴费" },
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
    register: "从没登记过？在网上登记",
    more: "看全部政策",
  },
  {
    title: "Your five insurances on one page",
    description: "Check your insurance and report changes. No app needed.",
    lead: "Pension, medical, unemployment, work injury, maternity: are you insured, since when, which months are missing, and who to ask next.",
    ways: {
      check: { title: "Check my insurance", about: "Status, paid months, next step" },
      change: { title: "Change my details", about: "Phone, address, employer, card" },
      transfer: { title: "Move my insurance", about: "New job or home: take along what was paid" },
      submissions: { title: "My submissions", about: "Receipts, progress, taking back" },
      reminders: { title: "Reminders", about: "What falls due, where to do it" },
      family: { title: "Family", about: "Act for parents or children, or let them act for me" },
      estimate: { title: "Work it out", about: "When I retire, what I get, what I pay" },
      policy: { title: "Ask about policy", about: "Gaps, a new job, where to pay" },
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
    register: "Never registered? Register online",
    more: "All of it",
  },
);
