import { both } from "./both.ts";

export const retirementPage = both(
  {
    title: "我什么时候能退休",
    description: "法定退休年龄、弹性退休最早最晚、还差几个月。",
    lead: "三个问题，算出您的退休时间和前后可以选的范围。",
    paid: "职工养老保险一共缴了多久（可以不填）",
    paidHint: "各地的加在一起，视同缴费年限也算。",
  },
  {
    title: "When can I retire?",
    description: "Statutory retirement age, earliest and latest, months still missing.",
    lead: "Three questions give the month of your retirement and how far you can move it.",
    paid: "How long you have paid into the employee pension (optional)",
    paidHint: "All places together; deemed years count too.",
  },
);

export const retirementSays = both(
  {
    statutory: "{month}，满{age}",
    statutoryPast: "{month}满{age}，已经到了退休年龄",
    why: "为什么是这个月",
    whyDelayed:
      "改革前是{original}。{from}起出生的开始延迟，每晚{step}个月多延1个月，最多延{cap}个月。您{birth}出生，比{from}晚{cohort}个月：{cohort}÷{step}取整再加1，延{delay}个月。{original}加{delay}个月，就是{age}，在{month}。",
    whyCapped:
      "改革前是{original}。{from}起出生的开始延迟，每晚{step}个月多延1个月，最多延{cap}个月。您{birth}出生，延到了最多的{delay}个月。{original}加{delay}个月，就是{age}，在{month}。",
    whyNot: "改革前是{original}。{from}起出生的才开始延迟，您{birth}出生，不受影响，还是{age}，在{month}。",
    choices: "前后可以怎么选",
    choicesText: "可以最多提前{earlier}，但不能早于改革前的年龄，还要缴够最低年限；单位同意的，可以最多推迟{later}。",
    notice: "提前或者推迟，都要提前{n}个月书面告诉单位。定下来以后不能再改。",
    noChoice: "您在{from}以前就到了退休年龄，那时还没有弹性退休，不能再选提前或者推迟。",
    picture: "最早、法定、最晚的退休时间",
    table: "每种选择要满足什么",
    colChoice: "选择",
    colMonth: "哪个月",
    colAge: "几岁",
    colLeast: "最少要缴",
    colMissing: "现在还差",
    earliest: "最早",
    statutoryName: "法定",
    latest: "最晚",
    past: "{month}（已过）",
    enough: "不差",
    enoughByThen: "您缴的{paid}，已经够了。",
    payOn: "您缴了{paid}，到{month}还差{missing}。从现在起每个月接着缴，到时候就够了。",
    tooFew:
      "您缴了{paid}。就算每个月接着缴到{month}，也还差{missing}。到时候可以接着缴到够，也可以转成居民养老保险，办法请打12333问。",
    tooFewPast: "您缴了{paid}，还差{missing}。可以接着缴到够，也可以转成居民养老保险，办法请打12333问。",
    today: "现在",
    switchLink: "转成居民养老怎么办",
    pension: "估一估养老金有多少",
  },
  {
    statutory: "{month}, at {age}",
    statutoryPast: "{month}, at {age}: you have reached it",
    why: "Why this month",
    whyDelayed:
      "Before the reform it was {original}. For births from {from} it comes later: one month for every {step} months of birth, at most {cap} months. You were born in {birth}, {cohort} months after {from}: {cohort} ÷ {step}, rounded down, plus 1, makes {delay} months. {original} and {delay} months make {age}, reached in {month}.",
    whyCapped:
      "Before the reform it was {original}. For births from {from} it comes later: one month for every {step} months of birth, at most {cap} months. You were born in {birth}, which makes the most there is: {delay} months. {original} and {delay} months are {age}, in {month}.",
    whyNot:
      "Before the reform it was {original}. It comes later only for births from {from}. You were born in {birth}, so it stays {age}, in {month}.",
    choices: "How far you can move it",
    choicesText:
      "Up to {earlier} earlier, but not before the age that held before the reform, and only with the least time paid; up to {later} later if your employer agrees.",
    notice: "Earlier or later: tell your employer in writing {n} months ahead. Once chosen, it stays.",
    noChoice: "You reached the age before {from}, when there was no choice yet: it cannot be moved.",
    picture: "Earliest, statutory and latest retirement",
    table: "What each choice asks",
    colChoice: "Choice",
    colMonth: "Month",
    colAge: "Age",
    colLeast: "Least paid",
    colMissing: "Missing now",
    earliest: "Earliest",
    statutoryName: "Statutory",
    latest: "Latest",
    past: "{month} (past)",
    enough: "nothing",
    enoughByThen: "You have paid {paid}: that is enough.",
    payOn: "You have paid {paid}; by {month} {missing} are missing. Pay every month from now on and it will be enough.",
    tooFew:
      "You have paid {paid}. Even if you pay every month until {month}, {missing} are missing. You can then go on paying, or switch to the resident pension: ask 12333 how.",
    tooFewPast:
      "You have paid {paid}; {missing} are missing. You can go on paying, or switch to the resident pension: ask 12333 how.",
    today: "Now",
    switchLink: "Switching to the resident pension",
    pension: "Estimate the pension itself",
  },
);
