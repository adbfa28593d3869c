import { whysZh } from "../../messages/enrolment.ts";
import { residentPensionZh } from "../../messages/enrolment-resident.ts";
import { openResidentPension } from "./resident-pension.ts";

export const open = openResidentPension(residentPensionZh, whysZh);
