import { exact, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** `originalCap`: the region's cap of the serious-illness insurance, in fen. `bonusUsed`: a claim has used the bonus up. */
export type Loyalty = { consecutiveYears: number; zeroClaimYears: number; bonusUsed: boolean; originalCap: number };

/** By how much staying insured raises the serious-illness cap at least, in fen. Handbook 7.4. */
export function loyaltyBonus(loyalty: Loyalty, law: Law): Result<number, NeedsStaff> {
  const held = law.read({
    after: "resident-medical.bonus-after",
    perYear: "resident-medical.bonus-per-year",
    perZeroClaimYear: "resident-medical.bonus-per-zero-claim-year",
    share: "resident-medical.bonus-share-at-most",
  });
  if (!held.ok) return held;
  const { after, perYear, perZeroClaimYear, share } = held.value;
  const forYears = perYear * Math.max(0, loyalty.consecutiveYears - after);
  const forNoClaims = loyalty.bonusUsed ? 0 : perZeroClaimYear * loyalty.zeroClaimYears;
  return accepted(Math.min(forYears + forNoClaims, whole(times(exact(loyalty.originalCap), share))));
}
