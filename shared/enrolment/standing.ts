// May this person join this scheme, where, and why? Handbook 3, 5, 7. What is not loaded is said, never guessed.
import { eligibilityOf } from "../eligibility/eligibility.ts";
import { monthOf } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Key } from "../policy/keys.ts";
import type { Law, NeedsStaff, Policy } from "../policy/law.ts";
import { retirementOf } from "../retirement/age.ts";
import { opensTemporaryAccount } from "../transfer/temporary-account.ts";
import type { Injury, Known, Standing } from "./contract.ts";
import type { JoinableScheme } from "./joining.ts";
import { type Asked, awayOn, isForeign, type Life, lifeOf } from "./life.ts";
import { overlapOf } from "./overlap.ts";
import { isLocal, lawFor, placesOf } from "./places.ts";
import { byWhom, whereHeld, whyClosed, whyOpen } from "./why.ts";
import { profileFor } from "./work.ts";

export function standingOf(scheme: JoinableScheme, asked: Asked, policy: Policy): Standing {
  const { known, today, region } = asked;
  const told = { scheme, places: [], missing: [] };
  if (known.closed) return { ...told, is: "closed", why: "closed" };
  const away = awayOn(known, today);
  if (away) return { ...told, is: "closed", why: away };
  const law = lawFor(scheme, known, { region, today }, policy);
  const life = lifeOf(asked, law);
  if (!life.ok) return "key" in life.refusal ? notLoaded(told, life.refusal.key) : { ...told, is: "ask", why: life.refusal.why };
  const { work } = life.value;
  if (isForeign(known) && work !== "employed" && work !== "part-time") return { ...told, is: "closed", why: "foreigner" };

  const found = eligibilityOf(profileFor(known, work, life.value.age), law);
  if (!found.ok) return notLoaded(told, found.refusal.key);
  const places = placesOf(scheme, known, work, law);
  if (!places.ok) return notLoaded(told, places.refusal.key);
  const here = { ...told, ...places.value };

  if (found.value.must.includes(scheme)) return { ...here, is: "must", why: byWhom(work) };
  // Whoever draws a pension has medical cover as a retired person, which the agency sees to (handbook 3).
  if (!found.value.may.includes(scheme) || (scheme === "310" && work === "drawing"))
    return { ...here, is: "closed", why: whyClosed(scheme, found.value, life.value) };
  if (asked.forChild && scheme !== "390") return { ...here, is: "closed", why: "child" };
  const ofAge = isOfAge(scheme, life.value, law);
  if (!ofAge.ok) return notLoaded(here, ofAge.refusal.key);
  if (ofAge.value) return { ...here, is: "closed", why: "of-age" };
  if (isBarredByHukou(scheme, known, region, law)) return { ...here, is: "closed", why: "hukou-elsewhere" };

  const wanted = region ?? here.places[0]?.division;
  const overlap = overlapOf(scheme, known, { region: wanted, work, today }, law);
  if (overlap?.scheme === scheme) return { ...here, is: "closed", why: whereHeld(overlap, wanted), overlap };
  return {
    ...here,
    is: "may",
    why: whyOpen(scheme, life.value, law),
    ...(overlap && { overlap }),
    ...(opensOnlyForNow(scheme, life.value, region, law) && { temporaryAccount: true }),
  };
}

const notLoaded = (told: Pick<Standing, "scheme" | "places">, key: Key): Standing => ({
  ...told,
  is: "ask",
  why: "not-loaded",
  missing: [key],
});

/** Whoever has reached the pension age joins no pension any more; what they lack, the agency makes up with them. */
function isOfAge(scheme: JoinableScheme, { known: { sex }, age, birth }: Life, law: Law): Result<boolean, NeedsStaff> {
  if (scheme === "170") {
    const held = law.read({ benefit: "resident-pension.benefit-age" });
    return held.ok ? accepted(age >= held.value.benefit) : held;
  }
  if (scheme !== "110" || sex === "U") return accepted(false);
  const retires = retirementOf({ category: sex === "M" ? "M60" : "F55", birth: monthOf(birth) }, law);
  return retires.ok ? accepted(retires.value.month <= monthOf(law.asOf)) : retires;
}

/** Where a region still asks for its own hukou. */
function isBarredByHukou(scheme: JoinableScheme, { hukou }: Known, region: DivisionCode | undefined, law: Law): boolean {
  if (scheme !== "110" && scheme !== "310") return false;
  const held = law.read({ whose: "flexible-pension.hukou" });
  return held.ok && held.value.whose === "LOCAL" && region !== undefined && !isLocal(region, hukou);
}

/** From that age a pension joined in another province is paid out at home (handbook 6.1). */
function opensOnlyForNow(
  scheme: JoinableScheme,
  { known: { sex, hukou }, age }: Life,
  region: DivisionCode | undefined,
  law: Law,
): boolean {
  if (scheme !== "110" || sex === "U" || !hukou || !region) return false;
  const returnsToHukou = hukou.slice(0, 2) === region.slice(0, 2);
  const opens = opensTemporaryAccount({ sex, age, returnsToHukou, approvedTransfer: false }, law);
  return opens.ok && opens.value;
}

const all = ["110", "170", "310", "390"] as const;

/** Of a child only resident medical insurance is asked. */
export const standingsOf = (asked: Asked, policy: Policy): Standing[] =>
  (asked.forChild ? (["390"] as const) : all).map((scheme) => standingOf(scheme, asked, policy));

/** Who insures against injury at work. "On one's own account" is what the register calls all who have no employer: a platform is known by the answer alone. Handbook 2.3, 3. */
export function injuryOf(asked: Asked, policy: Policy): Injury {
  const { known, work } = asked;
  if (awayOn(known, asked.today)) return "none";
  const law = lawFor("110", known, asked, policy);
  const life = lifeOf(asked, law);
  if (!life.ok || (!work && known.employment?.status === "FLEXIBLE" && life.value.work === "own")) return "ask";
  const found = eligibilityOf(profileFor(known, life.value.work, life.value.age), law);
  if (!found.ok) return "ask";
  const { must, may } = found.value;
  if (must.includes("OCC_INJURY")) return "platform";
  if (must.includes("410")) return life.value.work === "part-time" ? "each-employer" : "employer";
  return may.includes("410") ? "intern-rule" : "none";
}
