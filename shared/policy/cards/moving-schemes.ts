import * as v from "valibot";
import { PlainMonth } from "../../kernel/calendar.ts";
import { decideMedicalMove } from "../../transfer/medical.ts";
import { decideSwitch } from "../../transfer/urban-rural.ts";
import { card, plainCard } from "./card.ts";
import { cite } from "./documents.ts";

/** From one scheme to the other, and what moves with a home. Handbook 6.2-6.4. */
export const schemes = {
  switch: card({
    next: "/transfer",
    ask: ["12333"],
    sources: [cite("switch2014", "3, 4, 5, 6")],
    unsure: {
      zh: "以后最低年限提高，这里的年数会不会跟着变，还没有说法。",
      en: "Whether these years will rise with the minimum is not settled.",
    },
    found: ({ of, rule, law }) => {
      const luo = {
        employeeMonths: 17 * 12,
        atRetirementAge: true,
        alreadyDrawing: false,
        retires: v.parse(PlainMonth, "2027-03"),
      };
      return { years: of("pension-switch.minimum-months"), toEmployee: rule(decideSwitch(luo, law)) === "TO_EMPLOYEE_SCHEME" };
    },
    zh: {
      title: "两种养老都缴过，合成一份",
      find: "合并 居民转职工 职工转居民 两种都缴过 城乡 衔接 转成",
      text: ({ years }, say) =>
        `到退休年龄时合：职工养老缴满${say.years(years)}的，可以把居民账户的钱并过来，居民的年限不算；不满${say.years(years)}的，可以转到居民养老，职工的年限加上去。已经在领的不能再转。`,
      example: ({ toEmployee }, say) =>
        `老罗职工缴了${say.given("17年")}、居民缴了${say.given("3年")}，${toEmployee ? "合到职工养老" : "合到居民养老"}。`,
    },
    en: {
      title: "Paid into both pensions: they become one",
      find: "merge combine switch resident to employee both schemes",
      text: ({ years }, say) =>
        `At retirement age: with ${say.years(years)} in the employees' pension you may bring the residents' account in, though its years do not count; with less you may change to the residents' pension, and the employees' years are added. Not once a pension is drawn.`,
      example: ({ toEmployee }, say) =>
        `Lao Luo has ${say.given("17")} employee and ${say.given("three")} resident years: it becomes ${toEmployee ? "an employee pension" : "a resident pension"}.`,
    },
  }),
  medical: card({
    next: "/transfer",
    ask: ["12393"],
    sources: [cite("moving2021")],
    regional: true,
    found: ({ of, rule, law }) => {
      const ding = { gapMonths: 2, schemeChange: false, continuousTwoYears: true, backPaid: true };
      return {
        out: of("limit.medical-transfer-out"),
        into: of("limit.medical-transfer-in"),
        gap: of("medical-transfer.gap-at-most"),
        waiting: of("medical-transfer.waiting-at-most"),
        goesOn: rule(decideMedicalMove(ding, law)) === "NO_WAIT_RETROACTIVE",
      };
    },
    zh: {
      title: "换工作、搬家，医保别断",
      find: "换工作 离职 跳槽 搬家 医保转移 断缴 医保断 辞职 换城市",
      text: ({ out, into, gap, waiting }, say) =>
        `先在新地方参保，再申请转医保，老地方${say.number(out)}个、新地方${say.number(into)}个工作日内办完。断了不超过${say.number(gap)}个月、补上的，多半接着报；超过的，最多等${say.number(waiting)}个月。`,
      example: ({ goesOn }, say) =>
        `小丁离职后断了${say.given("2个月")}，新单位给他补上了，${goesOn ? "那两个月看病也能报" : "能不能报要问当地"}。`,
    },
    en: {
      title: "New job or new home: keep your medical cover",
      find: "new job move quit medical transfer change city gap",
      text: ({ out, into, gap, waiting }, say) =>
        `Join at the new place first, then ask for the transfer: ${say.number(out)} working days at the old place, ${say.number(into)} at the new. A gap of up to ${say.number(gap)} months that is paid for is mostly covered; after a longer one you wait up to ${say.number(waiting)} months.`,
      example: ({ goesOn }, say) =>
        `Xiao Ding was without cover for ${say.given("two months")}; the new employer paid for them, ${goesOn ? "so his bills of that time are covered" : "and he asks what that means locally"}.`,
    },
  }),
  "resident-pension": plainCard({
    ask: ["12333"],
    sources: [cite("agency", "12"), cite("resident2014")],
    next: "/change/hukou",
    regional: true,
    zh: {
      title: "户口迁走，居民养老怎么办",
      find: "迁户口 嫁到外地 结婚 户口迁移 居民养老转移",
      text: "还没开始领的，户口迁到别的县，可以把居民养老转过去：账户里的钱全部转，年限加在一起。已经在领的不用转，还在原来的地方领。要办多久，各地不同。",
      example: "小凤嫁到邻县，户口也迁了。她在新家申请，几年缴的钱一分不少转了过来。",
    },
    en: {
      title: "Your hukou moves: what about the resident pension?",
      find: "hukou moves marriage married resident pension transfer county",
      text: "Before it is drawn, the resident pension can follow your household registration to another county: the whole account moves and the years add up. Once drawn it stays where it is. How long it takes differs by place.",
      example: "Xiao Feng married into the next county and moved her hukou. She applied there, and all her money came along.",
    },
  }),
};
