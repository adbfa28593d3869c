// Somebody at the door whom the register does not know: a first registration like any other, in the household they were found in.
import { createHash } from "node:crypto";
import * as v from "valibot";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import { type AttemptKey, PersonId } from "../../shared/kernel/fields.ts";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { NewcomerAccepted } from "../../shared/newcomer/contract.ts";
import { decideNewcomer } from "../../shared/newcomer/rules.ts";
import { readNewWho } from "../../shared/newcomer/who.ts";
import type { FoundForm } from "../../shared/visits/contract.ts";
import { MemberRef } from "../../shared/visits/ids.ts";
import { keyedDigest } from "../alias.ts";
import type { StaffDeps } from "../staff-app.ts";
import type { Entered } from "./at-the-door.ts";
import type { StoredMember } from "./table.ts";

type Said = { key: AttemptKey; form: v.InferOutput<typeof FoundForm>; filledAt: Instant };
type Found = { found: StoredMember; content: NewcomerAccepted };

/** Verified by nobody: the desk looks, and whoever may be somebody already is compared by two people. */
export async function decideFound(
  deps: Pick<StaffDeps, "secret" | "divisionIsKnown" | "now">,
  { visit }: Entered,
  { key, form, filledAt }: Said,
): Promise<Result<Found, Finding[]>> {
  const { relation, ...told } = form;
  const on = dateOf(filledAt);
  const who = readNewWho(told, on);
  if (!who.ok) return who;
  const household = { ...visit.home, relation, village: visit.village };
  const decided = decideNewcomer(who.value, { ...told, household }, filledAt);
  if (!decided.ok) return decided;
  const unknown = await Promise.all(
    (["residence", "hukou"] as const).map(async (name) => {
      const address = told[name];
      return !address || (await deps.divisionIsKnown(address.division))
        ? []
        : [finding("newcomer.division-unknown", name, "division")];
    }),
  );
  if (unknown.flat().length > 0) return refused(unknown.flat());

  const personId = idFor(keyedDigest(await deps.secret(), "found", `${visit.visit} ${key}`));
  const member = v.parse(MemberRef, String(visit.members.length + 1));
  return accepted({
    found: { member, personId, relation, why: ["found"] },
    content: { ...decided.value, acceptedAt: deps.now() },
  });
}

/** Nobody can guess it: it is made with our secret. The same attempt proposes the same person. */
const idFor = (digest: string): PersonId =>
  v.parse(PersonId, createHash("sha256").update(digest).digest().subarray(0, 16).toString("base64url"));
