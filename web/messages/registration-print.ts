// The printed form: what is said around it, and the names of documents. The form itself is Chinese: web/slices/registration/official-form.ts.
import type { DocType } from "../../shared/registration.ts";
import { both } from "./both.ts";

export const documentWords = both(
  {
    RIC: "居民身份证",
    HK_MO_RP: "港澳居民居住证",
    TW_RP: "台湾居民居住证",
    FPR_ID: "外国人永久居留身份证",
    FPR_ID_LEGACY: "外国人永久居留证",
    PASSPORT: "外国护照",
    BIRTH_CERT: "出生医学证明",
    "doc.OTHER": "其他证件",
  } satisfies Record<Exclude<DocType, "OTHER"> | "doc.OTHER", string>,
  {
    RIC: "Identity card",
    HK_MO_RP: "Residence permit for Hong Kong and Macao residents",
    TW_RP: "Residence permit for Taiwan residents",
    FPR_ID: "Permanent residence identity card",
    FPR_ID_LEGACY: "Permanent residence card",
    PASSPORT: "Passport",
    BIRTH_CERT: "Birth certificate",
    "doc.OTHER": "Another document",
  },
);

export const printSays = both(
  {
    opening: "正在打开登记表。",
    unread: "现在打不开登记表",
    unreadText: "是网络或我们的系统出了问题。您交的已经存好，不会丢。",
    again: "再试一次",
    noReceipt: "这里没有这份登记表",
    noReceiptText: "请从“我的提交”里打开它的回执，再点“打印登记表”。",
    limitedTitle: "先再核对一项，才能打印",
    limitedText: "表上是您的完整信息。您登记的手机很久没有核对，或者刚换过，请再核对一项身份，核对完就回到这里。",
    limitedLink: "去核对",
    qr: "回执号的二维码：{receipt}",
    "box.on": "已选",
    "box.off": "未选",
  },
  {
    opening: "Opening the form.",
    unread: "The form cannot be opened now",
    unreadText: "The network or our system has a fault. What you sent is stored and not lost.",
    again: "Try again",
    noReceipt: "There is no such form here",
    noReceiptText: "Open its receipt under “My submissions”, and then “Print the form”.",
    limitedTitle: "One more proof before you print",
    limitedText:
      "The form shows your details in full. Your registered phone was not confirmed for a long time, or was changed lately. Please give one more proof; then you come back here.",
    limitedLink: "Give one more proof",
    qr: "QR code of the receipt: {receipt}",
    "box.on": "chosen",
    "box.off": "not chosen",
  },
);

/** What the Chinese form asks, row by row, for whoever reads English. */
export const inEnglish = {
  title: "What the form says",
  rows: [
    ["First two rows", "Name, sex, date of birth; type and number of the document; social security card: yes, no"],
    ["Addresses", "Hukou: province, city, county. Residence: the same, township, village or community, road and number"],
    ["Phones", "Landline, mobile phone"],
    [
      "1 Work",
      "Full name of the employer. Without employer: before school, student, without work, flexible work, retired or drawing a pension, other",
    ],
    [
      "2 Insurance",
      "Pension: employees', residents', government and public institutions', farmers whose land was taken, another one. Medical: employees', residents', new rural cooperative, paid by the state, migrant workers', another one. Unemployment, work injury, maternity",
    ],
    ["3 Why not insured", "Not joined or interrupted by the person; not enrolled by the employer; army, abroad, prison"],
    ["4 Insured elsewhere", "Another city of the province; another province"],
    ["5 Insured twice", "The places"],
    [
      "Declaration",
      "I know what this form tells me, and I have filled in what concerns me truthfully. Signature of the person, guardian or proxy, and the date. Below: signatures of the clerk and of the checker",
    ],
  ],
} as const;
