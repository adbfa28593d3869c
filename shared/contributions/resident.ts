// The tiers of the resident pension and what the government adds. Handbook 7.3.
import { accepted, type Result, refused } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { stepAt } from "../policy/units.ts";

/** What the centre demands of every region at least, in fen a year. */
export function nationalSubsidy(tier: number, law: Law): Result<number, NeedsStaff> {
  const held = law.read({ subsidy: "resident-pension.national-subsidy" });
  return held.ok ? accepted(stepAt(held.value.subsidy, tier) ?? 0) : held;
}

/** In fen a year. */
export type Tier = { tier: number; subsidy: number };

/** What may be chosen in the law's region. Regions set their own: where they are not loaded, national ones do not stand in. */
export function residentTiers(law: Law): Result<Tier[], NeedsStaff> {
  const held = law.read({ tiers: "resident-pension.tiers", subsidy: "resident-pension.subsidy" });
  if (!held.ok) return held;
  const { tiers, subsidy } = held.value;
  return accepted(tiers.map((tier) => ({ tier, subsidy: stepAt(subsidy, tier) ?? 0 })));
}

export type TierRefusal = NeedsStaff | { readonly code: "contributions.tier-not-offered"; readonly offered: readonly number[] };

/** One of the tiers of the region; else what is offered there. */
export function chooseTier(tier: number, law: Law): Result<Tier, TierRefusal> {
  const offered = residentTiers(law);
  if (!offered.ok) return offered;
  const chosen = offered.value.find((one) => one.tier === tier);
  if (chosen) return accepted(chosen);
  return refused({ code: "contributions.tier-not-offered", offered: offered.value.map((one) => one.tier) });
}
