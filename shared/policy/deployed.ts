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
  "resident-pension.from-age",
  "resident-pension.benefit-age",
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
