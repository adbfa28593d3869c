import type { Lang } from "./messages/both.ts";

/** What `<html lang>` says. */
export const langTag = { zh: "zh-CN", en: "en" } as const satisfies Record<Lang, string>;

/** A path as it is in a language: `/contact` or `/en/contact`. */
export const pathIn = (lang: Lang, path: string): string => (lang === "zh" ? path : path === "/" ? "/en/" : `/en${path}`);
