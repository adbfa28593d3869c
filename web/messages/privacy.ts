import { both } from "./both.ts";

export const privacy = both(
  {
    title: "隐私说明",
    description: "我们用您的哪些信息，为什么用，存多久，谁能看，您能要求什么。",
    lead: "我们用您的哪些信息，为什么用，存多久，谁能看，您能要求什么。",
    who: {
      title: "谁负责",
      text: "您的信息由这个网站的主办单位负责，名称在每一页的最下面。有问题请打12333。",
      stored: "存在哪里：",
    },
    data: {
      title: "用哪些信息，为什么",
      from: "来自：",
      rows: [
        ["证件号码、姓名、出生日期", "找到您的记录，确认是您本人", "经办机构的登记；您登录时填写"],
        ["手机号", "发验证码，通知您办得怎么样", "经办机构的登记；您自己改的"],
        ["住址、户口、工作情况、社保卡", "判断您该参加哪种保险，把资料记对", "经办机构的登记；您自己改的"],
        ["五项保险的参保和缴费记录", "让您看到参保了没有，缺哪几个月", "社保和医保经办机构"],
        ["您交过的申请和回执", "把事情办完，出了问题能查清楚", "您自己"],
        ["什么时候看过记录", "防止有人偷看", "系统自动记下"],
      ],
      sensitive:
        "其中有些是敏感信息：社会保险记录会说出您的身份、收入和医疗保障。办理社会保险离不开它们；不用它们，就没法告诉您参保了没有。",
    },
    basis: {
      title: "依据什么",
      text: "办理社会保险是法律规定的职责，依据是《社会保险法》《社会保险经办条例》和《个人信息保护法》第十三条第三项。我们只用办这件事必需的信息，不用来做广告，也不卖给任何人。",
      child: "不满十四周岁的孩子，信息由父母或其他监护人替他同意、替他查改。现在请监护人带证件到社区社保服务所办理。",
    },
    time: {
      title: "存多久",
      items: [
        "验证码：10分钟，用过就作废",
        "登录：15分钟没有动，自动退出",
        "没有交的内容：只在您的手机或电脑里，交成功、退出或关掉页面就没有了；验证码从不保存",
        "经办机构送来的文件：{days}天后删除",
        "参保记录、改动的历史、查看的记录：跟着您的参保关系一直保存，因为算待遇、查错误都要用",
      ],
    },
    see: {
      title: "谁能看",
      items: [
        "您自己，登录以后",
        "审核您的申请的工作人员，只看这件事要用的内容",
        "每次打开记录，系统先记下是谁、什么时候，再显示内容",
        "页面上的证件号码、手机号和地址都遮住一部分，别人从旁边看不全",
        "系统的运行日志里没有您的号码、姓名、手机号和验证码",
        "这个网站没有别家的代码，不跟踪您，也不把您的信息交给网站以外的人",
      ],
    },
    rights: {
      title: "您能要求什么",
      items: [
        "看：登录后就能看到我们记着您什么，从哪里来，截至哪一天",
        "改：资料变了或者错了，可以在网上改，也可以请12333或社区社保服务所帮您改",
        "要一份复印件、知道谁看过、要求删除不该有的信息：请打12333，或者去社区社保服务所",
        "不满意：可以向主办单位投诉，也可以向网信部门举报",
      ],
    },
    device: {
      title: "存在您手机、电脑里的东西",
      text: "登录时存一个Cookie，用来认出您，退出或15分钟不动就失效；要验证码时另存一个，10分钟失效。开了长辈版，会记住这个选择。“算一算”里填的内容、选的地方，和登录过这件事，只记在打开的标签页里，关掉就没有了，不会发出去。没有别的。",
    },
    version: "这份说明的日期：",
  },
  {
    title: "Privacy",
    description: "What we know about you, why, for how long, who can see it, and what you can ask for.",
    lead: "What we know about you, why, for how long, who can see it, and what you can ask for.",
    who: {
      title: "Who is responsible",
      text: "The agency that runs this site, named at the foot of every page. For questions call 12333.",
      stored: "Where it is stored: ",
    },
    data: {
      title: "What we use, and why",
      from: "From: ",
      rows: [
        [
          "Identity number, name, date of birth",
          "To find your record and make sure it is you",
          "The agency's register; you, when you sign in",
        ],
        ["Phone number", "To send codes and tell you how things stand", "The agency's register; your own changes"],
        [
          "Address, household registration, work, social security card",
          "To tell which insurance is yours and keep your details right",
          "The agency's register; your own changes",
        ],
        [
          "Enrolment and payments in the five insurances",
          "To show you whether you are insured and which months are missing",
          "The social security and medical insurance agencies",
        ],
        ["What you submitted, and receipts", "To finish the matter, and to find out what went wrong", "You"],
        ["When records were looked at", "To stop people from prying", "Written down by the system"],
      ],
      sensitive:
        "Some of this is sensitive: an insurance record tells who you are, what you earn and how you are covered when ill. Social insurance cannot be handled without it; without it we could not tell you whether you are insured.",
    },
    basis: {
      title: "On what grounds",
      text: "Handling social insurance is a duty set by law: the Social Insurance Law, the Regulations on Handling Social Insurance, and article 13, item 3 of the Personal Information Protection Law. We use only what this duty needs, never for advertising, and we sell nothing.",
      child:
        "For children under 14, a parent or other guardian agrees, looks and changes for them. For now guardians do this at the community desk, with their documents.",
    },
    time: {
      title: "For how long",
      items: [
        "Codes: 10 minutes, and once",
        "Being signed in: until nothing has happened for 15 minutes",
        "What you have not sent: only on your device, until it is received, you sign out or close the page; codes are never kept",
        "Files from the agencies: deleted after {days} days",
        "Your record, the history of its changes, and the log of looks: as long as your insurance lasts, because benefits are worked out and mistakes found with them",
      ],
    },
    see: {
      title: "Who can see it",
      items: [
        "You, when you are signed in",
        "Staff who decide on what you submitted, and only what that needs",
        "Whenever a record is opened, the system first writes down who and when, and then shows it",
        "Numbers, phones and addresses are partly hidden on the page, so that nobody beside you can read them",
        "The system's logs hold no number, name, phone or code of yours",
        "This site carries no code of others, does not follow you, and passes nothing about you to anybody outside it",
      ],
    },
    rights: {
      title: "What you can ask for",
      items: [
        "See: signed in, you see what we hold about you, where it is from, and of which day",
        "Correct: change what is out of date or wrong online, or ask 12333 or the community desk",
        "A copy, who looked, the deletion of what should not be there: call 12333 or go to the community desk",
        "If you are not satisfied: complain to the agency that runs this site, or to the cyberspace administration",
      ],
    },
    device: {
      title: "What is stored on your device",
      text: "When you sign in, one cookie that recognises you, until you sign out or 15 minutes pass without a sign; when you ask for a code, another one for 10 minutes. If you switch to larger text, that choice is kept. What you type into an estimate, the place you choose and that you signed in are kept in the open tab alone, until you close it, and are not sent. Nothing else.",
    },
    version: "Date of this notice: ",
  },
);
