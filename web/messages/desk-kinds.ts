// What the matters of the desk are called, what made somebody look, and sentences to begin a reason with.
import type { DeskWork } from "../../shared/declaration/follow-up.ts";
import type { What } from "../../shared/desk/contract.ts";
import type { VisitWork } from "../../shared/desk/work.ts";
import type { Doubt } from "../../shared/registration/doubts.ts";
import type { ReviewKind } from "../../shared/submission.ts";
import { both } from "./both.ts";

type Kind = Exclude<ReviewKind, "look-challenge"> | DeskWork | VisitWork;

/** `kind.…`; where a list may not name it, `kind.confidential`. */
export const kindWords = both(
  {
    "kind.hukou-move": "户口迁移",
    "kind.same-number": "一个号码两个名字",
    "kind.phone-replacement": "更换登记手机",
    "kind.reason": "没有参保的原因",
    "kind.name-correction": "更正姓名",
    "kind.sex-correction": "更正性别",
    "kind.birth-correction": "更正出生日期",
    "kind.number-correction": "更正证件号码",
    "kind.death-report": "家人去世",
    "kind.new-person": "第一次登记，还没核实",
    "kind.same-person": "疑似重复登记",
    "kind.parentage": "核实是谁的孩子",
    "kind.hardship": "困难身份，由政府代缴",
    "kind.registration": "全民参保登记表",
    "kind.duplicate": "重复参保",
    "kind.delegation": "替家人办事：看过材料",
    "kind.guardian-objection": "未成年人不同意别人替他办",
    "kind.guardianship-end": "法院撤销、限制监护：看过裁判文书",
    "kind.SUBSIDY_CHECK": "看能不能由政府代缴、补贴",
    "kind.CALL_BACK": "打电话讲政策",
    "kind.BACK_PAY_CHECK": "看能不能补缴",
    "kind.UI_CHECK": "看能不能领失业金",
    "kind.ASSISTED_VISIT": "上门帮办",
    "kind.SUPERVISOR_CALL": "负责人打电话",
    "kind.LABOUR_INSPECTION_LEAD": "劳动监察线索",
    "kind.TAX_COLLECTION_LEAD": "税务征收线索",
    "kind.OCC_INJURY_CHECK": "看平台有没有缴职业伤害保障",
    "kind.VERIFY_DEATH_AND_CLOSE": "走访时听说已去世，要核实",
    "kind.HAND_OVER_REGION": "走访时听说已搬走，要交给现住地",
    "kind.POLICE_CROSSCHECK": "走访时没找到人，要和公安核对",
    "kind.confidential": "需要保密的事项",
  } satisfies Record<`kind.${Kind | "confidential"}`, string>,
  {
    "kind.hukou-move": "Hukou moved",
    "kind.same-number": "One number, two names",
    "kind.phone-replacement": "Replace the registered phone",
    "kind.reason": "Why not insured",
    "kind.name-correction": "Name correction",
    "kind.sex-correction": "Correction of the sex",
    "kind.birth-correction": "Correction of the date of birth",
    "kind.number-correction": "Number correction",
    "kind.death-report": "Death of a relative",
    "kind.new-person": "First registration, not verified",
    "kind.same-person": "May be registered already",
    "kind.parentage": "Whose child it is",
    "kind.hardship": "Hardship: the government pays",
    "kind.registration": "Registration form",
    "kind.duplicate": "Insured twice",
    "kind.delegation": "Acting for a relative: papers seen",
    "kind.guardian-objection": "A minor objects to who acts for them",
    "kind.guardianship-end": "Court ends or restricts a guardianship: paper seen",
    "kind.SUBSIDY_CHECK": "Can the government pay or subsidise",
    "kind.CALL_BACK": "Call and explain the policy",
    "kind.BACK_PAY_CHECK": "Can missing months be paid",
    "kind.UI_CHECK": "Is there unemployment benefit",
    "kind.ASSISTED_VISIT": "Go there and help",
    "kind.SUPERVISOR_CALL": "Call by a supervisor",
    "kind.LABOUR_INSPECTION_LEAD": "Lead for labour inspection",
    "kind.TAX_COLLECTION_LEAD": "Lead for the tax office",
    "kind.OCC_INJURY_CHECK": "Does the platform pay for injuries",
    "kind.VERIFY_DEATH_AND_CLOSE": "Said on a visit to have died: find out",
    "kind.HAND_OVER_REGION": "Said on a visit to have moved: hand over to the place they live in",
    "kind.POLICE_CROSSCHECK": "Not found on a visit: ask the police",
    "kind.confidential": "Confidential matter",
  },
);

export const whatWords = both(
  {
    "what.decide": "要决定的",
    "what.do": "要跟进的",
    "what.transfer": "转移的一步",
    "what.call-back": "回电",
    "what.visit": "入户复核",
  } satisfies Record<`what.${What}`, string>,
  {
    "what.decide": "To decide",
    "what.do": "To do",
    "what.transfer": "Step of a transfer",
    "what.call-back": "Call-back",
    "what.visit": "Visit to check",
  },
);

/** `{what}`: of which insurance. */
export const doubtWords = both(
  {
    "registration.review.guardian": "是监护人签的字。看看是不是他的监护人。",
    "registration.review.proxy": "是代办人签的字。看看委托书上有没有写代办人。",
    "registration.review.unsigned": "入户时说的，没有签字。看看是不是这样。",
    "registration.review.hukou": "户口和登记的不一样。看户口簿。",
    "registration.review.claims": "说参加了{what}，登记库里没有。",
    "registration.review.denies": "登记库里有{what}，表上没有写。",
    "registration.review.duplicates": "说在几个地方参加了{what}。",
    "registration.review.reason": "没有参加{what}的原因要看一看。",
    "registration.review.young-worker": "不满十六岁，说在工作。",
    "registration.review.rules-missing": "有一个政策参数没有载入，该问的原因没有问到。",
    SEX_MISMATCH: "号码里的性别不一样。少数真的号码就是错的。",
    BIRTH_MISMATCH: "号码里的出生日期不一样。少数真的号码就是错的。",
  } satisfies Record<Doubt | "SEX_MISMATCH" | "BIRTH_MISMATCH", string>,
  {
    "registration.review.guardian": "A guardian signed. See whether it is their guardian.",
    "registration.review.proxy": "A proxy signed. See whether the written authorisation names them.",
    "registration.review.unsigned": "Told at the door, and not signed. See whether it is so.",
    "registration.review.hukou": "Another hukou than the registered one. See the household booklet.",
    "registration.review.claims": "Says to have {what}; the register knows nothing of it.",
    "registration.review.denies": "The register has {what}; the form does not say so.",
    "registration.review.duplicates": "Says to have {what} in several places.",
    "registration.review.reason": "The reason for not having {what} wants a look.",
    "registration.review.young-worker": "Under sixteen, and says to be working.",
    "registration.review.rules-missing": "A number of policy is not loaded: nobody could ask for the reasons that are due.",
    SEX_MISMATCH: "The number says another sex. A few genuine numbers are wrong.",
    BIRTH_MISMATCH: "The number says another date of birth. A few genuine numbers are wrong.",
  },
);

type Suggested = { applied: readonly string[]; refused: readonly string[] };
const unclear = "照片看不清。请在亮的地方重新拍，再交一次。";
const identity: Suggested = {
  applied: ["和户口簿、身份证核对过，已经按证件更正。"],
  refused: ["证件上写的和您填的不一样。请带身份证和户口簿到窗口，我们当面核对。", unclear],
};
const newcomer: Suggested = {
  applied: ["核对过证件，已经登记。"],
  refused: ["您已经登记过了，不用再登记。请直接登录；换了手机的，请申请更换手机。", "证件还核对不上。请带身份证到窗口来一次。"],
};
const compared: Suggested = {
  applied: ["核对过，是两个人，分开登记。"],
  refused: ["核对过，是同一个人，不另外登记。"],
};

/** The person reads the reason as it is written; most people here read Chinese, so on every page these are Chinese. */
export const suggested: Readonly<Record<Exclude<ReviewKind, "look-challenge">, Suggested>> = {
  "hukou-move": {
    applied: ["和户口簿核对过，户口地址已经改好。"],
    refused: ["户口簿上还是原来的地址。请先到派出所办好迁移，再交一次。", unclear],
  },
  "same-number": compared,
  "phone-replacement": {
    applied: ["当面核对过本人和身份证，手机已经换好。"],
    refused: ["没有核对到本人。请带身份证到窗口来一次。", "登记的手机上有人说没有申请过，所以没有换。"],
  },
  reason: {
    applied: ["原因已经核对，登记好了。"],
    refused: ["登记的情况和您说的不一样。请看“我的参保”，有不清楚的打12333。", unclear],
  },
  "name-correction": identity,
  "sex-correction": identity,
  "birth-correction": identity,
  "number-correction": identity,
  "death-report": {
    applied: ["和死亡证明核对过，已经登记。请节哀。"],
    refused: [
      "证明上的人和登记的人对不上。请带死亡证明到窗口，我们帮您看。",
      "有人说情况不是这样，我们没有登记。请带证明到窗口来。",
    ],
  },
  "new-person": newcomer,
  "same-person": compared,
  parentage: {
    applied: ["和出生医学证明核对过，孩子已经登记在您名下。"],
    refused: ["出生医学证明上的父母和您填的不一样。请带证明到窗口来。", unclear],
  },
  hardship: {
    applied: ["困难身份已经核对，由政府代缴。"],
    refused: ["现在的名单上还没有您。请先到社区申请，办好以后再交一次。", unclear],
  },
  delegation: {
    applied: ["材料核对过，他可以替您办事了。前72小时只能看。不想要的，随时可以取消。"],
    refused: ["材料还不够。请您和要替您办事的人带身份证一起到窗口来。"],
  },
  "guardian-objection": {
    applied: ["和您谈过，他们以后不能再替您办社保。有事可以自己来窗口。"],
    refused: ["和您谈过，您满18岁以前，还是由监护人替您办。您随时可以看谁看过您的记录。"],
  },
  "guardianship-end": {
    applied: ["和法院的文书核对过，他从现在起不能再替孩子办社保。"],
    refused: ["和法院的文书对不上：人不对，或者文书还没有生效。请带生效的文书到窗口来。"],
  },
  duplicate: {
    applied: [
      "两份参保记录都核对过，按您说的留一份，另一份停止。该退的钱，退到您的社会保障卡。",
      "您的异议有道理，两份参保都不变。",
    ],
    refused: [
      "和另一地的经办机构核对过，要留的那一份现在还没有生效。生效以后请再提交，这之前两份都不变。",
      "您的异议看过了，情况和登记的一样，两份参保都不变。请登录看应当留哪一份。",
    ],
  },
  registration: {
    applied: ["登记表核对过，已经登记。"],
    refused: ["登记表上有几处和登记的不一样，请到窗口一起看一看。", unclear],
  },
};
