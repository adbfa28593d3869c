import * as v from "valibot";
import { PlainMonth, plusMonths } from "../../kernel/calendar.ts";
import { retirementOf } from "../../retirement/age.ts";
import { minimumMonths, missingMonths } from "../../retirement/minimum.ts";
import { card, plainCard } from "./card.ts";
import { cite } from "./documents.ts";

const born = (month: string) => v.parse(PlainMonth, month);

/** Handbook 8.1, 8.2. */
export const retirement = {
  age: card({
    ask: ["12333"],
    sources: [cite("decision")],
    next: "/estimate/retirement",
    found: ({ of, rule, law }) => ({
      from: plusMonths(of("retirement.m60.delay-from"), of("retirement.m60.original-age")),
      ages: (["m60", "f55", "f50"] as const).map((group) => {
        const original = of(`retirement.${group}.original-age`);
        return [original / 12, (original + of(`retirement.${group}.delay-cap`)) / 12] as const;
      }),
      wang: rule(retirementOf({ category: "M60", birth: born("1968-05") }, law)),
    }),
    zh: {
      title: "退休年龄在一点点推后",
      find: "退休 几岁退休 多大退休 延迟退休 延退 男 女 老了",
      text: ({ from, ages: [men, f55, f50] }, say) =>
        `从${say.year(from)}起，男的从${men!.map(say.number).join("岁慢慢到")}岁；女的原来${f55!.map(say.number).join("岁的到")}岁，原来${f50!.map(say.number).join("岁的到")}岁。出生越晚，推得越多，看出生年月就能算出来。`,
      example: ({ wang }, say) =>
        `王师傅${say.given("1968年5月")}生，在厂里开车，${say.years(wang.ageMonths).replace("年", "岁")}退休，就是${say.month(wang.month)}。`,
    },
    en: {
      title: "The retirement age rises step by step",
      find: "retire retirement age when delayed later men women old",
      text: ({ from, ages: [men, f55, f50] }, say) =>
        `From ${say.year(from)} on, men go from ${men!.map(say.number).join(" to ")}; women whose age was ${f55!.map(say.number).join(" go to ")}, and those whose age was ${f50!.map(say.number).join(" to ")}. The later you were born, the later it is: the month of birth tells.`,
      example: ({ wang }, say) =>
        `Wang, a driver born in ${say.given("May 1968")}, retires at ${say.years(wang.ageMonths)}, in ${say.month(wang.month)}.`,
    },
  }),
  post: card({
    ask: ["12333"],
    sources: [cite("decision")],
    next: "/estimate/retirement",
    regional: true,
    confidence: "medium",
    found: ({ of, rule, law }) => ({
      office: of("retirement.f55.original-age") / 12,
      floor: of("retirement.f50.original-age") / 12,
      li: rule(retirementOf({ category: "F50", birth: born("1978-03") }, law)),
      chen: rule(retirementOf({ category: "F55", birth: born("1978-03") }, law)),
    }),
    zh: {
      title: "女职工的退休年龄看岗位",
      find: "女工 女职工 岗位 管理 技术 工人 会计 女的几岁退休",
      text: ({ office, floor }, say) =>
        `女职工原来有两种退休年龄：管理、技术岗位${say.number(office)}岁，工人岗位${say.number(floor)}岁，再按出生年月推后。自己缴费的女性，多数地方按${say.number(office)}岁。岗位算哪一种，问单位。`,
      example: ({ li, chen }, say) =>
        `李姐和陈姐都是${say.given("1978年3月")}生。李姐是车间工人，${say.month(li.month)}退休；陈姐是会计，${say.month(chen.month)}退休。`,
    },
    en: {
      title: "For women, it depends on the post",
      find: "women woman worker post office manager technical accountant",
      text: ({ office, floor }, say) =>
        `Women had two ages: ${say.number(office)} in managing and technical posts, ${say.number(floor)} in workers' posts; both rise with the month of birth. Women who pay by themselves count with ${say.number(office)} in most places. Your employer knows which post yours is.`,
      example: ({ li, chen }, say) =>
        `Li and Chen were both born in ${say.given("March 1978")}. Li, on the shop floor, retires in ${say.month(li.month)}; Chen, an accountant, in ${say.month(chen.month)}.`,
    },
  }),
  flexible: card({
    ask: ["12333"],
    sources: [cite("decision"), cite("flexible2024")],
    next: "/estimate/retirement",
    found: ({ of, rule, law }) => ({
      earlier: of("retirement.earlier-at-most"),
      later: of("retirement.later-at-most"),
      notice: of("retirement.flexible-notice"),
      wang: rule(retirementOf({ category: "M60", birth: born("1968-05") }, law)).flexible,
    }),
    zh: {
      title: "可以早点退，也可以晚点退",
      find: "提前退休 早退休 弹性退休 晚退休 推迟 病退",
      text: ({ earlier, later, notice }, say) =>
        `最低年限缴够了，可以早退，最多早${say.years(earlier)}，但不能早过改革前的年龄。和单位商量好，也可以晚退，最多晚${say.years(later)}。要提前${say.number(notice)}个月告诉单位，定了就不再改。`,
      example: ({ wang }, say) =>
        wang
          ? `王师傅${say.given("1968年5月")}生，最早${say.month(wang.earliest)}退，最晚${say.month(wang.latest)}退，他自己挑。`
          : "",
    },
    en: {
      title: "You can retire somewhat earlier or later",
      find: "early retirement flexible retire earlier later",
      text: ({ earlier, later, notice }, say) =>
        `With enough paid years you may retire up to ${say.years(earlier)} earlier, but not before the age of the old rules; if your employer agrees, up to ${say.years(later)} later. Tell the employer ${say.number(notice)} months ahead; the choice then stands.`,
      example: ({ wang }, say) =>
        wang
          ? `Wang, born in ${say.given("May 1968")}, can go between ${say.month(wang.earliest)} and ${say.month(wang.latest)}.`
          : "",
    },
  }),
  "minimum-years": card({
    ask: ["12333"],
    sources: [cite("decision"), cite("law", "16")],
    next: "/estimate/retirement",
    found: ({ course, rule, law }) => {
      const all = course("employee-pension.minimum-months");
      const [now, next = now, last = now] = [all[0]!, all[1], all[all.length - 1]];
      const needed = rule(minimumMonths(born("2032-06"), law));
      return { now, next, last, rise: next.value - now.value, needed, missing: missingMonths(14 * 12, needed) };
    },
    zh: {
      title: "养老最少要缴几年",
      find: "缴几年 缴满 最低年限 缴够 十五年 二十年 年限",
      text: ({ now, next, last, rise }, say) =>
        `想按月领职工养老金，要缴满最低年限。现在是${say.years(now.value)}；${say.year(next.from)}起每年多${say.years(rise)}，到${say.year(last.from)}是${say.years(last.value)}。看您退休那一年的要求。`,
      example: ({ needed, missing }, say) =>
        `刘师傅${say.given("2032年")}退休，要缴满${say.years(needed)}。他缴了${say.given("14年")}，还差${say.years(missing)}，接着缴就赶得上。`,
    },
    en: {
      title: "How many years must be paid at least",
      find: "minimum years how many years pay enough fifteen twenty",
      text: ({ now, next, last, rise }, say) =>
        `A monthly employee pension needs a minimum of paid years: ${say.years(now.value)} today, ${say.years(rise)} more each year from ${say.year(next.from)}, and ${say.years(last.value)} from ${say.year(last.from)}. What counts is the year in which you retire.`,
      example: ({ needed, missing }, say) =>
        `Liu retires in ${say.given(2032)} and needs ${say.years(needed)}. He has ${say.given("14 years")}, so ${say.years(missing)} are missing.`,
    },
  }),
  "years-short": plainCard({
    ask: ["12333"],
    sources: [cite("law", "16"), cite("decision"), cite("switch2014")],
    next: "/estimate/retirement",
    regional: true,
    zh: {
      title: "到年龄了，年限还不够怎么办",
      find: "不够 差几年 缴不够 补缴 延长缴费 一次性 到年龄",
      text: "别急，路有几条：接着缴到够；按规定一次补齐；或者转成居民养老，职工的年限一起算。哪条合适，看您的情况，先打电话问清楚再定。",
      example: "孙叔到退休那年还差几年。经办的人给他摆了两条路：接着缴，或者转成居民养老。他选了接着缴。",
    },
    en: {
      title: "Old enough, but not enough years",
      find: "not enough years short missing back-pay extend one-off",
      text: "There are several ways: go on paying until it is enough, pay the rest at once where the rules allow it, or change to the resident pension, where your employee years count too. Ask first which one suits you.",
      example: "Uncle Sun was a few years short. The desk showed him two ways; he chose to go on paying.",
    },
  }),
};
