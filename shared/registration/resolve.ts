// From what was sent to the whole form, as it would be printed: what is kept is put in from the register.
import { leading } from "../facts.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { Identity, RecordPage } from "../registration.ts";
import type { RegistrationForm } from "./contract.ts";
import { addressOf, doorOf, sameAddress } from "./door.ts";
import type { Duties } from "./duties.ts";
import type { FilledForm, Keepable, RegistrationAccepted } from "./form.ts";
import { workOf } from "./kept.ts";
import { alike, resolveInsurances, resolveReasons, voluntaryIn } from "./resolve-insurances.ts";

export type ResolveFinding = "registration.nothing-kept" | "registration.reason-expired" | "registration.employer-missing";
/** `kept`: what says nothing new, whether it was sent as kept or is what the register holds. */
export type Resolved = Pick<RegistrationAccepted, "filled" | "kept" | "keptReasons">;

/** Refused: what is to be kept is not registered. */
export function resolveForm(
  sent: RegistrationForm,
  record: RecordPage,
  today: PlainDate,
  duties: Duties | undefined,
): Result<Resolved, Finding<ResolveFinding>[]> {
  const { facts, registration } = record;
  const findings: Finding<ResolveFinding>[] = [];
  const kept: Keepable[] = [];

  function take<Value>(field: Keepable, given: Value | "kept", held: Value | undefined, same: (a: Value, b: Value) => boolean) {
    if (given === "kept" && held === undefined) findings.push(finding("registration.nothing-kept", field));
    if (given === "kept" || (held !== undefined && same(given, held))) kept.push(field);
    return given === "kept" ? held : given;
  }

  const card = take("card", sent.card, leading(facts, "card")?.hasCard, alike);
  const hukou = take("hukou", sent.hukou, leading(facts, "hukou"), sameAddress);
  const home = leading(facts, "residence");
  const door = take("residence", sent.residence, home && doorOf(home), (a, b) => sameAddress(addressOf(a), addressOf(b)));
  const employment = leading(facts, "employment");
  const work = take("work", sent.work, employment && workOf(employment), alike);
  if (sent.work === "kept" && employment?.status === "EMPLOYED" && !employment.employer)
    findings.push(finding("registration.employer-missing", "work", "employer", "name"));
  const landline = take("landline", sent.landline, leading(facts, "landline")?.landline ?? "none", alike);
  const mobile = sent.mobile === "kept" ? leading(facts, "phone")?.phone : sent.mobile.phone;
  if (sent.mobile === "kept") kept.push("mobile");

  const stated = resolveInsurances(sent, record, door?.division, kept);
  const reasons = resolveReasons(sent, record, today);
  findings.push(...reasons.findings);
  if (findings.length > 0 || card === undefined || !hukou || !door || !work) return refused(findings);
  const filled: FilledForm = {
    form: sent.form,
    person: personOf(registration.identity),
    card,
    hukou: { division: hukou.division, lines: hukou.lines },
    residence: door,
    ...(landline && landline !== "none" && { landline }),
    ...(mobile && { mobile }),
    work,
    ...stated,
    reasons: reasons.said,
    voluntary: voluntaryIn({ work, ...stated }, duties),
    notes: sent.notes,
    declared: sent.declared,
    signature: "name" in sent.signature ? sent.signature : { by: "self", name: registration.identity.name },
    ...(sent.consent && { consent: sent.consent }),
  };
  return accepted({ filled, kept, keptReasons: reasons.kept });
}

const personOf = ({ name, sex, birth, docType, number }: Identity): FilledForm["person"] => ({
  name,
  sex,
  ...(birth && { birth }),
  docType,
  number,
});
