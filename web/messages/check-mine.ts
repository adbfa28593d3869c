// What the page of my insurance says of my details, below everything else: a file of its own, fetched while the record is read.
import { both } from "./both.ts";

export const mineSays = both(
  {
    mine: "我的资料",
    wrong: "哪里不对，请改过来。",
    add: "填上",
    none: "没有记录",
    "fact.phone": "手机",
    "fact.residence": "居住地址",
    "fact.contact": "联系地址",
    "fact.hukou": "户口地址",
    "fact.employment": "就业状态",
    "fact.card": "社会保障卡",
    confirmed: "{date}核对过",
    stale: "一年没有核对过。还在用，也请点“改”核对一次",
    "card.yes": "有卡",
    "card.no": "没有卡",
    otherSays: "说法不一样：{text}（{source}）",
  },
  {
    mine: "My details",
    wrong: "If something is wrong, please change it.",
    add: "Add",
    none: "Nothing registered",
    "fact.phone": "Phone",
    "fact.residence": "Home address",
    "fact.contact": "Contact address",
    "fact.hukou": "Household registration",
    "fact.employment": "Employment",
    "fact.card": "Social security card",
    confirmed: "confirmed on {date}",
    stale: "Not confirmed within the last year. If you still use it, press “Change” and confirm it",
    "card.yes": "Yes",
    "card.no": "No",
    otherSays: "Another source says: {text} ({source})",
  },
);
