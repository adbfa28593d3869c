// Which province pays the employee pension of who has worked in several. Handbook 6.1, 国办发〔2009〕66号 Art. 6.
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** Provinces are the first two digits of a division code. */
export type WorkingLife = {
  hukou: string;
  /** Where the pension relation is now. */
  relation: string;
  monthsByProvince: Readonly<Record<string, number>>;
  /** Earliest first; a province may come back. */
  order: readonly string[];
  /** Provinces that hold a temporary account only: its months give no place. */
  temporaryAccounts: readonly string[];
};

export type BenefitPlace = {
  province: string;
  rule: "R1_HUKOU" | "R2_RELATION_10Y" | "R3_LAST_10Y_PLACE" | "R4_FALLBACK_HUKOU";
};

export function benefitPlace(life: WorkingLife, law: Law): Result<BenefitPlace, NeedsStaff> {
  const held = law.read({ enough: "pension-transfer.relation-months" });
  if (!held.ok) return held;
  const { enough } = held.value;
  const isLong = (province: string) =>
    !life.temporaryAccounts.includes(province) && (life.monthsByProvince[province] ?? 0) >= enough;

  if (life.relation === life.hukou) return accepted({ province: life.hukou, rule: "R1_HUKOU" });
  if (isLong(life.relation)) return accepted({ province: life.relation, rule: "R2_RELATION_10Y" });
  const last = inOrder(life).filter(isLong).pop();
  if (last) return accepted({ province: last, rule: "R3_LAST_10Y_PLACE" });
  return accepted({ province: life.hukou, rule: "R4_FALLBACK_HUKOU" });
}

/** The last of them counts: a province whose time is not told comes before those whose time is. */
const inOrder = ({ monthsByProvince, order }: WorkingLife): string[] => [...Object.keys(monthsByProvince), ...order];
