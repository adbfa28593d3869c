// The page of a record as it will be when changes have been written.
import type { Changes, Fact, RecordPage } from "../registration.ts";

/** What reminders are counted from: a new phone or address line counts nothing again. */
export const mayMoveDues = ({ registration, reasons, summary, facts = [], gone = [] }: Changes): boolean =>
  registration !== undefined ||
  summary !== undefined ||
  reasons !== undefined ||
  [...facts, ...gone].some(({ name }) => name === "hukou" || name === "residence" || name === "employment");

const isSame = (one: Fact, other: Fact) => one.name === other.name && one.source === other.source;

/** Undefined where nobody is there, before or afterwards. */
export function pageAfter(before: RecordPage | undefined, changes: Changes): RecordPage | undefined {
  const registration = before ? { ...before.registration, ...changes.registration } : changes.registration;
  const summary = changes.summary ?? before?.summary;
  if (!registration || !summary) return undefined;
  const { facts = [], gone = [], reasons = [], joinings = [] } = changes;
  return {
    registration: { version: 1, ...registration },
    summary,
    facts: [...(before?.facts ?? []).filter((fact) => ![...facts, ...gone].some((other) => isSame(fact, other))), ...facts],
    reasons: [...(before?.reasons ?? []).filter((old) => !reasons.some((is) => is.insurance === old.insurance)), ...reasons],
    joinings: [...(before?.joinings ?? []).filter((old) => !joinings.some((is) => is.scheme === old.scheme)), ...joinings],
  };
}
