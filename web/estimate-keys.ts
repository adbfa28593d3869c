// Numbers of policy that several estimates ask for together, each list as its rules read it.

/** shared/retirement/age.ts, for every post. */
export const ageKeys = [
  ...(["m60", "f55", "f50"] as const).flatMap((group) =>
    (["original-age", "delay-from", "delay-step", "delay-cap"] as const).map((part) => `retirement.${group}.${part}` as const),
  ),
  "retirement.flexible-from",
  "retirement.earlier-at-most",
  "retirement.later-at-most",
] as const;

/** shared/estimate/flexible-costs.ts */
export const flexibleCostKeys = [
  "contribution-base.floor",
  "contribution-base.cap",
  "contribution-base.average-wage",
  "contribution-base.floor-share",
  "contribution-base.cap-share",
  "flexible-pension.account-rate",
  "flexible-pension.pool-rate",
  "flexible-medical.rate",
] as const;

/** shared/estimate/tiers-on-offer.ts */
export const tierKeys = [
  "resident-pension.tiers",
  "resident-pension.subsidy",
  "resident-pension.basic",
  "resident-pension.lowest-tier",
  "resident-pension.highest-tier",
  "resident-pension.national-tiers",
  "resident-pension.national-subsidy",
  "resident-pension.national-basic",
  "resident-pension.tier-for-hard-up",
] as const;
