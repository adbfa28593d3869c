import * as v from "valibot";
import { countsInStatistics } from "../../shared/duplicates/decide.ts";
import type { Duplicate } from "../../shared/duplicates/duplicate.ts";
import { decideMedicalTwice } from "../../shared/duplicates/medical.ts";
import {
  countsInAnnex3,
  type DrawnPension,
  decideDrawnTwice,
  decidePaidTwice,
  type PaidTwice,
  type PensionRecord,
} from "../../shared/duplicates/pension.ts";
import { premiumRefundable, residentClosed, residentRefund } from "../../shared/duplicates/refund.ts";
import { monthOf, PlainDate, PlainMonth } from "../../shared/kernel/calendar.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Law, NeedsStaff, Policy } from "../../shared/policy/law.ts";
import { medicalTwice, pensionDrawnTwice, pensionTwice } from "./doubled.ts";
import { countOrNone, flag, moneyOrNone, output, province, yuan } from "./inputs.ts";
import { type Answer, runner, type Section } from "./section.ts";

const scheme = v.picklist(["110", "120", "170", "LANDLOST"]);
const Paid = v.pipe(
  v.tuple([scheme, province, PlainMonth, v.nullish(PlainMonth, null)]),
  v.check(([, , from, to]) => to === null || from <= to, "is a record that ends before it begins"),
  v.transform(([scheme, province, from, to]): PensionRecord => ({ scheme, province, from, to })),
);
const Benefit = v.pipe(
  v.string(),
  v.transform((text): unknown => text.split("@")),
  v.union([v.strictTuple([scheme]), v.strictTuple([scheme, province])]),
  v.transform(([scheme, province]): DrawnPension => ({ scheme, province: province ?? null })),
);

const PensionInput = v.object({
  records: v.nullish(v.array(Paid), []),
  benefits: v.nullish(v.array(Benefit), []),
  hukou: v.nullish(v.string()),
  resident_personal_paid: moneyOrNone,
  collective: moneyOrNone,
  gov_subsidy: moneyOrNone,
  resident_account: moneyOrNone,
  gov_part: moneyOrNone,
  base_received: moneyOrNone,
});
type PensionInput = v.InferOutput<typeof PensionInput>;

/** What nothing is said of is null. */
const SILENT = {
  overlap_months: null,
  refund_months: null,
  refund: null,
  refund_to_person: null,
  recover: null,
  offset_if_not_repaid: null,
};
const REFUNDED = ["KEEP_EMPLOYEE_MONTHS", "NO_OVERLAP", "KEEP_ORGAN_SCHEME_REFUND_RESIDENT", "KEEP_HUKOU_PLACE_REFUND_OTHER"];

/** As the register finds it; where it has nothing to find, as the rule says. */
function decided({ records }: PensionInput, today: PlainDate): PaidTwice {
  const found = pensionTwice(records, today);
  return found ? { decision: asPension(found.says), commonMonths: found.common } : decidePaidTwice(records, monthOf(today));
}
const asPension = (says: Duplicate["says"]) => says ?? null;

function paidTwice(input: PensionInput, today: PlainDate): Answer {
  const { decision, commonMonths } = decided(input, today);
  if (!REFUNDED.includes(decision ?? "")) return { ...SILENT, decision, overlap_months: commonMonths };
  const year = { personal: input.resident_personal_paid, collective: input.collective };
  const refund = yuan(residentRefund(year, commonMonths));
  return { ...SILENT, decision, overlap_months: commonMonths, refund_months: commonMonths, refund };
}

function drawnTwice(input: PensionInput, today: PlainDate): Answer {
  const found = pensionDrawnTwice(input.benefits, today);
  const decision = found ? asPension(found.says) : decideDrawnTwice(input.benefits);
  if (decision !== "TERMINATE_RESIDENT_RECOVER_BASIC") return { ...SILENT, decision };
  const drawn = { account: input.resident_account, fromGovernment: input.gov_part, basicDrawn: input.base_received };
  const { toPerson, toRecover, offsetIfNotRepaid } = residentClosed(drawn);
  const money = { refund_to_person: yuan(toPerson), recover: yuan(toRecover) };
  return { ...SILENT, decision, ...money, offset_if_not_repaid: offsetIfNotRepaid };
}

/** What is drawn is a relation that runs on. */
const relationsOf = ({ records, benefits }: PensionInput, today: PlainDate): PensionRecord[] => [
  ...records,
  ...benefits.map(({ scheme, province }) => ({ scheme, province: province ?? "", from: monthOf(today), to: null })),
];

/** The same relations as the register finds them, and as the table of the place counts them. */
function inStatistics(input: PensionInput, today: PlainDate, law: Law): Result<boolean, NeedsStaff> {
  const found = input.benefits.length === 0 ? pensionTwice(input.records, today) : undefined;
  return found ? countsInStatistics(found, law) : countsInAnnex3(relationsOf(input, today), law);
}

export const duplicateSections = (policy: Policy): Record<string, Section> => {
  const law = (asOf: PlainDate) => policy({ region: "national", asOf });
  return {
    duplicates_pension: {
      cases: runner(
        PensionInput,
        (input, today) => ({
          ...(input.benefits.length > 0 ? drawnTwice(input, today) : paidTwice(input, today)),
          ...output("jiangsu_annex3_duplicate", inStatistics(input, today, law(today))),
        }),
        { decimals: ["refund", "refund_to_person", "recover"] },
      ),
    },
    duplicates_medical: {
      cases: runner(
        v.object({
          active_records: v.nullish(v.array(v.tuple([v.picklist(["310", "390"]), province])), []),
          facts: v.nullish(v.object({ cont_emp: countOrNone, flex: flag, student: flag, funded: countOrNone }), {}),
        }),
        ({ active_records, facts }, today) => {
          const person = { employeeMonths: facts.cont_emp, isFlexible: facts.flex, isStudent: facts.student };
          const known = { ...person, fundedPlaces: facts.funded };
          const says = medicalTwice({ active: active_records, facts: known }, law(today));
          if (says) return { decision: says };
          const schemes = active_records.map(([scheme]) => scheme);
          return output("decision", decideMedicalTwice(schemes, known, law(today)));
        },
      ),
      refund_cases: runner(
        v.object({ paid: v.nullish(PlainDate), benefit_from: PlainDate, joined_employee: PlainDate }),
        ({ benefit_from, joined_employee }) => ({
          refundable: premiumRefundable({ joinedEmployee: joined_employee, benefitFrom: benefit_from }),
        }),
      ),
    },
  };
};
