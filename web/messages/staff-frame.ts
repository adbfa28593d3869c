// What every page for staff says: its frame, its roles, its places, and what its scripts say of outages and problems.
import type { StaffRole } from "../../shared/staff/staff.ts";
import type { Place } from "../staff/places.ts";
import { both } from "./both.ts";
import { formKit, kit } from "./kit.ts";

export const staffFrame = both(
  {
    area: "工作人员",
    signOut: "退出",
    places: "去哪里",
    logged: "每次查看都有记录",
    noScript: "这一页要用到JavaScript，您的浏览器没有开。请打开后刷新。",
  },
  {
    area: "staff",
    signOut: "Sign out",
    places: "Where to",
    logged: "Every look is recorded",
    noScript: "This page needs JavaScript, and your browser has it switched off. Switch it on and reload.",
  },
);

const rolesZh = {
  "role.agent": "接线员",
  "role.visitor": "入户人员",
  "role.handler": "经办人",
  "role.checker": "复核人",
  "role.officer": "数据管理人员",
  "role.signer": "报表签发人",
  "role.parameters": "参数管理员",
  "role.auditor": "审计员",
  "role.security-administrator": "安全管理员",
} satisfies Record<`role.${StaffRole}`, string>;

/** What somebody is here: `role.agent` … */
export const roleWords = both(rolesZh, {
  "role.agent": "helpline agent",
  "role.visitor": "household visitor",
  "role.handler": "handler",
  "role.checker": "checker",
  "role.officer": "data officer",
  "role.signer": "signer of reports",
  "role.parameters": "keeper of parameters",
  "role.auditor": "auditor",
  "role.security-administrator": "security administrator",
});

/** The pages for staff, as the header calls them. */
export const placeWords = both(
  {
    home: "我的工作",
    desk: "待办",
    console: "接线台",
    callBacks: "要回的电话",
    audit: "查看记录审计",
    security: "岗位和授权",
    visits: "入户走访",
    coverage: "全村参保图",
    review: "入户复核",
  } satisfies Record<Place, string>,
  {
    home: "My work",
    desk: "To do",
    console: "Helpline console",
    callBacks: "Call-backs",
    audit: "Audit of looks",
    security: "Roles and grants",
    visits: "Household visits",
    coverage: "Coverage of a village",
    review: "Review of visits",
  },
);

const kitZh = {
  hereNumber: "工号{number}",
  hereUntil: "{role}，到{until}",
  notYours: "这一页不归您用",
  notYoursText: "这一页给{roles}用。您的岗位是{mine}。要加岗位，请找安全管理员。",
  toHome: "回到我的工作",
  idleLocked: "已经锁上了",
  idleLockedText: "{idle}分钟没有动，页面锁上了，登录也结束了。没交的内容还在这台设备上。",
  idleAgain: "重新登录",
  notSignedOut: "没有退出成功",
};

/** What the script of every page for staff may say, its roles and places too. */
export const staffKit = both(
  {
    ...kit.zh,
    ...formKit.zh,
    ...rolesZh,
    ...kitZh,
    readOutage: "现在读不到",
    readOutageText: "是系统出了问题，不是没有这个人，也不是他没有参保。不要这样告诉他。",
    tryAfter: "请在{time}以后再试。",
    tryAgain: "请过一会儿再试。",
    idleTitle: "您还在吗？",
    idleText: "已经{idle}分钟没有动。再过{left}分钟页面会锁上，要重新登录。",
    "problem.not-this-session": "您的岗位不能办这件事",
    "problem.not-found": "没有找到，或者不在您管的地区",
    "problem.signed-out": "登录已经结束，请重新登录",
    "problem.refused": "现在不能这样办",
    "problem.wait": "太快了，请等一会儿再试",
  },
  {
    ...kit.en,
    ...formKit.en,
    ...roleWords.en,
    hereNumber: "No. {number}",
    hereUntil: "{role}, until {until}",
    notYours: "This page is not for your role",
    notYoursText: "This page is for: {roles}. You are: {mine}. For another role, ask the security administrator.",
    toHome: "Back to my work",
    idleLocked: "Locked",
    idleLockedText:
      "Nothing happened for {idle} minutes. The page is locked and you are signed out. What was not sent is still on this device.",
    idleAgain: "Sign in again",
    notSignedOut: "You are still signed in",
    readOutage: "We cannot read this now",
    readOutageText:
      "This is a fault of our system. It does not mean that there is no such person, or that they are not insured. Do not tell them so.",
    tryAfter: "Please try again after {time}.",
    tryAgain: "Please try again in a little while.",
    idleTitle: "Are you still there?",
    idleText: "Nothing has happened for {idle} minutes. In {left} minutes the page is locked and you have to sign in again.",
    "problem.not-this-session": "Your role may not do this",
    "problem.not-found": "Not found, or outside your region",
    "problem.signed-out": "You have been signed out. Sign in again",
    "problem.refused": "This is not possible now",
    "problem.wait": "Too fast. Please wait a little before you try again",
  },
);
export type StaffWords = Record<keyof typeof staffKit.zh, string>;
