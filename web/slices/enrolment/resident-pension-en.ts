import { whysEn } from "../../messages/enrolment.ts";
import { residentPensionEn } from "../../messages/enrolment-resident.ts";
import { openResidentPension } from "./resident-pension.ts";

export const open = openResidentPension(residentPensionEn, whysEn);
