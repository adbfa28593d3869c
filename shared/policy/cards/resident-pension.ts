import { nationalSubsidy } from "../../contributions/resident.ts";
import { exact } from "../../kernel/exact.ts";
import { residentPension } from "../../pension/resident.ts";
import { missingMonths } from "../../retirement/minimum.ts";
import { card } from "./card.ts";
import { cite } from "./documents.ts";

const YUAN = 100;

/** Handbook 4, 7.3, 8.4. */
export const residentPensions = {
  tiers: card({
    ask: ["12333"],
    sources: [cite("resident2014")],
    next: "/estimate/resident-pension",
    regional: true,
    found: ({ of }) => {
      const tiers = of("resident-pension.national-tiers");
      return { lowest: tiers[0] ?? 0, highest: tiers[tiers.length - 1] ?? 0 };
    },
    zh: {
      title: "一年缴一次，缴多少自己挑",
      find: "居民养老 新农保 农村养老 种地 农民 渔民 档次 一年缴多少 交多少",
      text: ({ lowest, highest }, say) =>
        `居民养老一年缴一次，挑一个档就行，每年可以换。国家定的档从${say.yuan(lowest)}到${say.yuan(highest)}；各省有自己的档，多数最低档比这高。您那里有哪些档，问社区或村里。`,
      example: (_, say) => `种地的王大叔去年缴${say.given("300元")}的档，今年收成好，换成${say.given("500元")}的。`,
    },
    en: {
      title: "Paid once a year; you choose how much",
      find: "resident pension rural farmer fisherman village tier how much year",
      text: ({ lowest, highest }, say) =>
        `The resident pension is paid once a year. Choose a tier; you may change it every year. The national tiers run from ${say.yuan(lowest)} to ${say.yuan(highest)}; provinces set their own, mostly with a higher lowest tier. The village or community knows yours.`,
      example: (_, say) =>
        `Uncle Wang, a farmer, paid ${say.given("300 yuan")} last year. The harvest was good, so this year he pays ${say.given("500 yuan")}.`,
    },
  }),
  subsidy: card({
    ask: ["12333"],
    sources: [cite("resident2014")],
    next: "/estimate/resident-pension",
    regional: true,
    found: ({ of, rule, law }) => {
      const steps = of("resident-pension.national-subsidy");
      const [lowest, higher] = [steps[0]!, steps[steps.length - 1]!];
      const wu = rule(nationalSubsidy(500 * YUAN, law));
      return { least: lowest[1], from: higher[0], more: higher[1], wu, year: 500 * YUAN + wu };
    },
    zh: {
      title: "您缴一份，政府添一份",
      find: "政府补贴 补贴多少 添钱 居民养老补贴 缴多补多",
      text: ({ least, from, more }, say) =>
        `您每年缴，政府也往您的账户里添钱：最低的档一年至少添${say.yuan(least)}，缴${say.yuan(from)}以上的至少添${say.yuan(more)}。各省可以添得更多。不缴，那年就没有这份钱。`,
      example: ({ wu, year }, say) => `吴婶缴${say.given("500元")}，政府至少添${say.yuan(wu)}，她的账户一年进${say.yuan(year)}。`,
    },
    en: {
      title: "You pay a part, the government adds a part",
      find: "subsidy government adds how much resident pension",
      text: ({ least, from, more }, say) =>
        `For every year you pay, the government puts money into your account: at least ${say.yuan(least)} for the lowest tier, at least ${say.yuan(more)} from ${say.yuan(from)} on. Provinces may add more. A year not paid brings nothing.`,
      example: ({ wu, year }, say) =>
        `Aunt Wu pays ${say.given("500 yuan")}, the government adds at least ${say.yuan(wu)}: ${say.yuan(year)} go into her account.`,
    },
  }),
  pension: card({
    ask: ["12333"],
    sources: [cite("resident2014"), cite("basic2026"), cite("law", "14")],
    next: "/estimate/resident-pension",
    regional: true,
    found: ({ of, rule, law }) => {
      const basic = of("resident-pension.national-basic");
      return {
        age: of("resident-pension.benefit-age"),
        months: of("resident-pension.minimum-months"),
        basic,
        divisor: of("resident-pension.payout-months"),
        wang: rule(residentPension({ basic, account: exact(6900 * YUAN) }, law)),
      };
    },
    zh: {
      title: "居民养老，每月领多少",
      find: "领多少 农村养老金 老人 基础养老金 六十岁 每月 涨",
      text: ({ age, months, basic, divisor }, say) =>
        `满${say.number(age)}岁、缴够${say.years(months)}，按月领到终身；这个年龄没有推后。每月是两份相加：国家的一份现在至少${say.yuan(basic)}，地方还会加；账户里的钱除以${say.number(divisor)}。`,
      example: ({ wang }, say) =>
        `王大叔账户里有${say.given("6900元")}：${say.yuan(wang.basic)}加${say.yuan(wang.account)}，每月至少${say.yuan(wang.monthly)}。`,
    },
    en: {
      title: "What the resident pension pays",
      find: "how much resident pension rural old age basic month sixty",
      text: ({ age, months, basic, divisor }, say) =>
        `From ${say.number(age)}, with ${say.years(months)} paid, every month for life; this age has not been raised. Two parts are added: at least ${say.yuan(basic)} from the state, more in many places, and your account divided by ${say.number(divisor)}.`,
      example: ({ wang }, say) =>
        `Uncle Wang has ${say.given("6,900 yuan")} in his account: ${say.yuan(wang.basic)} and ${say.yuan(wang.account)} make at least ${say.yuan(wang.monthly)} a month.`,
    },
  }),
  "hard-up": card({
    ask: ["12333", "12393"],
    sources: [cite("hardUp2021"), cite("aid2021")],
    regional: true,
    found: ({ of }) => of("resident-pension.tier-for-hard-up"),
    zh: {
      title: "手头紧，政府帮着缴",
      find: "没钱 困难 低保 特困 残疾 贫困 缴不起 代缴 免缴",
      text: (tier, say) =>
        `低保、特困、重度残疾、返贫致贫的家庭，政府替您缴最低档的一部分或全部，${say.yuan(tier)}的档专门为您留着。居民医保也有资助。到社区问一句就行，这是您该有的。`,
      example: (tier, say) => `李奶奶家有低保。社区核对名单以后，政府替她缴了${say.yuan(tier)}，她一分钱没出。`,
    },
    en: {
      title: "When money is short, the government pays for you",
      find: "poor no money hardship allowance disabled cannot afford help",
      text: (tier, say) =>
        `For households with the minimum allowance, destitute or severely disabled people and families at risk of poverty, the government pays part or all of the lowest tier; the ${say.yuan(tier)} tier is kept for them. Medical cover is helped too. Just ask your community: you are entitled to it.`,
      example: (tier, say) =>
        `Grandma Li has the allowance. The community checked, the government paid ${say.yuan(tier)}, and she paid nothing.`,
    },
  }),
  "near-sixty": card({
    ask: ["12333"],
    sources: [cite("resident2014")],
    next: "/estimate/resident-pension",
    regional: true,
    found: ({ of }) => {
      const [age, months] = [of("resident-pension.benefit-age"), of("resident-pension.minimum-months")];
      return { age, months, missing: missingMonths(11 * 12, months) };
    },
    zh: {
      title: "年纪大了才开始缴，来得及吗",
      find: "来得及 五十多岁 快六十 补缴 年龄大 晚了",
      text: ({ age, months }, say) =>
        `来得及。制度刚有的时候已经上了年纪的人，缴到${say.number(age)}岁，不够${say.years(months)}的可以补上，补的那几年政府不添钱。能不能补、怎么补，各地不一样。`,
      example: ({ missing }, say) =>
        `微山湖的渔民老孔${say.given(58)}岁，到时候能缴满${say.given("11年")}，还差${say.years(missing)}。他先打电话问当地怎么补。`,
    },
    en: {
      title: "Is it too late to begin?",
      find: "too late fifties sixty begin back-pay old",
      text: ({ age, months }, say) =>
        `No. People who were already older when the scheme began pay until ${say.number(age)} and may make up what is missing up to ${say.years(months)}; the government adds nothing to made-up years. Whether and how differs by place.`,
      example: ({ missing }, say) =>
        `Lao Kong, ${say.given(58)}, fishes on Lake Weishan. He will have ${say.given("11 years")}; ${say.years(missing)} are missing, so he calls to ask.`,
    },
  }),
};
