// What somebody holds already, or has joined and not paid yet, beside what they want to join. Handbook 5.
import { decideMedicalTwice } from "../duplicates/medical.ts";
import { decidePaidTwice, type PensionScheme } from "../duplicates/pension.ts";
import { monthOf, monthsBetween, type PlainDate, type PlainMonth } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Law } from "../policy/law.ts";
import type { Held, Scheme } from "../registration.ts";
import type { Known, Overlap, Work } from "./contract.ts";
import { joiningState } from "./joined.ts";
import type { JoinableScheme } from "./joining.ts";

type Beside = Pick<Held, "scheme" | "region" | "insuredAs"> & { since: PlainMonth; from: Overlap["from"] };

const pensions: readonly Scheme[] = ["110", "120", "170"];
const isPension = (scheme: Scheme) => pensions.includes(scheme);

/** All that is active or waits for its first payment, in the same insurance; the scheme itself first. */
function besides(scheme: JoinableScheme, known: Known, today: PlainDate): Beside[] {
  const held = known.held
    .filter(({ status }) => status === "active")
    .map((one): Beside => ({ ...one, since: one.from, from: "held" }));
  const joined = known.joinings.flatMap((joining): Beside[] => {
    if (joining.state !== "to-pay") return []; // a change before the first payment is still a joining
    if (joiningState(joining, known, today) !== "to-pay") return [];
    const { region, insuredAs, from } = joining.terms;
    return [{ scheme: joining.scheme, region, insuredAs, since: from, from: "joined" }];
  });
  const first = ({ scheme: other }: Beside) => Number(other !== scheme);
  return [...held, ...joined].filter((one) => isPension(one.scheme) === isPension(scheme)).sort((a, b) => first(a) - first(b));
}

/** What stands beside it, and what is to be done about both: the first that there is. */
export function overlapOf(
  scheme: JoinableScheme,
  known: Known,
  { region, work, today }: { region: DivisionCode | undefined; work: Work; today: PlainDate },
  law: Law,
): Overlap | undefined {
  const [beside] = besides(scheme, known, today);
  if (!beside) return undefined;
  const says = isPension(scheme)
    ? pensionSays(beside, scheme, region, today)
    : medicalSays(beside, scheme, { known, work, today }, law);
  return { scheme: beside.scheme, region: beside.region, from: beside.from, says };
}

/** In two provinces, or in two schemes of a place: as if both were paid for the coming month. */
function pensionSays({ scheme: other, region: there, since }: Beside, scheme: JoinableScheme, region = there, today: PlainDate) {
  const record = (which: PensionScheme, from: PlainMonth, where: DivisionCode) => ({
    scheme: which,
    from,
    to: null,
    province: where.slice(0, 2),
  });
  const now = monthOf(today);
  if (other === "170" && scheme === "170") return "KEEP_HUKOU_PLACE_REFUND_OTHER";
  const records = [record(pensionOf(other), since, there), record(pensionOf(scheme), now, region)];
  switch (decidePaidTwice(records, now > since ? now : since).decision) {
    case "KEEP_EMPLOYEE_MONTHS":
      return "KEEP_EMPLOYEE_MONTHS";
    case "TRANSFER_THEN_CLEAR":
      return "TRANSFER_THEN_CLEAR";
    case "KEEP_ORGAN_SCHEME_REFUND_RESIDENT":
      return "KEEP_ORGAN_SCHEME_REFUND_RESIDENT";
    default:
      return "OFFER_TRANSFER_MERGE";
  }
}

const pensionOf = (scheme: Scheme): PensionScheme => (scheme === "170" || scheme === "120" ? scheme : "110");

function medicalSays(
  { scheme: other, insuredAs, since }: Beside,
  scheme: JoinableScheme,
  { work, today }: { known: Known; work: Work; today: PlainDate },
  law: Law,
): Overlap["says"] {
  const [one, two] = [other === "390" ? "390" : "310", scheme === "390" ? "390" : "310"] as const;
  const facts = {
    employeeMonths: other === "310" ? Math.max(0, monthsBetween(since, monthOf(today))) : 0,
    isFlexible: insuredAs === "flexible" || scheme === "310",
    isStudent: work === "student",
    fundedPlaces: 0,
  };
  const decided = decideMedicalTwice([one, two], facts, law);
  if (!decided.ok) return "PERSON_CHOOSES_ONE";
  return decided.value === "NONE" || decided.value === "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE"
    ? "PERSON_CHOOSES_ONE"
    : decided.value;
}
