import { both } from "./both.ts";

/** Telephone numbers: on the start page and on the page of help. */
export const phones = both(
  {
    title: "想找人问，直接打电话",
    lines: [
      { about: "养老、失业、工伤", number: "12333", text: "人社服务热线。免费咨询，也可以请接线员代您办。" },
      { about: "医疗、生育", number: "12393", text: "医保服务热线。问报销、异地就医、断缴等待期。" },
      { about: "缴费、退费", number: "12366", text: "税务服务热线。社保费由税务部门收，本站不收钱。" },
    ],
    desk: "不方便上网？请带身份证到街道或社区的社保服务所，家里人也可以代办。",
  },
  {
    title: "Rather talk to someone?",
    lines: [
      {
        about: "Pension, unemployment, work injury",
        number: "12333",
        text: "Social security helpline. Advice is free. An agent can also act for you.",
      },
      {
        about: "Medical, maternity",
        number: "12393",
        text: "Medical insurance helpline: claims, care in another city, waiting periods.",
      },
      {
        about: "Paying, refunds",
        number: "12366",
        text: "Tax service line. Contributions go to the tax office; this site takes no money.",
      },
    ],
    desk: "Not easy for you online? Bring your identity card to the social security desk of your street or community. A family member can go for you.",
  },
);

export const contact = both(
  {
    title: "找人帮忙",
    description: "电话、社区社保服务所、要带什么。",
    lead: "不会用手机、收不到验证码、查出来不对，都有人帮您。",
    desk: {
      title: "去社区社保服务所",
      text: "您住的街道、乡镇或社区都有。地址和时间各地不同，去之前先打12333问一下，免得白跑。",
      bring: "要带什么",
      things: [
        "身份证，或者您登记时用的证件",
        "社会保障卡，有的话就带上",
        "能证明要改什么的材料，比如户口迁移要带户口簿",
        "替别人办：两个人的身份证，和他写的委托书",
        "替孩子办：您的身份证，和户口簿或出生医学证明",
      ],
    },
    self: {
      title: "想先自己看看",
      links: [
        { href: "/registration/new", text: "从没登记过，在网上登记" },
        { href: "/registration/child", text: "给新生儿登记" },
        { href: "/policy", text: "政策，用大白话讲" },
        { href: "/policy/pay", text: "在哪里缴费" },
        { href: "/policy/employer#complain", text: "单位不给参保，找谁" },
      ],
    },
    cases: {
      title: "常见的情况",
      items: [
        {
          question: "手机号换了，收不到验证码",
          answer: "打12333，接线员核对身份后告诉您怎么换号；或者带身份证去社区社保服务所。网上换号要先登录。",
        },
        {
          question: "网上查不到我",
          answer:
            "查不到不等于没有参保，也可能是证件号码或姓名登记得不一样。请打12333，或者带身份证去社区社保服务所核对；从没登记过的，可以在网上登记。",
        },
        {
          question: "缴了费，网上没有显示",
          answer: "缴费记录由经办机构定期送来，会晚几天到几周。超过一个月还没有，请打12333。",
        },
        {
          question: "有人打电话要我的验证码",
          answer: "不要给。我们的工作人员从来不问验证码，也不让您转账。",
        },
      ],
    },
  },
  {
    title: "Get help",
    description: "Telephone numbers, the community desk, what to bring.",
    lead: "You cannot use the site, no code arrives, or the record is wrong: somebody will help you.",
    desk: {
      title: "Go to the community desk",
      text: "Every street, township and community has one. Places and hours differ: call 12333 first, so that you do not go in vain.",
      bring: "What to bring",
      things: [
        "Your identity card, or the document you were registered with",
        "Your social security card, if you have one",
        "What proves the change: for a move of household registration, the household booklet",
        "For somebody else: the identity cards of both, and a letter of authority",
        "For a child: your identity card, and the household booklet or the certificate of birth",
      ],
    },
    self: {
      title: "Rather read first?",
      links: [
        { href: "/registration/new", text: "Never registered? Register online" },
        { href: "/registration/child", text: "Register a newborn" },
        { href: "/policy", text: "Policy in plain words" },
        { href: "/policy/pay", text: "Where to pay" },
        { href: "/policy/employer#complain", text: "Your employer does not enrol you" },
      ],
    },
    cases: {
      title: "Often asked",
      items: [
        {
          question: "My phone number changed and no code arrives",
          answer:
            "Call 12333: an agent checks who you are and tells you how to replace the number. Or bring your identity card to the community desk. To change it online you must be signed in.",
        },
        {
          question: "The site does not find me",
          answer:
            "That does not mean you are not insured: your number or name may be registered differently. Call 12333 or bring your identity card to the community desk. Never registered? Register online.",
        },
        {
          question: "I have paid and it is not shown",
          answer: "The agencies send payment records from time to time, days or weeks later. After a month, call 12333.",
        },
        {
          question: "Someone called and wants my code",
          answer: "Do not give it. Our staff never ask for a code and never ask you to send money.",
        },
      ],
    },
  },
);
