// Every word that goes out by telephone. It names the person masked, because families share phones; it never holds a link, a
// number of a document or what was changed. Operators register these as templates, under these names.
import type { Status } from "../../shared/submission.ts";

const SIGNED = "【参保通】";
const code = (what: string) => (params: Params) =>
  `${SIGNED}${params["calls"]}，${what}验证码 ${params["code"]}，10分钟内有效。不要告诉别人。`;
const notice = (what: string) => (params: Params) =>
  `${SIGNED}${params["calls"]}，您提交的变更${what}，回执号 ${params["receipt"]}。不是您办的，请打12333。`;

type Params = Readonly<Record<string, string>>;

const texts = {
  "sign-in-code": code("登录"),
  "phone-code": code("新手机号"),
  applied: notice("已生效"),
  refused: notice("没有办成，请登录看原因"),
  "in-review": notice("正在人工核对"),
  overtaken: notice("没有生效，因为后来又有新的变更"),
  withdrawn: notice("已撤回"),
} satisfies Record<Exclude<Status, "received"> | "sign-in-code" | "phone-code", (params: Params) => string>;

export type TemplateName = keyof typeof texts;

export const textOf = (template: TemplateName, params: Params): string => texts[template](params);
