// On behalf of an adult who has allowed it. Few come this way: it is loaded for the first one who does.
import type { Context } from "hono";
import { whyNotNow } from "../../shared/delegation/delegation.ts";
import { scopeOf } from "../../shared/delegation/scope-of.ts";
import { type DelegationRef, isWard } from "../../shared/delegation/whom.ts";
import type { Contract } from "../../shared/kernel/contract.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { Submission } from "../../shared/submission.ts";
import type { Deps } from "../app.ts";
import type { Look } from "../looks/table.ts";
import { type Found, isSent, type Needs, none, refused, type Who } from "./subject.ts";

/** What the contract of this address does not hand on, nobody does for somebody else. */
export async function delegated(c: Context, deps: Needs, { personId: by, sessionId }: Who, ref: DelegationRef): Promise<Found> {
  const delegation = await (await deps.delegations()).held(by, ref);
  if (!delegation) return none(c, "delegation.not-yours");
  const { delegable: scope }: Contract = c.get("contract");
  const not = whyNotNow(delegation, scope, deps.now());
  if (not) return not.code === "delegation.ended" ? none(c, not.code) : refused(c, not);

  const look = { kind: "delegate", sessionId, by, delegation: ref, scope: scope!, calls: delegation.calls.delegate } as const;
  const record = await deps.openRecord(delegation.giver, look);
  if (record?.registration.status !== "active") return none(c, "delegation.ended");
  if (delegation.as === "guardian") {
    const objection = await (await deps.delegations()).objection(delegation.giver);
    if (objection?.state === "upheld") return none(c, "delegation.ended");
    if (objection && isSent(c)) return refused(c, finding("child.objected", "for"));
  }
  return {
    personId: delegation.giver,
    look,
    by: { personId: by, as: "delegate", delegation: ref },
    record,
    isChild: isWard(ref),
  };
}

/**
 * As what somebody sees a submission that lies with another person: as who sent it, and only while they may still do such things for
 * them. A minor's objection that was accepted takes away what parents and guardians sent before it too. Undefined: they do not.
 */
export async function stillTheirs(
  { delegations, now }: Pick<Deps, "delegations" | "now">,
  { personId: by, sessionId }: Who,
  { personId, by: sent, content }: Submission,
): Promise<Look | undefined> {
  if (personId === by) return { kind: "session", sessionId };
  const store = await delegations();
  if (sent?.as !== "delegate") {
    const barred = sent && (await store.objection(personId))?.state === "upheld";
    return barred ? undefined : { kind: "parent", sessionId, by };
  }
  const { delegation: ref } = sent;
  const delegation = await store.held(by, ref);
  const scope = scopeOf(content);
  if (!delegation || !scope || whyNotNow(delegation, scope, now())) return undefined;
  if (delegation.as === "guardian" && (await store.objection(personId))?.state === "upheld") return undefined;
  return { kind: "delegate", sessionId, by, delegation: ref, scope, calls: delegation.calls.delegate };
}

/** Until the desk has heard a minor who objects, whoever acts for them sends nothing, and takes nothing back. */
export async function mayNotMove(
  { delegations }: Pick<Deps, "delegations">,
  { personId: by }: Pick<Who, "personId">,
  { personId, by: sent }: Submission,
): Promise<Finding | undefined> {
  if (personId === by || !sent) return undefined;
  const store = await delegations();
  const guards = sent.as === "parent" || (await store.held(by, sent.delegation))?.as === "guardian";
  return guards && (await store.objection(personId)) ? finding("child.objected", "for") : undefined;
}
