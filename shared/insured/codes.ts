// What agencies write into coded columns, and what it means here (handbook 1.6, 2.1, 2.2). Chinese words are taken as well.
import type { DocType, Enrolment, Scheme } from "../registration.ts";

type InsuredAs = Enrolment["insuredAs"];

const citizens: readonly DocType[] = ["RIC", "HK_MO_RP", "TW_RP", "FPR_ID"];

/** Which documents a type may stand for: values differ between systems, so the number decides among them. */
export const documentTypes: Readonly<Record<string, readonly DocType[]>> = {
  ...alike(citizens, "01 1 21 居民身份证 居民身份证(户口簿) 户口簿 RIC"),
  ...alike(["HK_MO_RP", "TW_RP", "OTHER"], "04 05 06 港澳居民居住证 台湾居民居住证 港澳台居民居住证 HK_MO_RP TW_RP"),
  ...alike(["FPR_ID", "FPR_ID_LEGACY"], "07 外国人永久居留证 外国人永久居留身份证 FPR_ID FPR_ID_LEGACY"),
  ...alike(["PASSPORT"], "08 外国人护照 护照 PASSPORT"),
  ...alike(["BIRTH_CERT"], "出生医学证明 BIRTH_CERT"),
  ...alike([...citizens, "OTHER"], "02 03 09 10 11 12 13 14 15 99 其他 OTHER"),
};

/**
 * AAE140 as MOHRSS systems use it, merged schemes under today's code. A number alone is not enough: in systems of the
 * medical insurance 410 is long-term care. A partner of that kind will need a map of its own.
 */
export const mohrssSchemes: Readonly<Record<string, Scheme>> = {
  ...alike("110", "110 企业职工基本养老保险 城镇职工基本养老保险 职工基本养老保险 职工养老"),
  ...alike("120", "120 机关事业单位养老保险 机关事业单位基本养老保险 机关养老"),
  ...alike("170", "170 150 城乡居民基本养老保险 城乡居民养老保险 新型农村社会养老保险 居民养老"),
  ...alike("210", "210 失业保险"),
  ...alike("310", "310 职工基本医疗保险 城镇职工基本医疗保险 职工医保"),
  ...alike("390", "390 380 391 城乡居民基本医疗保险 城镇居民基本医疗保险 新型农村合作医疗 居民医保"),
  ...alike("410", "410 工伤保险"),
  ...alike("510", "510 生育保险"),
};

/** AAC031 and AAC008 agree in these. */
export const statuses: Readonly<Record<string, Enrolment["status"]>> = {
  ...alike("active", "1 01 正常 正常参保 参保缴费 参保 ACTIVE"),
  ...alike("paused", "2 02 暂停 暂停缴费 暂停参保 中断 PAUSED"),
  ...alike("ended", "3 03 终止 终止缴费 终止参保 ENDED"),
};

export const insuredIdentities: Readonly<Record<string, InsuredAs>> = {
  ...alike("employee", "职工 在职 在职职工 单位职工 EMPLOYEE"),
  ...alike("flexible", "灵活就业 灵活就业人员 个体 FLEXIBLE"),
  ...alike("resident", "居民 城乡居民 RESIDENT"),
  ...alike("student", "学生 在校学生 学生儿童 STUDENT"),
  ...alike("retired", "退休 离退休 退休人员 领取待遇 RETIRED"),
};

/** GB/T 2261.1 */
export const sexes: Readonly<Record<string, "M" | "F" | "U">> = {
  ...alike("M", "1 男 男性 M"),
  ...alike("F", "2 女 女性 F"),
  ...alike("U", "0 9 未知 未说明 未说明的性别 U"),
};

/** GB/T 4761: two digits, or the words that stand for them. */
export const relations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: 99 }, (_, at) => String(at + 1).padStart(2, "0")).map((code) => [code, code])),
  ...alike("01", "本人"),
  ...alike("02", "户主"),
  ...alike("10", "配偶"),
  ...alike("11", "夫 丈夫"),
  ...alike("12", "妻 妻子"),
  ...alike("20", "子 儿子 独生子 长子 次子 三子"),
  ...alike("30", "女 女儿 独生女 长女 次女 二女 三女"),
  ...alike("40", "孙子女 外孙子女 孙子 孙女 外孙子 外孙女"),
  ...alike("50", "父母"),
  ...alike("51", "父 父亲"),
  ...alike("52", "母 母亲"),
  ...alike("70", "兄弟姐妹 兄 弟 姐 妹"),
};
/** Of which we know no more: it proves nothing, and is no reason to turn a row away. */
export const OTHER_RELATION = "97";

export const yesOrNo: Readonly<Record<string, boolean>> = { ...alike(true, "1 是 Y"), ...alike(false, "0 否 N") };

function alike<Meaning>(meaning: Meaning, words: string): Record<string, Meaning> {
  return Object.fromEntries(words.split(" ").map((word) => [word, meaning]));
}
