// On what each decision rests, and how sure we are that it says so: shown beside it, so that nobody takes practice for law. Handbook 5.2, 5.3.
import type { Says } from "./duplicate.ts";

/** `medium`: quoted by local agencies, or general practice; the agency confirms it. No `document`: none is known. */
export type Basis = { document?: string; confidence: "high" | "medium" };

const medical: Basis = { document: "医保发〔2020〕33号", confidence: "medium" };

export const basisOf = {
  KEEP_EMPLOYEE_MONTHS: { document: "人社部发〔2014〕17号 第七条", confidence: "high" },
  NO_OVERLAP: { document: "人社部发〔2014〕17号 第三条至第六条", confidence: "high" },
  OFFER_TRANSFER_MERGE: { document: "国办发〔2009〕66号", confidence: "medium" },
  TRANSFER_THEN_CLEAR: { document: "人社厅发〔2016〕94号", confidence: "medium" },
  KEEP_ORGAN_SCHEME_REFUND_RESIDENT: { confidence: "medium" },
  KEEP_HUKOU_PLACE_REFUND_OTHER: { confidence: "medium" },
  NOT_DUPLICATE_LOCAL_RULE: { confidence: "medium" },
  TERMINATE_RESIDENT_RECOVER_BASIC: { document: "人社部发〔2014〕17号 第八条", confidence: "high" },
  PERSON_CHOOSES_ONE_CLEAR_OTHER_REFUND_ACCOUNT_REST: { document: "人社部规〔2016〕5号 第六条", confidence: "medium" },
  WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE: medical,
  KEEP_EMPLOYMENT_PLACE: medical,
  KEEP_SCHOOL_PLACE: medical,
  KEEP_HABITUAL_RESIDENCE: medical,
  PERSON_CHOOSES_ONE: medical,
  KEEP_EMPLOYEE: medical,
} as const satisfies Record<Says, Basis>;
