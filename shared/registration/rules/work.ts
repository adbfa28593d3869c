// Part one of the form. Handbook 10.4.
import { ageOn, dateOf } from "../../kernel/calendar.ts";
import { finding, type Rule } from "../../kernel/rule.ts";
import type { FormSituation } from "./situation.ts";

export type WorkFinding =
  | "registration.work-missing"
  | "registration.employer-and-none"
  | "registration.preschool-age"
  | "registration.retired-age";
/** As much as these rules ask: a page that asks only for part one knows no more. */
export type WorkSituation = Pick<FormSituation, "birth" | "now"> & { filled: Pick<FormSituation["filled"], "work"> };
type WorkRule = Rule<WorkSituation, WorkFinding>;

const PRESCHOOL_UNDER_YEARS = 7; // product rule, handbook 10.4
const RETIRED_FROM_YEARS = 45; // product rule, handbook 10.4: the earliest retirement there has been, with ill health at heavy work

const workIsSaid: WorkRule = ({ filled: { work } }) =>
  !work.employer && !work.without ? finding("registration.work-missing", "work") : undefined;

const employerOrNone: WorkRule = ({ filled: { work } }) =>
  work.employer && work.without ? finding("registration.employer-and-none", "work", "without") : undefined;

const ageAt = ({ birth, now }: WorkSituation) => (birth ? ageOn(birth, dateOf(now)) : undefined);

const preschoolIsYoung: WorkRule = (situation) =>
  situation.filled.work.without === "PRESCHOOL" && (ageAt(situation) ?? 0) >= PRESCHOOL_UNDER_YEARS
    ? finding("registration.preschool-age", "work", "without")
    : undefined;

const retiredIsOld: WorkRule = (situation) =>
  situation.filled.work.without === "RETIRED" && (ageAt(situation) ?? RETIRED_FROM_YEARS) < RETIRED_FROM_YEARS
    ? finding("registration.retired-age", "work", "without")
    : undefined;

export const workRules = [workIsSaid, employerOrNone, preschoolIsYoung, retiredIsOld];
