// Looks: who opened whose record. Roles may add and query rows here, nothing else.
//
//   item     pk           sk                     means
//   session  PERSON#<id>  SESSION#<session id>   the person themselves, once for the whole session
//   parent   PERSON#<id>  PARENT#<session id>    a parent of theirs, once for the parent's whole session
//   copy     PERSON#<id>  COPY#<session id>      the person took a copy of all of it, once for the whole session
//   look     PERSON#<id>  LOOK#<time>#<look id>  anybody else, every time
//
//   We ask for: everyone who looked at a person's record.
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Instant } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";

/** `evidence`: that one picture or PDF was opened, and not the record. */
export const Look = v.variant("kind", [
  v.object({ kind: v.picklist(["session", "copy"]), sessionId: v.string() }),
  v.object({ kind: v.literal("parent"), sessionId: v.string(), by: PersonId }),
  v.object({
    kind: v.literal("staff"),
    lookId: v.string(),
    by: v.string(),
    reason: v.string(),
    evidence: v.optional(v.string()),
  }),
]);
export type Look = v.InferOutput<typeof Look>;
const Row = v.intersect([Look, v.object({ at: Instant })]);
export type LookRow = v.InferOutput<typeof Row>;

export const itemOf = {
  look: (id: PersonId, look: Look, at: Instant): Record<string, AttributeValue> => {
    const sk = look.kind === "staff" ? `LOOK#${at}#${look.lookId}` : `${look.kind.toUpperCase()}#${look.sessionId}`;
    return toAttributes({ pk: `PERSON#${id}`, sk, ...look, at });
  },
};

export const read = { look: (item: Record<string, AttributeValue>): LookRow => v.parse(Row, fromAttributes(item)) };
