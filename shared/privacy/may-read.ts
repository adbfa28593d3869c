// Who may meet what, by the field table. Need to know: what says of somebody that they are poor, disabled or in prison is for those
// who handle that matter (PIPL 28, handbook 12), and never stands in a list.
import type { DeskWork } from "../declaration/follow-up.ts";
import type { VisitWork } from "../desk/work.ts";
import type { Hardship } from "../enrolment/joining.ts";
import type { ReviewKind } from "../submission.ts";
import { type Field, fields } from "./fields.ts";
import type { Role } from "./roles.ts";

export const mayRead = (role: Role, field: Field): boolean => fields[field].seenBy.includes(role);

/** Under which field a declared reason falls: some say of somebody what only few may know. */
export const fieldOfReason = (code: string): Field => (code === "P01" ? "hardship" : code === "O04" ? "sentence" : "reason");

/** The same of the work that follows: its name alone may say why. */
export const fieldOfWork = (work: DeskWork | VisitWork): Field => (work === "SUBSIDY_CHECK" ? "hardship" : "work");

/** What a person says so that the government pays for them. */
export const fieldOfHardship = (hardship: Hardship): Field => (hardship === "disabled" ? "disability" : "hardship");

/** The same of what waits for a decision. */
export const fieldOfReview = (kind: ReviewKind): Field => (kind === "hardship" ? "hardship" : "tasks");

/** What may stand in a list: whoever reads it has no business with each of those people. */
export const mayBeListed = (field: Field): boolean => fields[field].sensitive !== "status";
