// How long something is kept, in words, from the times that the code itself goes by.
import { type Field, fields } from "../shared/privacy/fields.ts";
import { type Keeps, keeps } from "../shared/privacy/keeps.ts";
import type { Lang } from "./messages/both.ts";
import { tableWords } from "./messages/privacy-fields.ts";
import { fill } from "./words.ts";

function sayKeeps(lang: Lang, kept: Keeps): string {
  const says = tableWords[lang].keeps;
  if (typeof kept === "string") return says[kept];
  if ("minutes" in kept) return fill(says.minutes, { n: kept.minutes });
  if ("hours" in kept) return fill(says.hours, { n: kept.hours });
  if ("days" in kept) return fill(says.days, { n: kept.days });
  if ("afterEnd" in kept) return fill(says.afterEnd, { n: kept.afterEnd });
  return fill(says.after, { n: kept.afterOutcome, most: kept.most });
}

/** The longest first. What is kept for ever says only that; of more than three times the shortest and the longest are said. */
export function timesOf(lang: Lang, ...names: readonly Field[]): string {
  const says = tableWords[lang].keeps;
  const all = names.flatMap((name) => fields[name].in.map((place): Keeps => keeps[place]));
  if (all.includes("for-ever")) return says["for-ever"];
  const times = [...new Set(all.sort((a, b) => minutesOf(b) - minutesOf(a)).map((kept) => sayKeeps(lang, kept)))];
  const [most = "", least = ""] = [times[0], times.at(-1)];
  return times.length > 3 ? fill(says.span, { least, most }) : times.join(says.and);
}

function minutesOf(kept: Keeps): number {
  if (typeof kept === "string") return 0;
  if ("minutes" in kept) return kept.minutes;
  if ("hours" in kept) return kept.hours * 60;
  if ("days" in kept) return kept.days * 1440;
  return ("afterEnd" in kept ? kept.afterEnd : kept.most) * 1440;
}
