import { residentClosed, residentRefund } from "../../duplicates/refund.ts";
import { card } from "./card.ts";
import { cite } from "./documents.ts";

const YUAN = 100;

/** Insured twice. Handbook 5. */
export const twice = {
  pension: card({
    ask: ["12333"],
    sources: [cite("switch2014", "7")],
    next: "/check",
    found: () => residentRefund({ personal: 600 * YUAN, collective: 0 }, 5),
    zh: {
      title: "同一个月缴了两份养老",
      find: "重复参保 重复缴费 缴重了 两份养老 退费 退钱 多缴",
      text: "同一个月里职工养老和居民养老都缴了，只算职工的，居民那几个月您自己缴的钱退给您，政府添的不退。两个省都缴了职工养老的，先转到一起，再清重复的月份。",
      example: (refund, say) =>
        `马师傅缴了一年居民养老${say.given("600元")}，其中${say.given("5个月")}单位也给他缴了，退他${say.yuan(refund)}。`,
    },
    en: {
      title: "Two pensions paid for the same month",
      find: "duplicate twice double paid refund two pensions",
      text: "If employees' and residents' pension were paid for the same month, the employees' counts, and what you yourself paid for the residents' comes back, without the government's part. Employees' pensions in two provinces are brought together first, then cleared.",
      example: (refund, say) =>
        `Ma paid ${say.given("600 yuan")} for a year; for ${say.given("five months")} his employer paid too. ${say.yuan(refund)} come back.`,
    },
  }),
  drawn: card({
    ask: ["12333"],
    sources: [cite("switch2014", "8")],
    next: "/check",
    found: () => residentClosed({ account: 6000 * YUAN, fromGovernment: 800 * YUAN, basicDrawn: 1956 * YUAN }),
    zh: {
      title: "领了两份养老金，要退哪一份",
      find: "领两份 重复领取 多领了 退回 两份养老金",
      text: "职工、居民两份养老金都在领的，留职工那份。居民那份停掉，账户里您自己的钱还给您；已经领的基础养老金要退，可以从账户里扣。早说早办，不用怕。",
      example: ({ toPerson, toRecover }, say) =>
        `何伯的居民账户还有${say.given("6000元")}，其中政府添了${say.given("800元")}：还给他${say.yuan(toPerson)}，他退回${say.yuan(toRecover)}。`,
    },
    en: {
      title: "Drawing two pensions: which one goes back?",
      find: "drawing two pensions both overpaid pay back",
      text: "If you draw both, you keep the employees'. The residents' pension ends and your own money in its account is returned; the basic pension drawn has to be paid back and can be set off. Say so early, and do not worry.",
      example: ({ toPerson, toRecover }, say) =>
        `Uncle He's account holds ${say.given("6,000 yuan")}, ${say.given("800")} from the government: he gets ${say.yuan(toPerson)} and pays back ${say.yuan(toRecover)}.`,
    },
  }),
  medical: card({
    ask: ["12393"],
    sources: [cite("twice2020")],
    next: "/check",
    found: ({ of }) => of("duplicate-medical.employee-months"),
    zh: {
      title: "有两份医保，只能报一次",
      find: "两份医保 重复医保 医保重复 停哪个 居民职工都有",
      text: (months, say) =>
        `两份医保不能多报，留一份就好。两份职工的，留上班的地方；两份居民的，学生留学校，别人留常住地；一份职工一份居民，职工连着满${say.number(months)}个月的留职工。新的能用了，再停旧的。`,
      example: (months, say) => `小唐在老家有居民医保，在厂里上班连着满${say.years(months)}，留厂里的职工医保，老家那份停掉。`,
    },
    en: {
      title: "Two medical insurances pay only once",
      find: "two medical duplicate double insurance which keep cancel",
      text: (months, say) =>
        `Two covers do not pay twice; keep one. Of two employees' covers, the one where you work; of two residents', where you live, for students the school's; of one each, the employees' after ${say.number(months)} months in a row. Stop the old one only when the new one works.`,
      example: (months, say) =>
        `Xiao Tang has residents' cover at home and has worked in a factory for ${say.years(months)}: he keeps the factory's.`,
    },
  }),
};
