// Legal limits for the words of pages. At build time: without one there is nothing to promise, and no page is built.
import type { Key } from "../shared/policy/keys.ts";
import { openPolicy } from "../shared/policy/law.ts";
import { loadedParameters } from "./loaded-parameters.ts";
import type { Lang } from "./messages/both.ts";
import { checkSays } from "./messages/check-says.ts";
import { workSays } from "./messages/declared.ts";
import { lastLook } from "./parameter-pages.ts";
import { fill } from "./words.ts";

const law = openPolicy(loadedParameters)({ region: "national", asOf: lastLook(loadedParameters) });

function daysOf(
  key: Extract<Key, "limit.registration" | "limit.employer-registers" | "reason.follow-up" | "reason.employer-lead">,
): number {
  const limit = law.read({ days: key });
  if (!limit.ok) throw new Error(`No ${key} is in force: load it (npm run policy -- load) before the site is built.`);
  return limit.value.days;
}

/** Working days in which the desk has to answer. */
export const reviewDays = daysOf("limit.registration");

/** What follows from a declared reason, with the working days until somebody calls or hands it over, and the days to enrol someone. */
export function workWordsIn(lang: Lang): typeof workSays.zh {
  const days = {
    days: daysOf("reason.follow-up"),
    lead: daysOf("reason.employer-lead"),
    enrol: daysOf("limit.employer-registers"),
  };
  const filled = Object.entries(workSays[lang]).map(([name, text]) => [name, text.includes("{date}") ? text : fill(text, days)]);
  return Object.fromEntries(filled);
}

/** What the check page says, with the days an employer has. */
export const checkWordsIn = (lang: Lang) => ({
  ...checkSays[lang],
  "step.enrol": fill(checkSays[lang]["step.enrol"], { days: daysOf("limit.employer-registers") }),
});
