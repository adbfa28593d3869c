// Who asks, and how they live, as far as rules of joining want to know.
import { ageOn, type PlainDate } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import type { Known, Why, Work } from "./contract.ts";
import { workOf } from "./work.ts";

/** `work`: what they answered. `region`: where they want to join, once they say it. `forChild`: a parent asks. */
export type Asked = {
  known: Known;
  work?: Work | undefined;
  region?: DivisionCode | undefined;
  forChild?: boolean | undefined;
  today: PlainDate;
};
/** Who it is about, as far as rules ask. `minor`: too young for any pension, and so for any question about work. */
export type Life = { known: Known; work: Work; age: number; minor: boolean; birth: PlainDate };

/** Children do not work; of grown-ups the register or their answer says it. */
export function lifeOf({ known, work, forChild, today }: Asked, law: Law): Result<Life, NeedsStaff | { why: Why }> {
  const { birth } = known;
  if (!birth) return refused({ why: "birth-unknown" });
  const held = law.read({ from: "resident-pension.from-age" });
  if (!held.ok) return held;
  const age = ageOn(birth, today);
  const minor = age < held.value.from;
  const works = known.employment?.status === "STUDENT" ? "student" : "none";
  const does = minor ? works : (workOf(known, work) ?? (forChild ? works : undefined));
  return does ? accepted({ known, work: does, age, minor, birth }) : refused({ why: "work-unknown" });
}

/** In the army or in prison: nothing is joined until that is over (handbook 3, 16). */
export const awayOn = ({ away }: Known, today: PlainDate): "army" | "prison" | undefined =>
  away && (away.until === undefined || away.until >= today) ? away.in : undefined;

export const isForeign = ({ docType }: Known): boolean => ["PASSPORT", "FPR_ID", "FPR_ID_LEGACY"].includes(docType);
