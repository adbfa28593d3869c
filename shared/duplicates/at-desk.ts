// That something was said about a duplicate, in the register beside what it is about: a page shows both from one reading, and asks for
// it no more until the desk has decided.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { Scheme } from "../scheme.ts";
import type { DuplicateAccepted } from "./contract.ts";
import { DuplicateId } from "./duplicate.ts";

/**
 * `scheme`: of one of the two. `agency`: whose desk has it. `received`: there, from which day its time is counted. `upheld`: it was an
 * objection, and the desk agrees: both stay as they are, and nobody is asked again.
 */
export const AtDesk = v.object({
  receipt: Receipt,
  id: DuplicateId,
  scheme: Scheme,
  agency: DivisionCode,
  received: PlainDate,
  upheld: v.optional(v.literal(true)),
});
export type AtDesk = v.InferOutput<typeof AtDesk>;

export const atDesk = (receipt: Receipt, { id, sides, agency }: DuplicateAccepted, received: PlainDate): AtDesk => ({
  ...{ receipt, id, agency, received },
  scheme: sides[0].scheme,
});
