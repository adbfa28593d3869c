// Why a record was opened on the helpline, in the words that its person reads in their log. They are Chinese like all that agencies
// write; the page says in either language what kind of look it was.
import type { RevealReason, SearchKind } from "../../shared/helpline/contract.ts";

export const why = {
  opened: "有人来电，打开工单",
  readAgain: "同一个来电，再看一次",
  takenOver: "同一个来电，换人接手",
  answer: "核对来电人的回答",
  code: "核对来电人念的验证码",
  behalf: "有人替本人来电",
  wrongTwice: "来电人两次没有核对上，只讲政策",
} as const;

export const whySearched: Record<SearchKind, string> = {
  number: "按证件号码查找，列在结果里",
  "name-birth": "按姓名和出生日期查找，列在结果里",
  phone: "按手机号查找，列在结果里",
  receipt: "按回执号查找，列在结果里",
  ticket: "按工单号查找，列在结果里",
};

export const whyRevealed: Record<RevealReason, string> = {
  compare: "显示一项，和来电人说的比对",
  correct: "显示一项，准备更正登记",
  "call-back": "显示一项，准备回电",
  post: "显示一项，准备邮寄材料",
};
