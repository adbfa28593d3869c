import { both } from "./both.ts";

/** Both steps of signing in: the pages themselves. */
export const signIn = both(
  {
    who: {
      title: "登录",
      description: "用证件号码、姓名和手机验证码登录。",
      lead: "只要证件号码、姓名和手机验证码。不用注册，没有密码。",
      before:
        "验证码只发到您登记过的手机。没登记手机、换了号的，打12333，或者带身份证到社区社保服务所当面办；从没登记过的，看下面。",
      number: "证件号码",
      numberHint:
        "身份证或社会保障卡上的18位号码，最后一位可能是X。没有身份证的，填居住证、永久居留证号码，或国家代码加护照号码（比如CAN和号码）",
      name: "姓名",
      nameHint: "和证件上一样。有“·”也请照写",
      send: "下一步：收验证码",
      replacePhone: "在网上申请换手机",
      register: "第一次登记",
      policy: {
        question: "只想问政策，不想登录",
        answer: "不用登录。几时退休、断缴怎么办、在哪里缴费，都有大白话的说明。",
        link: "看政策",
      },
      help: [
        {
          question: "手机号换了，或者没登记过手机",
          answer:
            "这里收不到验证码。可以在网上申请登记新手机，两位工作人员核对后才换；也可以打12333，或者带身份证到社区社保服务所。",
        },
        {
          question: "从没登记过，或者不知道登记过没有",
          answer:
            "不知道的，先登录试一次。两分钟收不到短信，就在网上登记，或者打12333。为了不让别人打听您，这一页不会说一个号码登记过没有。",
        },
        {
          question: "替家里老人、孩子查",
          answer:
            "用您自己的号码登录，打开“家人”。老人要他同意：验证码发到他自己的手机，他念给您。没满18岁的孩子不用验证码。老人没有自己的手机，带上两个人的证件到社区社保服务所，或者打12333。",
        },
      ],
    },
    code: {
      title: "填验证码",
      description: "填手机收到的验证码。",
      lead: "如果号码和姓名对得上，6位验证码已经发到您登记的手机，10分钟内有效。",
      code: "验证码",
      codeHint: "短信里的6个数字",
      enter: "登录",
      again: "重新收一条",
      help: [
        {
          question: "一直没收到",
          answer:
            "看看是不是被拦进了“骚扰短信”。也可能号码或姓名和登记的不一样，请回上一步对照证件看一遍。一小时最多收5条。还是不行，请打12333。",
        },
        {
          question: "有人问我要验证码",
          answer: "不要给。我们的工作人员从来不问验证码。",
        },
      ],
    },
  },
  {
    who: {
      title: "Sign in",
      description: "Sign in with your number, your name and a code sent to your phone.",
      lead: "All you need is your number, your name and a code sent to your phone. No account, no password.",
      before:
        "The code goes only to your registered phone. No phone registered, or a new number? Call 12333, or bring your identity card to your community desk: they check who you are and help you on the spot. Never registered? See below.",
      number: "Document number",
      numberHint:
        "The 18 characters on your identity card or social security card; the last may be X. Otherwise the number of your residence permit or permanent residence card, or country code and passport number (CAN and the number)",
      name: "Name",
      nameHint: "Exactly as on the document. If it has “·”, write it too",
      send: "Next: send the code",
      replacePhone: "Ask here for another phone",
      register: "Register for the first time",
      policy: {
        question: "I only have a question about policy",
        answer: "You need not sign in: retirement, gaps, where to pay are all explained in plain words.",
        link: "Read about policy",
      },
      help: [
        {
          question: "My phone number changed, or I never registered one",
          answer:
            "No code can reach you here. You can ask online for a new phone to be registered: two members of our staff check first. Or call 12333, or bring your identity card to the community desk.",
        },
        {
          question: "I was never registered, or do not know",
          answer:
            "If you do not know, try to sign in once. If there is no message within two minutes, register online, or call 12333. So that nobody can pry, this page never says whether a number is registered.",
        },
        {
          question: "Checking for a parent or a child",
          answer:
            "Sign in with your own number and open “Family”. A parent has to agree: the code goes to their own phone, and they read it to you. A child under 18 needs no code. If your parent has no phone of their own, bring the documents of both to the community desk, or call 12333.",
        },
      ],
    },
    code: {
      title: "Enter the code",
      description: "Enter the code that came to your phone.",
      lead: "If number and name match, a code of 6 digits is on its way to your registered phone. It is good for 10 minutes.",
      code: "Code",
      codeHint: "The 6 digits in the message",
      enter: "Sign in",
      again: "Send another code",
      help: [
        {
          question: "No message comes",
          answer:
            "See whether your phone took it for spam. Or number and name differ from what is registered: go back and compare them with your document. At most 5 messages an hour. If nothing helps, call 12333.",
        },
        {
          question: "Somebody asks me for the code",
          answer: "Do not give it. Our staff never ask for a code.",
        },
      ],
    },
  },
);

/** What the scripts of both steps may say. `number.…` and `name.…` are findings of shared/session/who.ts. */
export const signInSays = both(
  {
    who: {
      "number.missing": "请填写证件号码",
      "number.too-short": "证件号码少{n}位：现在是{now}位，应该是18位",
      "number.too-long": "证件号码多{n}位：现在是{now}位，应该是18位",
      "number.bad-length": "证件号码应该是18位，请对照证件再看看",
      "number.bad-character": "证件号码里只能有数字，最后一位可以是X",
      "number.bad-prefix": "永久居留证的号码要以9开头",
      "number.bad-province": "证件号码开头两位不对，请对照证件再看看",
      "number.bad-birth-date": "证件号码第7到14位是出生日期，没有这一天，请对照证件再看看",
      "number.birth-in-future": "证件号码第7到14位是出生日期，这一天还没到，请对照证件再看看",
      "number.bad-check-digit": "证件号码有一位不对，请对照证件一位一位地看",
      "number.excel-damaged": "证件号码最后几位变成了0，是表格软件改的。请照证件填",
      "number.bad-format": "证件号码没看懂，请对照证件再看看",
      "name.missing": "请填写姓名",
      "name.unreadable": "姓名没看懂，请照证件填，最多50个字",
      noMemory: "您的浏览器不让网页记住填的内容，没法登录。请换一个浏览器，或者关掉无痕模式；也可以打12333。",
    },
    code: {
      "code.missing": "请填写验证码",
      "code.digits": "验证码是6个数字，现在是{now}个",
      "code.wrong": "验证码不对。请看最新的一条短信，再填一次",
      "code.expired": "验证码过了10分钟，不能用了。请按“重新收一条”",
      "code.not-asked": "这个验证码不能用了：过了10分钟，或者不是在这个浏览器里要的。请按“重新收一条”",
      staleTitle: "验证码已经过期",
      sentTitle: "又发了一条",
      sentText: "如果号码和姓名对得上，短信马上就到。请填最新的一条。",
      waitText: "填错的次数多了，{time}以后可以再填。到时候验证码过了10分钟，请重新收一条。您没有被锁。",
      waitButton: "{time}以后可登录",
      waitOver: "现在可以再填了",
      waitOverText: "验证码过了10分钟的，请重新收一条。",
    },
    both: {
      busyTitle: "现在人很多，请等几秒",
      busyText: "正在替您排队，不用做什么，也不用再按。",
    },
  },
  {
    who: {
      "number.missing": "Enter the document number",
      "number.too-short":
        "The number lacks {n} character: it has {now}, it should have 18|The number lacks {n} characters: it has {now}, it should have 18",
      "number.too-long":
        "The number has {n} character too many: {now}, it should have 18|The number has {n} characters too many: {now}, it should have 18",
      "number.bad-length": "The number should have 18 characters. Compare it with your document",
      "number.bad-character": "The number has only digits; the last may be X",
      "number.bad-prefix": "The number of a permanent residence card begins with 9",
      "number.bad-province": "No number begins with these two digits. Compare it with your document",
      "number.bad-birth-date":
        "Characters 7 to 14 of the number are the date of birth, and there is no such day. Compare it with your document",
      "number.birth-in-future":
        "Characters 7 to 14 of the number are the date of birth, and this day is still to come. Compare it with your document",
      "number.bad-check-digit": "One character of the number is wrong. Compare them with your document one by one",
      "number.excel-damaged": "The end of the number has become zeroes, as spreadsheets do. Copy it from your document",
      "number.bad-format": "We did not understand this number. Compare it with your document",
      "name.missing": "Enter the name",
      "name.unreadable": "We did not understand this name. Write it as on the document, at most 50 characters",
      noMemory:
        "Your browser does not let pages remember what you type, so you cannot sign in. Use another browser or leave private mode; or call 12333.",
    },
    code: {
      "code.missing": "Enter the code",
      "code.digits": "The code has 6 digits, this has {now}",
      "code.wrong": "This is not the code. Look at the newest message and enter it again",
      "code.expired": "The code is older than 10 minutes and no longer good. Press “Send another code”",
      "code.not-asked":
        "This code is no longer good: it is older than 10 minutes, or another browser asked for it. Press “Send another code”",
      staleTitle: "The code has expired",
      sentTitle: "Another code is on its way",
      sentText: "If number and name match, it arrives in a moment. Enter the newest one.",
      waitText:
        "There were many wrong codes. You can enter one again after {time}; if it is older than 10 minutes by then, send another. You are not locked out.",
      waitButton: "Sign in after {time}",
      waitOver: "You can enter the code now",
      waitOverText: "If it is older than 10 minutes, send another one.",
    },
    both: {
      busyTitle: "Many people are here: a few seconds, please",
      busyText: "We are holding your place. You need not do anything or press again.",
    },
  },
);
