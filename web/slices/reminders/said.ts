// A reminder in words: what it is, and why. The page of the person and the console say it alike.
import type { ReminderView } from "../../../shared/reminder/shown.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";

export type Shown = { places: readonly { division: string; name: string }[]; paid: number };
/** One that comes, or one that was told. */
export type Said = Omit<ReminderView, "open">;
type Words = Record<string, string>;

export const date = (day: string) => dateIn(langOfPage(), day);
/** A month's first day stands for the month. */
const dayOf = ({ what, on }: Pick<ReminderView, "what" | "on">) =>
  date(what === "retirement" || what === "minimum-months" ? on.slice(0, 7) : on);

export function valuesOf(due: Said, { places, paid }: Shown, words: Words): Record<string, string | number> {
  const { cause, year = "", since, minimum = 0, post } = due;
  const place = "region" in cause ? (places.find(({ division }) => division === cause.region)?.name ?? cause.region) : "";
  const insurance = "insurance" in cause ? (words[`i.${cause.insurance}`] ?? "") : "";
  const reason = "code" in cause ? (words[cause.code] ?? cause.code) : "";
  const birth = "birth" in cause ? date(cause.birth) : "";
  return {
    ...{ place, insurance, reason, birth, year, minimum, paid },
    on: dayOf(due),
    since: since ? date(since) : "",
    missing: Math.max(0, minimum - paid),
    post: post ? (words[`post.${post}`] ?? "") : "",
  };
}

export const titleOf = (due: Said, shown: Shown, words: Words): string =>
  fill(words[`t.${due.usual ? "usual-" : ""}${due.step ?? due.what}`] ?? "", valuesOf(due, shown, words));

export const causeOf = (due: Said, shown: Shown, words: Words): string =>
  (words["because"] ?? "") + fill(words[`b.${due.cause.fact}`] ?? "", valuesOf(due, shown, words));
