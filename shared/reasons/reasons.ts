// Why a person is not insured: our fine codes, the class of the official form each belongs to, and the work that follows.
// Handbook 4 and 16; the words shown are messages.

/** 1 the person, 2 the employer, 3 army, abroad, prison; null: the form has no class for it. */
export type ReasonClass = 1 | 2 | 3 | null;

export type WorkItem =
  | "SUBSIDY_CHECK"
  | "TIER_CHOOSER"
  | "EXPLAINER"
  | "CALL_BACK"
  | "BENEFIT_ESTIMATE"
  | "BACK_PAY_CHECK"
  | "SWITCH_CHECK"
  | "FLEXIBLE_GUIDE"
  | "TRANSFER_CHECK"
  | "UI_CHECK"
  | "CROSS_REGION_VERIFY"
  | "ASSISTED_VISIT"
  | "PROXY_AGENT"
  | "CHANNEL_LIST"
  | "SUPERVISOR_CALL"
  | "EXPLAINER_HUKOU_ABOLISHED"
  | "LABOUR_INSPECTION_LEAD"
  | "EXPLAINER_30_DAYS"
  | "TAX_COLLECTION_LEAD"
  | "EXPLAINER_WAIVER_VOID"
  | "OCC_INJURY_CHECK"
  | "RECHECK_ON_DISCHARGE"
  | "RECHECK_YEARLY"
  | "REMOTE_CHANNEL"
  | "TERMINATE_REVIEW"
  | "RECHECK_ON_RELEASE"
  | "RECHECK_ON_GRADUATION"
  | "MEDICAL_CHECK"
  | "VERIFY_DEATH_AND_CLOSE"
  | "HAND_OVER_REGION"
  | "REVISIT"
  | "POLICE_CROSSCHECK"
  | "MARK_INSURED"
  | "FREE_TEXT_REVIEW";

/** `due`: the parameter that says in how many working days the first of it is due; none where a date or nothing decides. */
type Reason = {
  readonly class: ReasonClass;
  readonly followUp: readonly WorkItem[];
  readonly due?: "reason.follow-up" | "reason.employer-lead";
};

const own = (...followUp: WorkItem[]): Reason => ({ class: 1, followUp });
const soon = (...followUp: WorkItem[]): Reason => ({ class: 1, followUp, due: "reason.follow-up" });
const employer = (...followUp: WorkItem[]): Reason => ({ class: 2, followUp, due: "reason.employer-lead" });
const away = (...followUp: WorkItem[]): Reason => ({ class: 3, followUp });
const unclassed = (...followUp: WorkItem[]): Reason => ({ class: null, followUp });

export const reasons = {
  P01: soon("SUBSIDY_CHECK", "TIER_CHOOSER"),
  P02: soon("EXPLAINER", "CALL_BACK"),
  P03: soon("BENEFIT_ESTIMATE", "EXPLAINER"),
  P04: soon("BACK_PAY_CHECK", "SWITCH_CHECK"),
  P05: soon("FLEXIBLE_GUIDE", "TRANSFER_CHECK", "UI_CHECK"),
  P06: soon("CROSS_REGION_VERIFY", "TRANSFER_CHECK"),
  P07: own("EXPLAINER"),
  P08: soon("ASSISTED_VISIT", "PROXY_AGENT", "CHANNEL_LIST"),
  P09: own("EXPLAINER", "SUPERVISOR_CALL"),
  P10: own("EXPLAINER_HUKOU_ABOLISHED"),
  U01: employer("LABOUR_INSPECTION_LEAD"),
  U02: employer("LABOUR_INSPECTION_LEAD", "EXPLAINER_30_DAYS"),
  U03: employer("TAX_COLLECTION_LEAD"),
  U04: employer("LABOUR_INSPECTION_LEAD", "EXPLAINER_WAIVER_VOID"),
  U05: employer("LABOUR_INSPECTION_LEAD"),
  U06: { class: 2, followUp: ["OCC_INJURY_CHECK", "FLEXIBLE_GUIDE"], due: "reason.follow-up" },
  O01: away("RECHECK_ON_DISCHARGE"),
  O02: away("RECHECK_YEARLY", "REMOTE_CHANNEL"),
  O03: away("TERMINATE_REVIEW"),
  O04: away("RECHECK_ON_RELEASE"),
  O05: unclassed("RECHECK_ON_GRADUATION", "MEDICAL_CHECK"),
  O06: unclassed("VERIFY_DEATH_AND_CLOSE"),
  O07: unclassed("HAND_OVER_REGION"),
  O08: unclassed("REVISIT", "POLICE_CROSSCHECK"),
  O09: unclassed("MARK_INSURED"),
  O99: unclassed("FREE_TEXT_REVIEW"),
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof reasons;
export const reasonCodes = Object.keys(reasons) as ReasonCode[]; // the keys of the map above, and no others
