// What is said of forms that were not sent. These words come with the store (web/slices/drafts), not with the page.
export const zh = {
  restored: "上次填的还在",
  restoredText: "{when}存在这部手机上，还没有交。请看一遍再交。",
  drop: "删掉我填的",
  dropSure: "真的删掉？删了找不回来",
  onPhone: "您填的存在这部手机上，还没有交。您登录以后才看得到，最多留{n}天。",
  notKept: "这个浏览器不让网页记东西：关掉这一页，填的就没有了。",
  sentTitle: "这张表已经交了",
  sentText: "您在另一个窗口里交了，不用再交。",
  sentLink: "看办到哪一步",
  beforeTitle: "这张表改过了，请重新填",
  beforeText: "上次写的放不回去，都在这里，可以照着填：",
  unsent: "还没有交的表",
  unsentText: "存在这部手机上，您登录以后才看得到，{n}天不动就删掉。",
  unsentAt: "{when}填到“{title}”",
  goOn: "接着填",
};

export type DraftWords = Record<keyof typeof zh, string>;

export const en: DraftWords = {
  restored: "What you typed last time is here",
  restoredText: "Kept on this phone since {when}, and not sent yet. Please read it through before you send it.",
  drop: "Delete what I typed",
  dropSure: "Really delete? It cannot be brought back",
  onPhone: "What you type is kept on this phone and not sent yet. Only you see it, once signed in, for {n} days at most.",
  notKept: "This browser lets pages remember nothing: when you close this page, what you typed is gone.",
  sentTitle: "This form has been sent",
  sentText: "You sent it in another window. You need not send it again.",
  sentLink: "See where it is",
  beforeTitle: "This form has changed. Please fill it in again",
  beforeText: "What you wrote last time cannot be put back. Here it is, to copy from:",
  unsent: "Forms you have not sent",
  unsentText: "Kept on this phone. Only you see them, once signed in. After {n} days without a change they are deleted.",
  unsentAt: "{when}, up to “{title}”",
  goOn: "Go on",
};
