// Why a scheme may be joined or not, in codes: the words are the pages'.
import type { Eligibility } from "../eligibility/profile.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Law } from "../policy/law.ts";
import { newbornCover } from "../resident-medical/newborn.ts";
import type { Overlap, Why, Work } from "./contract.ts";
import type { JoinableScheme } from "./joining.ts";
import type { Life } from "./life.ts";
import { isLocal } from "./places.ts";

export const byWhom = (work: Work): Why => (work === "unemployment-benefit" ? "fund-pays" : "employer");
const isPension = (scheme: JoinableScheme) => scheme === "110" || scheme === "170";

export function whyClosed(scheme: JoinableScheme, { must }: Eligibility, { work, minor }: Life): Why {
  if (minor) return isPension(scheme) ? "too-young" : "child";
  if (work === "student" || work === "drawing") return work;
  if (!must.some((other) => ["110", "120", "310"].includes(other))) return "not-working";
  return work === "unemployment-benefit" ? "fund-pays" : "covered-by-employer";
}

export function whereHeld({ region, from }: Overlap, wanted: DivisionCode | undefined): Why {
  if (from === "joined") return "joined";
  return wanted === undefined || isLocal(region, wanted) ? "held-here" : "held-elsewhere";
}

export function whyOpen(scheme: JoinableScheme, { work, minor, birth }: Life, law: Law): Why {
  if (minor) {
    const cover = newbornCover({ birth, enrolled: law.asOf }, law);
    return cover.ok && cover.value.benefitFrom ? "newborn" : "child";
  }
  if (work === "student" || work === "part-time") return work;
  return work === "none" || (work === "drawing" && scheme === "390") ? "resident" : "free-choice";
}
