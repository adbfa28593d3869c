import { clockAt } from "../../../shared/kernel/calendar.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";

/** An instant by the clock in Shanghai: 2026年11月20日10:32:08. */
export function moment(instant: string): HTMLTimeElement {
  const lang = langOfPage();
  const text = `${dateIn(lang, instant.slice(0, 10))}${lang === "zh" ? "" : ", "}${instant.slice(11, 19)}`;
  return element("time", { datetime: instant }, text);
}

export const clockNow = (): string => clockAt(Date.now()).slice(11, 19);
