import * as v from "valibot";

/**
 * What somebody may do for another adult. `look`: see the insurances; it is in every delegation. `changes`: residence, contact, work,
 * card, hukou, the reasons for not being insured, the registration form. What stands in no scope is nobody's but the person's own: the
 * phone, name and number by which they sign in, codes, and delegation itself.
 */
export const Scope = v.picklist(["look", "changes", "enrolment", "transfer", "certificates"]);
export type Scope = v.InferOutput<typeof Scope>;
