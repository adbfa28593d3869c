// What the form begins with, from the record: masked as on the check page.
import { leading } from "../facts.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Policy } from "../policy/law.ts";
import { masked, maskedNumber } from "../privacy/masks.ts";
import { type Fact, type FactOf, Insurance, type RecordPage } from "../registration.ts";
import type { FormReply, InsuranceKept } from "./contract.ts";
import { requiredBy } from "./decide.ts";
import { dutiesUnder, dutiful } from "./duties.ts";
import { FORM_VERSION } from "./form.ts";
import { statedOf, workOf } from "./kept.ts";
import type { Stated } from "./options.ts";
import { saysInsured } from "./schemes.ts";

type Situation = { record: RecordPage; today: PlainDate; policy: Policy; placeName: (code: string) => string };

export function formReply({ record, today, policy, placeName }: Situation): FormReply {
  const { registration, facts } = record;
  const { identity, status, confirmed } = registration;
  const { name, sex, birth, docType, number } = identity;
  const [card, hukou, residence] = [leading(facts, "card"), leading(facts, "hukou"), leading(facts, "residence")];
  const [landline, mobile, employment] = [leading(facts, "landline"), leading(facts, "phone"), leading(facts, "employment")];
  const addressIn = (fact: FactOf<"hukou" | "residence">) => ({
    ...from(fact),
    division: fact.division,
    text: masked(fact.name, `${placeName(fact.division)}${fact.lines}`),
  });
  const stated = statedOf(record, residence?.division);
  const duties = dutiesUnder(policy({ region: residence?.division ?? "national", asOf: today }), dutiful(record));
  const insurances = Insurance.options.map((insurance) => insuranceKept(insurance, stated, record, today));
  return {
    form: FORM_VERSION,
    today,
    person: {
      name: masked("name", name),
      sex,
      ...(birth && { birth }),
      docType,
      number: maskedNumber({ docType, number }),
      status,
    },
    ...(confirmed && { confirmed: { on: confirmed.on, route: confirmed.route } }),
    ...(card && { card: { ...from(card), hasCard: card.hasCard } }),
    ...(hukou && { hukou: addressIn(hukou) }),
    ...(residence && { residence: addressIn(residence) }),
    ...(landline?.landline && { landline: { ...from(landline), masked: masked("landline", landline.landline) } }),
    ...(mobile && { mobile: { ...from(mobile), masked: masked("phone", mobile.phone) } }),
    ...(employment && { work: { ...from(employment), ...shownWork(employment) } }),
    insurances,
    required: duties ? requiredBy(duties) : {},
    places: placesIn(insurances).map((division) => ({ division, name: placeName(division) })),
  };
}

const from = ({ source, asOf }: Fact) => ({ source, asOf });

function shownWork(employment: FactOf<"employment">): Pick<NonNullable<FormReply["work"]>, "employer" | "without"> {
  const { employer, without } = workOf(employment);
  return { ...(employer && { employer: employer.name }), ...(without && { without }) };
}

function insuranceKept(insurance: Insurance, stated: Stated, { reasons }: RecordPage, today: PlainDate): InsuranceKept {
  const said = stated[insurance];
  const elsewhere = stated.elsewhere[insurance];
  const reason = reasons.find((held) => held.insurance === insurance);
  return {
    insurance,
    insured: saysInsured(stated, insurance),
    options: typeof said === "boolean" ? [] : [...said],
    ...(elsewhere && { elsewhere }),
    places: stated.duplicates[insurance] ?? [],
    ...(reason && {
      reason: {
        codes: reason.reasons.map(({ code }) => code),
        asOf: reason.asOf,
        ...(reason.expires && { expires: reason.expires }),
        expired: reason.expires !== undefined && reason.expires < today,
      },
    }),
  };
}

const placesIn = (insurances: readonly InsuranceKept[]): DivisionCode[] => [
  ...new Set(insurances.flatMap(({ elsewhere, places }) => [...(elsewhere ? [elsewhere] : []), ...places])),
];
