import { benefitMonths } from "../../unemployment/duration.ts";
import { card, plainCard } from "./card.ts";
import { cite } from "./documents.ts";

/** Handbook 2.3, 3, 6.5. */
export const lostJob = {
  benefit: card({
    ask: ["12333"],
    sources: [cite("law", "45, 46")],
    next: "/change/employment",
    regional: true,
    found: ({ of, rule, law }) => ({
      steps: of("unemployment.duration").filter(([from]) => from > 0),
      jiang: rule(benefitMonths(7 * 12, law)),
    }),
    zh: {
      title: "失业了，失业金能领几个月",
      find: "失业 失业金 失业补助 被辞退 裁员 下岗 没工作 丢了工作 辞退",
      text: ({ steps }, say) =>
        `不是自己要走、登记了失业、正在找工作，就能领。最多领几个月看缴了多久：${steps.map(([from, months]) => `满${say.years(from)}${say.number(months)}个月`).join("，")}。手机上能申请，别拖。`,
      example: ({ jiang }, say) => `小蒋缴了${say.given("7年")}，厂子关了。他最多能领${say.number(jiang)}个月。`,
    },
    en: {
      title: "Lost your job: how long benefit is paid",
      find: "unemployed unemployment benefit lost job fired dismissed laid off",
      text: ({ steps }, say) =>
        `You get it if you did not leave by choice, are registered as unemployed and look for work. At most, by the time paid: ${steps.map(([from, months]) => `from ${say.years(from)}, ${say.number(months)} months`).join("; ")}. Apply on your phone, soon.`,
      example: ({ jiang }, say) =>
        `Xiao Jiang paid for ${say.given("seven years")} when the factory closed: ${say.number(jiang)} months at most.`,
    },
  }),
  medical: plainCard({
    ask: ["12333", "12393"],
    sources: [cite("law", "48"), cite("agency", "24")],
    zh: {
      title: "领失业金时，医保不用自己缴",
      find: "失业 医保 失业期间看病 报销 医疗费 断缴",
      text: "领失业金的时候，职工医保照样有，钱由失业保险基金出，您不用缴，看病照常报。领完以后记得马上接上：新单位办，或者自己缴。",
      example: "小蒋领失业金时做了个小手术，照常报销。他领完的下个月就到新厂上班，医保没有断。",
    },
    en: {
      title: "On unemployment benefit, medical cover is paid for you",
      find: "unemployed medical cover hospital doctor",
      text: "While you draw unemployment benefit, employee medical insurance goes on and the fund pays for it. When it ends, continue at once: through a new employer or by yourself.",
      example:
        "Xiao Jiang had a small operation while on benefit and was reimbursed as usual. A month after it ended he had a new job.",
    },
  }),
  "years-stay": plainCard({
    ask: ["12333", "12393"],
    sources: [cite("law", "14, 16, 19")],
    next: "/check",
    zh: {
      title: "断缴了，以前缴的还算吗",
      find: "断缴 停缴 没缴 作废 清零 白缴 断了几个月 辞职 离职",
      text: "算。养老缴过的年限和账户里的钱都还在，以后接着缴就加上去。要紧的是医保：断了，看病可能报不了。所以先把医保接上。",
      example: "阿强停了大半年。他先在老家参加居民医保，找到工作以后，养老接着从前的年限往上加。",
    },
    en: {
      title: "After a break, do my past years still count?",
      find: "gap break stopped paying lost zero void quit resign",
      text: "Yes. Paid pension years and the money in the account stay, and later ones are added. Medical cover is what is urgent: without it, bills may not be reimbursed. So continue that first.",
      example:
        "A Qiang stopped for half a year. He first joined residents' medical cover; with a new job his pension years went on.",
    },
  }),
  "platform-injury": card({
    ask: ["12333"],
    sources: [cite("injury2025")],
    regional: true,
    found: ({ of }) => of("occupational-injury.from"),
    zh: {
      title: "跑单受伤，有职业伤害保障",
      find: "外卖 骑手 快递 网约车 货运 跑腿 接单 受伤 车祸 工伤 平台",
      text: (from, say) =>
        `接单开网约车、送外卖跑腿、跑同城货运的，由平台按单给您缴，您不出钱，不用签劳动合同。${say.year(from)}起要扩大到全国。受伤先去看病，再告诉平台，留好单子。`,
      example: "小杨送餐时摔伤了。他先去医院，又在接单的应用里报了案，带着订单记录申请待遇。",
    },
    en: {
      title: "Hurt while on an order: injury protection",
      find: "courier rider driver delivery platform accident injured hurt gig",
      text: (from, say) =>
        `For ride-hailing, meal and errand delivery and city freight the platform pays order by order; you pay nothing and need no labour contract. From ${say.year(from)} it goes nationwide. See a doctor first, then tell the platform and keep the papers.`,
      example:
        "Xiao Yang fell while delivering a meal. He went to hospital, reported it in the app, and applied with the record of the order.",
    },
  }),
};
