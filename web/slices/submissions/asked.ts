import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";

const REASONS = /^[OPU]\d\d(?: [OPU]\d\d)*$/;

/** The codes of the reasons in a declaration. */
export const reasonsIn = (asked: string): string[] => (REASONS.test(asked) ? asked.split(" ") : []);

/**
 * `card.yes`, the reasons `P01 U02` and the fields of a form `card work` are codes; `EMPLOYED 淮南某公司` begins with one; everything
 * else is shown as it is.
 */
export function inWords(asked: string, words: Record<string, string>): string {
  const said = (code: string) => words[code] ?? code;
  if (/^\d{4}-\d\d-\d\d$/.test(asked)) return dateIn(langOfPage(), asked);
  const [code = "", ...rest] = asked.split(" ");
  if (!rest.every((more) => more in words)) return [said(code), ...rest].join(" ");
  const between = reasonsIn(asked).length > 0 ? ["；", "; "] : ["、", ", "];
  return [code, ...rest].map(said).join(between[langOfPage() === "zh" ? 0 : 1]);
}
