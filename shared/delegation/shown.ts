// What the two see of a delegation.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { Receipt } from "../kernel/fields.ts";
import { Delegation } from "./delegation.ts";
import { Scope } from "./scopes.ts";
import { DelegationRef } from "./whom.ts";

/** As either of the two sees it. `name`: of the other one; masked, but for the giver. `opensAt`: from then on more than a look. `ends`: the last day. */
export const DelegationView = v.object({
  delegation: DelegationRef,
  name: v.string(),
  state: v.picklist(["look-only", "active", "ended"]),
  scopes: v.array(Scope),
  as: Delegation.entries.as,
  proven: Delegation.entries.proven,
  begunAt: Instant,
  opensAt: Instant,
  ends: PlainDate,
  ended: Delegation.entries.ended,
  /** The ward has said that the guardian shall not: until the desk has decided the guardian only looks. */
  objected: v.optional(v.literal(true)),
});
export type DelegationView = v.InferOutput<typeof DelegationView>;

/** What a minor has said against who acts for them: until the desk has decided, these may look and send nothing. */
export const ObjectionView = v.object({ receipt: Receipt, state: v.picklist(["open", "upheld"]) });
export type ObjectionView = v.InferOutput<typeof ObjectionView>;
