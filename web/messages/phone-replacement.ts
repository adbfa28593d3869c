import { both } from "./both.ts";

/** Another phone for who cannot sign in: the page itself. */
export const phoneReplacement = both(
  {
    title: "申请换登记的手机",
    description: "登记的手机不用了，或者没登记过手机，可以申请登记新手机。",
    lead: "登记的手机不用了，或者没登记过手机，在这里申请。新手机先收一条验证码；两位工作人员核对以后才会换。",
    told: "登记的旧手机会收到一条短信，说有人在申请。旧手机还能用的，请直接登录，在“变更”里改，马上就好。",
    phone: "新手机号码",
    phoneHint: "11位，手机要在您手上，以后用它收验证码",
    send: "下一步：收验证码",
    codeTitle: "填新手机收到的验证码",
    code: "验证码",
    codeHint: "短信里的6个数字，10分钟内有效",
    again: "重新收一条",
    submit: "提交申请",
    receipt: "回执号",
    note: "请抄下来或者截图。打12333问进度时要用。",
    nextTitle: "接下来",
    next: [
      "两位工作人员分别核对，{days}个工作日内有结果，收到的当天不算。",
      "要看原件时会打您的新手机，请您去社区社保服务所。请带登记时用的证件原件（一般是身份证）；请人代办的，带上两个人的证件。",
      "办成没办成，都会发短信到新手机。换好以后的30天里，为了安全，再核对一次身份才能看全部内容、改信息。",
      "为了不让别人打听，这一页不会说一个号码登记过没有。号码或姓名和登记的不一样，就办不了，也没有短信：过了{days}个工作日没有消息，请打12333报回执号。",
    ],
    another: "再申请一个",
    toSignIn: "去登录",
    help: [
      {
        question: "没有申请，却收到短信说有人要换我的手机",
        answer: "请马上打12333。用登记的手机登录，在“我的提交”里也可以撤回。两位工作人员都同意以前，登记的手机不会变。",
      },
      {
        question: "不想等",
        answer: "带身份证原件到社区社保服务所，当面核对，或者打12333。",
      },
    ],
  },
  {
    title: "Ask for your registered phone to be replaced",
    description: "Your registered phone is no longer yours, or you never registered one: ask for a new one to be registered.",
    lead: "For when your registered phone is no longer yours, or you never registered one. The new phone first gets a code; two members of our staff check before anything changes.",
    told: "The phone that is registered now gets a message that somebody has asked. If you still have it, sign in and change the number under “Changes”: that takes effect at once.",
    phone: "New mobile number",
    phoneHint: "11 digits. The phone must be in your hand: codes will come to it",
    send: "Next: send the code",
    codeTitle: "Enter the code that came to the new phone",
    code: "Code",
    codeHint: "The 6 digits in the message, good for 10 minutes",
    again: "Send another code",
    submit: "Send the request",
    receipt: "Receipt number",
    note: "Write it down or take a picture. You need it when you call 12333.",
    nextTitle: "What happens next",
    next: [
      "Two members of our staff check it, each on their own. There is an answer within {days} working days, the day we received it not counted.",
      "If they need to see originals they call your new phone and ask you to come to your community desk. Bring the document you are registered with, usually your identity card; who comes for you brings the documents of both.",
      "Either way a message comes to the new phone. For 30 days after the change we check once more who you are before you see everything or change anything.",
      "So that nobody can pry, this page never says whether a number is registered. If number or name differ from what is registered, nothing can be done and no message comes: if you hear nothing in {days} working days, call 12333 and say the receipt number.",
    ],
    another: "Another request",
    toSignIn: "Sign in",
    help: [
      {
        question: "I did not ask, but a message says somebody wants to replace my phone",
        answer:
          "Call 12333 at once. You can also sign in with your registered phone and take the request back under “My submissions”. The registered phone stays until two members of our staff agree.",
      },
      {
        question: "I do not want to wait",
        answer: "Bring your identity card to your community desk: they check it on the spot. Or call 12333.",
      },
    ],
  },
);

/** What the scripts of both steps may say, beside what signing in says of number and name. */
export const phoneReplacementSays = both(
  {
    who: {
      "phone.missing": "请填写新手机号码",
      "phone.short": "手机号码少{n}位：现在是{now}位，应该是11位",
      "phone.long": "手机号码多{n}位：现在是{now}位，应该是11位",
      "phone.wrong": "手机号码没看懂，请填11位的中国内地手机号",
      noMemory: "您的浏览器不让网页记住填的内容，没法申请。请换一个浏览器，或者关掉无痕模式；也可以打12333。",
    },
    code: {
      "code.missing": "请填写验证码",
      "code.digits": "验证码是6个数字，现在是{now}个",
      "code.wrong": "验证码不对。请看最新的一条短信，再填一次",
      "code.expired": "验证码过了10分钟，不能用了。请按“重新收一条”",
      "code.not-asked": "这个验证码不能用了：过了10分钟，或者不是在这个浏览器里要的。请按“重新收一条”",
      sent: "验证码发到了{phone}。一小时最多收5条，还没收到的，看看是不是被拦进了“骚扰短信”。",
      sentTitle: "又发了一条",
      sentText: "短信马上就到。请填最新的一条。",
      done: "申请收到了",
    },
  },
  {
    who: {
      "phone.missing": "Enter the new mobile number",
      "phone.short":
        "The number lacks {n} digit: it has {now}, it should have 11|The number lacks {n} digits: it has {now}, it should have 11",
      "phone.long":
        "The number has {n} digit too many: {now}, it should have 11|The number has {n} digits too many: {now}, it should have 11",
      "phone.wrong": "We did not understand this number. Enter the 11 digits of a mainland mobile phone",
      noMemory:
        "Your browser does not let pages remember what you type, so you cannot go on. Use another browser or leave private mode; or call 12333.",
    },
    code: {
      "code.missing": "Enter the code",
      "code.digits": "The code has 6 digits, this has {now}",
      "code.wrong": "This is not the code. Look at the newest message and enter it again",
      "code.expired": "The code is older than 10 minutes and no longer good. Press “Send another code”",
      "code.not-asked":
        "This code is no longer good: it is older than 10 minutes, or another browser asked for it. Press “Send another code”",
      sent: "The code is on its way to {phone}. At most 5 messages come in an hour; if there is none, see whether your phone took it for spam.",
      sentTitle: "Another code is on its way",
      sentText: "It arrives in a moment. Enter the newest one.",
      done: "We have received your request",
    },
  },
);
