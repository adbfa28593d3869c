// From when to when a number holds, as short as it is still exact.
import { type PlainDate, plusDays } from "../shared/kernel/calendar.ts";
import { dateIn } from "./lang.ts";
import type { Lang } from "./messages/both.ts";
import { parameterPages } from "./messages/parameter-pages.ts";
import { fill } from "./words.ts";

/** Long before any of it: "until then" is all that can be said. */
const ALWAYS = "1900-01-01";

/** 2026年 · 2025年7月起 · 2025年7月到2026年6月 · 2026年3月9日起. */
export function saySpan(lang: Lang, from: PlainDate, to: PlainDate | null): string {
  const t = parameterPages[lang];
  const first = dateIn(lang, from.endsWith("-01") ? from.slice(0, 7) : from);
  if (to === null) return fill(t.since, { from: first });
  const last = dateIn(lang, endsMonth(to) ? to.slice(0, 7) : to);
  if (from === ALWAYS) return fill(t.until, { to: last });
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return fill(t.year, { year });
  return fill(t.span, { from: first, to: last });
}

const endsMonth = (day: PlainDate) => plusDays(day, 1).endsWith("-01");
