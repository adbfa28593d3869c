import type { Submission } from "../submission.ts";
import type { Scope } from "./scopes.ts";

/** Under which scope something may be sent for an adult. None: nobody may. */
const scopes = {
  change: "changes",
  declaration: "changes",
  registration: "changes",
  enrolment: "enrolment",
  transfer: "transfer",
  "transfer-step": "transfer",
  duplicate: "changes",
  "phone-replacement": undefined,
  newcomer: undefined,
  newborn: undefined,
  challenge: undefined,
  delegation: undefined,
  "delegation-end": undefined,
  "guardianship-end": undefined,
  objection: undefined,
} as const satisfies Record<Submission["content"]["slice"], Scope | undefined>;

/** What only the person may change, whatever was allowed: by these they sign in. A death is its reporter's own word. */
const never: readonly string[] = ["phone", "name", "number", "sex", "birth", "death"];

export function scopeOf(content: Submission["content"]): Scope | undefined {
  if (content.slice === "change" && never.includes(content.change.item)) return undefined;
  return scopes[content.slice];
}
