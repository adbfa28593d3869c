import { both } from "./both.ts";

/** Shown once after signing in, and again when its date is another one. Personal Information Protection Law, articles 13, 17, 30, 35. */
export const privacyNotice = both(
  {
    title: "您的信息，我们这样用",
    description: "第一次登录时看的隐私告知：用哪些信息，为什么，谁能看，存多久，您能要求什么。",
    lead: "只在第一次登录和说明改过的时候出现，一分钟就能看完。",
    rows: [
      ["用什么", "您的证件号码、姓名、手机、住址、工作，五项保险的参保和缴费记录，还有您自己交来的内容。"],
      ["为什么", "替您查参保、改资料、办参保。不做广告，不卖给别人，不做别的。"],
      [
        "凭什么",
        "办社会保险是法律规定的职责，不用另外征得您同意（《个人信息保护法》第十三条第三项）。这一页是告诉您，不是要您同意，也不影响您办事。",
      ],
      ["要小心的", "收入、医疗保障、困难、残疾、服刑这些是敏感信息。办这件事离不开才用，只有办您这件事的人才看得到。"],
      ["谁能看", "您自己，还有办您这件事的工作人员。谁打开过您的记录，都会先记下来。"],
      ["存多久", "参保记录一直存，算待遇要用。证明材料、验证码这些，到时间就删。"],
      ["您可以", "看、改、拿走一份自己的资料，对办法不满意可以投诉。"],
    ],
    children: "孩子不满14岁，用他的信息要监护人同意，到时候会问您。",
    who: "负责的单位：",
    whoTel: "。有问题打12333。",
    all: "看完整的说明",
    next: "知道了，继续",
    version: "这份告知的日期：",
  },
  {
    title: "How we use your details",
    description:
      "The privacy notice at the first sign-in: what we use, why, who sees it, for how long, and what you can ask for.",
    lead: "You see this once, when you first sign in, and again if it changes. It takes a minute.",
    rows: [
      [
        "What",
        "Your identity number, name, phone, addresses and work, your enrolments and payments in the five insurances, and what you send us.",
      ],
      ["What for", "To look up your insurance, correct your details and enrol you. No advertising, no sale, nothing else."],
      [
        "Why we may",
        "Handling social insurance is a duty set by law, so your consent is not needed (Personal Information Protection Law, article 13, item 3). This page tells you; it does not ask you to agree, and you are served either way.",
      ],
      [
        "With care",
        "Income, medical cover, hardship, disability or prison are sensitive. We use them only where the matter cannot do without, and only those who handle your matter see them.",
      ],
      ["Who sees it", "You, and the staff who handle your matter. Whoever opens your record is written down first."],
      [
        "How long",
        "Your insurance record is kept for good, because benefits are worked out from it. Evidence and codes are deleted when their time is over.",
      ],
      ["You can", "See it, correct it, take a copy of it, and complain if you disagree."],
    ],
    children: "For a child under 14 a guardian has to agree. We ask you when it comes to that.",
    who: "Responsible: ",
    whoTel: ". Questions: call 12333.",
    all: "Read all of it",
    next: "I have read it, go on",
    version: "Date of this notice: ",
  },
);
