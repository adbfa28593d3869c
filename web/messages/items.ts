// What can be changed and what was asked for, in words: the change pages, receipts and lists say it alike.
import type { ChangeItem } from "../../shared/change/contract.ts";
import type { EmploymentStatus } from "../../shared/registration.ts";
import { both } from "./both.ts";

export const items = both(
  {
    phone: "手机号码",
    residence: "居住地址",
    contact: "联系地址",
    employment: "就业状态",
    card: "社会保障卡",
    hukou: "户口地址",
    name: "姓名",
    number: "证件号码",
    birth: "出生日期",
    sex: "性别",
    death: "家人去世",
  } satisfies Record<ChangeItem, string>,
  {
    phone: "Mobile phone",
    residence: "Home address",
    contact: "Postal address",
    employment: "Work",
    card: "Social security card",
    hukou: "Hukou address",
    name: "Name",
    number: "Document number",
    birth: "Date of birth",
    sex: "Sex",
    death: "Death of a relative",
  },
);

/** Codes that stand for words in what the API says. */
export const codeWords = both(
  {
    EMPLOYED: "在职",
    FLEXIBLE: "灵活就业",
    UNEMPLOYED: "失业",
    STUDENT: "上学",
    RETIRED: "退休",
    PRESCHOOL: "没上学",
    NONE: "没有工作",
    "card.yes": "有卡",
    "card.no": "没有卡",
    "sex.M": "男",
    "sex.F": "女",
  } satisfies Record<EmploymentStatus | "card.yes" | "card.no" | "sex.M" | "sex.F", string>,
  {
    EMPLOYED: "Employed",
    FLEXIBLE: "Flexible work",
    UNEMPLOYED: "Unemployed",
    STUDENT: "Studying",
    RETIRED: "Retired",
    PRESCHOOL: "Not at school yet",
    NONE: "No work",
    "card.yes": "Has a card",
    "card.no": "No card",
    "sex.M": "Male",
    "sex.F": "Female",
  },
);
