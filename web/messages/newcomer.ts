// The first registration of somebody whom the register does not know, and of a newborn: the pages, and what their scripts say.
import type { NewbornFinding } from "../../shared/newcomer/newborn.ts";
import type { NewcomerFinding } from "../../shared/newcomer/rules.ts";
import { both } from "./both.ts";

export const newcomer = both(
  {
    title: "第一次登记",
    description: "从来没有在社保登记过的人，用手机就能登记。",
    next: "下一步",
    leave: "不登记了",
    who: {
      lead: "从没登记过的，在这里登记。大约要5分钟，请准备好证件，要拍一张照片。",
      already: "登记过的，不要再登记一次：直接登录；手机换了的，申请换手机。",
      signIn: "去登录",
      replace: "申请换手机",
      docType: "哪一种证件？",
      documents: {
        RIC: "居民身份证、户口簿",
        HK_MO_RP: "港澳居民居住证",
        TW_RP: "台湾居民居住证",
        FPR_ID: "外国人永久居留身份证（新版）",
        FPR_ID_LEGACY: "外国人永久居留证（老版）",
        PASSPORT: "外国护照",
        OTHER: "别的证件",
      },
      number: "证件号码",
      numberHint: "一位一位照着证件写。外国护照先写三个字母的国家代码，比如CAN，再写护照号码",
      name: "姓名",
      nameHint: "和证件上一样。有“·”也请照写",
      phone: "手机号码",
      phoneHint: "11位，手机要在您手上，用它收验证码",
      send: "下一步：收验证码",
      help: [
        {
          question: "不知道自己登记过没有",
          answer: "照样可以填。登记过的，工作人员会发现，不会变成两个人。为了不让别人打听，这一页不会说一个号码登记过没有。",
        },
        {
          question: "没有手机，或者没有证件",
          answer: "请到社区社保服务所，或者打12333。孩子还没有身份证号码的，请父母登录以后登记。",
        },
      ],
    },
    code: {
      title: "填手机收到的验证码",
      code: "验证码",
      codeHint: "短信里的6个数字，10分钟内有效",
      again: "重新收一条",
      enter: "下一步",
      help: [
        {
          question: "一直没收到",
          answer: "看看是不是被拦进了“骚扰短信”。一小时最多收5条。手机号码写错了的，请回上一步改。还是不行，请打12333。",
        },
      ],
    },
    about: {
      title: "关于您",
      sex: "性别",
      birth: "出生日期",
      birthHint: "写成1999年7月1日、19990701、1999-7-1都认得",
      work: "现在做什么？",
      status: {
        EMPLOYED: "在单位上班",
        FLEXIBLE: "灵活就业",
        UNEMPLOYED: "没有工作，在找",
        STUDENT: "上学",
        RETIRED: "退休",
        PRESCHOOL: "还没上学的孩子",
        NONE: "别的情况",
      },
      employerTitle: "在哪个单位上班？",
      employer: "单位的全名",
      employerHint: "照工资条、合同上写",
      creditCode: "统一社会信用代码（不知道可以不写）",
      creditCodeHint: "18位，在营业执照上",
      landline: "固定电话（没有就不写）",
      landlineHint: "带区号，比如0554-1234567",
    },
    home: {
      title: "您现在住在哪里？",
      hukouTitle: "户口在不在这个地址？",
      here: "在",
      elsewhere: "不在，或者没有户口",
      hukouAbout: "户口不在这里，一样可以登记、参保。",
    },
    evidence: {
      title: "拍一张证件",
      legend: "证件的照片",
      hint: "有照片、姓名、号码的那一面，四个角都要拍到，字要看得清。",
      why: "工作人员用它核对您是谁。别人看不到；办完90天以后删掉。",
    },
    check: {
      title: "看一遍再交",
      send: "交上去",
      declareTitle: "声明",
      declare: "以上是真实情况，说的是我本人",
      next: "交上去以后，工作人员核对您的证件，{days}个工作日内有结果，收到的当天不算。",
    },
    receipt: {
      title: "登记申请收到了",
      description: "第一次登记办到哪一步了。",
      nextTitle: "接下来",
      next: [
        "工作人员核对您的证件，{days}个工作日内有结果，收到的当天不算。要看原件时会打您的手机。",
        "有结果会发短信到您的手机。要看进度，用同一个证件号码、姓名、手机，在“第一次登记”收一条验证码，就回到这一页。",
        "办好以后就能用这个手机登录。为了安全，先只能看参保没参保；带证件原件到社区社保服务所核对一次，就能看全部、办参保。",
      ],
      out: "看完了，退出",
      again: "重新登记",
    },
  },
  {
    title: "Register for the first time",
    description: "Never registered with social insurance before? A phone is enough.",
    next: "Next",
    leave: "Leave",
    who: {
      lead: "For people who were never registered. It takes about 5 minutes. Have your document at hand: we ask for a photo of it.",
      already: "Registered before? Do not register again: sign in, or ask for your phone to be replaced.",
      signIn: "Sign in",
      replace: "Replace the phone",
      docType: "Which document?",
      documents: {
        RIC: "Identity card, household book",
        HK_MO_RP: "Hong Kong or Macao residence permit",
        TW_RP: "Taiwan residence permit",
        FPR_ID: "Permanent residence card (new)",
        FPR_ID_LEGACY: "Permanent residence card (old)",
        PASSPORT: "Foreign passport",
        OTHER: "Another document",
      },
      number: "Document number",
      numberHint:
        "Copy it character by character. For a passport write the country code first, three letters such as CAN, then the number",
      name: "Name",
      nameHint: "As on your document, with every dot",
      phone: "Mobile number",
      phoneHint: "11 digits. The phone must be in your hand: a code comes to it",
      send: "Next: send the code",
      help: [
        {
          question: "I do not know whether I am registered",
          answer:
            "Fill it in all the same. If you are registered our staff find out, and you do not become two people. So that nobody can pry, this page never says whether a number is registered.",
        },
        {
          question: "I have no phone, or no document",
          answer:
            "Go to your community desk, or call 12333. A child without an identity number yet is registered by a parent who signs in.",
        },
      ],
    },
    code: {
      title: "Enter the code that came to your phone",
      code: "Code",
      codeHint: "The 6 digits in the message, good for 10 minutes",
      again: "Send another code",
      enter: "Next",
      help: [
        {
          question: "No message comes",
          answer:
            "See whether your phone took it for spam. At most 5 messages an hour. If the phone number is wrong, go back and change it. If nothing helps, call 12333.",
        },
      ],
    },
    about: {
      title: "About you",
      sex: "Sex",
      birth: "Date of birth",
      birthHint: "For instance 1999-7-1 or 19990701",
      work: "What do you do now?",
      status: {
        EMPLOYED: "I work for an employer",
        FLEXIBLE: "Flexible work",
        UNEMPLOYED: "No work, looking for it",
        STUDENT: "Studying",
        RETIRED: "Retired",
        PRESCHOOL: "A child not at school yet",
        NONE: "Something else",
      },
      employerTitle: "Who do you work for?",
      employer: "Full name of the employer",
      employerHint: "As on your payslip or contract",
      creditCode: "Unified social credit code (leave it empty if you do not know)",
      creditCodeHint: "18 characters, on the business licence",
      landline: "Landline (leave it empty if there is none)",
      landlineHint: "With the area code, for instance 0554-1234567",
    },
    home: {
      title: "Where do you live now?",
      hukouTitle: "Is your hukou at this address?",
      here: "Yes",
      elsewhere: "No, or I have none",
      hukouAbout: "With a hukou somewhere else you can register and join all the same.",
    },
    evidence: {
      title: "Take a photo of your document",
      legend: "Photo of the document",
      hint: "The side with picture, name and number: all four corners, every word readable.",
      why: "Our staff use it to see who you are. Nobody else sees it; it is deleted 90 days after the result.",
    },
    check: {
      title: "Look once more before you send",
      send: "Send",
      declareTitle: "Declaration",
      declare: "This is true, and it is about me",
      next: "Our staff then check your document. There is an answer within {days} working days, the day we received it not counted.",
    },
    receipt: {
      title: "We have your registration",
      description: "Where your first registration is now.",
      nextTitle: "What happens next",
      next: [
        "Our staff check your document. There is an answer within {days} working days, the day we received it not counted. If they need to see the original they call you.",
        "A message comes to your phone when there is an answer. To see where it is, ask for a code under “Register for the first time” with the same number, name and phone: it leads back to this page.",
        "Once it is done you can sign in with this phone. To be safe you first see only whether you are insured. Show the original document once at your community desk; then you see everything and can join.",
      ],
      out: "Done, sign out",
      again: "Register again",
    },
  },
);

type Found =
  | Exclude<NewcomerFinding, "newcomer.employer-not-due" | "consent.missing" | "consent.older-notice">
  | "newcomer.country-missing"
  | "newcomer.division-unknown"
  | "newcomer.evidence-missing"
  | "newcomer.other-person"
  | "newcomer.sent-already";

/** What stands against a form of somebody new. */
export const newcomerFindings = both(
  {
    "newcomer.country-missing": "护照号码前面要有三个字母的国家代码，比如CAN",
    "newcomer.sex-missing": "请选性别",
    "newcomer.birth-missing": "请写出生日期",
    "newcomer.birth-in-future": "这一天还没到，请再看看",
    "newcomer.employer-missing": "请写单位的名字",
    "newcomer.too-old-for-preschool": "7岁以上的，请选别的",
    "newcomer.too-young-to-be-retired": "不到45岁的，一般没有退休，请选别的",
    "newcomer.division-unknown": "这个地方不在现在的区县名单里，请重新选",
    "newcomer.evidence-missing": "请先拍一张证件",
    "newcomer.other-person": "号码、姓名、手机和收验证码时的不一样。请从头再来一次",
    "newcomer.sent-already": "您已经交过一次了，不用再交",
  } satisfies Record<Found, string>,
  {
    "newcomer.country-missing": "Write the country code of three letters before the passport number, for instance CAN",
    "newcomer.sex-missing": "Choose a sex",
    "newcomer.birth-missing": "Write the date of birth",
    "newcomer.birth-in-future": "This day is still to come: please look again",
    "newcomer.employer-missing": "Write the name of your employer",
    "newcomer.too-old-for-preschool": "From the age of 7 on, choose something else",
    "newcomer.too-young-to-be-retired": "Before 45 hardly anybody is retired: please choose something else",
    "newcomer.division-unknown": "This place is not in today’s list: choose again",
    "newcomer.evidence-missing": "First take a photo of your document",
    "newcomer.other-person": "Number, name or phone differ from those the code was for. Please begin again",
    "newcomer.sent-already": "You have sent it already: there is no need to send it again",
  },
);

export const newWhoSays = both(
  {
    "phone.missing": "请填写手机号码",
    "docType.missing": "请选证件",
    "number.doc-type-mismatch": "这个号码不是这种证件的，请看看选对了没有",
  },
  {
    "phone.missing": "Enter the mobile number",
    "docType.missing": "Choose a document",
    "number.doc-type-mismatch": "This number is not of this kind of document. See whether you chose the right one",
  },
);

export const newAboutSays = both(
  {
    "status.missing": "请选现在做什么",
    "employer.long": "单位的名字太长了，最多{n}个字",
    "credit.wrong": "信用代码是18位，现在是{now}位；不知道可以不写",
    "landline.wrong": "固定电话没看懂，请写成0554-1234567",
    "consent.missing": "不满14岁，要监护人先同意",
    "consent.older-notice": "隐私说明改过了，请再看一遍，重新勾选",
  },
  {
    "status.missing": "Choose what you do now",
    "employer.long": "The name is too long: at most {n} characters",
    "credit.wrong": "The code has 18 characters, now there are {now}. Leave it empty if you do not know",
    "landline.wrong": "We did not understand the landline. Write it as 0554-1234567",
    "consent.missing": "Under 14 a guardian has to agree first",
    "consent.older-notice": "The privacy notice has changed. Read it again and tick the box again",
  },
);

export const newHomeSays = both(
  { "hukou.missing": "请选户口在不在这里" },
  { "hukou.missing": "Choose whether your hukou is here" },
);

export const newPaperSays = both(
  { "evidence.missing": "请先拍一张证件，或者选一张照片", "evidence.underway": "照片还没传完，请等一等" },
  { "evidence.missing": "First take a photo, or choose one", "evidence.underway": "The photo is still on its way. Please wait" },
);

export const newCheckSays = both(
  {
    number: "证件号码",
    name: "姓名",
    phone: "手机",
    sex: "性别",
    male: "男",
    female: "女",
    birth: "出生日期",
    work: "现在做什么",
    landline: "固定电话",
    residence: "住址",
    hukou: "户口",
    here: "就在住址",
    elsewhere: "不在住址",
    paper: "证件照片",
    papers: "{n}张",
  },
  {
    number: "Document number",
    name: "Name",
    phone: "Mobile",
    sex: "Sex",
    male: "Male",
    female: "Female",
    birth: "Date of birth",
    work: "Work",
    landline: "Landline",
    residence: "Home address",
    hukou: "Hukou",
    here: "at the home address",
    elsewhere: "not at the home address",
    paper: "Photo of the document",
    papers: "{n} photo|{n} photos",
  },
);

/** A newborn, registered by a parent. */
export const newborn = both(
  {
    title: "给新生儿登记",
    description: "孩子还没有身份证号码，父母用出生医学证明登记。",
    lead: "孩子还没上户口、没有身份证号码的，用出生医学证明登记。上户口以后号码会换，孩子的记录还是同一份。",
    next: "下一步",
    leave: "不登记了",
    paper: "证明在手上吗？",
    certificate: "出生医学证明的号码",
    certificateHint: "右上角，1个字母加9个数字",
    as: "您是孩子的",
    mother: "妈妈",
    father: "爸爸",
    mothersNumber: "妈妈的证件号码",
    mothersNumberHint: "出生医学证明上有。孩子没有自己的号码以前，靠它认出孩子",
    childTitle: "孩子",
    name: "孩子的姓名",
    nameHint: "还没取名的不写：先登记成“您的姓名＋之子、之女”",
    sex: "性别",
    boy: "男",
    girl: "女",
    birth: "出生日期",
    birthHint: "写成2026年10月2日、20261002、2026-10-2都认得",
    consentTitle: "监护人同意",
    evidenceTitle: "拍一张出生医学证明",
    evidence: "出生医学证明的照片",
    evidenceHint: "整张都要拍到，号码、孩子和父母的名字要看得清。",
    check: "看一遍再交",
    send: "交上去",
    home: "住址：和您登记的住址一样。",
    after: "交上去以后，登记库里已经有孩子、也知道您是父母的，马上办好；别的由工作人员核对，{days}个工作日内有结果。",
    medical: "登记好了，记得给孩子参加居民医保：出生{within}天以内参加，从出生那天起就能报销。",
    until: "最晚{date}。",
    enrol: "给孩子参加居民医保",
    declare: "以上是真实情况，我是孩子的父母",
    region: "各地不一样，有的地方时间更长，请打12393问当地。",
  },
  {
    title: "Register a newborn",
    description: "A child without an identity number yet is registered by a parent with the birth certificate.",
    lead: "For a child that is not in a household book yet and has no identity number. The number changes later; the child’s record stays the same one.",
    next: "Next",
    leave: "Leave",
    paper: "Is the certificate at hand?",
    certificate: "Number of the birth certificate",
    certificateHint: "At the top right: one letter and 9 digits",
    as: "You are the child’s",
    mother: "mother",
    father: "father",
    mothersNumber: "The mother’s document number",
    mothersNumberHint: "It stands on the certificate. Until the child has a number of its own, we know the child by it",
    childTitle: "The child",
    name: "The child’s name",
    nameHint: "Leave it empty while there is none: the child is then registered under your name",
    sex: "Sex",
    boy: "Male",
    girl: "Female",
    birth: "Date of birth",
    birthHint: "For instance 2026-10-2 or 20261002",
    consentTitle: "A guardian agrees",
    evidenceTitle: "Take a photo of the birth certificate",
    evidence: "Photo of the birth certificate",
    evidenceHint: "All of it, with its number and the names of child and parents readable.",
    check: "Look once more before you send",
    send: "Send",
    home: "Home address: the same as yours.",
    after:
      "If the register has the child already and knows that you are a parent, it is done at once. Otherwise our staff check it: there is an answer within {days} working days.",
    medical:
      "Then remember the medical insurance: a child that joins within {within} days of birth is covered from the day of birth.",
    until: "By {date} at the latest.",
    enrol: "Join the child in resident medical insurance",
    declare: "This is true, and I am a parent of the child",
    region: "Places differ, and some give more time: ask yours at 12393.",
  },
);

type NewbornFound = Exclude<NewbornFinding, "name.unreadable" | "consent.missing" | "consent.older-notice">;

export const newbornFindings = both(
  {
    "newborn.certificate-unreadable": "号码应该是1个字母加9个数字，请照着证明再看看",
    "newborn.birth-in-future": "这一天还没到，请再看看",
    "newborn.born-before-parent": "这一天在您出生以前，请再看看",
    "newborn.of-age": "满18岁的，请本人登记",
    "newborn.other-sex": "和您登记的性别对不上，请看看选对了没有",
    "newborn.mother-missing": "请写妈妈的证件号码",
    "newborn.mother-unreadable": "妈妈的证件号码没看懂，请照着证明再看看",
    "newborn.mother-yourself": "这是您自己的号码，请写妈妈的",
  } satisfies Record<NewbornFound, string>,
  {
    "newborn.certificate-unreadable": "The number is one letter and 9 digits. Compare it with the certificate",
    "newborn.birth-in-future": "This day is still to come: please look again",
    "newborn.born-before-parent": "This day is before you were born: please look again",
    "newborn.of-age": "From 18 on people register themselves",
    "newborn.other-sex": "This does not fit the sex you are registered with. See whether you chose the right one",
    "newborn.mother-missing": "Write the mother’s document number",
    "newborn.mother-unreadable": "We did not understand the mother’s number. Compare it with the certificate",
    "newborn.mother-yourself": "This is your own number: write the mother’s",
  },
);

export const newbornSays = both(
  {
    "as.missing": "请选您是妈妈还是爸爸",
    "sex.missing": "请选性别",
    "name.unreadable": "姓名没看懂，请照证明填，最多50个字；还没取名就不写",
    "consent.missing": "请先勾选，才能登记",
    "consent.older-notice": "隐私说明改过了，请再看一遍，重新勾选",
  },
  {
    "as.missing": "Choose whether you are the mother or the father",
    "sex.missing": "Choose a sex",
    "name.unreadable": "We did not understand the name. At most 50 characters; leave it empty while there is none",
    "consent.missing": "Tick the box first",
    "consent.older-notice": "The privacy notice has changed. Read it again and tick the box again",
  },
);

export const newbornCheckSays = both(
  {
    certificate: "出生医学证明",
    as: "您是孩子的",
    mother: "妈妈",
    father: "爸爸",
    mothersNumber: "妈妈的证件号码",
    name: "孩子的姓名",
    unnamed: "还没取名",
    sex: "性别",
    boy: "男",
    girl: "女",
    birth: "出生日期",
    paper: "照片",
    papers: "{n}张",
    until: "最晚{date}。",
    "newborn.sent-already": "这张证明您已经交过了，正在核对",
    "newborn.evidence-missing": "请先拍一张出生医学证明",
  },
  {
    certificate: "Birth certificate",
    as: "You are the child’s",
    mother: "mother",
    father: "father",
    mothersNumber: "The mother’s document number",
    name: "The child’s name",
    unnamed: "none yet",
    sex: "Sex",
    boy: "Male",
    girl: "Female",
    birth: "Date of birth",
    paper: "Photo",
    papers: "{n} photo|{n} photos",
    until: "By {date} at the latest.",
    "newborn.sent-already": "You have sent this certificate already: it is being checked",
    "newborn.evidence-missing": "First take a photo of the birth certificate",
  },
);

/** What a receipt of somebody new says besides. Refused, it says the same to whoever is registered already and to whoever is not. */
export const newReceiptSays = both(
  {
    turned: "工作人员核对后，没有把您登记成新的人。",
    turnedNext: "您可能已经登记过：请直接登录；手机换了的，申请换手机。要问原因，请打12333报回执号。",
    signIn: "去登录",
    replace: "申请换手机",
    again: "重新登记",
    done: "办好了。现在可以用这个手机登录。",
  },
  {
    turned: "Our staff checked it and did not register you as a new person.",
    turnedNext:
      "You may be registered already: sign in, or ask for your phone to be replaced. To ask why, call 12333 and say the receipt number.",
    signIn: "Sign in",
    replace: "Replace the phone",
    again: "Register again",
    done: "It is done. You can sign in with this phone now.",
  },
);

/** What was sent, in lists and on receipts. */
export const newItems = both(
  { newborn: "新生儿登记", newcomer: "第一次登记" },
  { newborn: "Registration of a newborn", newcomer: "First registration" },
);

/** Why it was not done. Of somebody who may be registered already it says the same as of everybody else. */
export const newFindings = both(
  {
    "newcomer.turned-away": "工作人员核对后，没有把您登记成新的人。您可能已经登记过：请直接登录；手机换了的，申请换手机",
    "newcomer.sent-already": "您已经交过一次了，这一次没有用上",
    "newborn.turned-away": "工作人员核对后，没有登记。请看看号码和照片，重新登记；不清楚的，请打12333",
    "newborn.sent-already": "这张证明您已经交过了，这一次没有用上",
  },
  {
    "newcomer.turned-away":
      "Our staff checked it and did not register you as a new person. You may be registered already: sign in, or ask for your phone to be replaced",
    "newcomer.sent-already": "You had sent it before, so this one was not used",
    "newborn.turned-away":
      "Our staff checked it and did not register the child. Look at number and photo and register again; if it is not clear, call 12333",
    "newborn.sent-already": "You had sent this certificate before, so this one was not used",
  },
);
