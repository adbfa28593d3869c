// The register in a variable: what a form's outcome makes of a record.
import type { Changes, Fact, Reason, RecordPage } from "../../shared/registration.ts";

export function after(record: RecordPage, { facts = [], reasons = [], registration }: Changes = {}): RecordPage {
  const replaces = (next: Fact) => (held: Fact) => held.name !== next.name || held.source !== next.source;
  const others = facts.reduce((kept, next) => kept.filter(replaces(next)), record.facts);
  const stays = ({ insurance }: Reason) => !reasons.some((next) => next.insurance === insurance);
  return {
    ...record,
    registration: { ...record.registration, ...registration },
    facts: [...others, ...facts],
    reasons: [...record.reasons.filter(stays), ...reasons],
  };
}
