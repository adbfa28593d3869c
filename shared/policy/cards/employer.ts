import * as v from "valibot";
import { lateFee } from "../../contributions/late-fee.ts";
import { PlainDate, plusDays } from "../../kernel/calendar.ts";
import { whole } from "../../kernel/exact.ts";
import { card, plainCard } from "./card.ts";
import { cite } from "./documents.ts";

const YUAN = 100;
const on = (day: string) => v.parse(PlainDate, day);

/** What an employer has to do. Handbook 4, 7.x, 9. */
export const employer = {
  "must-register": card({
    ask: ["12333"],
    sources: [cite("law", "58")],
    next: "/check",
    found: ({ of }) => {
      const days = of("limit.employer-registers");
      return { days, start: on("2026-05-06"), last: plusDays(on("2026-05-06"), days) };
    },
    zh: {
      title: "单位多久要给您参保",
      find: "多久上社保 入职 新工作 试用期 单位不给上 不给缴 没参保",
      text: ({ days }, say) =>
        `从上班那天算，${say.number(days)}天内单位要办好，试用期也算。先问单位管人事的。一直不办，就打电话问、反映。您可以在本站看看办了没有。`,
      example: ({ start, last }, say) => `小宋${say.given(say.day(start))}上班，单位最晚${say.day(last)}要给她办好。`,
    },
    en: {
      title: "By when your employer must enrol you",
      find: "new job start enrol deadline probation employer not enrolled",
      text: ({ days }, say) =>
        `Within ${say.number(days)} days of your first day at work, probation included. Ask the personnel department first; if nothing happens, call and report it. This site shows whether it has been done.`,
      example: ({ start, last }, say) =>
        `Xiao Song started on ${say.given(say.day(start))}: the employer has until ${say.day(last)}.`,
    },
  }),
  "late-fee": card({
    ask: ["12366", "12333"],
    sources: [cite("law", "84, 86")],
    next: "/check",
    found: ({ of, rule, law }) => ({
      rate: of("late-fee.daily-rate"),
      least: whole(of("employer-fine.share-lowest")),
      most: whole(of("employer-fine.share-highest")),
      fee: rule(lateFee({ owed: 10_000 * YUAN, days: 30 }, law)),
    }),
    zh: {
      title: "单位晚缴，滞纳金由单位出",
      find: "单位欠费 欠缴 拖欠 滞纳金 晚缴 罚款 没缴",
      text: ({ rate, least, most }, say) =>
        `单位没按时缴，每天加收欠款的${say.percent(rate)}，还是不缴，再罚欠款的${say.number(least)}到${say.number(most)}倍。这些都由单位出，不能算到您头上。`,
      example: ({ fee }, say) =>
        `小彭的公司欠了${say.given("1万元")}，晚了${say.given("30天")}，要多缴${say.yuan(fee)}，小彭一分不出。`,
    },
    en: {
      title: "When the employer pays late, the employer bears it",
      find: "employer late owes arrears late fee fine not paid",
      text: ({ rate, least, most }, say) =>
        `Late contributions cost ${say.percent(rate)} of what is owed for each day; if still nothing is paid, a fine of ${say.number(least)} to ${say.number(most)} times comes on top. All of it is the employer's to bear, never yours.`,
      example: ({ fee }, say) =>
        `Xiao Peng's company owed ${say.given("10,000 yuan")} for ${say.given("30 days")}: ${say.yuan(fee)} more, and nothing for Xiao Peng.`,
    },
  }),
  complain: card({
    ask: ["12333", "12366"],
    sources: [cite("inspection", "17, 20"), cite("law", "82, 84")],
    found: ({ of }) => ({
      accepted: of("limit.labour-complaint-accepted"),
      closed: of("limit.labour-complaint-closed"),
      extension: of("limit.labour-complaint-extension"),
      stale: of("limit.labour-complaint-stale"),
    }),
    zh: {
      title: "单位不给参保，找谁",
      find: "投诉 举报 告单位 不给上社保 劳动监察 维权 怕报复 匿名",
      text: ({ accepted, closed, extension, stale }, say) =>
        `打12333或找劳动监察。${say.number(accepted)}个工作日内答复收不收，收了以后${say.number(closed)}个工作日内办完，难办的再加${say.number(extension)}个。超过${say.number(stale)}年的一般不查，早点说。可以要求不透露您的名字。`,
      example: "小彭上班半年，公司没给他参保。他带着工资条和打卡记录去反映，没有让公司知道是谁说的。",
    },
    en: {
      title: "Your employer does not enrol you: where to turn",
      find: "complain complaint report employer labour inspection rights anonymous",
      text: ({ accepted, closed, extension, stale }, say) =>
        `Call 12333 or go to the labour inspection: accepted or not within ${say.number(accepted)} working days, closed within ${say.number(closed)}, hard cases ${say.number(extension)} more. After ${say.number(stale)} years it is as a rule not pursued. You may ask to stay unnamed.`,
      example:
        "Xiao Peng was not enrolled for half a year. He brought pay slips and time cards, and the company never learnt who had spoken.",
    },
  }),
  waiver: plainCard({
    ask: ["12333"],
    sources: [cite("court2025", "19")],
    next: "/policy/employer#complain",
    zh: {
      title: "签了“不要社保”，也不算数",
      find: "放弃社保 自愿放弃 协议 承诺书 折现 发现金 补助代替",
      text: "不参保的约定一律无效，您自己写的也一样。单位把这笔钱当工资发给您，也代替不了参保。因为这个您可以离职，并要求补偿。",
      example: "小崔入职时签了“自愿放弃社保”。后来她要求参保，单位还是得给她办。",
    },
    en: {
      title: "A signed “no insurance” does not count",
      find: "waiver give up voluntary agreement cash instead signed",
      text: "Any agreement not to be enrolled is void, even one you wrote yourself. Paying you the money instead does not replace enrolment either. You may leave for this reason and claim compensation.",
      example:
        "Xiao Cui signed a waiver when she started. When she asked to be enrolled, the employer had to do it all the same.",
    },
  }),
  leaving: card({
    ask: ["12333"],
    sources: [cite("law", "50")],
    next: "/change/employment",
    found: ({ of }) => of("limit.employer-reports-leavers"),
    zh: {
      title: "离职时，单位要给您办什么",
      find: "离职 辞职 离职证明 停保 减员 被开除 不放人",
      text: (days, say) =>
        `单位要当时就给您开离职证明，并在${say.number(days)}天内把您报给经办机构。有了这个，您才好领失业金、到新单位参保。不给开，就打电话反映。`,
      example: "小田辞职，公司拖着不开证明。她打了电话，过几天证明就寄来了，新单位顺利给她参保。",
    },
    en: {
      title: "When you leave, what your employer must do",
      find: "leave resign quit certificate leaving job end dismissed",
      text: (days, say) =>
        `Give you a certificate at once, and report you to the agency within ${say.number(days)} days. You need this for unemployment benefit and for your next employer. If it is refused, call.`,
      example:
        "Xiao Tian resigned and got no certificate. She called; a few days later it came, and her new employer enrolled her.",
    },
  }),
};
