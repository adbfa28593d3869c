// What one has: stop it, change the base, the tier, or how often one pays.
import { both } from "./both.ts";

export const stop = both(
  {
    title: "停保、改缴费",
    description: "停保、改基数、改档次、改多久缴一次。",
    why: "为什么要停？",
    whyLead:
      "停了以后看病可能不报、养老年限不再加。以前缴的不会丢，以后可以再参加。设了自动扣费的，请同时在缴费的地方（税务、银行）取消：这里停不了扣款。",
    reasons: {
      employed: "有单位了，单位给我办",
      moved: "搬到别的地方了",
      "other-scheme": "换成另一种",
      drawing: "开始领养老金了",
      "cannot-pay": "现在缴不起",
      other: "别的原因",
    },
    cheaper: "缴不起的话，先看看有没有更轻的办法",
    cheaperText: "可以换低一点的基数或档次，可以改成按月缴，困难的由政府代缴。停了再回来，看病可能要等几个月。",
    from: "从哪个月起停？",
    this: "这个月起",
    following: "下个月起",
    next: "下一步",
    look: "看一遍",
  },
  {
    title: "Stop it, or change what I pay",
    description: "Stop, change the base, the tier, or how often you pay.",
    why: "Why do you stop?",
    whyLead:
      "After that medical bills may not be paid and no pension years are added. What you paid is not lost, and you can join again. If it is paid by direct debit, cancel that where you pay (tax office, bank): this site cannot stop it.",
    reasons: {
      employed: "I have an employer now, who enrols me",
      moved: "I moved to another place",
      "other-scheme": "I change to the other one",
      drawing: "I draw a pension now",
      "cannot-pay": "I cannot pay it now",
      other: "Another reason",
    },
    cheaper: "If it is too much, look for an easier way first",
    cheaperText:
      "You can take a lower base or tier, pay monthly, or have the government pay if you are hard up. Coming back later may mean months without medical cover.",
    from: "From which month?",
    this: "From this month",
    following: "From next month",
    next: "Next",
    look: "Read it through",
  },
);

export const stopZh = {
  list: "您有的，选一个来改",
  none: "现在没有您自己参加的保险。",
  join: "我能参加哪些保险？",
  held: "{region}，从{month}起",
  joined: "{region}，等您缴费",
  employer: "这一种是单位给您办的，由单位去停、去改。",
  drawn: "您在享受这一份待遇，不能在这里停、改。请打12333问。",
  base: "改基数",
  frequency: "改多久缴一次",
  tier: "换一档",
  stop: "停保",
  slip: "看缴费通知",
  stopping: "要停的是：{name}，{region}",
  "reason.missing": "请选一个",
  "from.missing": "请选一个",
  month: "{month}",
};
export const stopEn: Record<keyof typeof stopZh, string> = {
  list: "What you have: choose what to change",
  none: "There is no insurance that you joined by yourself.",
  join: "Which insurance can I join?",
  held: "{region}, since {month}",
  joined: "{region}, waiting for your payment",
  employer: "Your employer enrolled you in it and must stop or change it.",
  drawn: "You draw a benefit from it, so it cannot be stopped or changed here: call 12333.",
  base: "Change the base",
  frequency: "Change how often I pay",
  tier: "Choose another tier",
  stop: "Stop",
  slip: "See the payment slip",
  stopping: "To be stopped: {name}, {region}",
  "reason.missing": "Choose one",
  "from.missing": "Choose one",
  month: "{month}",
};
