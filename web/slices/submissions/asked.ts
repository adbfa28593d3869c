import { langOfPage } from "../../paths.ts";

const REASONS = /^[OPU]\d\d(?: [OPU]\d\d)*$/;

/** The codes of the reasons in a declaration. */
export const reasonsIn = (asked: string): string[] => (REASONS.test(asked) ? asked.split(" ") : []);

/** `EMPLOYED 淮南某公司` and `card.yes` begin with a code, `P01 U02` are reasons, `work landline` parts of a form; everything else is shown as it is. */
export function inWords(asked: string, words: Record<string, string>): string {
  const said = (code: string) => words[code] ?? code;
  const reasons = reasonsIn(asked);
  if (reasons.length > 0) return reasons.map(said).join(langOfPage() === "zh" ? "；" : "; ");
  const all = asked.split(" ");
  if (all.every((code) => words[code])) return all.map(said).join(langOfPage() === "zh" ? "、" : ", ");
  const [code = "", ...rest] = all;
  return [said(code), ...rest].join(" ");
}
