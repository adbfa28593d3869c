// Every word that goes out by telephone. It names the person masked, because families share phones; it never holds a link, a
// number of a document or what was changed; only a phone that is to be replaced hears by which one, masked.
// Operators register these as templates, under these names.
import type { Scope } from "../../shared/delegation/scopes.ts";
import type { Status } from "../../shared/submission.ts";

const SIGNED = "【参保通】";
const code = (what: string) => (params: Params) =>
  `${SIGNED}${params["calls"]}，${what}验证码 ${params["code"]}，10分钟内有效。不要告诉别人。`;
const replacement = (what: string) => (params: Params) =>
  `${SIGNED}${params["calls"]}，${what}，回执号 ${params["receipt"]}。不是您办的，请打12333。`;
const death = (what: string) => (params: Params) =>
  `${SIGNED}有人申请登记${params["calls"]}去世，${what}，回执号 ${params["receipt"]}。情况不对的，请打12333。`;
const newcomer = (what: string) => (params: Params) =>
  `${SIGNED}${params["calls"]}，您的第一次登记${what}，回执号 ${params["receipt"]}。不是您办的，请打12333。`;
const challenge = (what: string) => (params: Params) =>
  `${SIGNED}${params["calls"]}，您要求说明的一次查看${what}，回执号 ${params["receipt"]}。不是您问的，请打12333。`;
const delegation = (what: string) => (params: Params) =>
  `${SIGNED}${params["calls"]}，窗口交来的“家人替您办社保”${what}，回执号 ${params["receipt"]}。不是您同意的，请打12333。`;
const notice = (what: string) => (params: Params) =>
  `${SIGNED}${params["calls"]}，您提交的事项${what}，回执号 ${params["receipt"]}。不是您办的，请打12333。`;

const told = (what: string) => (params: Params) => `${SIGNED}${params["calls"]}，${what}，请登录看。有疑问，请打12333。`;

const scopes = {
  look: "看",
  changes: "填登记表",
  enrolment: "参保和停保",
  transfer: "办转移",
  certificates: "开证明",
} as const satisfies Record<Scope, string>;
/** Before they read the code out they hear who asks, what for and for how long. */
export const wishIn = ({ by, scopes: wanted, months }: { by: string; scopes: readonly Scope[]; months: number }) => ({
  by,
  scopes: (Object.keys(scopes) as Scope[]).flatMap((scope) => (wanted.includes(scope) ? scopes[scope] : [])).join("、"),
  months: String(months),
});

type Outcome = Exclude<Status, "received">;
type Params = Readonly<Record<string, string>>;

const texts = {
  "sign-in-code": code("登录"),
  "phone-code": code("新手机号"),
  "newcomer-code": code("第一次登记"),
  "consent-code": (params: Params) =>
    `${SIGNED}${params["calls"]}，12333接线员要您的验证码：${params["code"]}，10分钟内有效。是您自己打的12333，才念给接线员；不是的，不要告诉任何人。`,
  "delegation-code": (params: Params) =>
    `${SIGNED}${params["calls"]}，${params["by"]}想替您办社保：${params["scopes"]}，${params["months"]}个月。您同意，才把验证码${params["code"]}告诉他，10分钟内有效。不同意或者不认识他，不要告诉任何人。`,
  "delegation-in-review": delegation("正在由另一位工作人员核对"),
  "delegation-applied": delegation("已经核对好，前72小时只能看，您随时可以取消"),
  "delegation-refused": delegation("没有办成，请登录看原因"),
  "delegation-overtaken": delegation("没有办成，请登录看原因"),
  "delegation-withdrawn": delegation("已撤回"),
  applied: notice("已经办好"),
  refused: notice("没有办成，请登录看原因"),
  "in-review": notice("正在人工核对"),
  overtaken: notice("没有生效，因为后来又提交了新的"),
  withdrawn: notice("已撤回"),
  "phone-replaced": replacement("您登记的手机号已换成别的号码"),
  "replacement-in-review": (params: Params) => replacement(`有人申请把您登记的手机换成${params["phone"]}`)(params),
  "replacement-applied": replacement("登记的手机已换成这一个，可以用它登录了"),
  "replacement-refused": replacement("换手机没有办成，请打12333问原因"),
  "replacement-overtaken": replacement("换手机没有生效，因为后来又有新的变更"),
  "replacement-withdrawn": replacement("换手机的申请已撤回"),
  "newcomer-in-review": newcomer("正在人工核对"),
  "newcomer-applied": newcomer("已经办好，可以用这个手机登录了"),
  "newcomer-refused": newcomer("没有办成，请打开“第一次登记”看原因"),
  "newcomer-overtaken": newcomer("没有生效，因为后来又提交了新的"),
  "newcomer-withdrawn": newcomer("已撤回"),
  "challenge-in-review": challenge("已交给审计人员，登录能看哪天答复"),
  "challenge-applied": challenge("有了答复，请登录看"),
  "challenge-refused": challenge("有了答复，请登录看"),
  "challenge-overtaken": challenge("不用再答复了"),
  "challenge-withdrawn": challenge("已撤回"),
  "death-in-review": death("正在核对，登记还没有变"),
  "death-applied": death("核对后已经注销登记"),
  "death-refused": death("核对后没有采用，登记没有变"),
  "death-overtaken": death("没有采用，登记没有变"),
  "death-withdrawn": death("已经撤回，登记没有变"),
} satisfies Record<
  | Outcome
  | `replacement-${Outcome}`
  | `death-${Outcome}`
  | `newcomer-${Outcome}`
  | `challenge-${Outcome}`
  | "sign-in-code"
  | "phone-code"
  | "newcomer-code"
  | "consent-code"
  | "delegation-code"
  | `delegation-${Outcome}`
  | "phone-replaced",
  (params: Params) => string
>;

/** What is told besides what became of something sent (functions/tell.ts). */
const notices = {
  "delegation-begun": (params: Params) =>
    `${SIGNED}${params["calls"]}，${params["by"] ?? "有人"}用您的验证码，开始替您看社保；72小时以后还能替您办事。不是您同意的，请马上登录，打开“家人”取消，或者打12333。`,
  "delegation-ended": told("家人替办社保的许可已经取消"),
  "delegation-over": told("家人替办社保的许可已经到期"),
  "guardianship-ended": told("您替孩子办社保的登记有变动"),
  "guardianship-changed": told("替您办社保的人有变动"),
  "child-guardianship": told("替您家孩子办社保的人有变动"),
  "transfer-begun": told("您的转移申请已经收下，经办机构开始办了。办到哪一步"),
  "transfer-withdrawn": told("您的转移申请已经撤回"),
  "transfer-overdue": told("您办的转移有一步超过了期限，我们已报上一级催办，您不用做什么。办到哪一步"),
  "transfer-date": told("您办的转移的期限有变动"),
  "duplicate-found": told("您有一种保险参加了两份，没有您的答复，我们一份也不停。留哪一份"),
  "transfer-moved": told("您办的转移有新进展"),
  "transfer-returned": told("您办的转移被退回来了，要您改一改"),
  "transfer-done": told("您的转移办完了"),
  "transfer-rejected": told("您办的转移没有办成，理由写给您了"),
  reminders: (params: Params) => told(`您有${params["count"] ?? ""}条参保提醒`)(params),
  "child-reminders": told("您家孩子有参保提醒"),
  "child-transfer": told("您家孩子的转移有新情况"),
} satisfies Record<string, (params: Params) => string>;

export type NoticeName = keyof typeof notices;

/** What the parents of a child without a phone are told instead. */
export const toParents: Partial<Record<NoticeName, NoticeName>> = {
  reminders: "child-reminders",
  "guardianship-changed": "child-guardianship",
  "transfer-overdue": "child-transfer",
  "transfer-date": "child-transfer",
  "transfer-moved": "child-transfer",
  "transfer-returned": "child-transfer",
  "transfer-done": "child-transfer",
  "transfer-rejected": "child-transfer",
};
export const noticeNames = Object.keys(notices) as [NoticeName, ...NoticeName[]];
export type TemplateName = keyof typeof texts | NoticeName;

const all = { ...texts, ...notices };
export const textOf = (template: TemplateName, params: Params): string => all[template](params);

const notable: Readonly<Record<string, NoticeName>> = {
  returned: "transfer-returned",
  rejected: "transfer-rejected",
  completed: "transfer-done",
};

/** What an agency's step is to whose transfer it is: what needs them, or ends it, can be told from what only goes on. */
export const noticeOfStep = (event: string): NoticeName => notable[event] ?? "transfer-moved";
