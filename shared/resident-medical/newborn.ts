import { daysBetween, type PlainDate } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** `benefitFrom` is null when it came too late: then the region's rule decides. */
export type NewbornCover = { days: number; benefitFrom: PlainDate | null };

/** A child enrolled in time is covered from birth. The day of birth is day 0, the last day still counts. Handbook 7.4. */
export function newbornCover(
  { birth, enrolled }: { birth: PlainDate; enrolled: PlainDate },
  law: Law,
): Result<NewbornCover, NeedsStaff> {
  const held = law.read({ within: "resident-medical.newborn-days" });
  if (!held.ok) return held;
  const days = daysBetween(birth, enrolled);
  return accepted({ days, benefitFrom: days <= held.value.within ? birth : null });
}
