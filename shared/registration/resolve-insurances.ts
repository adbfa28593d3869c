// Parts two to five of the form, with what is kept put in.
import type { PlainDate } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { Insurance, type RecordPage } from "../registration.ts";
import type { RegistrationForm } from "./contract.ts";
import { type Duties, dutyOf } from "./duties.ts";
import type { FilledForm, Keepable } from "./form.ts";
import { reasonKept, statedOf } from "./kept.ts";
import type { Stated } from "./options.ts";
import { elsewhereFrom } from "./places.ts";
import { saysInsured } from "./schemes.ts";

/** Of values that JSON can say. */
export const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Options and places are told in any order, and none twice. */
const once = <Said>(said: Said): Said => (Array.isArray(said) ? ([...new Set(said)].sort() as Said) : said);

type PerInsurance<Value> = { [Each in Insurance]?: Value | undefined };
function each<Given, Made>(given: PerInsurance<Given>, make: (value: Given) => Made): { [Each in Insurance]?: Made } {
  const made: { [Each in Insurance]?: Made } = {};
  for (const insurance of Insurance.options) {
    const value = given[insurance];
    if (value !== undefined) made[insurance] = make(value);
  }
  return made;
}

/** `home`: where the person lives by this form. Adds to `kept` what says nothing new. */
export function resolveInsurances(
  sent: RegistrationForm,
  record: RecordPage,
  home: DivisionCode | undefined,
  kept: Keepable[],
): Stated {
  const before = statedOf(record, home);
  function take<Value>(field: Keepable, given: Value | "kept", held: Value): Value {
    const value = once(given === "kept" ? held : given);
    if (alike(value, once(held))) kept.push(field);
    return value;
  }
  const elsewhere =
    sent.elsewhere === "kept" ? sent.elsewhere : each(sent.elsewhere, (place) => elsewhereFrom(home ?? place, place));
  const duplicates = sent.duplicates === "kept" ? sent.duplicates : each(sent.duplicates, once);
  return {
    pension: take("pension", sent.pension, before.pension),
    medical: take("medical", sent.medical, before.medical),
    unemployment: take("unemployment", sent.unemployment, before.unemployment),
    injury: take("injury", sent.injury, before.injury),
    maternity: take("maternity", sent.maternity, before.maternity),
    elsewhere: take("elsewhere", elsewhere, each(before.elsewhere, once)),
    duplicates: take("duplicates", duplicates, each(before.duplicates, once)),
  };
}

/** `kept`: what was said before and stands. */
export function resolveReasons(sent: RegistrationForm, record: RecordPage, today: PlainDate) {
  const findings: Finding<"registration.nothing-kept" | "registration.reason-expired">[] = [];
  const said: FilledForm["reasons"] = {};
  const kept: Insurance[] = [];
  for (const insurance of Insurance.options) {
    const given = sent.reasons[insurance];
    const held = reasonKept(record, insurance, today);
    const reasons = given === "kept" ? held?.reasons : given;
    if (reasons) said[insurance] = reasons;
    if (given !== "kept") continue;
    if (held) kept.push(insurance);
    else {
      const was = record.reasons.some((reason) => reason.insurance === insurance);
      findings.push(finding(was ? "registration.reason-expired" : "registration.nothing-kept", "reasons", insurance));
    }
  }
  return { said, kept, findings };
}

/** What nobody has to have, and is not there. */
export function voluntaryIn(said: Stated & Pick<FilledForm, "work">, duties: Duties | undefined): Insurance[] {
  const { must, may } = duties ? dutyOf(duties, said) : { must: [], may: [] };
  return may.filter((insurance) => !must.includes(insurance) && !saysInsured(said, insurance));
}
