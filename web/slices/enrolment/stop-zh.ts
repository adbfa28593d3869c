import { schemesZh } from "../../messages/enrolment.ts";
import { stopZh } from "../../messages/enrolment-stop.ts";
import { openStop } from "./stop.ts";

export const open = openStop({ ...stopZh, ...schemesZh });
