// The life of one household's visit (handbook 10.4), as closed data: what is not here is illegal.
import * as v from "valibot";

/** ASSIGNED → CONTACTED → VISITED → CHECKED → CONFIRMED, or RETURNED to the visitor. */
export const VisitState = v.picklist(["assigned", "contacted", "visited", "checked", "confirmed", "returned"]);
export type VisitState = v.InferOutput<typeof VisitState>;

/** What came of one person: VISITED{COMPLETED | REFUSED | NOT_HOME | MOVED | NOT_FOUND | DECEASED | DECLINED_SIGN}. */
export const Outcome = v.picklist(["completed", "refused", "not-home", "moved", "not-found", "deceased", "declined-sign"]);
export type Outcome = v.InferOutput<typeof Outcome>;

/** What a visitor may say of somebody without a form; the other two come with one. */
export const SeenOutcome = v.picklist(["refused", "not-home", "moved", "not-found", "deceased"]);
export type SeenOutcome = v.InferOutput<typeof SeenOutcome>;

const byVisitor = {
  leaves: ["assigned", "contacted", "returned"],
  leadsTo: ["assigned", "contacted", "visited", "returned"],
} as const;

/** `visited`: nobody of the household is left to be asked. A step that settles nobody leaves it where it is. */
export const visitSteps = {
  contacted: { leaves: ["assigned", "contacted", "returned"], leadsTo: ["contacted"] },
  attempt: byVisitor,
  form: byVisitor,
  phoned: byVisitor,
  statement: byVisitor,
  checked: { leaves: ["visited"], leadsTo: ["checked"] },
  confirmed: { leaves: ["checked"], leadsTo: ["confirmed"] },
  returned: { leaves: ["checked"], leadsTo: ["returned"] },
} as const satisfies Record<string, { leaves: readonly VisitState[]; leadsTo: readonly VisitState[] }>;
export type VisitStep = keyof typeof visitSteps;

export const mayTake = (step: VisitStep, state: VisitState): boolean =>
  (visitSteps[step].leaves as readonly VisitState[]).includes(state);
