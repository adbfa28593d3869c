import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import type { Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** National minimum for a year of cover, in fen: what a person pays and what the government adds. Handbook 7.4, 16. */
export type MedicalFees = { individual: Result<number, NeedsStaff>; government: Result<number, NeedsStaff> };

/** Either may not be published yet while the other is. */
export function medicalFees(coverYear: number, law: Law): MedicalFees {
  const inYear = law.on(v.parse(PlainDate, `${String(coverYear).padStart(4, "0")}-01-01`));
  const amount = (key: "resident-medical.individual-minimum" | "resident-medical.government-minimum") => {
    const held = inYear.read({ fen: key });
    return held.ok ? ({ ok: true, value: held.value.fen } as const) : held;
  };
  return { individual: amount("resident-medical.individual-minimum"), government: amount("resident-medical.government-minimum") };
}
