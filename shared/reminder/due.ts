// What somebody is to be reminded of: on which day something is due, from which day on we say so, and the fact that causes it.
import * as v from "valibot";
import { PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import { Insurance, Scheme } from "../registration.ts";

/** Steps of a transfer are no part of it: the clock of their law tells them, and nobody can switch that off. */
export const DueWhat = v.picklist([
  "medical-period",
  "payment-gap",
  "reason-expires",
  "newborn",
  "sixteenth-birthday",
  "graduation",
  "discharge",
  "release",
  "sixtieth-birthday",
  "retirement",
  "minimum-months",
]);
export type DueWhat = v.InferOutput<typeof DueWhat>;

/** What the register knows that makes it due. `uninsured`: no such insurance runs. */
export const Cause = v.variant("fact", [
  v.object({ fact: v.literal("birth"), birth: PlainDate }),
  v.object({ fact: v.literal("enrolment"), insurance: Insurance, scheme: Scheme, region: DivisionCode }),
  v.object({ fact: v.literal("uninsured"), insurance: Insurance }),
  v.object({ fact: v.literal("reason"), insurance: Insurance, code: v.string() }),
]);
export type Cause = v.InferOutput<typeof Cause>;

/**
 * `on`: the day itself. `day`: we remind from then on. `step`: of the central period, whether it opens or closes. `year`: of cover.
 * `usual`: nobody has loaded that year's days; these are the usual ones.
 * `since`: the first month that is missing. `post`: of a woman, the post whose age it is; nobody infers which one is hers.
 * `minimum`: months that are needed for a monthly pension.
 */
export const Due = v.object({
  what: DueWhat,
  on: PlainDate,
  day: PlainDate,
  cause: Cause,
  step: v.optional(v.picklist(["opens", "closes"])),
  year: v.optional(v.number()),
  usual: v.optional(v.literal(true)),
  since: v.optional(PlainMonth),
  post: v.optional(v.picklist(["M60", "F55", "F50"])),
  minimum: v.optional(v.number()),
});
export type Due = v.InferOutput<typeof Due>;

/** Two that are the same are told once. A place that changes, or a law that moves the first day, makes no new one of it. */
export const dueKey = ({ what, on, step, post, cause }: Due): string =>
  [what, on, step ?? post ?? (what === "payment-gap" && "insurance" in cause ? cause.insurance : "")].join("#");
