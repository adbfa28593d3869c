import { whysZh } from "../../messages/enrolment.ts";
import { residentMedicalZh } from "../../messages/enrolment-resident.ts";
import { openResidentMedical } from "./resident-medical.ts";

export const open = openResidentMedical(residentMedicalZh, whysZh);
