// Why a change is not possible, or did not come about: everything the rules of the slices change, declaration and submissions find.
import type { ChangeFinding } from "../../shared/change/rules.ts";
import type { DeclarationFinding } from "../../shared/declaration/rules.ts";
import { both } from "./both.ts";

type Found =
  | ChangeFinding
  | "change.division-unknown"
  | "change.overtaken"
  | "change.number-taken"
  | DeclarationFinding
  | "declaration.overtaken"
  | "desk.refused"
  | "submission.not-in-review"
  | "code.wrong";

export const findings = both(
  {
    "change.registration-closed": "您的登记已经注销，不能再改。不对的话，请打12333",
    "change.phone-unchanged": "登记的就是这个号码，不用改",
    "change.address-unchanged": "登记的就是这个地址，不用改",
    "change.moved-in-future": "这一天还没到，迁了以后再来改",
    "change.moved-before-birth": "这一天在您出生以前，请再看看",
    "change.employer-missing": "请写单位的名字",
    "change.employer-not-due": "没有在职，就不用写单位",
    "change.employment-unchanged": "登记的就是这样，不用改",
    "change.card-unchanged": "登记的就是这样，不用改",
    "change.division-unknown": "这个地方不在现在的区县名单里，请重新选",
    "change.number-taken": "这个号码刚刚也登记给了别人。请再交一次，工作人员把两边一起核对",
    "change.overtaken": "后来的改动先生效了，这一次没有用上",
    "declaration.registration-closed": "您的登记已经注销，不用说明原因。不对的话，请打12333",
    "declaration.insured": "这一项已经参保，不用说明原因",
    "declaration.same-twice": "同一个原因选了两次，请只留一个",
    "declaration.students-are-covered": "上学的人在学校参加医疗保险，请再选一个别的原因",
    "declaration.day-past": "这一天已经过去了。还没回来的话，写预计回来的日子，或者不写",
    "declaration.graduated": "这个月已经过去了。已经毕业的，请选别的原因",
    "declaration.graduation-far": "离现在太远了，请看看年份",
    "declaration.division-unknown": "这个地方不在现在的区县名单里，请重新选",
    "declaration.overtaken": "后来说的原因先记下了，这一次没有用上",
    "desk.refused": "工作人员核对后没有同意",
    "submission.not-in-review": "已经有结果了，不能再撤回",
    "code.wrong": "验证码不对，请看最新一条短信",
  } satisfies Record<Found, string>,
  {
    "change.registration-closed": "Your registration is closed and cannot be changed. If that is wrong, call 12333",
    "change.phone-unchanged": "This number is already registered: nothing to change",
    "change.address-unchanged": "This address is already registered: nothing to change",
    "change.moved-in-future": "This day is still to come: come back after the move",
    "change.moved-before-birth": "This day is before you were born: please look again",
    "change.employer-missing": "Write the name of your employer",
    "change.employer-not-due": "Only employed people name an employer",
    "change.employment-unchanged": "This is already registered: nothing to change",
    "change.card-unchanged": "This is already registered: nothing to change",
    "change.division-unknown": "This place is not in today's list: choose again",
    "change.number-taken": "Somebody else has just been registered with this number. Send it again: our staff then look at both",
    "change.overtaken": "A later change came first, so this one was not used",
    "declaration.registration-closed": "Your registration is closed: there is nothing to explain. If that is wrong, call 12333",
    "declaration.insured": "You have this insurance: there is nothing to explain",
    "declaration.same-twice": "The same reason is there twice: please keep one",
    "declaration.students-are-covered": "Students have medical insurance through their school: please choose another reason",
    "declaration.day-past": "This day is over. Write the day when you expect to be back, or leave it empty",
    "declaration.graduated": "This month is over. If you have graduated, please choose another reason",
    "declaration.graduation-far": "This is too far away: please look at the year",
    "declaration.division-unknown": "This place is not in today's list: choose again",
    "declaration.overtaken": "A reason given later came first, so this one was not used",
    "desk.refused": "Our staff looked at it and did not agree",
    "submission.not-in-review": "There is an answer already, so it cannot be taken back",
    "code.wrong": "The code is wrong. Look at the newest message",
  },
);

/** The words of some findings: a page carries those that can come up on it. */
export const wordsOf = <Name extends keyof typeof findings.zh>(lang: keyof typeof findings, ...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, findings[lang][name]])) as Record<Name, string>;
