import { both } from "./both.ts";

/** The page before anything is shown. */
export const myData = both(
  {
    title: "我的全部资料",
    description: "我们存着的您的资料，全部看一遍，可以打印，可以存成文件。",
    lead: "我们存着您的什么，都在这里：登记、参保、每个月的缴费、改动、您交过的、谁看过。",
    warnTitle: "先看看旁边有没有人",
    warnText:
      "别的页面会把号码、手机号和地址遮住一部分。这里是您自己的一份，不遮：别人看到，就看全了。在公用电脑上不要存成文件。",
    notTitle: "这里没有的",
    not: [
      "证明材料的照片和PDF：这里只有清单，原来的照片在您手里",
      "验证码、登录、填错的次数：几分钟到几个月就删，存的只是对不回您的记号",
      "经办人员内部的待办和便条：要看请打12333",
      "别人的资料：一户里别的人、您的孩子，各有各的一份",
    ],
    show: "显示我的资料",
    fields: "每一项为什么用、存多久",
    opening: "正在打开这一页。一直没有出来的话，请刷新页面，或者打12333。",
  },
  {
    title: "All my data",
    description: "Everything we keep about you: read it, print it, save it.",
    lead: "All that we keep about you is here: registration, enrolments, every month's payment, changes, what you sent, who looked.",
    warnTitle: "Look around you first",
    warnText:
      "Other pages hide a part of numbers, phones and addresses. This is your own copy and hides nothing: whoever sees it sees all of it. Do not save it on a computer that others use.",
    notTitle: "What is not here",
    not: [
      "The pictures and PDFs of evidence: here is the list, the originals are in your hands",
      "Codes, being signed in, wrong tries: gone after minutes or months, and kept as marks that do not lead back to you",
      "What staff note for their own work: call 12333 to ask for it",
      "Other people's data: each member of a household, each child has a copy of their own",
    ],
    show: "Show my data",
    fields: "Why each of these, and for how long",
    opening: "The page is opening. If nothing comes, reload it, or call 12333.",
  },
);

/** What its script says while it reads. */
export const myDataSays = both(
  {
    reading: "正在读…",
    slowTitle: "正在读您的资料，有点慢",
    slowText: "资料多的，要等一会儿。",
    unreadTitle: "现在读不到您的资料",
    again: "再试一次",
    noRecord: "登记库里现在找不到您的记录。这不表示您没有参保，请打12333问一问。",
    limitedTitle: "先再核对一项，才能看",
    limitedText: "这里是您的全部资料，一点不遮。您登记的手机很久没有核对，或者刚换过，请再核对一项身份，核对完就回到这里。",
    limitedLink: "去核对",
  },
  {
    reading: "Reading…",
    slowTitle: "Reading your data takes a little",
    slowText: "The more there is, the longer it takes.",
    unreadTitle: "We cannot read your data now",
    again: "Try again",
    noRecord: "We cannot find your record in the register now. It does not mean that you are not insured: call 12333 and ask.",
    limitedTitle: "One more proof first",
    limitedText:
      "This is all of your data, with nothing hidden. Your registered phone has not been confirmed for long, or is new: please give one more proof, and you come back here.",
    limitedLink: "Give one more proof",
  },
);
