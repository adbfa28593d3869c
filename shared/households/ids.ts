// What villages and households are called; apart from their routes, because the register's keys are made of it.
import * as v from "valibot";
import { line } from "../kernel/fields.ts";

/** Township and village or community, as agencies write it: `寿春镇东街村`. */
export const VillageName = line(60);

/** A digest of place and number: it names a household to staff, and says nothing of it. */
export const HouseholdId = v.pipe(v.string(), v.regex(/^[\w-]{22}$/), v.brand("HouseholdId"));
export type HouseholdId = v.InferOutput<typeof HouseholdId>;
