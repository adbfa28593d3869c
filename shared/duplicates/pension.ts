// Two pensions at once: what is kept. Handbook 5.2 and 16; who counts in Jiangsu's table: 5.1.
import type { PlainMonth } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { commonMonths, type Span, shareYear } from "./months.ts";

/** Employee, organ, resident pension; a local scheme for farmers who lost their land. */
export type PensionScheme = "110" | "120" | "170" | "LANDLOST";
/** `province`: the first two digits of a division code. */
export type PensionRecord = Span & { scheme: PensionScheme; province: string };
export type DrawnPension = { scheme: PensionScheme; province: string | null };

export type PensionDecision =
  | "KEEP_EMPLOYEE_MONTHS"
  | "NO_OVERLAP"
  | "OFFER_TRANSFER_MERGE"
  | "TRANSFER_THEN_CLEAR"
  | "KEEP_ORGAN_SCHEME_REFUND_RESIDENT"
  | "KEEP_HUKOU_PLACE_REFUND_OTHER"
  | "NOT_DUPLICATE_LOCAL_RULE"
  | "TERMINATE_RESIDENT_RECOVER_BASIC"
  | "PERSON_CHOOSES_ONE_CLEAR_OTHER_REFUND_ACCOUNT_REST";

/** `decision` null: nothing is double, or nothing is decided by rule. */
export type PaidTwice = { decision: PensionDecision | null; commonMonths: number };

/** Both are paid into. `now`: the month up to which what still runs is counted. */
export function decidePaidTwice(records: readonly PensionRecord[], now: PlainMonth): PaidTwice {
  const of = (scheme: PensionScheme) => records.filter((record) => record.scheme === scheme);
  const [employee, organ, resident] = [of("110"), of("120"), of("170")];
  const decided = (decision: PensionDecision, common: number): PaidTwice => ({ decision, commonMonths: common });

  const both = commonMonths(employee, resident, now);
  if (both > 0) return decided("KEEP_EMPLOYEE_MONTHS", both);
  if (inTwoPlaces(employee)) {
    const common = commonElsewhere(employee, now);
    return decided(common > 0 ? "TRANSFER_THEN_CLEAR" : "OFFER_TRANSFER_MERGE", common);
  }
  if (organ.length > 0 && resident.length > 0)
    return decided("KEEP_ORGAN_SCHEME_REFUND_RESIDENT", commonMonths(organ, resident, now));
  if (inTwoPlaces(resident)) return decided("KEEP_HUKOU_PLACE_REFUND_OTHER", commonElsewhere(resident, now));
  if (employee.length > 0 && resident.length > 0) return decided("NO_OVERLAP", 0);
  if (of("LANDLOST").length > 0 && records.length > 1) return decided("NOT_DUPLICATE_LOCAL_RULE", 0);
  return { decision: null, commonMonths: 0 };
}

/** Both are drawn. Of an organ's pension and another one of those who work no text says which stays: null. */
export function decideDrawnTwice(drawn: readonly DrawnPension[]): PensionDecision | null {
  const of = (scheme: PensionScheme) => drawn.filter((pension) => pension.scheme === scheme);
  const [employee, organ, resident] = [of("110"), of("120"), of("170")];
  if (employee.length > 0 && resident.length > 0) return "TERMINATE_RESIDENT_RECOVER_BASIC";
  if (organ.length > 0 && resident.length > 0) return "KEEP_ORGAN_SCHEME_REFUND_RESIDENT";
  if (organ.length > 0) return null;
  if (employee.length > 1) return "PERSON_CHOOSES_ONE_CLEAR_OTHER_REFUND_ACCOUNT_REST";
  return resident.length > 1 ? "KEEP_HUKOU_PLACE_REFUND_OTHER" : null;
}

const provincesOf = (records: readonly PensionRecord[]) => [...new Set(records.map(({ province }) => province))];
const inTwoPlaces = (records: readonly PensionRecord[]) => provincesOf(records).length > 1;

/** Months that more than one province has; with three provinces, those of the pair that has most. */
function commonElsewhere(records: readonly PensionRecord[], now: PlainMonth): number {
  const at = (province: string) => records.filter((record) => record.province === province);
  const pairs = provincesOf(records).flatMap((one, index, all) => all.slice(index + 1).map((other) => [one, other] as const));
  return Math.max(0, ...pairs.map(([one, other]) => commonMonths(at(one), at(other), now)));
}

/** Does the person count as enrolled twice in Jiangsu's Annex 3 (note 11)? Not the same question as what to do about it. */
export function countsInAnnex3(records: readonly PensionRecord[], law: Law): Result<boolean, NeedsStaff> {
  const held = law.read({ scope: "annex3.limb1-scope" });
  if (!held.ok) return held;
  const mayPair = (one: PensionRecord, other: PensionRecord) =>
    held.value.scope === "ANY_BASIC_PENSION" || one.scheme === other.scheme;
  const isTwice = (one: PensionRecord, other: PensionRecord) =>
    (one.province !== other.province && mayPair(one, other)) || (one.scheme !== other.scheme && shareYear(one, other));
  return accepted(records.some((one) => records.some((other) => isTwice(one, other))));
}
