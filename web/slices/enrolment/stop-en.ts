import { schemesEn } from "../../messages/enrolment.ts";
import { stopEn } from "../../messages/enrolment-stop.ts";
import { openStop } from "./stop.ts";

export const open = openStop({ ...stopEn, ...schemesEn });
