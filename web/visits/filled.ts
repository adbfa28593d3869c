// The whole form on one page, by the residents' own rules: what stands in its fields, as the pages of their form would have kept it.
import * as v from "valibot";
import { Declaration } from "../../shared/declaration/contract.ts";
import { type Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { readDate } from "../../shared/kernel/plain-date.ts";
import type { Finding } from "../../shared/kernel/rule.ts";
import { GuardianConsent } from "../../shared/privacy/consent.ts";
import { Signature, Work } from "../../shared/registration/form.ts";
import { perInsurance, Stated } from "../../shared/registration/options.ts";
import { examineForm, type FormSituation } from "../../shared/registration/rules.ts";
import type { Typed } from "../drafts.ts";
import { codesIn } from "../slices/declaration/said.ts";
import type { Form } from "../slices/registration/answer.ts";
import { partsOf, signatureIn } from "../slices/registration/request.ts";
import { insurances, medicalsIn, missing, pensionsIn, reasonTyped } from "../slices/registration/said.ts";

const tasks = ["hukou", "home", "phones", "work", "insurances", "elsewhere", "sign"] as const;

/** All of it counts: it is one page. A reason counts once one was chosen; else the one that was said before stands. */
export function keptOf(typed: Typed, today: PlainDate): Typed {
  const standing = JSON.stringify(typed);
  const seen = tasks.map((task) => [`seen.${task}`, standing] as const);
  const reasons = insurances.flatMap((insurance) => {
    const until = readDate(typed[`${insurance}.until`] ?? "", { asOf: today, future: true });
    return [
      [`seen.reasons.${insurance}`, codesIn(reasonTyped(typed, insurance)).length > 0 ? "yes" : ""],
      [`${insurance}.kept-until`, until.ok ? until.value : ""],
    ] as const;
  });
  return { ...typed, ...Object.fromEntries([...seen, ...reasons]) };
}

/** Which insurances part three asks about, as the form stands. */
export const asksWhy = (form: Form, typed: Typed, today: PlainDate) => missing(form, keptOf(typed, today));

/** Of who is under fourteen; the box holds the version of the notice that was read out. */
export const consentIn = (typed: Typed) =>
  typed["consent"]
    ? { version: typed["consent"], relation: typed["sign.relation"] === "parent" ? "parent" : "guardian" }
    : undefined;

/** As it goes out: only what differs from the list is said; the office puts in the rest (web/slices/registration/request.ts). */
export function saidIn(form: Form, typed: Typed, today: PlainDate) {
  const kept = keptOf(typed, today);
  return {
    ...partsOf(form, kept),
    notes: typed["notes"] === "yes",
    declared: typed["declared"] === "yes",
    signature: signatureAt(kept),
  };
}

/** At the door everybody who signs types their name, also who signs for themselves. */
const signatureAt = (kept: Typed) => ({ ...signatureIn(kept, false), name: (kept["sign.name"] ?? "").normalize("NFC").trim() });

const Reasons = perInsurance(Declaration.entries.reasons);
const Answers = v.object({
  work: Work,
  ...Stated.entries,
  reasons: Reasons,
  notes: v.boolean(),
  declared: v.boolean(),
  signature: Signature,
  consent: v.optional(GuardianConsent),
  residence: v.object({ division: DivisionCode }),
});

/**
 * Every rule of the form that a tablet without a network can ask. What the list holds masked, and papers, the office looks at.
 * None where a field itself is still wrong: those are said first (asked.ts).
 */
export function foundIn(form: Form, typed: Typed, now: Instant, today: PlainDate): Finding[] {
  const kept = keptOf(typed, today);
  const said = partsOf(form, kept);
  const chosen = typed["work"] ?? "";
  const reasons = Object.fromEntries(Object.entries(said.reasons).filter(([, reason]) => reason !== "kept"));
  const before = insurances.filter((insurance) => said.reasons[insurance] === "kept" && hasSaid(form, insurance));
  const answers = v.safeParse(Answers, {
    work: chosen === "EMPLOYED" ? { employer: { name: typed["employer.name"]?.trim() } } : { without: chosen },
    pension: pensionsIn(typed),
    medical: medicalsIn(typed),
    unemployment: typed["unemployment"] === "yes",
    injury: typed["injury"] === "yes",
    maternity: typed["maternity"] === "yes",
    elsewhere: placesIn(typed, (insurance) => `elsewhere.${insurance}`),
    duplicates: twiceIn(typed),
    reasons,
    notes: typed["notes"] === "yes",
    declared: typed["declared"] === "yes",
    signature: signatureAt(kept),
    ...(consentIn(typed) && { consent: consentIn(typed) }),
    residence: { division: (typed["home.moved"] === "no" ? form.residence?.division : typed["kept-division"]) ?? "" },
  });
  if (!answers.success) return [];
  const born = v.safeParse(PlainDate, form.person.birth);
  const situation: FormSituation = {
    // What was said before need not be said again: its details are not on the tablet, and were right when they were said.
    filled: { form: "", ...answers.output, reasons: { ...saidBefore(before), ...answers.output.reasons } },
    now,
    status: "active",
    birth: born.success ? born.output : undefined,
    required: v.parse(v.record(v.string(), v.array(v.picklist(insurances))), form.required),
    held: heldIn(form),
    evidence: typed["papers"] === "yes" ? ["proxy-authorisation", "guardianship"] : [],
    keptReasons: before,
    byParent: false,
  };
  return examineForm(situation);
}

const hasSaid = (form: Form, insurance: string) =>
  form.insurances.some((each) => each.insurance === insurance && each.reason && !each.reason.expired);
const saidBefore = (before: readonly (typeof insurances)[number][]) =>
  Object.fromEntries(before.map((insurance) => [insurance, [{ code: "P02" as const }]]));

const placesIn = (typed: Typed, nameOf: (insurance: string) => string) =>
  Object.fromEntries(
    insurances.flatMap((insurance) => {
      const code = typed[nameOf(insurance)]?.slice(0, 6);
      return code ? [[insurance, code]] : [];
    }),
  );
const twiceIn = (typed: Typed) =>
  Object.fromEntries(
    insurances.flatMap((insurance) => {
      const codes = [0, 1, 2, 3, 4].flatMap((at) => typed[`twice.${insurance}.${at}`]?.slice(0, 6) || []);
      return codes.length > 0 ? [[insurance, codes]] : [];
    }),
  );

function heldIn(form: Form): FormSituation["held"] {
  const options = (insurance: string) => form.insurances.find((each) => each.insurance === insurance)?.options ?? [];
  const has = (insurance: string) => form.insurances.some((each) => each.insurance === insurance && each.insured);
  const typed = Object.fromEntries(
    ["pension", "medical"].flatMap((insurance) => options(insurance).map((option) => [`${insurance}.${option}`, "yes"])),
  );
  return {
    pension: pensionsIn(typed),
    medical: medicalsIn(typed),
    unemployment: has("unemployment"),
    injury: has("injury"),
    maternity: has("maternity"),
  };
}
