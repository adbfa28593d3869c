import { benefitPlace } from "../../transfer/benefit-place.ts";
import { pensionFund } from "../../transfer/pension-fund.ts";
import { opensTemporaryAccount } from "../../transfer/temporary-account.ts";
import { card } from "./card.ts";
import { cite } from "./documents.ts";

const YUAN = 100;
const NEWER = { zh: "有一个更新的通知，我们还没有读到全文。", en: "There is a newer notice whose text we have not read yet." };

/** From one province to another. Handbook 6.1. */
export const provinces = {
  "employee-pension": card({
    next: "/transfer",
    ask: ["12333"],
    sources: [cite("transfer2009"), cite("law", "19")],
    confidence: "medium",
    unsure: NEWER,
    found: ({ of, rule, law }) => ({
      step: of("limit.pension-transfer-step"),
      whole: of("limit.pension-transfer-whole"),
      rate: of("pension-transfer.pool-rate"),
      he: rule(
        pensionFund(
          { ownBefore1998: 0, accountSince1998: 9600 * YUAN, bases: [{ year: 2025, monthlyBase: 5000 * YUAN, months: 24 }] },
          law,
        ),
      ),
    }),
    zh: {
      title: "换省上班，养老可以带走",
      find: "换城市 换工作 跳槽 搬家 转移 转社保 跨省 外地打工 回老家 异地转移",
      text: ({ step, whole }, say) =>
        `到新地方开始缴费以后，您或单位在新地方申请就行，手机上也能办。每一步最多${say.number(step)}个工作日，全部最多${say.number(whole)}个。同一个省里，多数不用申请。年限都会加在一起。`,
      example: ({ rate, he }, say) =>
        `小何换了省。账户里的${say.given("9600元")}全带走，另外按他${say.given("24")}个月缴费工资的${say.percent(rate)}转，一共${say.yuan(he.total)}。`,
    },
    en: {
      title: "A job in another province: the pension comes along",
      find: "move another city new job transfer other province moving change job",
      text: ({ step, whole }, say) =>
        `Once you pay at the new place, you or your employer apply there; a phone will do. Each step takes at most ${say.number(step)} working days, all together at most ${say.number(whole)}. Within a province you mostly need not apply. The years add up.`,
      example: ({ rate, he }, say) =>
        `Xiao He moves. His account of ${say.given("9,600 yuan")} goes with him, and ${say.percent(rate)} of the wages he paid on in ${say.given("24 months")}: ${say.yuan(he.total)} in all.`,
    },
  }),
  "where-paid": card({
    ask: ["12333"],
    sources: [cite("transfer2009"), cite("place2016")],
    confidence: "medium",
    unsure: NEWER,
    found: ({ of, rule, law }) => {
      const gao = benefitPlace(
        { hukou: "41", relation: "33", monthsByProvince: { "44": 132, "33": 72 }, order: ["44", "33"], temporaryAccounts: [] },
        law,
      );
      return { years: of("pension-transfer.relation-months"), place: rule(gao).province };
    },
    zh: {
      title: "在几个省干过，在哪里领养老金",
      find: "在哪里领 领养老金 几个省 户籍地 回老家 待遇领取地",
      text: ({ years }, say) =>
        `养老关系在户籍省，就在那里领。不在的话：现在的省缴满${say.years(years)}，在现在的省领；不满，回到上一个满${say.years(years)}的省；哪里都不满，回户籍地。各地的年限都加在一起。`,
      example: ({ place }, say) =>
        `老高户口在河南，先在广东缴了${say.given("11年")}，又在浙江缴了${say.given("6年")}，最后在${{ "41": "河南", "44": "广东", "33": "浙江" }[place]}领。`,
    },
    en: {
      title: "Worked in several provinces: which one pays?",
      find: "where paid which province draw pension several provinces hometown",
      text: ({ years }, say) =>
        `If the pension relation is in your hukou province, that one pays. Else the present one, with ${say.years(years)} there; if not, the last one with ${say.years(years)}; if there is none, your hukou province. All years count together.`,
      example: ({ place }, say) =>
        `Lao Gao's hukou is in Henan. After ${say.given("11 years")} in Guangdong and ${say.given("six")} in Zhejiang, ${{ "41": "Henan", "44": "Guangdong", "33": "Zhejiang" }[place]} pays.`,
    },
  }),
  temporary: card({
    ask: ["12333"],
    sources: [cite("transfer2009")],
    confidence: "medium",
    unsure: NEWER,
    found: ({ of, rule, law }) => ({
      men: of("temporary-account.age-men"),
      women: of("temporary-account.age-women"),
      mei: rule(opensTemporaryAccount({ sex: "F", age: 43, returnsToHukou: false, approvedTransfer: false }, law)),
    }),
    zh: {
      title: "年纪大些再换省，先开临时账户",
      find: "临时账户 四十岁 五十岁 年纪大 外省 临时缴费账户",
      text: ({ men, women }, say) =>
        `男满${say.number(men)}岁、女满${say.number(women)}岁，到户籍以外的省参保，新地方给您开临时账户：照样缴、照样记，以后整个转回去，一分不少，只是不在那里领。回户籍省的不受影响。`,
      example: ({ mei }, say) =>
        `湖北的阿梅${say.given(43)}岁，到上海上班，上海给她开的是${mei ? "临时账户，原来的关系留在湖北" : "一般的账户"}。`,
    },
    en: {
      title: "Moving later in life: a temporary account",
      find: "temporary account forty fifty older other province",
      text: ({ men, women }, say) =>
        `Men from ${say.number(men)} and women from ${say.number(women)} who join in a province that is not their hukou province get a temporary account: everything is paid and recorded and later goes back whole, but the pension is not drawn there. Going home is not affected.`,
      example: ({ mei }, say) =>
        `A Mei from Hubei, ${say.given(43)}, takes a job in Shanghai. Shanghai opens ${mei ? "a temporary account; her relation stays in Hubei" : "an ordinary account"}.`,
    },
  }),
};
