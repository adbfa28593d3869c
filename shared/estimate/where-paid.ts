// Where the employee pension of who pays in one province and is registered in another will be paid. Handbook 6.1.
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { type BenefitPlace, benefitPlace } from "../transfer/benefit-place.ts";
import { opensTemporaryAccount } from "../transfer/temporary-account.ts";

/** Provinces are the first two digits of a division code; `age` in full years, `monthsAhead` until the pension age. */
export type TwoProvinces = {
  hukou: string;
  work: string;
  monthsAtHukou: number;
  monthsAtWork: number;
  monthsAhead: number;
  sex: "M" | "F";
  age: number;
};

/**
 * `today`: if nothing more were paid; `later`: if payments at work go on. `monthsToStay`: until the province of work would pay, null where
 * it never will. `temporary`: an account that gives no place there; "unsure" when it may have been opened after that age.
 */
export type WherePaid = {
  today: BenefitPlace;
  later: BenefitPlace;
  monthsToStay: number | null;
  temporary: "no" | "yes" | "unsure";
};

export function wherePaid(life: TwoProvinces, law: Law): Result<WherePaid, NeedsStaff> {
  const held = law.read({ enough: "pension-transfer.relation-months" });
  if (!held.ok) return held;
  const temporary = temporaryAccount(life, law);
  if (!temporary.ok) return temporary;
  const { hukou, work, monthsAtHukou, monthsAtWork, monthsAhead } = life;
  const placeWith = (monthsThere: number) =>
    benefitPlace(
      {
        hukou,
        relation: work,
        monthsByProvince: { [hukou]: monthsAtHukou, [work]: monthsThere },
        order: [hukou, work],
        temporaryAccounts: temporary.value === "yes" ? [work] : [],
      },
      law,
    );
  const [today, later] = [placeWith(monthsAtWork), placeWith(monthsAtWork + monthsAhead)];
  if (!today.ok) return today;
  if (!later.ok) return later;
  const never = hukou === work || later.value.province !== work;
  const monthsToStay = never ? null : Math.max(0, held.value.enough - monthsAtWork);
  return accepted({ today: today.value, later: later.value, monthsToStay, temporary: temporary.value });
}

/** A relation that was opened before the age stays what it is: only months that fit in since then leave a doubt. An age in full years may be up to a year more. */
function temporaryAccount(
  { hukou, work, monthsAtWork, sex, age }: TwoProvinces,
  law: Law,
): Result<WherePaid["temporary"], NeedsStaff> {
  const opens = (at: number) =>
    opensTemporaryAccount({ sex, age: at, returnsToHukou: hukou === work, approvedTransfer: false }, law);
  const [now, before] = [opens(age), opens(age - Math.floor(monthsAtWork / 12))];
  if (!now.ok) return now;
  if (!before.ok) return before;
  if (!now.value) return accepted("no");
  if (monthsAtWork === 0) return accepted("yes");
  return accepted(before.value ? "unsure" : "no");
}
