// What officers read about a file and its rows.
import type { FileProblem } from "../../functions/feeds/chunk.ts";
import { columnNames } from "../../shared/insured/columns.ts";
import type { RejectionCode } from "../../shared/insured/rejection.ts";
import { transferColumnNames } from "../../shared/transfer/feed-columns.ts";

const namesOf: Readonly<Record<string, readonly string[]>> = { ...columnNames, ...transferColumnNames };
const named = (columns: readonly string[] = []) =>
  columns.map((column) => `${column} ${namesOf[column]?.[0] ?? ""}`.trim()).join(", ");

/** One line about the file as a whole. */
export function wordsFor({ code, columns, line }: FileProblem): string {
  const words: Record<FileProblem["code"], string> = {
    empty: "The file is empty.",
    "no-rows": "The file has a header and no row below it.",
    xlsx: "This is an Excel workbook. Save it as CSV first: File, Save as, CSV UTF-8, with the numbers as text.",
    xls: "This is an old Excel workbook. Save it as CSV first: File, Save as, CSV UTF-8, with the numbers as text.",
    "utf-16": "The file is written in UTF-16 (Excel calls it Unicode text). Save it as CSV UTF-8.",
    binary: "This is not a text file.",
    "wrong-encoding": "The file is neither UTF-8 nor GB18030 throughout: it was cut off, or put together from both.",
    "column-missing": `The first line names no column ${named(columns)}. Columns are named by code or by Chinese name, in any order.`,
    "column-twice": `The first line names a column twice: ${named(columns)}.`,
    "quote-open": `A quotation mark is opened and never closed, in or below line ${line}.`,
    "row-too-long": `Line ${line} begins a row of more than a million characters: probably a quotation mark is missing.`,
    "unknown-partner":
      "Files are taken from: insured, or insured-340400 for the agency of one division; transfer-340400 for the states of its transfers.",
    "agency-missing": "A file of states says whose it is: hand it in as transfer-340400, with the code of the agency's division.",
  };
  return words[code];
}

const NUMBER_TYPED = "社会保障号码有误";

export const reasons: Record<RejectionCode, string> = {
  "number-missing": "没有填写社会保障号码",
  "number-unknown-kind": "看不出是哪种证件的号码",
  "number-EXCEL_DAMAGED": "号码已被 Excel 损坏（第16至18位变成0，或成为科学计数），请从业务系统重新导出，并把该列设为文本",
  "number-BAD_LENGTH": `${NUMBER_TYPED}：位数不对`,
  "number-BAD_CHARACTER": `${NUMBER_TYPED}：含有不该有的字符`,
  "number-BAD_PREFIX": `${NUMBER_TYPED}：开头不对`,
  "number-BAD_PROVINCE": `${NUMBER_TYPED}：没有这个省份代码`,
  "number-BAD_BIRTH_DATE": `${NUMBER_TYPED}：其中的出生日期不存在`,
  "number-BIRTH_IN_FUTURE": `${NUMBER_TYPED}：其中的出生日期在今天之后`,
  "number-BAD_CHECK_DIGIT": `${NUMBER_TYPED}：最后一位校验码不符`,
  "number-DOC_TYPE_MISMATCH": "号码与证件类型不符",
  "number-BAD_SEQUENCE": `${NUMBER_TYPED}：顺序码不能是000`,
  "number-BAD_FORMAT": "号码不符合该证件的格式",
  "document-type-unknown": "没有这个证件类型",
  "name-missing": "没有填写姓名",
  "name-unreadable": "姓名不可读（乱码、控制字符或超过50个字）",
  "sex-unknown": "没有这个性别代码",
  "date-unreadable": "看不出是哪一天，请写成 2019-07-01",
  "date-in-future": "日期在今天之后",
  "division-missing": "没有填写参保地",
  "division-unreadable": "行政区划代码应为六位数字",
  "phone-unreadable": "不是手机号码，也不是固定电话",
  "scheme-unknown": "没有这个险种代码",
  "status-unknown": "没有这个参保状态或缴费状态",
  "retired-unknown": "离退休标志应为0或1",
  "identity-unknown": "没有这种参保身份",
  "ends-before-it-begins": "终止日期早于参保日期",
  "period-unreadable": "看不出是哪些月份，请写成 201907-202607;202609",
  "period-backwards": "期间的起止月份颠倒",
  "period-in-future": "月份晚于明年12月",
  "period-too-long": "缴费期间超过60年",
  "amount-unreadable": "金额不可读，请写成 4250.00",
  "amounts-for-other-periods": "金额的个数与缴费期间的个数不符",
  "text-unreadable": "含有控制字符，或者太长",
  "cell-too-long": "内容太长",
  "receipt-unreadable": "没有填写回执号，或者不是本站的回执号",
  "count-unreadable": "“第几次”请写 1、2 这样的数，没有就空着",
  "event-unknown": "没有这个办理环节",
  "transfer-unknown": "您的机构没有这个回执号的转移业务",
  "transfer.step-not-legal": "从现在的状态不能办这一步",
  "transfer.step-not-yours": "这一步要由另一方经办机构办",
  "transfer.event-older": "发生日期早于已经记下的上一步",
  "transfer.event-future": "发生日期在今天之后",
  "transfer.note-missing": "不受理、退回、暂停都要写明理由",
  "transfer.amounts-missing": "没有填写转移金额",
  "transfer.amounts-unexpected": "这一步没有金额",
  "transfer.amounts-wrong": "两项金额之和与合计不符",
  "transfer.amounts-differ": "到账金额与转出地填报的不一致",
  "cells-missing": "这一行的格数比表头少",
  "cells-too-many": "这一行的格数比表头多",
};

export const columnWords = (column: string): string => `${namesOf[column]?.[0] ?? ""} ${column}`.trim();
