import { overlapZh, schemesZh } from "../../messages/enrolment.ts";
import { checkZh } from "../../messages/enrolment-check.ts";
import { prepareCheck } from "./check.ts";

export const prepare = prepareCheck({ ...checkZh, ...schemesZh, overlaps: overlapZh });
