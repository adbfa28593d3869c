import { flexibleContribution } from "../../contributions/flexible.ts";
import { exact, plus, times, whole } from "../../kernel/exact.ts";
import { card, plainCard, type Reader } from "./card.ts";
import { cite } from "./documents.ts";

const YUAN = 100;
const monthly = ({ rule, law }: Reader, chosen: number) =>
  rule(flexibleContribution({ average: 8000 * YUAN, chosen: chosen * YUAN, periodMonths: 12 }, law));

/** Who works without an employer. Handbook 7.2. */
export const flexible = {
  choice: card({
    ask: ["12333"],
    sources: [cite("law", "10"), cite("resident2014")],
    next: "/estimate/flexible",
    regional: true,
    found: (reader) => ({ age: reader.of("resident-pension.benefit-age"), yang: monthly(reader, 4800) }),
    zh: {
      title: "职工养老、居民养老，选哪种",
      find: "灵活就业 外卖 骑手 快递 网约车 自由职业 选哪种 哪个好 对比",
      text: ({ age }, say) =>
        `职工养老缴得多、以后领得多，要缴的年头也长。居民养老一年缴一次，缴得少，满${say.number(age)}岁领。手头宽裕选职工，紧的时候先选居民，以后能换。同一个月只算一种。`,
      example: ({ yang }, say) =>
        `小杨${say.given(28)}岁，送外卖。职工养老每月要${say.yuan(yang.month)}，居民养老他打算一年缴${say.given("500元")}。他先缴居民的，收入稳了再换。`,
    },
    en: {
      title: "Employees' or residents' pension: which one?",
      find: "flexible courier rider gig driver freelancer choose compare which better",
      text: ({ age }, say) =>
        `The employees' pension costs more, brings more and needs many years. The residents' is paid once a year, costs little and begins at ${say.number(age)}. Choose what you can keep up; you can change later. A month counts in one of them only.`,
      example: ({ yang }, say) =>
        `Xiao Yang, ${say.given(28)}, a courier: the employees' would be ${say.yuan(yang.month)} a month, the residents' ${say.given("500 yuan")} a year. He starts small.`,
    },
  }),
  base: card({
    ask: ["12333", "12366"],
    sources: [cite("rates2019")],
    next: "/estimate/flexible",
    regional: true,
    found: (reader) => ({
      floor: reader.of("contribution-base.floor-share"),
      cap: reader.of("contribution-base.cap-share"),
      least: monthly(reader, 1),
    }),
    zh: {
      title: "缴费基数自己挑",
      find: "基数 档次 下限 上限 最低缴多少 按月 按季 按年",
      text: ({ floor, cap }, say) =>
        `基数就是按多少工资来缴。自己缴的人可以挑：最低是当地平均工资的${say.percent(floor)}，最高${say.percent(cap)}。按月、按季、按半年、按年缴都行。各省数字不同，每年会变。`,
      example: ({ least }, say) =>
        `当地平均工资${say.given("8000元")}，阿芳挑了最低的基数${say.yuan(least.base)}，手头松了再往上调。`,
    },
    en: {
      title: "You choose the base you pay on",
      find: "base floor cap lowest minimum monthly quarterly yearly",
      text: ({ floor, cap }, say) =>
        `The base is the wage your contribution is counted from. You choose it: between ${say.percent(floor)} and ${say.percent(cap)} of the local average wage, paid monthly, quarterly, half-yearly or yearly. Numbers differ by province and change each year.`,
      example: ({ least }, say) =>
        `Where the average wage is ${say.given("8,000 yuan")}, A Fang takes the lowest base, ${say.yuan(least.base)}.`,
    },
  }),
  cost: card({
    ask: ["12333", "12393"],
    sources: [cite("rates2019"), cite("pension2005")],
    next: "/estimate/flexible",
    regional: true,
    found: (reader) => {
      const [account, pool] = [reader.of("flexible-pension.account-rate"), reader.of("flexible-pension.pool-rate")];
      return { account, pool, all: plus(account, pool), fang: monthly(reader, 4800) };
    },
    zh: {
      title: "自己缴，一个月多少钱",
      find: "多少钱 一个月多少 一年多少 费用 职工医保 灵活就业",
      text: ({ account, pool, all }, say) =>
        `养老缴基数的${say.percent(all)}：${say.percent(account)}进自己的账户，${say.percent(pool)}进大家共用的钱。职工医保另算，各地不同。失业、工伤一般不能自己缴。`,
      example: ({ fang }, say) =>
        `阿芳按${say.yuan(fang.base)}缴，每月${say.yuan(fang.month)}，其中${say.yuan(fang.toAccount)}存进自己的账户。一年${say.yuan(fang.period)}。`,
    },
    en: {
      title: "Paying by yourself: how much a month",
      find: "cost how much month year price employee medical",
      text: ({ account, pool, all }, say) =>
        `The pension costs ${say.percent(all)} of the base: ${say.percent(account)} go to your account, ${say.percent(pool)} to the common fund. Employee medical insurance comes on top and differs by place. Unemployment and injury insurance are as a rule not open to you.`,
      example: ({ fang }, say) =>
        `A Fang pays on ${say.yuan(fang.base)}: ${say.yuan(fang.month)} a month, ${say.yuan(fang.toAccount)} of it into her account; ${say.yuan(fang.period)} a year.`,
    },
  }),
  subsidy: card({
    ask: ["12333"],
    sources: [cite("subsidy2017")],
    regional: true,
    found: (reader) => {
      const [share, fang] = [reader.of("flexible-subsidy.share-at-most"), monthly(reader, 4800)];
      return { share, years: reader.of("flexible-subsidy.years-at-most"), fang, most: whole(times(exact(fang.month), share)) };
    },
    zh: {
      title: "找工作难的人，缴费有补贴",
      find: "补贴 社保补贴 困难 4050 就业困难 下岗 失业 减免",
      text: ({ share, years }, say) =>
        `先到社区申请认定“就业困难人员”。认定后自己缴社保的，最多补您实际缴的${say.percent(share)}，一般最长${say.number(years)}年，快退休的可以更久。先缴，后补。`,
      example: ({ fang, most }, say) => `老钱每月缴${say.yuan(fang.month)}，认定以后最多可以补回${say.yuan(most)}。`,
    },
    en: {
      title: "Help with contributions if work is hard to find",
      find: "subsidy help support hardship laid off unemployed cheaper",
      text: ({ share, years }, say) =>
        `Ask your community to certify you as hard to employ. Then up to ${say.percent(share)} of what you pay comes back, as a rule for ${say.number(years)} years at most, longer close to retirement. You pay first.`,
      example: ({ fang, most }, say) => `Lao Qian pays ${say.yuan(fang.month)} a month and can get back up to ${say.yuan(most)}.`,
    },
  }),
  "back-pay": plainCard({
    ask: ["12333"],
    sources: [cite("funds2016")],
    regional: true,
    confidence: "medium",
    zh: {
      title: "以前没缴的，一般不能补",
      find: "补缴 一次性补缴 补十五年 中介 代缴 骗子 挂靠 以前没缴",
      text: "自己缴养老的人，过去没缴的年份一般不能补，从现在往后缴就好。单位该缴没缴的，可以要求单位补。有人说“交钱就能补”，先打电话核实，别急着转钱。",
      example: "有人叫阿芳交钱“补年限”。她先打了电话，才知道补不了，钱保住了。",
    },
    en: {
      title: "Past years can usually not be paid later",
      find: "back-pay back payment past years missed years one-off agent broker scam fraud",
      text: "Flexible workers can as a rule not pay for past pension years; start now and go on. What an employer owed, the employer must pay. If someone says money buys years, call first and send nothing.",
      example:
        "Someone asked A Fang for money to “buy years”. She called first, learnt that it cannot be done, and kept her money.",
    },
  }),
};
