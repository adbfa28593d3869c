// Which villages there are, and how the insurances of a village stand: households, people, insurances; gaps are visible.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import { Insurance, Relation } from "../registration.ts";
import { HouseholdId, VillageName } from "./ids.ts";

/**
 * `insured`: in force. `stopped`: once insured, payments have stopped. `missing`: must have it and has not. `open`: may have it and
 * has not. `none`: need not and cannot. `unknown`: a number of policy is missing, so nobody can say whether it is a gap.
 */
export const Cell = v.picklist(["insured", "stopped", "missing", "open", "none", "unknown"]);
export type Cell = v.InferOutput<typeof Cell>;

export const CoveredMember = v.object({
  /** To the head, GB/T 4761: `02` the head, `10` husband or wife, `20` son, `30` daughter, `50` parent. */
  relation: Relation,
  cells: v.object(v.entriesFromList(Insurance.options, Cell)),
  /** Somebody confirmed that what is registered is right. */
  confirmed: v.boolean(),
  /** Somebody asked for a visit (ASSISTED_VISIT). For who gives out lists. */
  asked: v.optional(v.boolean()),
});
export type CoveredMember = v.InferOutput<typeof CoveredMember>;

/** `short`: the end of the number that the police gave the household. `wanted`: worth a visit: a gap, or somebody asked for one. */
export const CoveredHousehold = v.object({
  household: HouseholdId,
  short: v.string(),
  members: v.array(CoveredMember),
  wanted: v.boolean(),
});
export type CoveredHousehold = v.InferOutput<typeof CoveredHousehold>;

const Count = v.object({ insured: v.number(), stopped: v.number(), missing: v.number(), open: v.number() });

/** Of the whole village, counted from the register now. No names in it. */
export const CoverageReply = v.object({
  division: DivisionCode,
  /** `安徽省淮南市寿县` */
  place: v.string(),
  village: VillageName,
  asOf: PlainDate,
  households: v.array(CoveredHousehold),
  totals: v.object({
    households: v.number(),
    people: v.number(),
    confirmed: v.number(),
    /** Households with somebody worth a visit. */
    wanted: v.number(),
    insurances: v.object(v.entriesFromList(Insurance.options, Count)),
  }),
  /** There are more households than one answer holds: `after` of the next question. The totals are of this part only. */
  next: v.optional(HouseholdId),
});
export type CoverageReply = v.InferOutput<typeof CoverageReply>;

/** Whose village? A visitor's: of a list that is theirs. A handler's and an officer's: of their regions. Else it is not there. */
export const readCoverage = {
  method: "GET",
  path: "/staff/coverage",
  title: "How the insurances of a village stand, household by household",
  signedIn: false,
  staff: { roles: ["visitor", "handler", "officer"] },
  query: v.strictObject({ division: DivisionCode, village: VillageName, after: v.optional(HouseholdId) }),
  status: 200,
  reply: CoverageReply,
  problems: ["not-found"],
} as const;

export const VillagesReply = v.object({ villages: v.array(v.object({ division: DivisionCode, name: VillageName })) });
export type VillagesReply = v.InferOutput<typeof VillagesReply>;

export const listVillages = {
  method: "GET",
  path: "/staff/villages",
  title: "The villages and communities of a county",
  signedIn: false,
  staff: { roles: ["visitor", "handler", "officer"] },
  query: v.strictObject({ division: DivisionCode }),
  status: 200,
  reply: VillagesReply,
  problems: ["not-found"],
} as const;
