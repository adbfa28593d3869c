import { both } from "./both.ts";

/** The page that compares the tiers of the resident pension. */
export const residentPension = both(
  {
    title: "居民养老缴哪一档",
    description: "一年缴多少、政府补多少、{age}岁起每月大约领多少，一档一档比给您看。",
    lead: "城乡居民养老保险分档缴费，您自己挑一档。这里把每一档算给您看。",
    birth: "出生年月",
    paid: "已经缴了几年",
    paidHint: "今年缴过了也算一年。没缴过可以不填。",
    account: "个人账户里有多少元",
    accountHint: "可以不填。查询结果或存折上有。",
    canPay: "一年大约能缴多少元",
    canPayHint: "可以不填。所有的档都会列出来。",
    about: "下面有没有合适您的",
    aboutHint: "有些人由政府代缴一部分或全部，选了才能一起算。",
    none: "都没有",
    hardUp: "低保、特困、返贫致贫人员，或者重度残疾人",
    student: "在校学生",
  },
  {
    title: "Which tier of the resident pension",
    description: "What you pay a year, what the government adds, what you get a month from {age}: tier by tier.",
    lead: "In the resident pension you choose a tier to pay. Here each tier is worked out for you.",
    birth: "Year and month of birth",
    paid: "Years already paid",
    paidHint: "This year counts if you have paid it. Leave it empty if you have never paid.",
    account: "Yuan in your individual account",
    accountHint: "Not needed. It is in your record or savings book.",
    canPay: "Yuan you can pay a year, roughly",
    canPayHint: "Not needed. All tiers will be listed.",
    about: "Does one of these fit you?",
    aboutHint: "For some people the government pays part or all. Choose it so that it is worked out too.",
    none: "None of them",
    hardUp: "Minimum living guarantee, extreme hardship, back in poverty, or severely disabled",
    student: "At school or university",
  },
);

/** What its script may say. */
export const residentPensionSays = both(
  {
    young: "还没满{age}岁，从{month}起才可以参加居民养老保险。现在不用缴。",
    school: "在校学生不用参加居民养老保险。毕业以后没有单位的，再来选一档。",
    schoolMedical: "居民医保要参加，一般在学校缴。不清楚请打12393。",
    ofAge: "已经到了{age}岁，不用再选档次了。",
    draw: "缴满{years}年的，可以按月领养老金。还没办领取的，带身份证和社保卡去社保服务所，或者打12333问怎么办。",
    ofAgeMissing: "缴满{years}年才能按月领，按您填的还差{n}年。差的能不能补缴、怎么补，各地有规定，请打12333问。",
    tooMany: "填的缴费年数，比能参保的年数还多。请核对出生年月和年数。",

    outcome: "每年缴{tier}元，从{month}起每月大约领{range}元",
    below: "这里最低的一档是一年{tier}元",
    belowText: "一年缴不了这么多，也有办法：请打12333或者问社区，看能不能由政府代缴，有没有更低的档。",
    ahead: "到{age}岁还能缴{n}次，一年一次。加上已经缴的{paid}年，一共{years}年。",
    enough: "满{years}年就能按月领，您够了。",
    missing: "满{years}年才能按月领，还差{n}年，要补缴。下面按现在照同一档补上来算。",
    ownTiers: "{region}有自己的档次，我们还没有核实过的数",
    everywhere: "各地有自己的档次",
    ownText:
      "下面用的是国家要求各地至少要有的档次、补贴和基础养老金，当地的一般不会更少。您能选哪几档、政府补多少，请打12333问当地经办机构。",
    ownBasic: "当地的基础养老金没有核实过的数，下面用全国最低标准，当地的一般不会更少。请打12333问。",
    lowest: "{region}最低一档，据了解是一年{n}元。",
    highest: "{region}最高一档，据了解是一年{n}元。",
    unsure: "这些数把握小，以当地公布的为准。",
    takenOver: "一年{tier}元的一档，由政府替您缴一部分或全部。缴多少，请问社区或打12333。",
    kept: "一年{tier}元的一档，许多地方只留给低保、特困、返贫致贫人员和重度残疾人。",

    compared: "每月大约领多少元",
    picture: "每月大约领多少元：{tiers}",
    bar: "一年缴{tier}",
    range: "{low}到{high}",
    and: "、",
    caption: "一档一档比（元）",
    captionNational: "国家最低的档次，一档一档比（元）",
    tier: "一年缴",
    subsidy: "政府补",
    pension: "每月大约领",
    total: "您一共缴",
    back: "几岁领回来",
    age: "{years}",
    never: "－",
    rangeAbout: "“每月大约领”前一个数不算增长，后一个数按每年增长{growth}算。",
    backAbout:
      "“几岁领回来”是说：到这个年纪，多领的养老金就和您从现在起缴的一样多了。养老金发到终身；账户里没领完的，家人可以继承。",

    more: "再缴多一点，能多领多少",
    another: "{tier}元一档再多缴一年：每月大约多领{n}元。",
    another2: "有些地方缴满{years}年以后，每多缴一年基础养老金也加，请打12333问。",
    higher: "换成{tier}元一档：一年多缴{more}元，每月大约多领{n}元。",
    makeUp: "差的{n}年怎么补",
    makeUpText: "照{tier}元一档补{n}年，要{sum}元。补缴的部分政府不给补贴。什么时候补、能补哪几年，各地不一样，请打12333问。",

    how: "怎么算的",
    formula: "基础养老金{basic}元＋个人账户÷{payout}个月",
    formulaAccount: "个人账户：已有{account}元＋您缴{total}元＋政府补{given}元＝{sum}元",
    formulaSum: "{basic}＋{sum}÷{payout}＝每月{monthly}元（不算增长）",
    unchanged: "居民养老金还是从{age}岁开始领，2025年的延迟退休改革没有改它。",
  },
  {
    young: "Not yet {age}: you may join the resident pension from {month}. Nothing to pay now.",
    school:
      "Who is at school or university does not join the resident pension. Come back after graduation if you have no employer.",
    schoolMedical: "You do need resident medical insurance, usually paid at school. If unsure, call 12393.",
    ofAge: "At {age} there is no tier to choose any more.",
    draw: "With {years} years paid you can draw a pension every month. If you have not applied, take identity card and social security card to the community desk, or call 12333.",
    ofAgeMissing:
      "A monthly pension needs {years} years; by what you typed {n} year is missing. Whether and how it can be made up differs by place: call 12333.|A monthly pension needs {years} years; by what you typed {n} years are missing. Whether and how they can be made up differs by place: call 12333.",
    tooMany: "These are more years than there were to be insured. Please check the birth and the years.",

    outcome: "With {tier} yuan a year you get about {range} yuan a month from {month}",
    below: "The lowest tier here is {tier} yuan a year",
    belowText:
      "If that is too much there are ways: call 12333 or ask your community whether the government can pay, or whether there is a lower tier.",
    ahead: "Payments left until {age}: {n}, one a year. With the {paid} already paid that makes {years} years.",
    enough: "A monthly pension needs {years} years: you will have enough.",
    missing: "A monthly pension needs {years} years: {n} to be made up. Below we reckon with making up now, at the same tier.",
    ownTiers: "{region} has its own tiers, and we have no verified figures",
    everywhere: "Each place has its own tiers",
    ownText:
      "Below are the tiers, subsidies and basic pension that the centre demands at least; a place usually has no less. Which tiers you can choose and what the government adds: call 12333 and ask the agency there.",
    ownBasic:
      "We have no verified figure for the basic pension there. Below is the national minimum; a place usually has no less. Call 12333.",
    lowest: "{region}, lowest tier as far as we know: {n} yuan a year.",
    highest: "{region}, highest tier as far as we know: {n} yuan a year.",
    unsure: "We are not sure of these figures; what is published there counts.",
    takenOver:
      "For the tier of {tier} yuan a year the government pays part or all for you. How much: ask your community or call 12333.",
    kept: "In many places the tier of {tier} yuan a year is kept for people in hardship and the severely disabled.",

    compared: "Yuan a month, about",
    picture: "Yuan a month, about: {tiers}",
    bar: "{tier} a year",
    range: "{low}–{high}",
    and: ", ",
    caption: "Tier by tier, in yuan",
    captionNational: "The national minimum, tier by tier, in yuan",
    tier: "Tier",
    subsidy: "Added",
    pension: "A month",
    total: "You pay",
    back: "Back at",
    age: "{years}",
    never: "–",
    rangeAbout:
      "“Tier”: what you pay a year; “added”: what the government adds to it. “A month”: first without growth, then with growth of {growth} a year. “You pay”: all payments from now on.",
    backAbout:
      "“Back at”: the age by which the pension has brought you as much more as you pay from now on. It is paid for life; what is left in the account goes to your family.",

    more: "What paying a little more brings",
    another: "One more year at {tier} yuan: about {n} yuan more a month.",
    another2: "Some places also raise the basic pension for each year after {years}: call 12333.",
    higher: "The tier of {tier} yuan: {more} yuan more a year, about {n} yuan more a month.",
    makeUp: "Making up {n} missing year|Making up {n} missing years",
    makeUpText:
      "At {tier} yuan the missing years ({n}) cost {sum} yuan. There is no subsidy on what is made up. When and for which years differs by place: call 12333.",

    how: "How it is worked out",
    formula: "Basic pension {basic} yuan + individual account ÷ {payout} months",
    formulaAccount: "Account: {account} yuan now + {total} yuan from you + {given} yuan from the government = {sum} yuan",
    formulaSum: "{basic} + {sum} ÷ {payout} = {monthly} yuan a month (without growth)",
    unchanged: "The resident pension is still paid from {age}: the retirement reform of 2025 did not change it.",
  },
);
