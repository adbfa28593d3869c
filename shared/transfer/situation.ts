// What the rules of transfers are asked with, and what all kinds have in common.

import type { PlainDate } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Law, Policy } from "../policy/law.ts";
import type { GuardianConsent } from "../privacy/consent.ts";
import type { Scheme } from "../scheme.ts";
import type { Reckoning } from "./clock.ts";
import type { TransferWish } from "./contract.ts";
import { carriedBy, keyOf, relationsAt } from "./months.ts";
import type { Relation, TransferKnown } from "./shown.ts";
import type { End } from "./transfer.ts";

/** `papers`: how many documents come with it; the simulator asks for none. `forChild`: a parent sends it. */
export type Situation = Reckoning & {
  known: TransferKnown;
  wish: TransferWish;
  today: PlainDate;
  policy: Policy;
  papers?: number | undefined;
  forChild?: boolean | undefined;
  consent?: GuardianConsent | undefined;
};

/** From which scheme into which. */
export function schemesOf(wish: TransferWish): { from: Scheme; into: Scheme } {
  switch (wish.kind) {
    case "employee-pension":
      return { from: "110", into: "110" };
    case "resident-pension":
      return { from: "170", into: "170" };
    case "pension-switch":
      return wish.toward === "employee" ? { from: "170", into: "110" } : { from: "110", into: "170" };
    case "medical":
      return { from: wish.scheme, into: wish.into };
    case "unemployment":
      return { from: "210", into: "210" };
  }
}

export const endsOf = (wish: TransferWish): { from: End; to: End } => {
  const { from, into } = schemesOf(wish);
  return { from: { division: wish.from, scheme: from }, to: { division: wish.to, scheme: into } };
};

/** What would move. */
export const movingIn = ({ known, wish }: Pick<Situation, "known" | "wish">): Relation[] =>
  relationsAt(known.relations, schemesOf(wish).from, wish.from);

/** With what came there by earlier moves: its months, its wages and its money go along. */
export function movingWithCarried(situation: Pick<Situation, "known" | "wish">): Relation[] {
  const carried = new Set(carriedBy(movingIn(situation)).map(keyOf));
  return situation.known.relations.filter((one) => carried.has(keyOf(one)));
}

/** The law of a place; of the day of the move where one is said. */
export const lawAt = ({ policy, wish, today }: Pick<Situation, "policy" | "wish" | "today">, region: DivisionCode): Law =>
  policy({ region, asOf: wish.movedOn ?? today });

/** Where one may apply: at the place that receives; for medical insurance at either end (handbook 6.4). */
export const applyAt = ({ kind, from, to }: TransferWish): DivisionCode[] => (kind === "medical" ? [to, from] : [to]);
