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
    table: {
      title: "用哪些信息，为什么，存多久",
      each: "看每一项：谁能看，依据哪条法律",
      sensitive:
        "其中有些是敏感信息：缴费、医疗保障、困难、残疾、服刑，还有孩子的信息。办理社会保险离不开它们；泄露了可能让您难堪或者受损失，所以只有办您这件事的人才看得到，也不写进名单和短信。",
    },
    basis: {
      title: "依据什么",
      text: "办理社会保险是法律规定的职责，依据是《社会保险法》《社会保险经办条例》和《个人信息保护法》第十三条第三项，不用另外征得您同意。我们只用办这件事必需的信息，不用来做广告，也不卖给任何人。",
    },
    children: {
      title: "孩子的信息",
      text: "不满14岁的孩子，信息全都是敏感信息。登记和参保要父母或者其他监护人先同意（《个人信息保护法》第三十一条），同意会和申请一起存着。只有户口或者出生证明能证明的父母看得到，孩子满18岁以后就看不到了。收回同意请打12333：已经办好的保险不会因此没有，以后不再在网上用。",
    },
    time: {
      title: "在您手机、电脑里的",
      items: [
        "填了没交的内容：锁着存在您的手机或电脑里，只有您登录后打得开；交成功就删，最多{drafts}天。验证码从不保存",
        "登录时存一个Cookie，用来认出您，退出或{idle}分钟不动就失效；要验证码时另存一个，{code}分钟失效；在自己的设备上登录过，再存一个，{device}天失效",
        "开了长辈版，会记住这个选择",
        "“算一算”里填的内容、选的地方，和登录过这件事，只记在打开的标签页里，关掉就没有了，不会发出去",
      ],
    },
    see: {
      title: "谁能看",
      items: [
        "您自己，登录以后",
        "办您这件事的工作人员，只看这件事要用的内容",
        "每次打开记录，系统先记下是谁、什么时候，再显示内容",
        "页面上的证件号码、手机号和地址都遮住一部分，别人从旁边看不全",
        "系统的运行日志里没有您的号码、姓名、手机号和验证码",
        "这个网站没有别家的代码，不跟踪您。给您发短信要经过短信公司，它只拿到手机号码和短信内容；别的信息，您没有同意的，不交给主办单位以外的人",
      ],
    },
    rights: {
      title: "您能要求什么",
      items: [
        "看：登录后就能看到我们记着您什么，从哪里来，截至哪一天",
        "拿一份：登录后打开“我的全部资料”，能看、能打印、能存成文件，里面也有谁看过您的记录",
        "改：资料变了或者错了，可以在网上改，也可以请12333或社区社保服务所帮您改",
        "删除不该有的信息：请打12333，或者去社区社保服务所",
        "不满意：可以向主办单位投诉，也可以向网信部门举报",
      ],
      mine: "我的全部资料",
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
    table: {
      title: "What we use, why, and for how long",
      each: "Field by field: who sees it, and by which law",
      sensitive:
        "Some of this is sensitive: payments, medical cover, hardship, disability, prison, and everything about children. Social insurance cannot be handled without it. If it leaked it could embarrass or harm you, so only those who handle your matter see it, and it never stands in a list or a message.",
    },
    basis: {
      title: "On what grounds",
      text: "Handling social insurance is a duty set by law: the Social Insurance Law, the Regulations on Handling Social Insurance, and article 13, item 3 of the Personal Information Protection Law. Your consent is not needed for it. We use only what this duty needs, never for advertising, and we sell nothing.",
    },
    children: {
      title: "Children",
      text: "Everything about a child under 14 is sensitive. A parent or other guardian agrees before the child is registered or enrolled (Personal Information Protection Law, article 31); the consent is kept with what was submitted. Only parents whom the household register or a birth certificate proves can see it, until the child is 18. To take consent back, call 12333: insurance already arranged stays, and the details are no longer used online.",
    },
    time: {
      title: "On your own device",
      items: [
        "What you have not sent: locked on your device, so that only you can open it after signing in; gone as soon as it is received, after {drafts} days at most. Codes are never kept",
        "One cookie that recognises you, until you sign out or {idle} minutes pass without a sign; another one for {code} minutes when you ask for a code; a third one for {device} days where you signed in before",
        "That you switched to larger text",
        "What you type into an estimate, the place you choose and that you signed in: in the open tab alone, until you close it; never sent",
      ],
    },
    see: {
      title: "Who can see it",
      items: [
        "You, when you are signed in",
        "Staff who handle your matter, and only what that needs",
        "Whenever a record is opened, the system first writes down who and when, and then shows it",
        "Numbers, phones and addresses are partly hidden on the page, so that nobody beside you can read them",
        "The system's logs hold no number, name, phone or code of yours",
        "This site carries no code of others and does not follow you. A text message goes through a messaging company, which gets your phone number and the text; nothing else about you goes beyond the agency unless you agreed",
      ],
    },
    rights: {
      title: "What you can ask for",
      items: [
        "See: signed in, you see what we hold about you, where it is from, and of which day",
        "Take a copy: sign in and open “All my data”. Read it, print it, save it; it also says who looked",
        "Correct: change what is out of date or wrong online, or ask 12333 or the community desk",
        "Have deleted what should not be there: call 12333 or go to the community desk",
        "If you are not satisfied: complain to the agency that runs this site, or to the cyberspace administration",
      ],
      mine: "All my data",
    },
    version: "Date of this notice: ",
  },
);

export const privacyFields = both(
  {
    title: "每一项信息",
    description: "我们存着的每一项信息：为什么用，依据哪条法律，谁能看，存多久，平时怎么显示。",
    lead: "我们存着的每一项信息。系统遮住什么、什么时候删、给谁看，都按这张表。",
    duty: "全部依据《个人信息保护法》第十三条第三项（法定职责），再加上表里写的那一条。",
    back: "隐私说明",
    sample: {
      number: "340469190303030012",
      passport: "G01234567",
      phone: "19900001234",
      landline: "0554-6641234",
      name: "林晓禾",
      address: "安徽省淮南市田家庵区龙泉街道学院路8号",
      card: "A12345678",
    },
  },
  {
    title: "Field by field",
    description:
      "Every piece of information we keep: what for, by which law, who sees it, how long, and how it is usually shown.",
    lead: "Everything we keep. What the system hides, when it deletes and whom it shows things to goes by this table.",
    duty: "All of it rests on article 13, item 3 of the Personal Information Protection Law (a duty set by law), and on the article named with it.",
    back: "Privacy",
    sample: {
      number: "340469190303030012",
      passport: "G01234567",
      phone: "19900001234",
      landline: "0554-6641234",
      name: "LIN XIAOHE",
      address: "Longquan",
      card: "A12345678",
    },
  },
);
