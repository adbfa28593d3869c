import * as v from "valibot";
import { waitingIn } from "../enrolment/waiting.ts";
import { leading, standingOf } from "../facts.ts";
import { saidByNumber } from "../identity.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import type { Policy } from "../policy/law.ts";
import type { Region } from "../policy/parameter.ts";
import { masked, maskedNumber } from "../privacy/masks.ts";
import { type Fact, type FactName, type Identity, Insurance, type RecordPage } from "../registration.ts";
import { whyLimited } from "../session/rules.ts";
import { assessInsurances, isInsured } from "./assess.ts";
import type { CheckReply, InsuranceView, Waiting } from "./contract.ts";

type Limited = Extract<CheckReply, { limited: true }>;
/** By when a desk has to decide what it received; `missing`: a number without which nobody can say. */
type Due = (
  received: PlainDate,
  region: DivisionCode,
) => { dueAt: PlainDate; provisional: boolean; missing?: string | undefined };
/**
 * `because`: the session is limited, and sees no more than yes or no. `placeName`: 安徽省淮南市寿县 for 340422. `due`: asked for what the
 * desk has.
 */
type Situation = {
  record: RecordPage;
  today: PlainDate;
  policy: Policy;
  placeName: (code: string) => string;
  due?: Due | undefined;
  because?: Limited["because"];
};

/** Everything personal is masked as handbook 12 says: it is enough to recognise one's own, and of no use to who looks over a shoulder. */
export function checkReply({ record, today, policy, placeName, due, because }: Situation): CheckReply {
  if (because) {
    const insurances = Insurance.options.map((insurance) => ({ insurance, insured: isInsured(record, insurance) }));
    return { limited: true, because, insurances };
  }
  const { registration, facts, summary } = record;
  const { identity, status, verified } = registration;
  const [phone, employment, card] = [leading(facts, "phone"), leading(facts, "employment"), leading(facts, "card")];
  const address = (name: "residence" | "contact" | "hukou") => {
    const fact = leading(facts, name);
    return fact && { [name]: { ...from(fact), division: fact.division, text: textOf(fact, placeName) } };
  };
  const waiting = [
    ...waitingIn(record, today, placeName),
    ...movingIn(record, placeName),
    ...answeredIn(record, today, { placeName, due }),
  ];
  const insurances = assessInsurances(record, policy({ region: homeOf(facts), asOf: today }));
  return {
    limited: false,
    person: {
      name: masked("name", identity.name),
      number: maskedNumber(identity),
      docType: identity.docType,
      ...(identity.birth && { birth: identity.birth }),
      sex: identity.sex,
      ...saidBy(identity, today),
      verified,
      status,
    },
    ...(phone && {
      phone: {
        ...from(phone),
        masked: masked("phone", phone.phone),
        fresh: whyLimited(phone, today) === undefined,
        ...(phone.confirmedOn && { confirmedOn: phone.confirmedOn }),
      },
    }),
    ...address("residence"),
    ...address("contact"),
    ...address("hukou"),
    ...(employment && {
      employment: {
        ...from(employment),
        status: employment.status,
        ...(employment.employer && { employer: employment.employer.name }),
      },
    }),
    ...(card && { card: { ...from(card), hasCard: card.hasCard } }),
    hasCard: card?.hasCard ?? null,
    disagreements: disagreementsIn(facts, placeName),
    insurances,
    ...(waiting.length > 0 && { waiting }),
    places: placesIn(facts, insurances).map((division) => ({ division, name: placeName(division) })),
    ...(summary.asOf && { asOf: summary.asOf }),
  };
}

const movingIn = ({ moving = [] }: RecordPage, placeName: Situation["placeName"]): Waiting[] =>
  moving.map(({ kind, scheme, to, needsPerson }) => {
    const underWay = kind === "pension-switch" ? "joining" : "moving"; // often within one place
    return { scheme, is: needsPerson ? "returned" : underWay, region: placeName(to) };
  });

/** Counted when it is asked: a calendar that came meanwhile counts, as it does at the desk. */
const answeredIn = ({ atDesk = [] }: RecordPage, today: PlainDate, { placeName, due }: Pick<Situation, "placeName" | "due">) =>
  atDesk
    .filter(({ upheld }) => !upheld)
    .map(({ scheme, receipt, agency, received }): Waiting => {
      const waits = { scheme, is: "answered", region: placeName(agency), receipt } as const;
      const by = due?.(received, agency);
      if (!by || by.missing) return waits;
      const { dueAt: until, provisional } = by;
      return { ...waits, is: until < today ? "overdue" : "answered", until, ...(provisional && { about: true }) };
    });

/** Whose rules hold: residents join where their hukou is (handbook 3), or else where they live. */
const homeOf = (facts: readonly Fact[]): Region =>
  (leading(facts, "hukou") ?? leading(facts, "residence"))?.division ?? "national";

/** What the page speaks of: where somebody is insured, or was before a transfer, and whose agency says so. */
function placesIn(facts: readonly Fact[], insurances: readonly InsuranceView[]): DivisionCode[] {
  const insured = insurances.flatMap((view) => (view.insured ? [view] : []));
  const agencies = [...facts, ...insured].flatMap(({ source }) => {
    const division = v.safeParse(DivisionCode, source.replace("insured-", ""));
    return division.success ? [division.output] : [];
  });
  const regions = insured.flatMap(({ region, carried = [] }) => [region, ...carried.flatMap((one) => one.region ?? [])]);
  return [...new Set([...regions, ...agencies])];
}

function saidBy(identity: Identity, today: PlainDate) {
  const inNumber = saidByNumber(identity, today);
  return inNumber.birth || inNumber.sex ? { inNumber } : {};
}

const from = ({ source, asOf }: Fact) => ({ source, asOf });

const names: FactName[] = ["phone", "residence", "contact", "hukou", "employment", "card"];

/** Where two sources differ, the one behind is shown beside the one that leads. */
const disagreementsIn = (facts: readonly Fact[], placeName: Situation["placeName"]) =>
  names.flatMap((name) => {
    const [first, ...others] = standingOf(facts, name).map((fact) => ({ fact, text: textOf(fact, placeName) }));
    return others.filter(({ text }) => text !== first?.text).map(({ fact, text }) => ({ name, ...from(fact), text }));
  });

/** A fact in one line, masked. Codes of words are translated on the page: `EMPLOYED`, `card.yes`. */
export function textOf(fact: Fact, placeName: Situation["placeName"]): string {
  switch (fact.name) {
    case "phone":
      return masked("phone", fact.phone);
    case "employment":
      return [fact.status, fact.employer?.name].filter(Boolean).join(" ");
    case "card":
      return fact.hasCard ? "card.yes" : "card.no";
    case "landline":
      return fact.landline ? masked("landline", fact.landline) : "";
    case "household":
      return placeName(fact.division); // its number leads to the whole family
    case "stated":
      return ""; // five insurances make no line
    default:
      return masked(fact.name, `${placeName(fact.division)}${fact.lines}`);
  }
}
