// Which tiers the resident pension can be reckoned with in a place: its own, or what the centre demands at least. Handbook 7.3, 14.
import { nationalSubsidy, residentTiers, type Tier } from "../contributions/resident.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Key } from "../policy/keys.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import type { Parameter } from "../policy/parameter.ts";
import { stepAt } from "../policy/units.ts";

export type TiersOnOffer = {
  readonly tiers: readonly Tier[];
  /** Its own; else those that the centre demands at least. */
  readonly own: boolean;
  /** The basic pension, fen a month. */
  readonly basic: number;
  /** The region's own numbers that are not loaded. The national ones stand in openly, never as the region's. */
  readonly missing: readonly Key[];
  /** What is known of the region's tiers all the same, with its confidence. */
  readonly lowest: Parameter | undefined;
  readonly highest: Parameter | undefined;
  /** The tier that is kept for hard-up people, fen a year. */
  readonly kept: number;
};

/** Hard-up people are offered the tier kept for them too; others nothing below the lowest that is known. */
export function tiersOnOffer(law: Law, hardUp: boolean): Result<TiersOnOffer, NeedsStaff> {
  const [ownTiers, ownBasic] = [residentTiers(law), law.read({ fen: "resident-pension.basic" })];
  const tiers = ownTiers.ok ? ownTiers : nationalTiers(law);
  if (!tiers.ok) return tiers;
  const basic = ownBasic.ok ? ownBasic : law.read({ fen: "resident-pension.national-basic" });
  if (!basic.ok) return basic;
  const held = law.read({ kept: "resident-pension.tier-for-hard-up" });
  if (!held.ok) return held;
  const { kept } = held.value;

  const floor = law.read({ fen: "resident-pension.lowest-tier" });
  const least = floor.ok ? floor.value.fen : 0;
  return accepted({
    tiers: ownTiers.ok
      ? withKept(tiers.value, hardUp ? kept : undefined, law)
      : tiers.value.filter(({ tier }) => tier >= least || (hardUp && tier === kept)),
    own: ownTiers.ok,
    basic: basic.value.fen,
    missing: [ownTiers, ownBasic].flatMap((read) => (read.ok ? [] : [read.refusal.key])),
    lowest: entryOf("resident-pension.lowest-tier", law),
    highest: entryOf("resident-pension.highest-tier", law),
    kept,
  });
}

function nationalTiers(law: Law): Result<Tier[], NeedsStaff> {
  const held = law.read({ tiers: "resident-pension.national-tiers" });
  if (!held.ok) return held;
  const tiers: Tier[] = [];
  for (const tier of held.value.tiers) {
    const subsidy = nationalSubsidy(tier, law);
    if (!subsidy.ok) return subsidy;
    tiers.push({ tier, subsidy: subsidy.value });
  }
  return accepted(tiers);
}

function withKept(tiers: readonly Tier[], kept: number | undefined, law: Law): readonly Tier[] {
  const held = law.read({ steps: "resident-pension.subsidy" });
  if (kept === undefined || !held.ok || tiers.some(({ tier }) => tier === kept)) return tiers;
  return [...tiers, { tier: kept, subsidy: stepAt(held.value.steps, kept) ?? 0 }].sort((a, b) => a.tier - b.tier);
}

function entryOf(key: Key, law: Law): Parameter | undefined {
  const entry = law.entry(key);
  return entry.ok ? entry.value : undefined;
}
