import * as v from "valibot";
import { daysBetween, PlainDate } from "../../kernel/calendar.ts";
import { medicalFees } from "../../resident-medical/fees.ts";
import { newbornCover } from "../../resident-medical/newborn.ts";
import { waitingMonths } from "../../resident-medical/waiting.ts";
import { card } from "./card.ts";
import { cite } from "./documents.ts";

const on = (day: string) => v.parse(PlainDate, day);

/** Resident medical insurance: joining. Handbook 7.4. */
export const medicalJoining = {
  fee: card({
    ask: ["12393", "12366"],
    sources: [cite("fee2025")],
    next: "/policy/pay",
    regional: true,
    found: ({ rule, law }) => {
      const year = Number(law.asOf.slice(0, 4));
      const [now, next] = [medicalFees(year, law), medicalFees(year + 1, law)];
      const own = rule(now.individual);
      return { year, own, state: rule(now.government), family: own * 4, next: next.individual.ok ? next.individual.value : null };
    },
    zh: {
      title: "居民医保一年缴多少",
      find: "医保 新农合 合作医疗 缴多少 多少钱 涨价 交多少",
      text: ({ year, own, state, next }, say) =>
        `管${say.number(year)}年看病的，国家定每人至少缴${say.yuan(own)}，政府至少补${say.yuan(state)}。${say.number(year + 1)}年的${next === null ? "个人缴多少，我们还没有看到国家公布" : `至少${say.yuan(next)}`}。各地可以多收一点，看当地通知。`,
      example: ({ own, family }, say) => `小吴一家${say.given("四")}口，每人${say.yuan(own)}，一共${say.yuan(family)}。`,
    },
    en: {
      title: "What resident medical insurance costs a year",
      find: "medical fee cost how much year price premium",
      text: ({ year, own, state, next }, say) =>
        `For care in ${say.number(year)}, a person pays at least ${say.yuan(own)} and the government adds at least ${say.yuan(state)}. For ${say.number(year + 1)} ${next === null ? "we have not seen the national figure yet" : `it is at least ${say.yuan(next)}`}. Places may ask somewhat more.`,
      example: ({ own, family }, say) =>
        `Xiao Wu pays for a family of ${say.given("four")}: ${say.yuan(own)} each, ${say.yuan(family)} in all.`,
    },
  }),
  window: card({
    ask: ["12393", "12366"],
    sources: [cite("gap2024")],
    next: "/policy/pay",
    regional: true,
    found: ({ rule, law }) => rule(waitingMonths({ inWindow: false, missedYears: 0, repairedYears: 0, newborn: false }, law)),
    zh: {
      title: "居民医保什么时候缴",
      find: "什么时候缴 几月缴 截止 集中缴费 忘了缴 过期 晚了",
      text: (months, say) =>
        `多数地方从秋天收到年底，管下一年看病，有的地方收到过年以后。日子是当地定的，看村里、社区的通知。过了时候再缴，要等${say.number(months)}个月才能报销。`,
      example: (months, say) =>
        `小郑忘了，过完年${say.given("3月")}才缴，等了${say.number(months)}个月。邻居按时缴，一天都不用等。`,
    },
    en: {
      title: "When to pay for resident medical insurance",
      find: "when pay deadline period late forgot missed date",
      text: (months, say) =>
        `Most places collect from autumn to the end of the year, for care in the next; some go on into the new year. Your village or community announces the dates. If you pay later, you wait ${say.number(months)} months for reimbursement.`,
      example: (months, say) =>
        `Xiao Zheng forgot and paid in ${say.given("March")}: he waited ${say.number(months)} months. His neighbour paid in time and did not wait at all.`,
    },
  }),
  newborn: card({
    ask: ["12393"],
    sources: [cite("enrol2021", "10")],
    next: "/policy/pay",
    regional: true,
    found: ({ of, rule, law }) => {
      const [birth, enrolled] = [on("2026-09-01"), on("2026-11-20")];
      const mi = rule(newbornCover({ birth, enrolled }, law));
      return {
        within: of("resident-medical.newborn-days"),
        birth,
        enrolled,
        days: daysBetween(birth, enrolled),
        covered: mi.benefitFrom,
      };
    },
    zh: {
      title: "宝宝出生，早点给他参保",
      find: "生孩子 新生儿 宝宝 婴儿 出生 怀孕 生育 上户口 孩子医保",
      text: ({ within }, say) =>
        `出生后${say.number(within)}天内参保缴费，从出生那天起看病都能报。有的地方时间更长。晚了按当地规定，可能要等。带出生证明或户口簿，到社区或网上办。`,
      example: ({ birth, enrolled, days, covered }, say) =>
        covered
          ? `小米${say.given(say.day(birth))}出生，妈妈${say.given(say.day(enrolled))}给她参保，才第${say.number(days)}天，出生时住院的钱也能报。`
          : "",
    },
    en: {
      title: "A new baby: enrol the child early",
      find: "baby newborn birth child born pregnant maternity infant",
      text: ({ within }, say) =>
        `Enrolled and paid within ${say.number(within)} days, a child is covered from the day of birth; some places give more time. Later, local rules apply and there may be a wait. Bring the certificate of birth or the household booklet, or do it online.`,
      example: ({ birth, enrolled, days, covered }, say) =>
        covered
          ? `Xiao Mi was born on ${say.given(say.day(birth))} and enrolled on ${say.given(say.day(enrolled))}, day ${say.number(days)}: the hospital stay at birth is covered too.`
          : "",
    },
  }),
};
