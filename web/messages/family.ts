import { both } from "./both.ts";

/** Family access: the page of it. */
export const family = both(
  {
    title: "家人",
    description: "我替谁办、谁替我办，怎么开始，怎么取消。",
    lead: "家人可以替您看和办社保，您也可以替家人。要本人同意：验证码只发到本人的手机。随时可以取消。",
    actsFor: "我可以替谁办",
    children: "我的孩子（未满18岁）",
    childrenText: "户口登记或者出生医学证明上是您的孩子，不用验证码。",
    actsForMe: "谁可以替我办",
    toAsk: "我要替家人办",
    toLog: "看谁看过我的记录",
    objectTitle: "不想让父母替我办",
    objectText: "满14岁可以提出不同意。提出以后，他们只能看，不能替您提交；工作人员会和您谈，再决定。",
    objectLabel: "为什么（可以不填）",
    object: "提出不同意",
    little: "这次登录核对得少，只能看和取消。要开始替家人办、看更多，请再核对一项。",
    toProof: "去核对",
  },
  {
    title: "Family",
    description: "For whom I act, who acts for me, how it begins and how it ends.",
    lead: "Family can look and act for you, and you for them. The person has to agree: the code goes to their own phone only. It can be ended at any time.",
    actsFor: "For whom I act",
    children: "My children (under 18)",
    childrenText: "Those whom the household register or a certificate of birth names as yours: no code is needed.",
    actsForMe: "Who acts for me",
    toAsk: "Act for a relative",
    toLog: "See who looked at my record",
    objectTitle: "I do not want my parents to act for me",
    objectText: "From 14 on you may object. From then on they can look and send nothing; our staff talks with you and decides.",
    objectLabel: "Why (you need not say)",
    object: "Object",
    little:
      "You have proved little in this session: here you can see who acts, and end it. For anything more, give one more proof.",
    toProof: "Give one more proof",
  },
);

export const scopeWords = both(
  {
    look: "看参保情况",
    changes: "填登记表（住址、户口、工作、社保卡）",
    enrolment: "参保、变更、停保",
    transfer: "办转移",
    certificates: "开证明",
  },
  {
    look: "See the insurances",
    changes: "The registration form (address, hukou, work, card)",
    enrolment: "Join, change, stop",
    transfer: "Move an insurance",
    certificates: "Certificates",
  },
);

/** What its script says. */
export const familySays = both(
  {
    nobodyFor: "您现在没有替别人办。",
    nobodyMe: "现在没有人可以替您办。",
    active: "可以办，到{date}为止",
    lookOnly: "前72小时只能看：{time}起可以办，到{date}为止",
    endedMe: "{date}您取消的",
    endedGiver: "{date}由本人取消",
    endedDelegate: "{date}由代办人取消",
    endedOver: "{date}到期",
    endedClosed: "{date}结束：本人的登记已经注销",
    guardian: "监护人",
    byDesk: "在窗口核对过材料",
    toCheck: "看参保",
    toForm: "填登记表",
    toEnrol: "参保",
    toTransfer: "办转移",
    endFor: "不替他办了",
    endMe: "不让他替我办了",
    endSure: "再按一次，马上取消",
    endedTitle: "已经取消",
    endedText: "马上就不能再替{name}看和办。",
    endedTextMe: "{name}马上就不能再替您看和办。",
    childForm: "填登记表",
    childLook: "看登记表",
    childMedical: "参加居民医保",
    childObjected: "孩子不同意您替他办。工作人员定下来以前，您只能看，不能提交。他们会和你们联系。",
    objected: "您提出了不同意，回执号{receipt}。在决定以前，他们只能看。",
    upheld: "您的意见已经采纳：他们不能再替您办。",
    objectedTitle: "已经收到",
    objectSure: "再按一次，就提出",
    toReceipt: "看办到哪里了",
    "delegation.guardianship": "监护人不能由自己取消。满14岁可以在这一页提出不同意，也可以打12333。",
    "objection.there-already": "您已经提出过了，工作人员正在看。",
    "objection.not-of-age": "满14岁、没满18岁才能在这里提出。有事请打12333。",
    notSent: "没有办成",
    notSentText: "情况变了。请刷新这一页再看。",
  },
  {
    nobodyFor: "You act for nobody now.",
    nobodyMe: "Nobody acts for you now.",
    active: "Until {date}",
    lookOnly: "The first 72 hours are for looking only: to act from {time}, until {date}",
    endedMe: "Ended on {date} by you",
    endedGiver: "Ended on {date} by the person themselves",
    endedDelegate: "Ended on {date} by who acted",
    endedOver: "Ended on {date}, its time was over",
    endedClosed: "Ended on {date}: their registration is closed",
    guardian: "Guardian",
    byDesk: "Papers checked at the desk",
    toCheck: "See the insurances",
    toForm: "Registration form",
    toEnrol: "Join an insurance",
    toTransfer: "Move an insurance",
    endFor: "Stop acting for them",
    endMe: "Do not let them act for me",
    endSure: "Press again: it ends at once",
    endedTitle: "Ended",
    endedText: "From now on you cannot look or act for {name}.",
    endedTextMe: "From now on {name} cannot look or act for you.",
    childForm: "Registration form",
    childLook: "See the registration form",
    childMedical: "Resident medical insurance",
    childObjected:
      "The child does not agree that you act for them. Until our staff have decided you can look and send nothing. They will get in touch with you both.",
    objected: "You have objected, receipt {receipt}. Until it is decided they can only look.",
    upheld: "Your objection was accepted: they cannot act for you any more.",
    objectedTitle: "Received",
    objectSure: "Press again: it is sent",
    toReceipt: "See where it is",
    "delegation.guardianship":
      "A guardian is not ended by the ward alone. From 14 on you may object on this page, or call 12333.",
    "objection.there-already": "You have objected already; our staff are looking at it.",
    "objection.not-of-age": "Here you may object from 14 on and until you are 18. For anything else call 12333.",
    notSent: "It was not done",
    notSentText: "Things have changed. Please open this page again.",
  },
);

/** Asking to act for somebody. */
export const familyAsk = both(
  {
    title: "替家人办",
    description: "要替家人看和办社保：填他的姓名和证件号码，验证码发到他本人的手机。",
    lead: "填家人的姓名和证件号码。验证码发到他登记的手机，不发到您的手机。他同意，就把验证码告诉您。",
    number: "家人的证件号码",
    numberHint: "一般是身份证号",
    name: "家人的姓名",
    nameHint: "和证件上一样",
    scopes: "要替他做什么",
    scopesHint: "看参保情况总是包括在内。前72小时只能看。",
    months: "多长时间",
    month: ["1个月", "3个月", "6个月", "12个月"],
    send: "发验证码给他",
    codeTitle: "填他收到的验证码",
    code: "验证码",
    codeHint: "6个数字，10分钟内有效。请他念给您，不要猜",
    submit: "开始替他办",
    back: "改上面填的",
    help: [
      {
        question: "他没有收到验证码",
        answer:
          "为了不让别人打听，这一页不会说一个人登记过没有。登记的手机不是他自己的、和您是同一个、停用了或者刚换，都收不到。请两个人带身份证一起到窗口办。",
      },
      {
        question: "两个人用一个手机",
        answer: "验证码要由他本人说了算，所以同一个手机不能在这里办。请两个人带身份证一起到窗口，当面就能办。",
      },
      { question: "孩子没满18岁", answer: "户口登记或者出生医学证明上是您的孩子，直接在“家人”里办，不用验证码。" },
      { question: "替不了的事", answer: "改手机、改姓名证件号码、收验证码、再让别人代办，只有本人能办。" },
    ],
  },
  {
    title: "Act for a relative",
    description: "To see and do things for a relative: their name and document number; a code goes to their own phone.",
    lead: "Enter your relative's name and document number. The code goes to their registered phone, not to yours. If they agree, they tell you the code.",
    number: "Their document number",
    numberHint: "Usually the identity card number",
    name: "Their name",
    nameHint: "As in the document",
    scopes: "What you want to do for them",
    scopesHint: "Seeing the insurances is always in it. The first 72 hours are for looking only.",
    months: "For how long",
    month: ["1 month", "3 months", "6 months", "12 months"],
    send: "Send them a code",
    codeTitle: "Enter the code that they got",
    code: "Code",
    codeHint: "6 digits, good for 10 minutes. Let them read it to you; do not guess",
    submit: "Begin to act for them",
    back: "Change what I entered",
    help: [
      {
        question: "They got no code",
        answer:
          "So that nobody can pry, this page never says whether somebody is registered. No code comes if the registered phone is not theirs, is also yours, is out of use or was changed lately. Go to the desk together, with both identity cards.",
      },
      {
        question: "We share one phone",
        answer:
          "The code must be theirs alone, so it cannot be done here. Go to the desk together, with both identity cards: it is done there.",
      },
      {
        question: "My child is under 18",
        answer:
          "Children whom the household register or a certificate of birth names as yours are on the page “Family”, without a code.",
      },
      {
        question: "What cannot be handed on",
        answer: "The phone, name and document number, receiving codes, and letting others act: only they can do that.",
      },
    ],
  },
);

export const familyAskSays = both(
  {
    sentTitle: "如果资料对得上，验证码已经发到他本人的手机",
    sentText: "请给他打电话，他同意才让他念给您。不要猜。",
    begunTitle: "可以替他看了",
    begunText: "现在能看{name}的参保情况；72小时以后可以办。他已经收到短信，随时可以取消。",
    toFamily: "去家人页",
    toCheck: "看他的参保",
    waitTitle: "要等{minutes}分钟才能再试",
    waitDay: "今天问得太多了，请明天再试，或者两个人一起到窗口。",
    "code.missing": "请填验证码",
    "code.digits": "验证码是6个数字，现在有{now}个",
    "code.wrong": "验证码不对，或者过期了。请他再看一下短信",
    "delegation.yourself": "这是您自己的号码。替自己办不用许可",
    "delegation.not-adult": "满18岁才能替别人办。登记里没有出生日期的，请先到窗口补上",
    "delegation.giver-minor": "这个号码的人没满18岁。孩子在“家人”里办，不用验证码",
    "delegation.too-many": "您已经替8个人办，不能再多了。请先取消一个",
    "delegation.giver-too-many": "已经有8个人可以替他办，不能再多了。请他先取消一个",
    "delegation.exists": "您已经可以替他办。要改内容，请先取消，再重新开始",
  },
  {
    sentTitle: "If the details are right, a code has gone to their own phone",
    sentText: "Call them; let them read it to you only if they agree. Do not guess.",
    begunTitle: "You can look for them now",
    begunText:
      "You can see the insurances of {name} now, and act from 72 hours on. They got a message and can end it at any time.",
    toFamily: "To family",
    toCheck: "See their insurances",
    waitTitle: "Wait {minutes} minute before the next try|Wait {minutes} minutes before the next try",
    waitDay: "You have asked too often today. Try tomorrow, or go to the desk together.",
    "code.missing": "Enter the code",
    "code.digits": "The code has 6 digits; there are {now} now",
    "code.wrong": "The code is wrong or too old. Ask them to look at the message again",
    "delegation.yourself": "This is your own number. For yourself you need no permission",
    "delegation.not-adult":
      "You have to be 18 to act for others. If your date of birth is not registered, have it added at the desk",
    "delegation.giver-minor": "Whoever has this number is under 18. Children are on the page “Family”, without a code",
    "delegation.too-many": "You act for 8 people already; end one first",
    "delegation.giver-too-many": "8 people act for them already; they have to end one first",
    "delegation.exists": "You may act for them already. To change what for, end it and begin again",
  },
);

const scopesIn = (lang: "zh" | "en") => {
  const { look, changes, enrolment, transfer, certificates } = scopeWords[lang];
  return {
    ...{ "scope.look": look, "scope.changes": changes, "scope.enrolment": enrolment },
    ...{ "scope.transfer": transfer, "scope.certificates": certificates },
  };
};

/** What the list of what was sent, a receipt and the desk call it. */
export const familyItems = both(
  {
    delegation: "家人替办",
    "delegation-end": "取消家人替办",
    objection: "不同意父母或监护人替办",
    ...scopesIn("zh"),
    "papers.both-present": "看过两个人的身份证",
    "papers.mandate": "看过公证的委托书",
    "papers.guardianship": "看过监护证明",
  },
  {
    delegation: "Let a relative act",
    "delegation-end": "End that a relative acts",
    objection: "Objection to parents or guardian acting",
    ...scopesIn("en"),
    "papers.both-present": "both identity cards seen",
    "papers.mandate": "a notarised mandate seen",
    "papers.guardianship": "a guardian's paper seen",
  },
);

/** On a receipt: why it came to nothing who may act. */
export const familyFindings = both(
  {
    "delegation.ended": "轮到这件事的时候，替办的许可已经取消或者到期",
    "delegation.not-yours": "没有替他办的许可",
    "delegation.look-only": "前72小时只能看，不能办",
    "delegation.scope": "许可里没有这一项",
    "delegation.never": "这一项只有本人能办",
    "delegation.guardianship": "监护人不能由被监护的人自己取消",
    "delegation.exists": "已经有许可了",
    "delegation.too-many": "替办的人已经替8个人办，不能再多了",
    "delegation.giver-too-many": "已经有8个人可以替他办，不能再多了",
    "delegation.giver-minor": "没满18岁，只能由监护人替办",
    "delegation.giver-grown": "已经满18岁，不能再由监护人替办",
    "delegation.not-adult": "替办的人没满18岁",
    "delegation.delegate-closed": "替办的人的登记已经注销",
  },
  {
    "delegation.ended": "When its turn came, the permission to act had ended",
    "delegation.not-yours": "There is no permission to act for them",
    "delegation.look-only": "The first 72 hours are for looking only",
    "delegation.scope": "The permission does not cover this",
    "delegation.never": "Only they can do this themselves",
    "delegation.guardianship": "A ward does not end a guardianship alone",
    "delegation.exists": "There is a permission already",
    "delegation.too-many": "Who would act acts for 8 people already",
    "delegation.giver-too-many": "8 people act for them already",
    "delegation.giver-minor": "They are under 18: only a guardian may act",
    "delegation.giver-grown": "They are 18: no guardian acts any more",
    "delegation.not-adult": "Who would act is under 18",
    "delegation.delegate-closed": "The registration of who would act is closed",
  },
);
