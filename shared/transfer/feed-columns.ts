// The columns of a file of states from an agency's core system: one row is one event of one transfer. No national item codes could
// be found for them; the names are those of 人社部规〔2016〕5号 and of the forms in use.
import { headerOf } from "../insured/header.ts";

export const transferColumnNames = {
  RECEIPT: ["回执号", "回执", "转移业务编号", "转移编号", "业务编号"],
  EVENT: ["办理环节", "办理事项", "转移状态", "状态"],
  ON: ["发生日期", "办理日期", "完成日期"],
  ACCOUNT: ["个人账户转移额", "个人账户金额", "个人账户"],
  POOL: ["统筹基金转移额", "统筹基金金额", "统筹基金"],
  TIMES: ["第几次"],
  NOTE: ["书面理由", "退回原因", "说明", "备注"],
} as const satisfies Record<string, readonly string[]>;

export type TransferColumn = keyof typeof transferColumnNames;
const required: readonly TransferColumn[] = ["RECEIPT", "EVENT", "ON"];

export const readTransferHeader = headerOf<TransferColumn>(transferColumnNames, required);

/** Whose first row names a receipt, and an event or its day, is a file of states: nothing else has both. */
export function namesTransfers(cells: readonly string[]): boolean {
  const read = readTransferHeader(cells);
  if (read.ok || read.refusal.code === "column-twice") return true;
  return read.refusal.columns.length === 1 && read.refusal.columns[0] !== "RECEIPT";
}
