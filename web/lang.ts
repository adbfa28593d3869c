import type { Lang } from "./messages/both.ts";

/** What `<html lang>` says. */
export const langTag = { zh: "zh-CN", en: "en" } as const satisfies Record<Lang, string>;

/** A path as it is in a language: `/contact` or `/en/contact`. */
export const pathIn = (lang: Lang, path: string): string => (lang === "zh" ? path : path === "/" ? "/en/" : `/en${path}`);

const monthIn = (month: number) => new Date(Date.UTC(2000, month - 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });

/** 2026年11月22日, 22 November 2026; a month alone loses its day. */
export function dateIn(lang: Lang, date: string): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number?];
  if (lang === "zh") return `${year}年${month}月${day ? `${day}日` : ""}`;
  return `${day ? `${day} ` : ""}${monthIn(month)} ${year}`;
}

/** The same day of every year, `09-01`: 9月1日, 1 September. */
export const dayIn = (lang: Lang, day: string): string =>
  dateIn(lang, `2001-${day}`).replace(lang === "zh" ? "2001年" : " 2001", "");
