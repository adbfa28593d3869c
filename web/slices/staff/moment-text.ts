import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";

/** An instant by the clock in Shanghai, to the minute: 11月22日18:05. */
export const momentText = (instant: string): string => {
  const lang = langOfPage();
  const date = dateIn(lang, instant.slice(0, 10));
  return `${date}${lang === "zh" ? "" : ", "}${instant.slice(11, 16)}`;
};
