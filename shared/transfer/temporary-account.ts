import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** `age`: full years on the day of the move. `returnsToHukou`: the new place is the province of the household registration. */
export type Move = { sex: "M" | "F"; age: number; returnsToHukou: boolean; approvedTransfer: boolean };

/** Does the old place keep the pension relation, and the new one open a temporary account only? Handbook 6.1. */
export function opensTemporaryAccount(
  { sex, age, returnsToHukou, approvedTransfer }: Move,
  law: Law,
): Result<boolean, NeedsStaff> {
  const held = law.read({ M: "temporary-account.age-men", F: "temporary-account.age-women" });
  return held.ok ? accepted(age >= held.value[sex] && !returnsToHukou && !approvedTransfer) : held;
}
