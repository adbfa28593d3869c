import type { StaffRole } from "../../shared/staff/staff.ts";
import { both } from "./both.ts";

export const staffHome = both(
  {
    title: "我的工作",
    roles: "我的岗位",
    sessions: "我在哪里登录了",
    sessionsLead: "不是您自己登录的，请按“结束”，再告诉安全管理员。",
  },
  {
    title: "My work",
    roles: "My roles",
    sessions: "Where I am signed in",
    sessionsLead: "If one of them is not yours, press End and tell the security administrator.",
  },
);

type May = Record<`may.${StaffRole}`, string>;

export const staffHomeSays = both(
  {
    "may.agent": "接电话：找到来电人，核对，回答，替他提交。没有核对够，不念记录。",
    "may.visitor": "按分给您的名单入户，填登记表。只看得到名单上的人，号码遮住。",
    "may.handler": "看材料，办待办，写决定和理由。改姓名、号码这类事，还要另一个人复核。",
    "may.checker": "复核别人办的事。自己经办的，不能自己复核。",
    "may.officer": "导入部门数据，处理比对出来的疑点。",
    "may.signer": "核对并签发报表。",
    "may.parameters": "导入政策参数：标准、期限、比例。",
    "may.auditor": "看谁查了谁、为什么，回答本人的疑问。看不到参保记录。",
    "may.security-administrator": "给岗位、收岗位，看登录情况。看不到任何人的参保记录，也不能给自己岗位。",
    until: "到{date}",
    soon: "{days}天后到期。要继续，请找安全管理员。",
    soonToday: "今天到期。要继续，请找安全管理员。",
    ends: "这次登录最晚到{time}。{idle}分钟不动会锁上。",
    here: "这一台，{start}登录",
    other: "{start}登录，最后一次用是{seen}",
    end: "结束",
    ended: "已经结束那次登录",
  } satisfies May & Record<string, string>,
  {
    "may.agent": "Take calls: find the caller, verify, answer, act for them. Nothing is read out before enough is verified.",
    "may.visitor": "Visit the households on your list and fill in the form. You see only who is on it, with masked numbers.",
    "may.handler": "Look at evidence, deal with tasks, decide and say why. Names and numbers need a second person.",
    "may.checker": "Check what others have decided. Nobody checks their own decision.",
    "may.officer": "Bring in departments' files and settle what the comparison finds.",
    "may.signer": "Check and sign reports.",
    "may.parameters": "Load the numbers of policy: amounts, limits, rates.",
    "may.auditor": "See who looked at whom and why, and answer people's questions. No records are shown.",
    "may.security-administrator":
      "Give roles and end them, look over sessions. You see nobody's record and cannot appoint yourself.",
    until: "until {date}",
    soon: "Ends in {days} day. To go on, ask the security administrator.|Ends in {days} days. To go on, ask the security administrator.",
    soonToday: "Ends today. To go on, ask the security administrator.",
    ends: "This session ends at {time} at the latest. It locks after {idle} minutes without a move.",
    here: "this one, since {start}",
    other: "since {start}, last used {seen}",
    end: "End",
    ended: "That session has ended",
  },
);
