// The API's word on a form: what is kept is put in, then every rule is asked.
import type { Purpose } from "../evidence/purposes.ts";
import { leading } from "../facts.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import type { Finding } from "../kernel/rule.ts";
import type { Policy } from "../policy/law.ts";
import type { Insurance, RecordPage } from "../registration.ts";
import type { RegistrationForm } from "./contract.ts";
import { type Duties, dutiesUnder, dutiful } from "./duties.ts";
import type { AtTheDoor, RegistrationAccepted } from "./form.ts";
import { type ResolveFinding, resolveForm } from "./resolve.ts";
import { examineForm, type FormSituation, type RegistrationFinding } from "./rules.ts";
import { heldOptions } from "./schemes.ts";

/** What the form is seen with: who it is about, the numbers of policy, who sends it, what is sent along. */
export type Sending = {
  record: RecordPage;
  policy: Policy;
  evidence: readonly Purpose[];
  /** A parent sends it, whom the register proves to be one. */
  byParent: boolean;
  /** An adult sends it for another one who has allowed them to: that is the authority of a proxy. */
  byDelegate?: boolean;
  /** Filled in at their door. */
  door?: AtTheDoor | undefined;
};

export function decideRegistration(
  sent: RegistrationForm,
  sending: Sending,
  now: Instant,
): Result<RegistrationAccepted, Finding<RegistrationFinding | ResolveFinding>[]> {
  const { record, policy, door } = sending;
  const residence = sent.residence === "kept" ? leading(record.facts, "residence") : sent.residence;
  const duties = dutiesAt(policy, record, residence?.division ?? "national", now);
  const resolved = resolveForm(sent, record, dateOf(now), duties);
  if (!resolved.ok) return resolved;
  const content: RegistrationAccepted = { slice: "registration", ...resolved.value, ...(door && { door }), acceptedAt: now };
  const findings = examineForm(situationOf(content, sending, duties));
  return findings.length > 0 ? refused(findings) : accepted(content);
}

export const dutiesAt = (
  policy: Policy,
  record: RecordPage,
  region: Parameters<Policy>[0]["region"],
  now: Instant,
): Duties | undefined => dutiesUnder(policy({ region, asOf: dateOf(now) }), dutiful(record));

/** Days are asked of the moment at which it was accepted: what was right then is right when the worker looks. */
export function situationOf(
  { filled, keptReasons, door, acceptedAt }: RegistrationAccepted,
  { record, evidence, byParent, byDelegate }: Sending,
  duties: Duties | undefined,
): FormSituation {
  const { identity, status } = record.registration;
  return {
    filled,
    keptReasons,
    now: acceptedAt,
    status,
    birth: identity.birth,
    name: filled.person.name, // as it was when they signed
    required: duties && requiredBy(duties),
    held: heldOptions(record.summary),
    evidence: [...evidence, ...(door?.seen ?? []), ...(byDelegate ? (["proxy-authorisation"] as const) : [])],
    byParent,
    ...(door?.declined && { unsigned: true }),
  };
}

export const requiredBy = (duties: Duties): Record<string, Insurance[]> =>
  Object.fromEntries(Object.entries(duties).map(([work, { must }]) => [work, [...must]]));
