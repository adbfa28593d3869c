// How long unemployment benefit is paid at most. Handbook 6.5, Social Insurance Law Art. 45, 46.
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { stepAt } from "../policy/units.ts";

/** Months, by the months paid; provinces arrange it within. */
export function benefitMonths(paidMonths: number, law: Law): Result<number, NeedsStaff> {
  const held = law.read({ duration: "unemployment.duration" });
  return held.ok ? accepted(stepAt(held.value.duration, paidMonths) ?? 0) : held;
}

/** Months that were not used up before are added, up to a limit. */
export function carriedOver({ entitled, unused }: { entitled: number; unused: number }, law: Law): Result<number, NeedsStaff> {
  const held = law.read({ atMost: "unemployment.duration-at-most" });
  return held.ok ? accepted(Math.min(held.value.atMost, entitled + unused)) : held;
}
