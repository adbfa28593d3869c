// The resident pension, and the resident medical insurance for oneself or a child.
import type { Hardship } from "../../shared/enrolment/joining.ts";
import { both } from "./both.ts";

type Kinds = Record<Hardship | "none", string>;

export const hardship = both(
  {
    title: "有没有下面的情况？",
    lead: "有的话，政府替您缴一部分或全部，这是您该有的。没有就选“都没有”。",
    none: "都没有",
    "minimum-living": "家里有低保",
    destitute: "特困人员、孤儿",
    impoverished: "返贫致贫，或者防止返贫监测对象",
    disabled: "重度残疾",
    why: "为什么问、谁看得到",
    whyText:
      "只用来办代缴和资助。只有核对的工作人员看得到，每看一次都有记录，您能查到。不告诉村里别的人、单位和学校。您不说也能参保，只是没有代缴。",
  } satisfies Kinds & Record<string, string>,
  {
    title: "Does one of these apply?",
    lead: "If so, the government pays part or all for you: it is your right. If not, choose “None of them”.",
    none: "None of them",
    "minimum-living": "Our family gets the minimum living allowance",
    destitute: "In extreme hardship, or an orphan",
    impoverished: "Back in poverty, or watched so as not to fall back",
    disabled: "Severely disabled",
    why: "Why we ask, and who sees it",
    whyText:
      "Only to have the government pay. Only the staff who check it see it, and each look is noted where you can see it. Nobody else in the village, no employer and no school is told. You can join without saying it; then nobody pays for you.",
  },
);

export const residentPension = both(
  {
    title: "一年大约能缴多少？",
    description: "城乡居民养老保险：按一年能缴多少挑一档，看政府补多少、以后领多少、几岁领回来。",
    lead: "不用勉强。挑一个年年都缴得起的，以后每年可以换。",
    canPay: "一年大约能缴（元）",
    canPayHint: "可以不写，就从最低的看起",
    tier: "挑一档",
    next: "下一步",
    look: "看一遍",
  },
  {
    title: "What can you pay a year?",
    description:
      "The resident pension: choose a tier by what you can pay, see what is added, what it brings and when it is paid back.",
    lead: "Do not strain yourself. Choose what you can pay every year; you can change it each year.",
    canPay: "About so much a year (yuan)",
    canPayHint: "May stay empty: then begin with the lowest",
    tier: "Choose a tier",
    next: "Next",
    look: "Read it through",
  },
);

export const residentPensionZh = {
  where: "在{region}参加：居民养老在户口的地方参加（国发〔2014〕8号）。",
  noPlace: "登记库里没有您的户口地址。先补上，再回来选。",
  toResidence: "补户口地址",
  notOffered: "您现在不能参加：{why}",
  back: "看我能参加什么",
  "money.unreadable": "请只填金额，比如500",
  "hardship.missing": "请选一个。没有的话，选“都没有”",
  "tier.missing": "请挑一档",
  tier: "一年缴{n}元",
  about: "政府补{subsidy}元。{age}岁起每月大约领{range}元，{back}岁领回来",
  aboutNever: "政府补{subsidy}元。{age}岁起每月大约领{range}元",
  takenOver: "政府替您缴一部分或全部",
  kept: "许多地方只留给低保、特困、返贫致贫人员和重度残疾人",
  reach: "◆ 您一年缴得起的里面，这档最高。",
  below: "这里最低的一档是一年{n}元。缴不起也有办法：请打12333，看能不能由政府代缴。",
  range: "{low}到{high}",
  compared: "每月大约领多少元",
  bar: "一年缴{n}",
  picture: "每月大约领多少元：{said}",
  and: "、",
  ahead: "到{age}岁还能缴{n}次，加上已经缴的{paid}年，一共{years}年。满{minimum}年就能按月领，您够了。",
  missing:
    "到{age}岁还能缴{n}次，加上已经缴的{paid}年，一共{years}年。满{minimum}年才能按月领，差{missing}年要补，补的没有补贴。",
  national:
    "{region}自己的档次，我们还没有核实过的数。下面是国家要求至少要有的，当地能选哪几档，请先打12333问；当地没有的档缴不了，要回来重新选。",
  local: "{region}的档次。",
  basis: "依据：{documents}，{date}核对。按现行规定粗算，今后标准会变，以经办机构核定为准。没算账户里已经有的钱。",
  young: "还没满{age}岁，从{month}起才能参加。",
  ofAge: "已经到了{age}岁，不用再选档。",
  student: "在校学生不用缴居民养老。",
};
export const residentPensionEn: Record<keyof typeof residentPensionZh, string> = {
  where: "In {region}: the resident pension is joined where your hukou is (State Council (2014) No. 8).",
  noPlace: "The register has no hukou address of yours. Add it first, then come back.",
  toResidence: "Add my hukou address",
  notOffered: "Not possible now: {why}",
  back: "See what I can join",
  "money.unreadable": "An amount only, like 500",
  "hardship.missing": "Choose one. If nothing applies: “None of them”",
  "tier.missing": "Choose a tier",
  tier: "{n} yuan a year",
  about: "The government adds {subsidy} yuan. From {age} about {range} yuan a month, paid back at {back}",
  aboutNever: "The government adds {subsidy} yuan. From {age} about {range} yuan a month",
  takenOver: "The government pays part or all of it for you",
  kept: "In many places kept for people in hardship",
  reach: "◆ The highest that you can pay.",
  below: "The lowest tier here is {n} yuan a year. If that is too much there are ways: call 12333, the government may pay.",
  range: "{low}–{high}",
  compared: "About so many yuan a month",
  bar: "{n} a year",
  picture: "Yuan a month, about: {said}",
  and: ", ",
  ahead: "Payments left until {age}: {n}. With {paid} years paid that makes {years}. A monthly pension needs {minimum}: enough.",
  missing:
    "Payments left until {age}: {n}. With {paid} years paid that makes {years}. A monthly pension needs {minimum}: {missing} to be made up, without subsidy.",
  national:
    "{region} has tiers of its own that we have not verified. These are the ones the centre demands at least; for the local ones call 12333 first. One that the place does not have cannot be paid: then choose again here.",
  local: "The tiers of {region}.",
  basis:
    "Source: {documents}, checked {date}. A rough estimate by today's rules; standards will change, and what the agency decides is what counts. Without what is in your account already.",
  young: "Not yet {age}: you can join from {month}.",
  ofAge: "At {age} there is no tier to choose any more.",
  student: "Students do not pay for the resident pension.",
};

export const residentMedical = both(
  {
    title: "保哪一年？",
    titleChild: "给孩子参加居民医保",
    description: "城乡居民医疗保险：缴多少、政府补多少、从哪天起能报销。自己和孩子都能办。",
    lead: "居民医保一年缴一次，管一个日历年。",
    thisYear: "今年",
    nextYear: "明年",
    next: "下一步",
    look: "看一遍",
  },
  {
    title: "For which year?",
    titleChild: "Resident medical insurance for a child",
    description: "Resident medical insurance: what you pay, what is added, from which day it counts. For you and your children.",
    lead: "Resident medical insurance is paid once a year and covers a calendar year.",
    thisYear: "This year",
    nextYear: "Next year",
    next: "Next",
    look: "Read it through",
  },
);

export const residentMedicalZh = {
  where: "在{region}参加。",
  noPlace: "登记库里没有地址。先补上，再回来选。",
  toResidence: "补居住地址",
  notOffered: "现在不能参加：{why}",
  back: "看我能参加什么",
  forChild: "给孩子办：{name}",
  "year.missing": "请选一年",
  "hardship.missing": "请选一个。没有的话，选“都没有”",
  "consent.missing": "请先勾选监护人同意",
  year: "{year}年",
  fee: "缴{n}元，从{date}起能报销",
  feeUnknown: "缴多少还没有公布，请问12393；从{date}起能报销",
  minimum: "缴{n}元（全国最低，当地可能更高），从{date}起能报销",
  outcome: "一年缴{n}元",
  unknown: "一年缴多少，当地还没有公布，请打12393问。",
  subsidy: "政府另外给您补{n}元，全国最低是这么多。",
  from: "从{date}起能报销。",
  either:
    "从哪天起能报，看是不是当地集中缴费的时候，请打12393问。在那时候缴：从{inTime}起；过了时候再缴：要等{n}个月，从{late}起。",
  over: "那时{year}年已经过完，报不到，不如缴明年的。",
  noWait: "不用等。",
  newborn: "出生{n}天里参加，从出生那天（{date}）起就能报。",
  lateNewborn: "出生超过{n}天了，从哪天起能报，看当地的规定，请打12393问。",
  bonus: "连着缴满{after}年以后，每多连缴一年，大病最高能多报{n}元；断了从头数。",
  assume: "断了几年按登记库算；别处缴过的没有算进来。",
  basis: "依据：{documents}，{date}核对。以经办机构核定为准。",
};
export const residentMedicalEn: Record<keyof typeof residentMedicalZh, string> = {
  where: "Joined in {region}.",
  noPlace: "The register has no address. Add it first, then come back.",
  toResidence: "Add the home address",
  notOffered: "Not possible now: {why}",
  back: "See what I can join",
  forChild: "For your child: {name}",
  "year.missing": "Choose a year",
  "hardship.missing": "Choose one. If nothing applies: “None of them”",
  "consent.missing": "First tick the guardian's consent",
  year: "{year}",
  fee: "{n} yuan, counts from {date}",
  feeUnknown: "Price not published yet, call 12393; counts from {date}",
  minimum: "{n} yuan (national minimum, may be more there), counts from {date}",
  outcome: "{n} yuan for the year",
  unknown: "What a year costs there is not published yet: call 12393.",
  subsidy: "The government adds {n} yuan for you, at least.",
  from: "Counts from {date}.",
  either:
    "From when it counts depends on the payment period there: call 12393. Paid in that period: from {inTime}. Paid later: a wait of {n} months, from {late}.",
  over: " By then {year} is over and pays nothing: rather pay for the next year.",
  noWait: "No wait.",
  newborn: "Joined within {n} days of birth: it counts from birth ({date}).",
  lateNewborn: "More than {n} days after birth: from when it counts differs by place. Call 12393.",
  bonus:
    "After {after} years without a break each further year raises the serious-illness cap by {n} yuan; a break starts it anew.",
  assume: "Missed years as the register has them; what was paid elsewhere is not in it.",
  basis: "Source: {documents}, checked {date}. What the agency decides is what counts.",
};

export const evidencePage = both(
  {
    title: "有证明就拍一张",
    description: "代缴、资助的证明材料。",
    legend: "低保证、残疾证、特困证或者别的证明",
    hint: "没有也能往下走，由社区核对名单。拍全、看得清字；PDF也行，不超过4MB。",
    next: "看一遍",
    underway: "照片还在路上，传好了再往下走",
  },
  {
    title: "A photo of the paper, if you have one",
    description: "Papers for help with the payment.",
    legend: "Allowance card, disability card, or another paper",
    hint: "Without one you can go on too: the community checks its list. All of it, easy to read; a PDF of up to 4 MB will do.",
    next: "Read it through",
    underway: "A photo is still on its way: go on when it has arrived",
  },
);
