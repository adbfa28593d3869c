// Both medical insurances in one table.
import { flexibleCosts } from "../../../../shared/estimate/flexible-costs.ts";
import { yearFee } from "../../../../shared/estimate/medical-gap.ts";
import type { Law, NeedsStaff } from "../../../../shared/policy/law.ts";
import { fill } from "../../../words.ts";
import { inYuan } from "../amounts.ts";
import { needsStaff, type Piece, phoneFor, table } from "../answer.ts";
import { type Facts, words, yuan } from "./words.ts";

const ask = ({ key }: NeedsStaff) => fill(words.ask, { phone: phoneFor(key) });

export function medicalsInWords({ life: { category }, base, floor }: Facts, law: Law): Piece[] {
  const { medical } = flexibleCosts({ chosen: base, toldFloor: floor }, law);
  const fee = yearFee(Number(law.asOf.slice(0, 4)), law);
  const years = law.read({
    n: category === "M60" ? "employee-medical.retirement-years-men" : "employee-medical.retirement-years-women",
  });
  const broken = law.read({
    gap: "medical-transfer.gap-at-most",
    wait: "medical-transfer.waiting-at-most",
    fixed: "resident-medical.fixed-waiting",
    more: "resident-medical.waiting-per-year",
  });
  if (!broken.ok) return [needsStaff(broken.refusal, law, words)];
  const residentFee = fee.ok ? fill(fee.value.own ? words.yuan : words.minimum, { n: inYuan(fee.value.fen) }) : ask(fee.refusal);
  return [
    table(
      words.medicals,
      [words.about, words.employeeMedical, words.residentMedical],
      [
        [words.cost, medical.ok ? yuan(medical.value * 12) : ask(medical.refusal), residentFee],
        [words.broken, fill(words["broken.employee"], broken.value), fill(words["broken.resident"], broken.value)],
        [
          words.retired,
          years.ok ? fill(words["retired.employee"], years.value) : words["retired.unknown"],
          words["retired.resident"],
        ],
      ],
    ),
  ];
}
