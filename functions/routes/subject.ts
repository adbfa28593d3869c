// Whose matter it is: one's own, a child's, or that of an adult who has allowed it.
import type { Context } from "hono";
import { whyNotNow } from "../../shared/delegation/delegation.ts";
import { scopeOf } from "../../shared/delegation/scope-of.ts";
import { type DelegationRef, isDelegation, type Whom } from "../../shared/delegation/whom.ts";
import type { Contract } from "../../shared/kernel/contract.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { ActsAs, Submission } from "../../shared/submission.ts";
import type { Deps, Signed } from "../app.ts";
import { problem } from "../http/problem.ts";
import type { Look } from "../looks/table.ts";

/**
 * `personId`: whom it is about. `look`: as which their record is opened. `by`: who acts for them, for the submission. `record`:
 * theirs, which was opened to see whether this may be done. `isChild`: it is a parent who acts.
 */
export type Subject = { personId: PersonId; look: Look; by?: ActsAs; record?: RecordPage; isChild: boolean };

type Who = Pick<Signed, "personId" | "sessionId" | "look" | "noted">;
type Found = (Subject & { answer?: undefined }) | { answer: Response };
type Needs = Pick<Deps, "children" | "delegations" | "openRecord" | "now">;

export const myself = ({ personId, sessionId, look, noted }: Who): Subject => ({
  personId,
  look: look ?? { kind: "session", sessionId, ...(noted && { noted }) },
  isChild: false,
});

/** Asked of the table on every request: what has ended counts at once. Somebody else's child, or delegation, is not there. */
export async function subjectOf(c: Context, deps: Needs, session: Who, whom: Whom | undefined): Promise<Found> {
  if (!whom) return myself(session);
  if (isDelegation(whom)) return delegated(c, deps, session, whom);
  const found = await (await deps.children()).one(session, whom);
  if (!found) return none(c, "child.not-yours");
  const objection = await (await deps.delegations()).objection(found.personId);
  if (objection?.state === "upheld") return none(c, "child.not-yours");
  if (objection && isSent(c)) return refused(c, finding("child.objected", "for"));
  const { personId: by, sessionId } = session;
  const look = { kind: "parent", sessionId, by } as const;
  return { personId: found.personId, look, by: { personId: by, as: "parent" }, record: found.record, isChild: true };
}

/** What the contract of this address does not hand on, nobody does for somebody else. */
async function delegated(c: Context, deps: Needs, { personId: by, sessionId }: Who, ref: DelegationRef): Promise<Found> {
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
  return { personId: delegation.giver, look, by: { personId: by, as: "delegate", delegation: ref }, record, isChild: false };
}

const isSent = (c: Context): boolean => c.req.method !== "GET" && c.req.method !== "HEAD";
const none = (c: Context, code: string) => ({ answer: problem(c, "not-found", { findings: [finding(code, "for")] }) });
const refused = (c: Context, found: Finding) => ({ answer: problem(c, "refused", { findings: [found] }) });

/**
 * As what somebody sees a submission that lies with another person: as who sent it, and for an adult only while they may still do such
 * things for them. Undefined: they do not.
 */
export async function stillTheirs(
  { delegations, now }: Pick<Deps, "delegations" | "now">,
  { personId: by, sessionId }: Who,
  { personId, by: sent, content }: Submission,
): Promise<Look | undefined> {
  if (personId === by) return { kind: "session", sessionId };
  if (sent?.as !== "delegate") return { kind: "parent", sessionId, by };
  const { delegation: ref } = sent;
  const delegation = await (await delegations()).held(by, ref);
  const scope = scopeOf(content);
  if (!delegation || !scope || whyNotNow(delegation, scope, now())) return undefined;
  return { kind: "delegate", sessionId, by, delegation: ref, scope, calls: delegation.calls.delegate };
}

/** Opened once for a request. */
export const recordOf = async ({ openRecord }: Pick<Deps, "openRecord">, { personId, look, record }: Subject) =>
  record ?? openRecord(personId, look);
