import { both } from "./both.ts";

/** The page of the daily seals, for everybody. */
export const accessLogRoots = both(
  {
    title: "每天封存的校验码",
    description: "每天凌晨把当天所有查看记录合成一个校验码封存，谁都能看，谁也改不了。",
    lead: "每次有人看别人的记录，都记一笔、编一个号。每天凌晨，当天的合成一个校验码，放进谁也删不掉、改不了的地方，也写在这里。",
    why: "有什么用",
    whyText:
      "您可以把某一天的校验码抄下来，或者让别人保存。以后谁改了那天以前的任何一条，算出来的就和您抄的不一样。校验码里没有任何人的资料。",
    opening: "正在读…一直没有出来的话，请刷新页面。",
    list: "最近的封存",
    how: "怎么算的",
    howText:
      "算法是SHA-256。每个校验码由六行字算出：固定的开头、算法、日期、当天有新记录的人数、当天的总校验码、前一天的校验码，各占一行。自己的记录由“谁看过我的记录”那一页自动核对。",
    mine: "看谁看过我的记录",
  },
  {
    title: "The daily seals",
    description: "Each night one hash seals all looks of the day. Everybody can see it, nobody can change it.",
    lead: "Every look at somebody’s record is noted and numbered. Each night those of the day are sealed with one hash. It is put where nobody can delete or change it, and written here.",
    why: "What it is good for",
    whyText:
      "You can write down the hash of a day, or let somebody else keep it. If anybody later changes any entry from before that day, the result is not what you wrote down. The hash holds nothing about anybody.",
    opening: "Reading… If nothing comes, reload the page.",
    list: "The latest seals",
    how: "How it is worked out",
    howText:
      "The algorithm is SHA-256. Each hash is made from six lines of text: the word root, the algorithm, the date, how many people had a new entry that day, the hash over all of them, and the hash of the day before. Your own entries are checked by the page “Who looked at my record”.",
    mine: "Who looked at my record",
  },
);

export const accessLogRootsSays = both(
  {
    day: "{date}，{n}个人的记录里有新的",
    none: "还没有封存过",
    noneText: "第一次封存在明天凌晨。",
    unread: "现在读不到",
    unreadText: "是网络或我们的系统出了问题。封存的都在，没有变。",
    again: "再试一次",
  },
  {
    day: "{date}, new entries for {n} people",
    none: "Nothing was sealed yet",
    noneText: "The first seal is made tomorrow night.",
    unread: "This cannot be read now",
    unreadText: "The network or our system has a fault. What was sealed is there and has not changed.",
    again: "Try again",
  },
);
