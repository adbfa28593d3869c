// The numbers that the functions read, as they travel with a deployment: few keys, of all regions.
import * as v from "valibot";
import type { Key } from "./keys.ts";
import { openPolicy, type Policy } from "./law.ts";
import { type Parameter, Region } from "./parameter.ts";
import { PublishedPolicy, publish, published } from "./published.ts";

/** What a function wants to read has to be here; any other key is answered with `needs-staff`. */
export const keysOfFunctions: readonly Key[] = [
  "limit.registration",
  "reason.follow-up",
  "reason.employer-lead",
  "helpline.consultation-direct",
  "helpline.consultation-expert",
  "helpline.query-correction",
  "helpline.complaint-accepted",
  "helpline.complaint-closed",
  "helpline.complaint-extension",
  "helpline.suggestion-reply",
  "helpline.plea-reply",
  "helpline.reopening",
  "limit.labour-complaint-accepted",
  "limit.labour-complaint-closed",
  "limit.labour-complaint-extension",
  "visit.attempts",
  "visit.apart",
  "visit.evening",
  "visit.drafts",
  "look.challenge",
  "look.quiet",
  "retirement.m60.original-age",
  "retirement.m60.delay-from",
  "retirement.m60.delay-step",
  "retirement.m60.delay-cap",
  "retirement.f55.original-age",
  "retirement.f55.delay-from",
  "retirement.f55.delay-step",
  "retirement.f55.delay-cap",
  "retirement.flexible-from",
  "retirement.earlier-at-most",
  "retirement.later-at-most",
  "employee-pension.minimum-months",
  "occupational-injury.from",
  "occupational-injury.sectors",
  "duplicate-medical.employee-months",
  "temporary-account.age-men",
  "temporary-account.age-women",
  "contribution-base.floor-share",
  "contribution-base.cap-share",
  "contribution-base.average-wage",
  "contribution-base.floor",
  "contribution-base.cap",
  "flexible-pension.account-rate",
  "flexible-pension.pool-rate",
  "flexible-pension.hukou",
  "flexible-pension.frequencies",
  "flexible-medical.rate",
  "flexible-medical.frequencies",
  "resident-pension.at",
  "resident-pension.from-age",
  "resident-pension.benefit-age",
  "resident-pension.national-basic",
  "resident-pension.national-tiers",
  "resident-pension.national-subsidy",
  "resident-pension.basic",
  "resident-pension.tiers",
  "resident-pension.subsidy",
  "resident-pension.lowest-tier",
  "resident-pension.highest-tier",
  "resident-pension.tier-for-hard-up",
  "resident-medical.at",
  "resident-medical.individual-minimum",
  "resident-medical.government-minimum",
  "resident-medical.individual-fee",
  "resident-medical.period-from",
  "resident-medical.period-to",
  "resident-medical.fixed-waiting",
  "resident-medical.waiting-per-year",
  "resident-medical.variable-offset",
  "resident-medical.long-gap",
  "resident-medical.long-gap-waiting",
  "resident-medical.newborn-days",
];

/** By region. */
export const DeployedPolicy = v.record(v.string(), PublishedPolicy);
export type DeployedPolicy = v.InferOutput<typeof DeployedPolicy>;

export function deploy(parameters: readonly Parameter[], version: string): DeployedPolicy {
  const of = (place: Region) =>
    publish(
      parameters.filter(({ region }) => region === place),
      version,
    );
  return Object.fromEntries([...new Set(parameters.map(({ region }) => region))].map((place) => [place, of(place)]));
}

export const openDeployed = (file: DeployedPolicy): Policy =>
  openPolicy(Object.entries(file).flatMap(([region, of]) => published(of, v.parse(Region, region))));
