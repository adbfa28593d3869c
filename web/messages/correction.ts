// What the register says wrongly about somebody, and the death of a relative: the pages that ask.
import type { NameReason, Relative } from "../../shared/change/corrections.ts";
import { both } from "./both.ts";

export const correction = both(
  {
    list: { title: "登记的个人信息不对", family: "家里的事" },
    next: "下一步",
    name: {
      title: "正确的姓名是什么？",
      description: "改正登记的姓名。",
      label: "正确的姓名",
      hint: "照证件写。名字里的“·”照样写；打不出的字，可以从别处复制过来",
      reason: "为什么和登记的不一样？",
      text: "说一说（选“都不是”才要写）",
    },
    sex: {
      title: "正确的性别是什么？",
      description: "改正登记的性别。",
      legend: "照证件选",
      male: "男",
      female: "女",
    },
    birth: {
      title: "正确的生日是哪天？",
      description: "改正登记的出生日期。",
      label: "出生日期",
      hint: "写成1999年7月1日、19990701、1999-7-1都认得",
    },
    number: {
      title: "正确的号码是什么？",
      description: "改正登记的证件号码，或者换了证件。",
      docType: "哪一种证件？",
      documents: {
        RIC: "居民身份证、户口簿",
        HK_MO_RP: "港澳居民居住证",
        TW_RP: "台湾居民居住证",
        FPR_ID: "外国人永久居留身份证",
        PASSPORT: "外国护照",
      },
      passport: "先写三个字母的国家代码，再写护照号码",
      label: "证件号码",
      hint: "一位一位照着证件写",
      stays: "原来的号码还会留着：以前用它办的事，照样找得到。",
    },
    death: {
      title: "去世的是谁？",
      description: "告诉我们家里有人去世。",
      lead: "请您节哀。先写是谁，我们再一步一步问。",
      name: "去世的人的姓名",
      number: "去世的人的证件号码",
      numberHint: "18位，在身份证或者户口簿上",
      relation: "去世的人是您的什么人？",
      whenTitle: "哪一天去世的？",
      when: "去世日期",
      whenHint: "写成2026年3月1日、20260301、2026-3-1都认得",
      quiet: "我们会发短信到去世的人登记的手机，说有人办去世登记，不说是谁办的。他的登记情况，这里不显示。",
    },
    evidence: {
      title: "拍一张证明",
      review: "要两位工作人员核对",
      reviewText: "两个人分别核对，{days}个工作日内有结果，不算收到的那天。核对以前，登记的不变。要看原件会打电话。",
      name: "身份证，或者户口簿上您的那一页",
      nameHint: "在派出所改过名字的，要拍到户口簿上的“曾用名”，或者派出所的证明。",
      sex: "身份证，或者户口簿上您的那一页",
      sexHint: "在派出所改过性别的，再拍派出所的证明。",
      birth: "身份证，和户口簿上您的那一页",
      birthHint: "证件号码里的日期和您写的不一样的，再拍派出所的证明。",
      number: "新的证件，正面和反面",
      numberHint: "身份证号码改过的，再拍派出所的证明；换了护照的，旧护照也拍一张。",
      death: "去世的证明，有一样就行",
      deathHint: "医院或社区开的死亡证明、户口注销证明、火化证明都可以。能看出你们是一家人的（户口簿、结婚证），也请拍一张。",
    },
    check: {
      soon: "交了以后，两位工作人员分别核对，{days}个工作日内有结果。有结果以前，可以撤回。",
      declareDeath: "以上是真实情况",
      declareMissing: "请先勾选“以上是真实情况”",
      name: "改好以后，登录要写新的姓名。",
      number: "改好以后，新的、原来的号码都能登录。",
      death:
        "核对以前，什么都不变，待遇也不会自动停。核对好了，去世的人的登记就注销。家属可能可以领丧葬补助金和抚恤金（社会保险法第17条），打12333问怎么领。",
    },
  },
  {
    list: { title: "The register has you wrong", family: "In the family" },
    next: "Next",
    name: {
      title: "What is the right name?",
      description: "Correct the registered name.",
      label: "The right name",
      hint: "As on the document, with its dots. A character that you cannot type can be copied from elsewhere",
      reason: "Why does it differ from what is registered?",
      text: "In your own words (only for “None of these”)",
    },
    sex: {
      title: "What is the right sex?",
      description: "Correct the registered sex.",
      legend: "As on the document",
      male: "Male",
      female: "Female",
    },
    birth: {
      title: "What is the right date of birth?",
      description: "Correct the registered date of birth.",
      label: "Date of birth",
      hint: "1999-7-1, 19990701 or 1999/07/01 are all fine",
    },
    number: {
      title: "What is the right document number?",
      description: "Correct the registered number, or tell us of a new document.",
      docType: "Which document?",
      documents: {
        RIC: "Identity card or household register",
        HK_MO_RP: "Residence permit for Hong Kong and Macao residents",
        TW_RP: "Residence permit for Taiwan residents",
        FPR_ID: "Foreigner's permanent residence card",
        PASSPORT: "Foreign passport",
      },
      passport: "First the three letters of the country, then the number of the passport",
      label: "Document number",
      hint: "Copy it from the document, character by character",
      stays: "The number before stays: what was done with it is found as before.",
    },
    death: {
      title: "Who has died?",
      description: "Tell us of a death in the family.",
      lead: "We are sorry for your loss. Tell us who it is; we ask the rest step by step.",
      name: "Name of the person who died",
      number: "Their document number",
      numberHint: "18 characters, on the identity card or household register",
      relation: "What were they to you?",
      whenTitle: "On which day did they die?",
      when: "Day of death",
      whenHint: "2026-3-1, 20260301 or 2026/03/01 are all fine",
      quiet:
        "We send a message to the phone registered for the person who died: it says that somebody reported it, not who. What is registered about them is not shown here.",
    },
    evidence: {
      title: "Take a photo of a proof",
      review: "Two of our staff have to look at it",
      reviewText:
        "Each of them looks for themselves. You have an answer within {days} working days, the day we receive it not counted. Until then the register stays as it is. If they need to see the original they will call.",
      name: "Your identity card, or your page of the household register",
      nameHint: "If the police changed your name: the page that shows the former name, or what the police gave you.",
      sex: "Your identity card, or your page of the household register",
      sexHint: "If the police changed it: also what they gave you.",
      birth: "Your identity card and your page of the household register",
      birthHint: "If the date in your number differs from what you wrote: also a statement of the police.",
      number: "The new document, front and back",
      numberHint: "If the police changed your number: also their statement. For a new passport: also the old one.",
      death: "One proof of the death",
      deathHint:
        "A death certificate of the hospital or community, the cancelled hukou or a cremation certificate. Please add what shows that you are family (household register, marriage certificate).",
    },
    check: {
      soon: "Two of our staff look at it, and you have an answer within {days} working days. Until then you can take it back.",
      declareDeath: "This is true",
      declareMissing: "First tick “This is true”",
      name: "Once it is corrected, sign in with the new name.",
      number: "Once it is corrected, you can sign in with both numbers.",
      death:
        "Until then nothing changes, and no benefit stops by itself. Then their registration is closed. The family may have a right to a funeral grant and a pension for survivors (Social Insurance Law, article 17): ask 12333.",
    },
  },
);

/** As chosen, and said again before it is sent. */
export const nameReasons = both(
  {
    mistake: "登记的时候写错了",
    renamed: "在派出所改了名字",
    character: "少见的字，或者“·”没写对",
    other: "都不是，我自己写",
  } satisfies Record<NameReason, string>,
  {
    mistake: "It was written wrongly",
    renamed: "The police changed my name",
    character: "A rare character or a “·” is wrong",
    other: "None of these, I will write it myself",
  },
);

export const relatives = both(
  {
    spouse: "丈夫、妻子",
    parent: "父亲、母亲",
    child: "儿子、女儿",
    grandparent: "爷爷奶奶、外公外婆",
    grandchild: "孙子孙女、外孙外孙女",
    sibling: "兄弟姐妹",
    other: "别的亲属",
  } satisfies Record<Relative, string>,
  {
    spouse: "Husband or wife",
    parent: "Father or mother",
    child: "Son or daughter",
    grandparent: "Grandparent",
    grandchild: "Grandchild",
    sibling: "Brother or sister",
    other: "Another relative",
  },
);

/** Dates as they are typed. */
export const dateSays = both(
  {
    understood: "读作：{date}",
    "date.missing": "请写日期",
    "date.unreadable": "没看懂这个日期，请写成1999年7月1日这样",
    "date.ambiguous": "年份请写全四位，写成1999年7月1日这样",
    "date.impossible": "没有这一天，请再看看",
    "date.in-future": "这一天还没到，请再看看",
    "date.too-early": "这一天太早了，请看看年份",
  },
  {
    understood: "Read as: {date}",
    "date.missing": "Write the date",
    "date.unreadable": "We did not understand this date. Write it like 1999-07-01",
    "date.ambiguous": "Write the year with four digits and first, like 1999-07-01",
    "date.impossible": "There is no such day: please look again",
    "date.in-future": "This day is still to come: please look again",
    "date.too-early": "This is too long ago: please look at the year",
  },
);

/** What the script of each question may say. */
export const correctionSays = {
  name: both(
    {
      "name.missing": "请写正确的姓名",
      "name.unreadable": "姓名没看懂，请照证件写，最多50个字",
      "reason.missing": "请选一个原因",
      "change.reason-missing": "请说一说为什么不一样",
      "text.long": "太长了，请写在{n}个字以内",
    },
    {
      "name.missing": "Write the right name",
      "name.unreadable": "We did not understand the name. Copy it from the document, 50 characters at most",
      "reason.missing": "Choose a reason",
      "change.reason-missing": "Say why it differs",
      "text.long": "This is too long: {n} characters at most",
    },
  ),
  sex: both(
    {
      "sex.missing": "请选一个",
      "change.sex-unchanged": "登记的就是这样，不用改",
      doubt: "和证件号码里的不一样。证件真的错了也可以改，请再拍派出所的证明。",
    },
    {
      "sex.missing": "Choose one",
      "change.sex-unchanged": "This is already registered: nothing to change",
      doubt: "Your document number says otherwise. It can be corrected all the same: please add a statement of the police.",
    },
  ),
  birth: both(
    {
      "change.birth-unchanged": "登记的就是这一天，不用改",
      doubt: "和证件号码里的日期（{date}）不一样。证件真的错了也可以改，请再拍派出所的证明。",
    },
    {
      "change.birth-unchanged": "This day is already registered: nothing to change",
      doubt: "Your document number says {date}. It can be corrected all the same: please add a statement of the police.",
    },
  ),
  number: both(
    {
      "docType.missing": "请选证件的种类",
      "number.missing": "请写证件号码",
      "number.bad-length": "应该是18位，现在是{now}位，请对照证件再看看",
      "number.bad-character": "只能有数字，最后一位可以是X",
      "number.bad-prefix": "永久居留证的号码要以9开头",
      "number.bad-province": "开头两位不对，请对照证件再看看",
      "number.bad-birth-date": "第7到14位是出生日期，没有这一天，请对照证件再看看",
      "number.birth-in-future": "第7到14位是出生日期，这一天还没到，请对照证件再看看",
      "number.bad-check-digit": "有一位不对，请对照证件一位一位地看",
      "number.doc-type-mismatch": "这个号码不是这种证件的，请看看证件的种类",
      "number.bad-format": "证件号码没看懂，请对照证件再看看",
      inNumber: "号码里的出生日期：{date}",
      doubt: "和登记的出生日期（{date}）不一样。号码没有写错的话，可以继续，工作人员会核对。",
    },
    {
      "docType.missing": "Choose the document",
      "number.missing": "Write the document number",
      "number.bad-length": "There should be 18 characters; there are {now}. Compare it with the document",
      "number.bad-character": "Only digits; the last may be X",
      "number.bad-prefix": "The number of a permanent residence card begins with 9",
      "number.bad-province": "No number begins with these two digits. Compare it with the document",
      "number.bad-birth-date": "Characters 7 to 14 are the date of birth, and there is no such day. Compare it with the document",
      "number.birth-in-future":
        "Characters 7 to 14 are the date of birth, and this day is still to come. Compare it with the document",
      "number.bad-check-digit": "One character is wrong. Compare them with the document one by one",
      "number.doc-type-mismatch": "Such a number is not on this kind of document. Look which document it is",
      "number.bad-format": "We did not understand this number. Compare it with the document",
      inNumber: "Date of birth in the number: {date}",
      doubt: "The registered date of birth is {date}. If the number is right, go on: our staff will look at it.",
    },
  ),
  death: both(
    {
      "name.missing": "请写姓名",
      "name.unreadable": "姓名没看懂，请照证件写，最多50个字",
      "number.missing": "请写证件号码",
      "relation.missing": "请选一个",
    },
    {
      "name.missing": "Write the name",
      "name.unreadable": "We did not understand the name. Copy it from the document, 50 characters at most",
      "number.missing": "Write the document number",
      "relation.missing": "Choose one",
    },
  ),
};

export const paperSays = both(
  {
    "evidence.missing": "请加上至少一张照片或PDF",
    "evidence.underway": "有一份还没有传完，请等一下再按",
  },
  {
    "evidence.missing": "Add at least one photo or PDF",
    "evidence.underway": "One of them has not arrived yet. Please wait a moment and press again",
  },
);

/** The last look: what else stands on it, and what the API may find. */
export const correctedSays = both(
  {
    reason: "原因",
    text: "您写的",
    relation: "是您的",
    diedOn: "去世日期",
    document: "证件",
    paper: "证明",
    papers: "{n}份",
    "change.name-unchanged": "登记的就是这个姓名，不用改",
    "change.sex-unchanged": "登记的就是这样，不用改",
    "change.birth-unchanged": "登记的就是这一天，不用改",
    "change.birth-in-future": "这一天还没到，请再看看",
    "change.number-unchanged": "登记的就是这个号码，不用改",
    "change.death-of-oneself": "这是您自己的证件号码，请写去世的人的",
    "change.reported-already": "您已经报告过这个人，不用再报。有要补充的，请打12333",
    "change.died-in-future": "去世的日子还没到，请再看看",
    "change.died-before-birth": "去世的日子在出生以前，请再看看日期和证件号码",
    "change.evidence-missing": "请加上至少一张照片或PDF",
    "evidence.gone": "有一份照片或PDF已经不在了，请回到“证明”那一步重新加上",
    "number.wrong": "证件号码不对，请对照证件再看看",
  },
  {
    reason: "Reason",
    text: "Your words",
    relation: "They were your",
    diedOn: "Day of death",
    document: "Document",
    paper: "Proof",
    papers: "{n} item|{n} items",
    "change.name-unchanged": "This name is already registered: nothing to change",
    "change.sex-unchanged": "This is already registered: nothing to change",
    "change.birth-unchanged": "This day is already registered: nothing to change",
    "change.birth-in-future": "This day is still to come: please look again",
    "change.number-unchanged": "This number is already registered: nothing to change",
    "change.death-of-oneself": "This is your own number: write that of the person who died",
    "change.reported-already": "You have reported this person already. If there is more to say, call 12333",
    "change.died-in-future": "The day of death is still to come: please look again",
    "change.died-before-birth": "The day of death lies before the birth: look at the date and the number again",
    "change.evidence-missing": "Add at least one photo or PDF",
    "evidence.gone": "A photo or PDF is no longer there. Go back to “Proof” and add it again",
    "number.wrong": "The document number is not right. Compare it with the document",
  },
);
