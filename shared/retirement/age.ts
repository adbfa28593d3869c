// When a person reaches the pension age, and how far the choice around it goes. Handbook 8.1, 8.2.
import { monthsBetween, type PlainMonth, plusMonths } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { type MinimumMonths, minimumMonths } from "./minimum.ts";

/** Men; women in management or technical posts; women in workers' posts. A question of the post: ask, never infer it. */
export type PostCategory = "M60" | "F55" | "F50";

export type Retirement = {
  delayMonths: number;
  ageMonths: number;
  month: PlainMonth;
  minimumMonths: MinimumMonths;
  /** Null: reached before there was a choice. */
  flexible: {
    earliestAgeMonths: number;
    earliest: PlainMonth;
    minimumMonthsIfEarliest: MinimumMonths;
    latest: PlainMonth;
  } | null;
};

/** Which numbers decide about whom. */
export const retirementKeys = {
  M60: wanted("m60"),
  F55: wanted("f55"),
  F50: wanted("f50"),
};

function wanted<const Group extends "m60" | "f55" | "f50">(group: Group) {
  return {
    original: `retirement.${group}.original-age`,
    delayFrom: `retirement.${group}.delay-from`,
    step: `retirement.${group}.delay-step`,
    cap: `retirement.${group}.delay-cap`,
    flexibleFrom: "retirement.flexible-from",
    earlier: "retirement.earlier-at-most",
    later: "retirement.later-at-most",
  } as const;
}

/** The statutory month for who was born in a month: one month later for every few months of birth, up to a cap. */
export function retirementOf(
  { category, birth }: { category: PostCategory; birth: PlainMonth },
  law: Law,
): Result<Retirement, NeedsStaff> {
  const held = law.read(retirementKeys[category]);
  if (!held.ok) return held;
  const { original, delayFrom, step, cap, flexibleFrom, earlier, later } = held.value;

  const cohort = monthsBetween(delayFrom, birth);
  const delayMonths = cohort < 0 ? 0 : Math.min(cap, Math.floor(cohort / step) + 1);
  const ageMonths = original + delayMonths;
  const month = plusMonths(birth, ageMonths);
  const minimum = minimumMonths(month, law);
  if (!minimum.ok) return minimum;
  const statutory = { delayMonths, ageMonths, month, minimumMonths: minimum.value };
  if (month < flexibleFrom) return accepted({ ...statutory, flexible: null });

  const earliestAgeMonths = Math.max(original, ageMonths - earlier);
  const earliest = plusMonths(birth, earliestAgeMonths);
  const ifEarliest = minimumMonths(earliest, law);
  if (!ifEarliest.ok) return ifEarliest;
  const flexible = {
    earliestAgeMonths,
    earliest,
    minimumMonthsIfEarliest: ifEarliest.value,
    latest: plusMonths(month, later),
  };
  return accepted({ ...statutory, flexible });
}
