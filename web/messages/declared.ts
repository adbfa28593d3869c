// What follows from a declared reason, before it is sent and on its receipt: what we do and by when, what the person can do now.
import type { WorkItem } from "../../shared/reasons/reasons.ts";
import { both } from "./both.ts";

/** Of these nothing is said: a day says it, or nobody can say them of themselves. */
type Unsaid =
  | "RECHECK_ON_DISCHARGE"
  | "RECHECK_YEARLY"
  | "RECHECK_ON_RELEASE"
  | "RECHECK_ON_GRADUATION"
  | "VERIFY_DEATH_AND_CLOSE"
  | "REVISIT"
  | "POLICE_CROSSCHECK";
export type SaidWork = Exclude<WorkItem, Unsaid>;
/** Work with a page to read or to work something out on. */
export type Linked =
  | "SUBSIDY_CHECK"
  | "TIER_CHOOSER"
  | "EXPLAINER"
  | "BENEFIT_ESTIMATE"
  | "BACK_PAY_CHECK"
  | "SWITCH_CHECK"
  | "FLEXIBLE_GUIDE"
  | "TRANSFER_CHECK"
  | "UI_CHECK"
  | "CHANNEL_LIST"
  | "EXPLAINER_HUKOU_ABOLISHED"
  | "LABOUR_INSPECTION_LEAD"
  | "EXPLAINER_30_DAYS"
  | "TAX_COLLECTION_LEAD"
  | "EXPLAINER_WAIVER_VOID"
  | "OCC_INJURY_CHECK"
  | "MEDICAL_CHECK";

/** `days`, `lead`: working days, the day of receipt not counted. `see.…`: on a link. */
export const workSays = both(
  {
    SUBSIDY_CHECK: "{days}个工作日内，工作人员看您能不能享受补贴、由政府代缴，打电话告诉您。",
    TIER_CHOOSER: "您可以先选最低一档，政府另外还有补贴。",
    EXPLAINER: "跟您有关的政策，已经写成大白话。",
    CALL_BACK: "{days}个工作日内给您回电话。",
    BENEFIT_ESTIMATE: "用您自己的数字，现在就能算一算。",
    BACK_PAY_CHECK: "{days}个工作日内，工作人员查您能不能补缴、接着缴，打电话告诉您。",
    SWITCH_CHECK: "职工和居民两种养老保险可以接起来算。",
    FLEXIBLE_GUIDE: "没有单位，也可以自己参加。",
    TRANSFER_CHECK: "以前缴的不会丢，可以转过来接着算。",
    UI_CHECK: "{days}个工作日内，工作人员看您能不能领失业金，打电话告诉您。",
    CROSS_REGION_VERIFY: "工作人员去您说的地方核实，核实了就改过来。",
    ASSISTED_VISIT: "{days}个工作日内，社区的人联系您，可以上门办。",
    PROXY_AGENT: "也可以写一张委托书，请家里人替您办。",
    CHANNEL_LIST: "在哪里缴，也写好了。",
    SUPERVISOR_CALL: "{days}个工作日内，负责人给您打电话。",
    EXPLAINER_HUKOU_ABOLISHED: "户口不在这里，也能参保。",
    LABOUR_INSPECTION_LEAD: "{lead}个工作日内，我们把情况交给劳动保障监察。您没有说可以，就不告诉单位是谁说的。",
    EXPLAINER_30_DAYS: "试用期也要参保：从上班那天算，{enrol}天内单位要办好。",
    TAX_COLLECTION_LEAD: "{lead}个工作日内，我们把欠缴的情况交给税务部门。您没有说可以，就不告诉单位是谁说的。",
    EXPLAINER_WAIVER_VOID: "给现金、签“不要社保”都不算数，单位还是要给您办。",
    OCC_INJURY_CHECK: "{days}个工作日内，工作人员查平台有没有给您缴职业伤害保障。",
    REMOTE_CHANNEL: "在国外也能在这里查记录、改资料。",
    TERMINATE_REVIEW: "工作人员核对您定居的情况，结果写在回执里。",
    MEDICAL_CHECK: "上学期间，养老不要求参加；医疗一般在学校参加。",
    HAND_OVER_REGION: "核对以后，由您现在住的地方接着帮您。",
    MARK_INSURED: "核对以后，登记库里会写上您在领待遇。",
    FREE_TEXT_REVIEW: "工作人员会看您写的，结果写在回执里。",
    "see.SUBSIDY_CHECK": "谁能由政府代缴",
    "see.TIER_CHOOSER": "挑最低一档，看缴多少、补多少",
    "see.EXPLAINER": "看这张政策卡片",
    "see.BENEFIT_ESTIMATE": "去算一算",
    "see.BACK_PAY_CHECK": "最少要缴几年",
    "see.SWITCH_CHECK": "怎么接起来",
    "see.FLEXIBLE_GUIDE": "看我能参加哪一种",
    "see.TRANSFER_CHECK": "怎么转过来",
    "see.UI_CHECK": "谁能领失业金",
    "see.CHANNEL_LIST": "在哪里缴",
    "see.EXPLAINER_HUKOU_ABOLISHED": "户口和参保",
    "see.LABOUR_INSPECTION_LEAD": "依据哪条法、多久办完",
    "see.EXPLAINER_30_DAYS": "单位多久要办好",
    "see.TAX_COLLECTION_LEAD": "单位晚缴会怎样",
    "see.EXPLAINER_WAIVER_VOID": "为什么不算数",
    "see.OCC_INJURY_CHECK": "接单受了伤，谁来赔",
    "see.MEDICAL_CHECK": "学生参加哪些",
    expires: "这个原因管到{date}，以后我们再问您。",
    kept: "情况变了，随时可以再说一次。",
  } satisfies Record<SaidWork | `see.${Linked}` | "expires" | "kept", string>,
  {
    SUBSIDY_CHECK: "Within {days} working days our staff see whether you get help or the government pays for you, and call you.",
    TIER_CHOOSER: "You can begin with the lowest tier; the government adds a subsidy.",
    EXPLAINER: "What concerns you is written down in plain words.",
    CALL_BACK: "Within {days} working days we call you.",
    BENEFIT_ESTIMATE: "You can work it out now, with your own numbers.",
    BACK_PAY_CHECK:
      "Within {days} working days our staff see whether you can pay for earlier years or go on paying, and call you.",
    SWITCH_CHECK: "Years in the employees' and the residents' pension can be joined together.",
    FLEXIBLE_GUIDE: "Without an employer you can join by yourself.",
    TRANSFER_CHECK: "What you paid before is not lost and can be transferred.",
    UI_CHECK: "Within {days} working days our staff see whether you can draw unemployment benefit, and call you.",
    CROSS_REGION_VERIFY: "Our staff ask at the place you named, and put it right.",
    ASSISTED_VISIT: "Within {days} working days your community contacts you; they can come to you.",
    PROXY_AGENT: "You can also authorise somebody of your family in writing.",
    CHANNEL_LIST: "Where to pay is written down too.",
    SUPERVISOR_CALL: "Within {days} working days a supervisor calls you.",
    EXPLAINER_HUKOU_ABOLISHED: "You can join although your hukou is elsewhere.",
    LABOUR_INSPECTION_LEAD:
      "Within {lead} working days we hand it to the labour inspection. Unless you allowed it, your employer does not learn who said so.",
    EXPLAINER_30_DAYS: "Probation counts: your employer has to enrol you within {enrol} days of your first day at work.",
    TAX_COLLECTION_LEAD:
      "Within {lead} working days we hand the arrears to the tax office. Unless you allowed it, your employer does not learn who said so.",
    EXPLAINER_WAIVER_VOID: "Cash instead, or a signed “no insurance”, does not count: your employer must enrol you all the same.",
    OCC_INJURY_CHECK: "Within {days} working days our staff see whether the platform pays injury protection for you.",
    REMOTE_CHANNEL: "From abroad too, you can see your record and change your details here.",
    TERMINATE_REVIEW: "Our staff look at it; the result will be on the receipt.",
    MEDICAL_CHECK: "While you study no pension is required; medical cover is usually through your school.",
    HAND_OVER_REGION: "Then the place where you live now goes on helping you.",
    MARK_INSURED: "Then the register will show that you draw a benefit.",
    FREE_TEXT_REVIEW: "Our staff read what you wrote; the result will be on the receipt.",
    "see.SUBSIDY_CHECK": "For whom the government pays",
    "see.TIER_CHOOSER": "The lowest tier: what you pay, what is added",
    "see.EXPLAINER": "Read the card",
    "see.BENEFIT_ESTIMATE": "Work it out",
    "see.BACK_PAY_CHECK": "How many years are needed",
    "see.SWITCH_CHECK": "How they are joined",
    "see.FLEXIBLE_GUIDE": "Which one I can join",
    "see.TRANSFER_CHECK": "How to transfer",
    "see.UI_CHECK": "Who gets unemployment benefit",
    "see.CHANNEL_LIST": "Where to pay",
    "see.EXPLAINER_HUKOU_ABOLISHED": "Hukou and insurance",
    "see.LABOUR_INSPECTION_LEAD": "By which law, and how long it takes",
    "see.EXPLAINER_30_DAYS": "By when an employer must act",
    "see.TAX_COLLECTION_LEAD": "When an employer pays late",
    "see.EXPLAINER_WAIVER_VOID": "Why it does not count",
    "see.OCC_INJURY_CHECK": "Hurt while taking orders: who pays",
    "see.MEDICAL_CHECK": "What students join",
    expires: "This reason holds until {date}; then we ask you again.",
    kept: "When something changes you can say it again at any time.",
  },
);
