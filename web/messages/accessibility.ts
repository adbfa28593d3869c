import { both } from "./both.ts";

export const accessibility = both(
  {
    title: "无障碍说明",
    description: "这个网站为看不清、听不见、手不方便的人做了什么，还有什么没做到。",
    lead: "看不清、听不见、手不方便，也应该能自己办。下面是做到的，和还没有做到的。",
    done: {
      title: "做到的",
      items: [
        "长辈版：按页面上面的“长辈版”，字都在18磅以上，按钮都在60点以上，一次记住",
        "不用鼠标：所有功能用键盘都能办，现在在哪里看得清楚",
        "读屏软件：标题、表单、错误和结果都有文字，状态不只靠颜色区分",
        "放大到两倍，或者屏幕只有320点宽，都不用左右拖",
        "浅色、深色两种，文字和底色的对比都在4.5比1以上",
        "填错了：上面列出有几处，点一下就到，填过的不会丢",
        "不赶时间：退出前3分钟先提醒，按一下就继续，填的会留着",
        "没有弹窗、广告、会动的图，也没有看图认字的验证码",
        "网速慢、手机旧也能用：每一页只有几千字节",
        "能打印，黑白打印也看得出每一种状态",
      ],
    },
    left: {
      title: "还没有做到的",
      items: [
        "没有经过第三方认证，也没有请残障人士逐项试用过",
        "没有自带朗读，请用手机自带的朗读或读屏",
        "没有手语，也没有盲文",
        "没有繁体字和少数民族文字",
      ],
    },
    how: {
      title: "怎么检查的",
      text: "每次改动，都用真的Chromium浏览器把每一页看一遍：中文和英文、手机和电脑、浅色、深色和长辈版，用axe按WCAG 2.2的A级和AA级检查，一个问题也不留。机器查不出全部问题，所以也请您告诉我们。",
    },
    tell: {
      title: "哪里不好用",
      text: "请打12333告诉我们，说清是哪一页、用什么手机。着急办的事，接线员可以替您办，也可以带身份证去社区社保服务所。",
    },
    version: "这份说明的日期：",
  },
  {
    title: "Accessibility",
    description: "What this site does for people who see, hear or move with difficulty, and what it does not do yet.",
    lead: "Whoever sees, hears or moves with difficulty should be able to do things alone, too. This is what works, and what does not yet.",
    done: {
      title: "What works",
      items: [
        "Larger text: the button on top sets all text to 18 points or more and all buttons to 60, and is remembered",
        "No mouse: everything works from the keyboard, and you can always see where you are",
        "Screen readers: headings, forms, errors and results are text, and no state is told by colour alone",
        "At twice the size, or on a screen 320 points wide, nothing has to be moved sideways",
        "Light and dark, both with a contrast of at least 4.5 to 1",
        "Mistakes: the top says how many, one press leads to each, and nothing typed is lost",
        "No hurry: a warning comes 3 minutes before you are signed out, one press goes on, what you typed is kept",
        "No windows that pop up, no advertising, nothing that moves, no picture puzzles",
        "Slow networks and old phones: every page is a few thousand bytes",
        "Pages can be printed, and black on white still shows every state",
      ],
    },
    left: {
      title: "What does not work yet",
      items: [
        "Nobody has certified this site, and people with disabilities have not yet tried it item by item",
        "It does not read aloud by itself: please use the reader of your phone",
        "There is no sign language and no Braille",
        "There are no traditional characters and no languages of minorities",
      ],
    },
    how: {
      title: "How it is checked",
      text: "At every change a real Chromium browser goes through every page: Chinese and English, phone and desktop, light, dark and larger text. axe checks it by WCAG 2.2, levels A and AA, and not one finding may stay. A machine does not find everything, so please tell us.",
    },
    tell: {
      title: "Something does not work for you",
      text: "Call 12333 and say which page and which phone. If it is urgent, an agent can act for you, or bring your identity card to the community desk.",
    },
    version: "Date of this statement: ",
  },
);
