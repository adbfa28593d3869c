import { type Exact, exact, over, plus, rounded, times } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import type { Steps } from "../policy/units.ts";

/**
 * Over how many months the individual account is paid out, with one decimal: between whole ages in a straight line. Handbook 8.3.
 * Null outside the ages of the table.
 */
export function payoutMonths(ageMonths: number, law: Law): Result<Exact | null, NeedsStaff> {
  const held = law.read({ table: "employee-pension.payout-months" });
  return held.ok ? accepted(between(held.value.table, ageMonths)) : held;
}

function between(table: Steps, ageMonths: number): Exact | null {
  const [age, month] = [Math.floor(ageMonths / 12), ageMonths % 12];
  const at = table.find(([whole]) => whole === age)?.[1];
  const next = table.find(([whole]) => whole > age)?.[1];
  if (at === undefined) return null;
  if (month === 0) return exact(at);
  if (next === undefined) return null;
  const shorter = over(times(exact(next - at), exact(month)), exact(12));
  return rounded(plus(exact(at), shorter), 1);
}
