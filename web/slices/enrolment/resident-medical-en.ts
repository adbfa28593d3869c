import { whysEn } from "../../messages/enrolment.ts";
import { residentMedicalEn } from "../../messages/enrolment-resident.ts";
import { openResidentMedical } from "./resident-medical.ts";

export const open = openResidentMedical(residentMedicalEn, whysEn);
