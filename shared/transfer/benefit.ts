// Which province would pay the employees' pension after a move, and whether the new one opens a temporary account only. Handbook 6.1.
import { ageOn } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { NeedsStaff } from "../policy/law.ts";
import { type BenefitPlace, benefitPlace } from "./benefit-place.ts";
import { byProvince, isOf } from "./months.ts";
import { isSameProvince, provinceOf } from "./places.ts";
import { lawAt, movingIn, type Situation } from "./situation.ts";
import { opensTemporaryAccount } from "./temporary-account.ts";

/** Undefined: the hukou is not known. `at`: the province in which the relation is then. */
export function placeOfBenefit(situation: Situation, at: string): Result<BenefitPlace, NeedsStaff> | undefined {
  const { known, wish, today, policy } = situation;
  if (!known.hukou) return undefined;
  // Months of a temporary account give no place; what was paid in that province before it does.
  const temporary = wish.kind === "employee-pension" && wish.temporary ? movingIn(situation) : [];
  const relations = known.relations.filter((one) => isOf("110")(one) && !one.temporary && !temporary.includes(one));
  const { months, order } = byProvince(relations);
  const life = { hukou: provinceOf(known.hukou), relation: at, monthsByProvince: months, order, temporaryAccounts: [] };
  return benefitPlace(life, policy({ region: wish.to, asOf: today }));
}

/** Why a temporary account opens, or does not. */
export type TemporaryAccount = { opens: boolean; because: "age" | "younger" | "returns-home" | "approved" | "relation-there" };

/** Undefined: hukou, day of birth or sex are not known. Who has the relation in that province already comes back to it. */
export function temporaryAccount(situation: Situation): Result<TemporaryAccount, NeedsStaff> | undefined {
  const { known, wish, today } = situation;
  if (wish.kind !== "employee-pension") return undefined;
  const { hukou, birth, sex, relations } = known;
  if (
    wish.temporary &&
    relations.some((one) => isOf("110")(one) && one.status !== "ended" && isSameProvince(one.region, wish.to))
  )
    return accepted({ opens: false, because: "relation-there" });
  if (!hukou || !birth || sex === "U") return undefined;
  const age = ageOn(birth, wish.movedOn ?? today);
  const law = lawAt(situation, wish.to);
  const [returnsToHukou, approvedTransfer] = [isSameProvince(hukou, wish.to), wish.approvedTransfer === true];
  const [opens, wouldOpen] = [
    opensTemporaryAccount({ sex, age, returnsToHukou, approvedTransfer }, law),
    opensTemporaryAccount({ sex, age, returnsToHukou: false, approvedTransfer: false }, law),
  ];
  if (!opens.ok) return opens;
  if (!wouldOpen.ok) return wouldOpen;
  if (opens.value) return accepted({ opens: true, because: "age" });
  const because = !wouldOpen.value ? "younger" : returnsToHukou ? "returns-home" : "approved";
  return accepted({ opens: false, because });
}
