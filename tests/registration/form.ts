// A form as somebody sends it who leaves everything as it is registered, and the record it is about.
import * as v from "valibot";
import { openPolicy, type Policy } from "../../shared/policy/law.ts";
import { RegistrationForm } from "../../shared/registration/contract.ts";
import { decideRegistration, type Sending } from "../../shared/registration/decide.ts";
import { FORM_VERSION, type RegistrationAccepted } from "../../shared/registration/form.ts";
import type { Fact, RecordPage } from "../../shared/registration.ts";
import { aFact, anInsurance, aPhone, aRecord, aRegistration, noon } from "../support/build.ts";
import { loaded } from "../support/policy.ts";

export const loadedPolicy = openPolicy(loaded);
export const NOW = noon("2026-03-31");
export const NAME = "林晓禾";

type Sent = v.InferInput<typeof RegistrationForm>;

export const allKept = {
  form: FORM_VERSION,
  card: "kept",
  hukou: "kept",
  residence: "kept",
  landline: "kept",
  mobile: "kept",
  work: "kept",
  pension: "kept",
  medical: "kept",
  unemployment: "kept",
  injury: "kept",
  maternity: "kept",
  reasons: {},
  elsewhere: "kept",
  duplicates: "kept",
  notes: true,
  declared: true,
  signature: { by: "self" },
} as const satisfies Sent;

export const aForm = (differences: Partial<Sent> = {}): RegistrationForm =>
  v.parse(RegistrationForm, { ...allKept, ...differences });

export const residence = aFact({ name: "residence", division: "340403", lines: "龙泉街道学院社区学院路8号" });
export const hukou = aFact({ name: "hukou", division: "340422", lines: "寿春镇东街3号" });

/** Somebody of whom everything is registered that the form asks: employed, with all five insurances, in Huainan. */
export function aKnown({
  birth = "1990-05-01",
  facts = [],
  ...differences
}: Partial<RecordPage> & { birth?: string; facts?: Fact[] } = {}): RecordPage {
  const known = [
    aPhone(),
    residence,
    hukou,
    aFact({ name: "employment", status: "EMPLOYED", employer: { name: "淮南安居物业有限公司" } }),
    aFact({ name: "card", hasCard: true }),
  ];
  const named = (fact: Fact) => facts.some(({ name }) => name === fact.name);
  const employee = { insuredAs: "employee", region: "340400" } as const;
  return aRecord({
    registration: aRegistration({
      identity: { docType: "RIC", number: "340469199005010017", name: NAME, sex: "M", birth },
    }),
    facts: [...known.filter((fact) => !named(fact)), ...facts],
    summary: {
      insurances: {
        pension: anInsurance({ ...employee, scheme: "110" }),
        medical: anInsurance({ ...employee, scheme: "310" }),
        unemployment: anInsurance({ ...employee, scheme: "210" }),
        injury: anInsurance({ ...employee, scheme: "410" }),
        maternity: anInsurance({ ...employee, scheme: "310" }),
      },
    },
    ...differences,
  });
}

/** Nothing but the person: no insurance, no work. */
export const uninsured = (birth = "1990-05-01", ...facts: Fact[]): RecordPage =>
  aKnown({ birth, facts: [aFact({ name: "employment", status: "UNEMPLOYED" }), ...facts], summary: { insurances: {} } });

type Seen = Partial<Pick<Sending, "evidence" | "byParent">> & { policy?: Policy; now?: typeof NOW };

export const decide = (sent: Partial<Sent>, record: RecordPage = aKnown(), { now = NOW, ...seen }: Seen = {}) =>
  decideRegistration(aForm(sent), { record, policy: loadedPolicy, evidence: [], byParent: false, ...seen }, now);

export function acceptedOf(...given: Parameters<typeof decide>): RegistrationAccepted {
  const decision = decide(...given);
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return decision.value;
}

/** `code at path`, each. */
export function refusalsOf(...given: Parameters<typeof decide>): string[] {
  const decision = decide(...given);
  return decision.ok ? [] : decision.refusal.map(({ code, path }) => `${code} ${path.join(".")}`);
}
