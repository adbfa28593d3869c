// What is owed on top when an employer pays late or does not declare. Handbook 7.x, Social Insurance Law Art. 62, 86.
import { exact, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** Fen; `days` are counted from the first day owed. */
export function lateFee({ owed, days }: { owed: number; days: number }, law: Law): Result<number, NeedsStaff> {
  const held = law.read({ daily: "late-fee.daily-rate" });
  return held.ok ? accepted(whole(times(times(exact(owed), held.value.daily), exact(days)))) : held;
}

/** What counts as due for a month that was not declared, in fen, by what was due for the month before. */
export function deemedDue(lastMonth: number, law: Law): Result<number, NeedsStaff> {
  const held = law.read({ share: "undeclared.share-of-last-month" });
  return held.ok ? accepted(whole(times(exact(lastMonth), held.value.share))) : held;
}
