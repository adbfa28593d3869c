import { employeeContribution } from "../../contributions/employee.ts";
import { exact, times, whole } from "../../kernel/exact.ts";
import { employeePension } from "../../pension/employee.ts";
import { accountInterest } from "../../pension/interest.ts";
import { payoutMonths } from "../../retirement/payout.ts";
import { card } from "./card.ts";
import { cite } from "./documents.ts";

const YUAN = 100;
/** Old Zhou of the examples: retires at 60 with an invented base of his place. */
const zhou = {
  base: exact(8000 * YUAN),
  index: exact("0.6"),
  years: exact(20),
  account: exact(60_000 * YUAN),
  ageMonths: 60 * 12,
};

/** Handbook 7.1, 8.3. */
export const employee = {
  rates: card({
    ask: ["12333", "12366"],
    sources: [cite("rates2019"), cite("pension2005")],
    next: "/check",
    regional: true,
    found: ({ of, rule, law }) => ({
      unit: of("employee-pension.employer-rate"),
      own: of("employee-pension.employee-rate"),
      floor: of("contribution-base.floor-share"),
      cap: of("contribution-base.cap-share"),
      he: rule(employeeContribution({ wage: 6000 * YUAN, floor: 4000 * YUAN, cap: 20_000 * YUAN }, law)),
    }),
    zh: {
      title: "职工养老，谁缴多少",
      find: "缴多少 工资扣 扣了多少 单位缴 个人缴 基数 社保扣款",
      text: ({ unit, own, floor, cap }, say) =>
        `按您上一年的平均工资算：单位缴${say.percent(unit)}，您缴${say.percent(own)}，您的这份全进自己的账户。工资太低按当地平均工资的${say.percent(floor)}算，太高最多按${say.percent(cap)}算。`,
      example: ({ he }, say) =>
        `小何上年平均工资${say.given("6000元")}，每月从工资里扣${say.yuan(he.employee)}，单位另外缴${say.yuan(he.employer)}。`,
    },
    en: {
      title: "Employee pension: who pays how much",
      find: "how much rate deducted wage salary employer share base",
      text: ({ unit, own, floor, cap }, say) =>
        `Of last year's average wage the employer pays ${say.percent(unit)} and you pay ${say.percent(own)}, all of which goes to your own account. Low wages count as ${say.percent(floor)} of the local average, high ones as ${say.percent(cap)} at most.`,
      example: ({ he }, say) =>
        `Xiao He earned ${say.given("6,000 yuan")} a month last year: ${say.yuan(he.employee)} come off his wage, the employer adds ${say.yuan(he.employer)}.`,
    },
  }),
  "pension-sum": card({
    ask: ["12333"],
    sources: [cite("pension2005")],
    next: "/estimate/pension",
    regional: true,
    found: ({ rule, law }) => ({
      months: rule(payoutMonths(zhou.ageMonths, law)),
      pension: rule(employeePension(zhou, law)),
    }),
    zh: {
      title: "职工养老金怎么算出来",
      find: "养老金 退休金 领多少 怎么算 计发基数 工龄 过渡",
      text: ({ months }, say) =>
        `主要是两块相加。一块看缴了几年、按多少工资缴；一块是自己账户里的钱除以月数，${say.given(60)}岁退休除以${months ? say.number(whole(months)) : ""}。早年工作的还有一块，各省自己定。`,
      example: ({ pension }, say) =>
        `老周${say.given(60)}岁退休，当地基数${say.given("8000元")}，指数${say.given("0.6")}，缴了${say.given("20年")}，账户${say.given("6万元")}：${say.yuan(pension.basic)}加${say.yuan(pension.account ?? 0)}，每月约${say.yuan(pension.total ?? 0)}。`,
    },
    en: {
      title: "How an employee pension is computed",
      find: "pension amount how much calculate formula years",
      text: ({ months }, say) =>
        `Two parts are added. One grows with your years and the wages you paid on; the other is your own account divided by a number of months: ${months ? say.number(whole(months)) : ""} if you retire at ${say.given(60)}. Early working years add a third part, set by the province.`,
      example: ({ pension }, say) =>
        `Zhou retires at ${say.given(60)}: base ${say.given("8,000 yuan")}, index ${say.given("0.6")}, ${say.given("20 years")}, account ${say.given("60,000 yuan")}. ${say.yuan(pension.basic)} and ${say.yuan(pension.account ?? 0)} make about ${say.yuan(pension.total ?? 0)} a month.`,
    },
  }),
  longer: card({
    ask: ["12333"],
    sources: [cite("pension2005")],
    next: "/estimate/pension",
    found: ({ of, rule, law }) => ({
      share: of("employee-pension.accrual-rate"),
      more: rule(employeePension({ ...zhou, years: exact(21) }, law)).basic - rule(employeePension(zhou, law)).basic,
    }),
    zh: {
      title: "多缴一年，多领多少",
      find: "多缴 长缴多得 多缴一年 划算 缴满就停 停缴",
      text: ({ share }, say) =>
        `每多缴一年，第一块养老金多一份：当地基数和您缴费水平平均一下，再乘${say.percent(share)}。账户里也多一年的钱。缴满最低年限可以停，接着缴，每个月都会多一点。`,
      example: ({ more }, say) => `老周缴了${say.given("20年")}，再缴一年，光第一块每月就多${say.yuan(more)}，领多久多多久。`,
    },
    en: {
      title: "What one more year brings",
      find: "one more year longer pay more worth it stop",
      text: ({ share }, say) =>
        `Every paid year adds ${say.percent(share)} of the middle between the local base and your own level, and a year's money to your account. You may stop at the minimum; going on makes every month's pension a little more.`,
      example: ({ more }, say) =>
        `Zhou has ${say.given("20 years")}. One more adds ${say.yuan(more)} a month to the first part alone, for life.`,
    },
  }),
  account: card({
    ask: ["12333"],
    sources: [cite("law", "14"), cite("interest")],
    next: "/check",
    found: ({ law, rule }) => {
      const year = Number(law.asOf.slice(0, 4)) - 1; // published in the summer of the year after
      const rate = rule(accountInterest(year, law));
      return { year, rate, earned: whole(times(exact(50_000 * YUAN), rate)) };
    },
    zh: {
      title: "账户里的钱是您自己的",
      find: "个人账户 利息 取出来 提现 退保 继承 去世 过世 死了 账户余额",
      text: ({ year, rate }, say) =>
        `您缴进个人账户的钱，每年按国家公布的利率算利息，${say.number(year)}年是${say.percent(rate)}。没到领养老金的时候不能取。人不在了，没领完的由家人继承。`,
      example: ({ earned }, say) => `小何账户里有${say.given("5万元")}，一年的利息是${say.yuan(earned)}。`,
    },
    en: {
      title: "The money in your account is yours",
      find: "account interest withdraw take out inherit death died balance",
      text: ({ year, rate }, say) =>
        `Your account earns the interest published each year: ${say.percent(rate)} in ${say.number(year)}. It cannot be taken out before the pension begins. What is left at death goes to the family.`,
      example: ({ earned }, say) =>
        `Xiao He has ${say.given("50,000 yuan")} in the account: ${say.yuan(earned)} interest in a year.`,
    },
  }),
};
