// Looks: who opened whose record. Roles may add and query rows here, nothing else.
//
//   item     pk           sk                     means
//   session  PERSON#<id>  SESSION#<session id>   the person themselves, once for the whole session
//   parent   PERSON#<id>  PARENT#<session id>    a parent of theirs, once for the parent's whole session
//   delegate PERSON#<id>  DELEGATE#<session id>#<delegation>#<scope>   who acts for them, once for each scope in the whole session
//   copy     PERSON#<id>  COPY#<session id>      the person took a copy of all of it, once for the whole session
//   look     PERSON#<id>  LOOK#<time>#<look id>  anybody else, every time
//
//   We ask for: everyone who looked at a person's record.
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Scope } from "../../shared/delegation/scopes.ts";
import { DelegationRef } from "../../shared/delegation/whom.ts";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";

/** What somebody of the staff opens a record for. `list`: it was shown in a list, no more. */
export const LookPurpose = v.picklist(["call", "task", "visit", "list", "audit", "operator", "police", "inspection", "court"]);
export type LookPurpose = v.InferOutput<typeof LookPurpose>;

/**
 * Of staff: `by` is a staffId, or a name where the operator's own command was used. `fields`: what was shown unmasked, by the names of
 * the field table. `evidence`: that one picture or PDF was opened, and not the record. `quietUntil`: until then the person reads that
 * there is an entry, and not which. Of oneself: `noted`, the row was written with the session that says so; it is never stored.
 */
export const Look = v.variant("kind", [
  v.object({ kind: v.picklist(["session", "copy"]), sessionId: v.string(), noted: v.optional(v.literal(true)) }),
  v.object({ kind: v.literal("parent"), sessionId: v.string(), by: PersonId }),
  v.object({
    kind: v.literal("delegate"),
    sessionId: v.string(),
    by: PersonId,
    delegation: DelegationRef,
    scope: Scope,
    /** The name, masked: the person knows it, and who acts for whom is a secret to nobody of the two. */
    calls: v.string(),
  }),
  v.object({
    kind: v.literal("staff"),
    lookId: v.string(),
    by: v.string(),
    reason: v.string(),
    role: v.optional(v.string()),
    agency: v.optional(v.string()),
    workNumber: v.optional(v.string()),
    purpose: v.optional(LookPurpose),
    ticket: v.optional(v.string()),
    receipt: v.optional(v.string()),
    fields: v.optional(v.array(v.string())),
    evidence: v.optional(v.string()),
    quietUntil: v.optional(PlainDate),
  }),
]);
export type Look = v.InferOutput<typeof Look>;
const Row = v.intersect([Look, v.object({ at: Instant })]);
export type LookRow = v.InferOutput<typeof Row>;

export const itemOf = {
  look: (id: PersonId, look: Look, at: Instant): Record<string, AttributeValue> => {
    return toAttributes({ pk: `PERSON#${id}`, sk: sortKeyOf(look, at), ...look, at });
  },
};

function sortKeyOf(look: Look, at: Instant): string {
  if (look.kind === "staff") return `LOOK#${at}#${look.lookId}`;
  const once = `${look.kind.toUpperCase()}#${look.sessionId}`;
  return look.kind === "delegate" ? `${once}#${look.delegation}#${look.scope}` : once;
}

export const read = { look: (item: Record<string, AttributeValue>): LookRow => v.parse(Row, fromAttributes(item)) };
