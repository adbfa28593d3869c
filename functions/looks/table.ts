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
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { toAttributes } from "../attributes.ts";

/** `evidence`: that one picture or PDF was opened, and not the record. */
export type Look =
  | { kind: "session"; sessionId: string }
  | { kind: "parent"; sessionId: string; by: PersonId }
  | { kind: "copy"; sessionId: string }
  | { kind: "staff"; lookId: string; by: string; reason: string; evidence?: string };

export const itemOf = {
  look: (id: PersonId, look: Look, at: Instant): Record<string, AttributeValue> => {
    const sk = look.kind === "staff" ? `LOOK#${at}#${look.lookId}` : `${look.kind.toUpperCase()}#${look.sessionId}`;
    return toAttributes({ pk: `PERSON#${id}`, sk, ...look, at });
  },
};
