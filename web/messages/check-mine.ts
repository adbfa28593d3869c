// What the page of my insurance says of my details, below everything else: a file of its own, fetched while the record is read.
import { both } from "./both.ts";

export const mineSays = both(
  {
    printed: "打印于{date}。这一页只供自己看，不是参保凭证。",
    claim:
      "<按登记的年龄，可以申请养老金了。>够不够条件，去社保经办机构或者打12333问。[/estimate/retirement 看退休年龄]。居民和职工两种都缴过的，[/transfer?kind=pension-switch 看怎么合]。",
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
    printed: "Printed on {date}. This page is for yourself; it is not a certificate.",
    claim:
      "<By your registered age you can apply for a pension.> Whether you meet its conditions: ask the social insurance agency, or call 12333. [/estimate/retirement See the retirement age]. If you paid into the employees' and the residents' pension: [/transfer?kind=pension-switch see how to join them].",
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
