import { schemesZh, whysZh } from "../../messages/enrolment.ts";
import { flexibleZh } from "../../messages/enrolment-flexible.ts";
import { openFlexible } from "./flexible.ts";

export const open = openFlexible({ ...flexibleZh, ...schemesZh }, whysZh);
