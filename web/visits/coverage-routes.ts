// The routes of the page of a village's coverage.
import * as v from "valibot";
import type * as households from "../../shared/households/contract.ts";
import type * as wire from "../../shared/visits/contract.ts";
import { type Of, plain } from "./route.ts";

const Counts = v.record(v.string(), v.number());
const CoveredMember = v.object({
  relation: v.string(),
  cells: v.record(v.string(), v.string()),
  confirmed: v.boolean(),
  asked: v.optional(v.boolean()),
});
export const CoveredHousehold = v.object({
  household: v.string(),
  short: v.string(),
  members: v.array(CoveredMember),
  wanted: v.boolean(),
});
export type CoveredHousehold = v.InferOutput<typeof CoveredHousehold>;
export const Coverage = v.object({
  division: v.string(),
  place: v.string(),
  village: v.string(),
  asOf: v.string(),
  households: v.array(CoveredHousehold),
  totals: v.object({
    households: v.number(),
    people: v.number(),
    confirmed: v.number(),
    wanted: v.number(),
    insurances: v.record(v.string(), Counts),
  }),
  next: v.optional(v.string()),
});
export type Coverage = v.InferOutput<typeof Coverage>;

export const readCoverage = {
  ...plain,
  method: "GET",
  path: "/staff/coverage",
  status: 200,
  reply: Coverage,
} as const satisfies Of<typeof households.readCoverage>;

export const listVillages = {
  ...plain,
  method: "GET",
  path: "/staff/villages",
  status: 200,
  reply: v.object({ villages: v.array(v.object({ division: v.string(), name: v.string() })) }),
} as const satisfies Of<typeof households.listVillages>;

export const listVisitors = {
  ...plain,
  method: "GET",
  path: "/staff/visitors",
  status: 200,
  reply: v.object({
    visitors: v.array(v.object({ staffId: v.string(), name: v.string(), workNumber: v.string(), agency: v.string() })),
  }),
} as const satisfies Of<typeof wire.listVisitors>;

export const giveList = {
  ...plain,
  method: "POST",
  path: "/staff/visit-lists",
  status: 201,
  body: v.unknown(),
  reply: v.object({ list: v.string(), households: v.number() }),
} as const satisfies Of<typeof wire.giveList>;

export const MOST_HOUSEHOLDS = 40 satisfies typeof wire.MOST_HOUSEHOLDS;
