import { schemesEn, whysEn } from "../../messages/enrolment.ts";
import { flexibleEn } from "../../messages/enrolment-flexible.ts";
import { openFlexible } from "./flexible.ts";

export const open = openFlexible({ ...flexibleEn, ...schemesEn }, whysEn);
