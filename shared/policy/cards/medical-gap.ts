import { loyaltyBonus } from "../../resident-medical/incentive.ts";
import { waitingMonths } from "../../resident-medical/waiting.ts";
import { card, plainCard } from "./card.ts";
import { cite } from "./documents.ts";

const YUAN = 100;

/** Resident medical insurance: staying, and coming back. Handbook 7.4. */
export const medicalStaying = {
  waiting: card({
    ask: ["12393"],
    sources: [cite("gap2024")],
    next: "/estimate/medical-gap",
    regional: true,
    unsure: {
      zh: "断的年头怎么折算成月，有的地方算法不同。",
      en: "Some places count missed years differently.",
    },
    found: ({ of, rule, law }) => {
      const feng = (repairedYears: number) =>
        rule(waitingMonths({ inWindow: true, missedYears: 2, repairedYears, newborn: false }, law));
      return {
        fixed: of("resident-medical.fixed-waiting"),
        year: of("resident-medical.waiting-per-year"),
        long: of("resident-medical.long-gap"),
        least: of("resident-medical.long-gap-waiting"),
        feng: feng(0),
        repaired: feng(1),
      };
    },
    zh: {
      title: "居民医保断了，要等多久",
      find: "断缴 断保 断了 没缴 等待期 报销不了 补缴 恢复",
      text: ({ fixed, year, long, least }, say) =>
        `断过的，再参加要等：先${say.number(fixed)}个月，断得越久加得越多，每多断一年加${say.number(year)}个月。补缴一年减${say.number(year)}个月。断了${say.number(long)}年以上的，补了也至少等${say.number(least)}个月。`,
      example: ({ feng, repaired }, say) =>
        `老冯断了${say.given("2年")}，要等${say.number(feng)}个月；他补缴${say.given("1年")}，就等${say.number(repaired)}个月。`,
    },
    en: {
      title: "How long the wait is after a gap",
      find: "gap missed lapse waiting period reimbursed back-pay stopped",
      text: ({ fixed, year, long, least }, say) =>
        `After a gap you wait ${say.number(fixed)} months, and ${say.number(year)} more for each further missed year. Each year you pay afterwards takes ${say.number(year)} off. After ${say.number(long)} missed years or more, at least ${say.number(least)} months remain.`,
      example: ({ feng, repaired }, say) =>
        `Lao Feng missed ${say.given("two years")}: ${say.number(feng)} months. He pays for ${say.given("one")} of them: ${say.number(repaired)} months.`,
    },
  }),
  loyalty: card({
    ask: ["12393"],
    sources: [cite("gap2024")],
    next: "/estimate/medical-gap",
    regional: true,
    found: ({ of, rule, law }) => ({
      after: of("resident-medical.bonus-after"),
      perYear: of("resident-medical.bonus-per-year"),
      noClaim: of("resident-medical.bonus-per-zero-claim-year"),
      most: of("resident-medical.bonus-share-at-most"),
      from: of("resident-medical.bonus-counted-from"),
      gu: rule(loyaltyBonus({ consecutiveYears: 6, zeroClaimYears: 1, bonusUsed: false, originalCap: 300_000 * YUAN }, law)),
    }),
    zh: {
      title: "年年都缴，大病能多报",
      find: "连续缴费 奖励 大病保险 封顶 没用过 年年缴 好处",
      text: ({ after, perYear, noClaim, most, from }, say) =>
        `从${say.year(from)}起连着缴满${say.number(after)}年，往后每多一年，大病最多能报的数至少加${say.yuan(perYear)}；一年没用医保报过，下年也至少加${say.yuan(noClaim)}。加到原来的${say.percent(most)}为止，断了从头算。`,
      example: ({ gu, from }, say) =>
        `顾婆婆从${say.year(from)}起连着缴满${say.given("6年")}，其中一年没报销过：到那时，她大病最多能报的数至少多${say.yuan(gu)}。`,
    },
    en: {
      title: "Paying every year raises what is covered",
      find: "every year continuous bonus reward serious illness cap no claim",
      text: ({ after, perYear, noClaim, most, from }, say) =>
        `After ${say.number(after)} years in a row, counted from ${say.year(from)}, every further year raises your cap for serious illness by at least ${say.yuan(perYear)}; a year without a claim adds at least ${say.yuan(noClaim)}. It ends at ${say.percent(most)} of the cap, and a gap starts it anew.`,
      example: ({ gu, from }, say) =>
        `Granny Gu pays ${say.given("six years")} in a row from ${say.year(from)} and claims nothing in one of them: by then her cap is at least ${say.yuan(gu)} higher.`,
    },
  }),
  family: plainCard({
    ask: ["12393"],
    sources: [cite("gap2024")],
    regional: true,
    zh: {
      title: "职工医保账户，家里人也能用",
      find: "家庭共济 亲属 父母 爸妈 老伴 夫妻 共用 医保账户 医保卡 给家人用",
      text: "职工医保个人账户里的钱，可以替父母、配偶、孩子等近亲属缴居民医保，也能付他们看病要自己出的那部分。家人在外省能不能用，先问一问。",
      example: "小顾在国家医保服务平台上绑定了妈妈，用自己的账户替她缴了今年的居民医保。",
    },
    en: {
      title: "Your medical account can pay for your family",
      find: "family share parents husband wife relatives account medical card",
      text: "The account of employee medical insurance can pay the residents' medical fee of close relatives - parents, spouse, children - and their own part of a bill. Ask first if they live in another province.",
      example: "Xiao Gu linked his mother on the national medical insurance platform and paid this year's fee for her.",
    },
  }),
};
