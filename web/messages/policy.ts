import type { Helpline, Next } from "../../shared/policy/cards/card.ts";
import type { Topic } from "../../shared/policy/cards/topics.ts";
import { both } from "./both.ts";

/** The page of all topics, and what stands around every card. */
export const policy = both(
  {
    title: "政策，用大白话讲",
    description: "参保、退休、医保断缴、换工作、在哪里缴费：一条一条用大白话讲，有例子，有依据。",
    lead: "每条都有例子、依据和核对的日期。拿不准的，我们直接说。",
    find: "想问什么？",
    findHint: "打几个字就行，比如：断缴、换工作、生孩子。",
    found: "找到N条：",
    none: "没有找到。换个说法再试，或者打电话问：养老、工作的事打12333，医保的事打12393。下面也可以按题目找。",
    failed: "现在查不了，请按下面的题目找，或者打12333问。",
    topicsTitle: "按题目找",
    all: "全部政策",
    parameters: "所有数字和出处",
    example: "举例",
    source: "依据：",
    checked: "核对：",
    ask: "有疑问打",
    regional: "各地有不同，以当地为准。",
    unsure: "还拿不准：",
    askFirst: "有的数字还没有核对到原文，办之前先问一下。",
    missing: "这条要用到“{name}”，现在没有可靠的出处，我们不猜。请打电话问。",
    ways: {
      "/policy/pay": { title: "在哪里缴费", about: "村里、柜台、银行、手机" },
      "/estimate": { title: "按我的情况算一算", about: "退休时间、养老金、要缴多少" },
    },
  },
  {
    title: "Policy in plain words",
    description:
      "Joining, retiring, a gap in medical cover, a new job, where to pay: one thing at a time, with examples and sources.",
    lead: "Each with an example, its source and the day it was checked. Where we are not certain, we say so.",
    find: "What would you like to know?",
    findHint: "A word or two will do: gap, new job, baby.",
    found: "N found:",
    none: "Nothing found. Try another word, or call: 12333 about pension and work, 12393 about medical insurance. Or choose a topic below.",
    failed: "The search does not work now. Please choose a topic below, or call 12333.",
    topicsTitle: "By topic",
    all: "All topics",
    parameters: "All numbers and where they come from",
    example: "Example",
    source: "Source: ",
    checked: "Checked ",
    ask: "Questions?",
    regional: "Places differ; the local rule counts.",
    unsure: "Not certain: ",
    askFirst: "not every number has been checked against its document. Ask first.",
    missing: "It rests on “{name}”, which has no reliable source at the moment, and we do not guess. Please call.",
    ways: {
      "/policy/pay": { title: "Where to pay", about: "Village, counter, bank, phone" },
      "/estimate": { title: "Work it out for me", about: "Retirement, pension, what to pay" },
    },
  },
);

type Words<Of extends string> = Readonly<Record<"zh" | "en", Readonly<Record<Of, string>>>>;
type Topics = Readonly<Record<"zh" | "en", Readonly<Record<Topic, { title: string; about: string }>>>>;

export const topicWords: Topics = {
  zh: {
    join: { title: "该参加哪些", about: "上班的、没单位的、学生、外地户口" },
    retirement: { title: "什么时候退休", about: "退休年龄、早退晚退、最少缴几年" },
    employee: { title: "职工养老", about: "谁缴多少、怎么算、多缴一年" },
    flexible: { title: "自己缴社保", about: "外卖、摆摊、零工：选哪种、多少钱" },
    "resident-pension": { title: "居民养老", about: "缴多少、政府添多少、每月领多少" },
    medical: { title: "居民医保", about: "多少钱、几时缴、断了怎么办、宝宝" },
    moving: { title: "换地方、换工作", about: "养老和医保怎么带走、在哪里领" },
    twice: { title: "参保重了", about: "两份养老、两份医保，留哪一份" },
    "lost-job": { title: "没了工作、受了伤", about: "失业金、断缴、跑单受伤" },
    employer: { title: "单位该做的事", about: "多久参保、晚缴、不给参保找谁" },
  },
  en: {
    join: { title: "What to join", about: "Employed, self-employed, students, newcomers" },
    retirement: { title: "When you can retire", about: "Age, earlier or later, minimum years" },
    employee: { title: "Employee pension", about: "Who pays, how it is computed, one more year" },
    flexible: { title: "Paying by yourself", about: "Couriers, stallholders, odd jobs: which one, how much" },
    "resident-pension": { title: "Resident pension", about: "What you pay, what is added, what you get" },
    medical: { title: "Resident medical", about: "Cost, when to pay, gaps, babies" },
    moving: { title: "Moving and changing jobs", about: "Taking pension and medical cover along" },
    twice: { title: "Insured twice", about: "Two pensions, two medical covers: which stays" },
    "lost-job": { title: "Out of work, or hurt", about: "Unemployment benefit, breaks, platform work" },
    employer: { title: "What employers must do", about: "By when, late payment, where to turn" },
  },
};

export const nextWords: Words<Next> = {
  zh: {
    "/check": "查我的参保",
    "/change/employment": "改就业状态",
    "/change/hukou": "改户口地址",
    "/estimate/retirement": "算我的退休时间",
    "/estimate/pension": "算我的养老金",
    "/estimate/resident-pension": "算我的居民养老",
    "/estimate/medical-gap": "算我要等几个月",
    "/estimate/flexible": "算我要缴多少",
    "/policy/pay": "看在哪里缴费",
    "/transfer": "试一试怎么转",
    "/policy/employer#complain": "看怎么反映",
  },
  en: {
    "/check": "Check my insurance",
    "/change/employment": "Change my employment",
    "/change/hukou": "Change my registration",
    "/estimate/retirement": "Find my retirement month",
    "/estimate/pension": "Estimate my pension",
    "/estimate/resident-pension": "Estimate my resident pension",
    "/estimate/medical-gap": "How long would I wait?",
    "/estimate/flexible": "What would I pay?",
    "/policy/pay": "See where to pay",
    "/transfer": "Try how it would move",
    "/policy/employer#complain": "See how to report it",
  },
};

export const helplines: Words<Helpline> = {
  zh: { "12333": "人社", "12393": "医保", "12366": "税务" },
  en: { "12333": "social security", "12393": "medical insurance", "12366": "tax" },
};
