// Why a registration is not possible as it was filled in: what the API may find. A page carries the words of what can come up on it.
import type { DeclarationFinding } from "../../shared/declaration/rules.ts";
import type { ConsentFinding } from "../../shared/privacy/consent.ts";
import type { ResolveFinding } from "../../shared/registration/resolve.ts";
import type { AskedByApi, RegistrationFinding } from "../../shared/registration/rules.ts";
import { both } from "./both.ts";

/** The rest have words elsewhere. */
type Own = Exclude<RegistrationFinding | ResolveFinding, ConsentFinding | DeclarationFinding>;
/** Of a page's own making, of the API's. */
type More = AskedByApi | "form.outdated" | "evidence.gone";

export const registrationFindings = both(
  {
    "registration.closed": "这份登记已经注销，不能再交。不对的话，请打12333",
    "registration.work-missing": "请选就业状态",
    "registration.employer-missing": "请写工作单位全称",
    "registration.employer-and-none": "有工作单位，就不用选“无单位”",
    "registration.preschool-age": "学龄前是不满7岁，请改就业状态",
    "registration.retired-age": "不到45岁，一般还不能退休。请改就业状态，或者打12333",
    "registration.impossible-for-work": "勾的保险和就业状态对不上，请再看看这两项",
    "registration.maternity-without-medical": "生育保险要和职工医疗保险一起，请再看看参保情况",
    "registration.same-scheme-twice": "居民医保和新农合现在是同一种。两样都有的话，请在“重复参保”里写上两个地方",
    "registration.reason-missing": "有一项该参保没有参保，请说说原因",
    "registration.reason-expired": "以前说的原因到期了，请再说一次",
    "registration.reason-for-insured": "已经参保的那一项不用说原因，请刷新再看",
    "registration.reason-not-student": "就业状态不是学生，原因不能选“在上学”",
    "registration.elsewhere-here": "异地参保写的就是您住的城市，请再看看",
    "registration.elsewhere-own-province": "异地参保在本省的，请选到城市",
    "registration.duplicates-too-few": "重复参保要写两个地方",
    "registration.duplicate-not-insured": "重复参保的那一项，参保情况里没有勾，请再看看",
    "registration.notes-unread": "请先看填写说明",
    "registration.not-declared": "请先勾选声明",
    "registration.guardian-signs": "登记的人不满18岁，要由监护人签名",
    "registration.signature-differs": "签名和登记的姓名不一样，请再看看",
    "registration.signature-own-name": "替人签名，请打签名人自己的姓名",
    "registration.proxy-unauthorised": "还没有委托书或者社区、村的证明，请传一份",
    "registration.guardianship-unproven": "还没有监护关系的证明，请传一份",
    "registration.nothing-kept": "有一项登记库里没有，请填上",
    "registration.division-unknown": "这个地方不在现在的名单里，请重新选",
    "registration.phone-of-child": "孩子自己有登记的手机号码，要用那个手机登录才能改",
    "form.outdated": "登记表改过了，请刷新页面再填",
    "evidence.gone": "有一份照片或PDF已经不在了，请重新加上",
  } satisfies Record<Own | More, string>,
  {
    "registration.closed": "This registration is closed. If that is wrong, call 12333",
    "registration.work-missing": "Say what your work is",
    "registration.employer-missing": "Write the full name of the employer",
    "registration.employer-and-none": "Whoever has an employer does not choose a state without one",
    "registration.preschool-age": "Too young for school means under 7: change the work",
    "registration.retired-age": "Before 45 people cannot usually retire. Change the work, or call 12333",
    "registration.impossible-for-work": "The insurances that are ticked do not go with the work: look at both again",
    "registration.maternity-without-medical":
      "Maternity goes with the employees' medical insurance: look at your insurances again",
    "registration.same-scheme-twice":
      "The residents' medical insurance and the rural cooperative are one today. If you have both, write both places under “Insured twice”",
    "registration.reason-missing": "An insurance that you should have is missing: say why",
    "registration.reason-expired": "A reason that you gave has run out: say it again",
    "registration.reason-for-insured": "There is nothing to explain about an insurance that you have: reload and look again",
    "registration.reason-not-student": "Your work does not say that you study, so studying cannot be the reason",
    "registration.elsewhere-here": "The city that you named as elsewhere is the one where you live: look again",
    "registration.elsewhere-own-province": "In your own province, choose the city",
    "registration.duplicates-too-few": "Insured twice means two places: name both",
    "registration.duplicate-not-insured": "What you named as insured twice is not ticked among your insurances: look again",
    "registration.notes-unread": "Read the notes first",
    "registration.not-declared": "Tick the declaration first",
    "registration.guardian-signs": "The person is under 18, so a guardian signs",
    "registration.signature-differs": "The signature is not the registered name: look again",
    "registration.signature-own-name": "Whoever signs for somebody types their own name",
    "registration.proxy-unauthorised": "There is no authorisation or paper of the community or village yet: hand one in",
    "registration.guardianship-unproven": "There is no proof of guardianship yet: hand one in",
    "registration.nothing-kept": "Something is not in the register: fill it in",
    "registration.division-unknown": "This place is not in today's list: choose again",
    "registration.phone-of-child": "The child has a registered phone: it can be changed only by signing in with it",
    "form.outdated": "The form has changed: reload the page and fill it in again",
    "evidence.gone": "A photo or PDF is no longer there. Please add it again",
  },
);
