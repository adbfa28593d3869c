// How family access is named: after one person's one attempt always alike, so what is sent twice begins once. Their id is secret, so
// nobody guesses it.
import { createHash } from "node:crypto";
import * as v from "valibot";
import type { Delegation } from "../../shared/delegation/delegation.ts";
import { DelegationRef } from "../../shared/delegation/whom.ts";
import type { AttemptKey, PersonId } from "../../shared/kernel/fields.ts";
import { receiptFrom } from "../receipt.ts";

/** `under`: whose attempt it counts as: at the desk theirs who is acted for, else theirs who wants to act. */
export const refOf = (
  where: "delegation" | "desk",
  under: PersonId,
  key: AttemptKey,
  as: Delegation["as"] = "adult",
): DelegationRef => {
  const digest = createHash("sha256").update(`${where} ${under}:${key}`).digest();
  return v.parse(DelegationRef, `${as === "guardian" ? "W" : "D"}-${receiptFrom(digest)}`);
};
