// Schemes, and as what somebody is insured in them.
import * as v from "valibot";

/** Schemes by their national code, AAE140 (handbook 2.1). */
export const Scheme = v.picklist(["110", "120", "170", "210", "310", "390", "410", "510"]);
export type Scheme = v.InferOutput<typeof Scheme>;

export const InsuredAs = v.picklist(["employee", "flexible", "resident", "student", "retired"]);
export type InsuredAs = v.InferOutput<typeof InsuredAs>;
