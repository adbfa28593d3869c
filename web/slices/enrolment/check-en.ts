import { overlapEn, schemesEn } from "../../messages/enrolment.ts";
import { checkEn } from "../../messages/enrolment-check.ts";
import { prepareCheck } from "./check.ts";

export const prepare = prepareCheck({ ...checkEn, ...schemesEn, overlaps: overlapEn });
