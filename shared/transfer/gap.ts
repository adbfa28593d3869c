// The gap that a move of medical insurance leaves, and when benefits begin after it. Handbook 6.4.
import { monthOf, monthsBetween, type PlainMonth, plusMonths } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { NeedsStaff } from "../policy/law.ts";
import { decideMedicalMove, type MedicalMoveDecision } from "./medical.ts";
import { paidMonths, relationsAt } from "./months.ts";
import { lawAt, movingWithCarried, type Situation } from "./situation.ts";

export type Gap = { months: number; decision: MedicalMoveDecision };

/** Between the last month paid at the old place and the first one paid at the new; until now where nothing is paid there yet. */
export function gapOf(situation: Situation): Result<Gap, NeedsStaff> | undefined {
  const { known, wish, today } = situation;
  if (wish.kind !== "medical") return undefined;
  const last = movingWithCarried(situation).flatMap(paidMonths).sort().pop();
  if (!last) return undefined;
  const next = relationsAt(known.relations, wish.into, wish.to)
    .flatMap(paidMonths)
    .sort()
    .find((month) => month > last);
  const months = Math.max(0, monthsBetween(last, next ?? monthOf(wish.movedOn ?? today)) - 1);

  const law = lawAt(situation, wish.to);
  const held = law.read({ continuous: "medical-transfer.continuous-months" });
  if (!held.ok) return held;
  const decision = decideMedicalMove(
    {
      gapMonths: months,
      schemeChange: wish.scheme !== wish.into,
      continuousTwoYears: isContinuous(situation, last, held.value.continuous),
      backPaid: wish.backPaid ?? false,
    },
    law,
  );
  return decision.ok ? accepted({ months, decision: decision.value }) : decision;
}

/** Every one of so many months up to the last one, in whichever medical insurance. */
function isContinuous({ known }: Situation, last: PlainMonth, months: number): boolean {
  const paid = new Set(known.relations.filter(({ scheme }) => scheme === "310" || scheme === "390").flatMap(paidMonths));
  return Array.from({ length: months }, (_, before) => plusMonths(last, -before)).every((month) => paid.has(month));
}
