// The children for whom somebody may act, because the register's household or a birth certificate proves that they are theirs.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { Insurance } from "../registration.ts";

/** Names a child to its parent alone: it is made from both, and says nothing of either. */
export const ChildRef = v.pipe(
  v.string(),
  v.toUpperCase(),
  v.regex(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/),
  v.brand("ChildRef"),
);
export type ChildRef = v.InferOutput<typeof ChildRef>;

/** How it is known whose child it is. */
export const Proof = v.picklist(["household", "certificate"]);
export type Proof = v.InferOutput<typeof Proof>;

/** The name is masked as on the check page; `insured`: the insurances that are in force. */
export const ChildView = v.object({
  child: ChildRef,
  name: v.string(),
  birth: v.optional(PlainDate),
  proven: Proof,
  insured: v.array(Insurance),
  /** The child has said that they shall not; until the desk has decided they only look. */
  objected: v.optional(v.literal(true)),
});
export type ChildView = v.InferOutput<typeof ChildView>;

export const listChildren = {
  method: "GET",
  path: "/children",
  title: "The children for whom I may act",
  signedIn: true,
  status: 200,
  reply: v.object({ children: v.array(ChildView) }),
} as const;
