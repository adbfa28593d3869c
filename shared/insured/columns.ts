// The columns of an agency's extract, by the national item codes and the names beside them (handbook 2.2).
// LB 101 / LD/T 92 could not be read: these are the meanings in use. `AAE005_…` qualify an item that has no code for it.
import { headerOf } from "./header.ts";

const required = ["AAC002", "AAC003", "AAE140"] as const;

export const columnNames = {
  AAC002: ["社会保障号码", "公民身份号码", "公民身份证号码", "居民身份证号码", "身份证号码", "身份证号", "证件号码"],
  AAC003: ["姓名"],
  AAE140: ["险种类型", "险种", "险种代码"],
  AAC002_FORMER: ["原社会保障号码", "原证件号码", "曾用证件号码", "出生医学证明编号"],
  AAC058: ["证件类型"],
  AAC004: ["性别"],
  AAC006: ["出生日期", "出生年月日"],
  AAE005: ["联系电话", "手机号码", "手机号", "移动电话", "电话"],
  AAE005_CONFIRMED: ["联系电话确认日期", "手机号确认日期", "电话确认日期"],
  AAE006: ["户籍地址", "户口所在地址", "户籍所在地地址"],
  AAE006_DIVISION: ["户籍地行政区划代码", "户籍地区划"],
  AAC010: ["居住地址", "常住地址", "居住地地址", "联系地址"],
  AAC010_DIVISION: ["居住地行政区划代码", "居住地区划"],
  AAB301: ["参保地行政区划代码", "行政区划代码", "参保地", "统筹区"],
  AAC030: ["参保日期", "本次参保日期", "开始日期"],
  AAE031: ["终止日期", "终止参保日期"],
  AAC031: ["个人缴费状态", "缴费状态"],
  AAC008: ["人员参保状态", "参保状态"],
  AAB001: ["单位编号", "统一社会信用代码", "单位代码"],
  AAB004: ["单位名称", "工作单位"],
  AAC066: ["参保身份"],
  AAC084: ["离退休标志", "退休标志"],
  AAE003: ["缴费期间", "费款所属期", "缴费年月", "对应费款所属期"],
  AAE003_OWED: ["欠费期间", "欠费年月"],
  AAC040: ["缴费基数", "缴费工资"],
  AAC040_PERSONAL: ["个人缴费", "个人缴费额"],
  AAC040_UNIT: ["单位缴费", "单位缴费额"],
  AAC040_SUBSIDY: ["政府补贴", "财政补贴"],
  AAZ500: ["社会保障卡号", "社保卡号"],
  // The police's, where an agency has them: no national item code could be found.
  HOUSEHOLD: ["户编号", "户号", "家庭编号", "家庭户号"],
  RELATION: ["与户主关系", "家庭关系"],
  VILLAGE: ["村（社区）", "村社区", "所在村社区", "村居", "乡镇街道村社区"],
  AAE036: ["经办日期", "截止日期", "数据日期"],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof columnNames;
export const allColumns = Object.keys(columnNames) as Column[];

/** What each column holds, in the order of the file; null: nothing that we know. */
export const readHeader = headerOf<Column>(columnNames, required);
