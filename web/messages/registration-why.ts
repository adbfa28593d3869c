// Why a registration form is being looked at, or was not used: what only a receipt says.
import type { Doubt } from "../../shared/registration/doubts.ts";
import { both } from "./both.ts";

type Why = Doubt | "registration.overtaken" | "registration.partly-overtaken";

export const registrationWhy = both(
  {
    "registration.review.guardian": "是监护人签的名，工作人员要看一下证明",
    "registration.review.proxy": "是代理人签的名，工作人员要看一下委托书",
    "registration.review.unsigned": "上门时没有签名，工作人员要核对",
    "registration.review.hukou": "户口地址和登记的不一样，工作人员要核对户口簿",
    "registration.review.claims": "表上写参保了，登记库里还没有，工作人员要核对",
    "registration.review.denies": "登记库里参保了，表上没有写，工作人员要核对",
    "registration.review.duplicates": "表上写在几个地方都参保了，工作人员要核对",
    "registration.review.reason": "没有参保的原因，工作人员要核对",
    "registration.review.young-worker": "不满16岁在工作，工作人员要问一下情况",
    "registration.review.rules-missing": "这里的规定我们还没有全，工作人员来核对",
    "registration.overtaken": "后来说的先记下了，这一次没有用上",
    "registration.partly-overtaken": "有的内容后来又说过，用的是后来的",
  } satisfies Record<Why, string>,
  {
    "registration.review.guardian": "A guardian signed: our staff look at the proof",
    "registration.review.proxy": "A proxy signed: our staff look at the authorisation",
    "registration.review.unsigned": "Nobody signed at the door: our staff look",
    "registration.review.hukou": "The hukou is not the registered one: our staff look at the household booklet",
    "registration.review.claims": "The form names an insurance that the register does not know: our staff look",
    "registration.review.denies": "The register holds an insurance that the form does not name: our staff look",
    "registration.review.duplicates": "The form names one insurance in several places: our staff look",
    "registration.review.reason": "Our staff look at the reason for not being insured",
    "registration.review.young-worker": "Somebody under 16 works: our staff ask about it",
    "registration.review.rules-missing": "We do not have all the rules of this place yet: our staff look",
    "registration.overtaken": "A later word came first, so this form was not used",
    "registration.partly-overtaken": "Some of it was said again later: the later word counts",
  } satisfies Record<Why, string>,
);
