// On behalf of an adult who has allowed it. Few come this way: it is loaded for the first one who does.
import type { Context } from "hono";
import { isMinor } from "../../shared/children/rules.ts";
import { type Delegation, whyNotNow } from "../../shared/delegation/delegation.ts";
import { scopeOf } from "../../shared/delegation/scope-of.ts";
import type { Scope } from "../../shared/delegation/scopes.ts";
import { type DelegationRef, isWard } from "../../shared/delegation/whom.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { Contract } from "../../shared/kernel/contract.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { fieldOfReason, mayBeListed } from "../../shared/privacy/may-read.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { Due } from "../../shared/reminder/due.ts";
import type { ActsAs, Submission } from "../../shared/submission.ts";
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

  // Before anything is opened: a look that is nobody's to take leaves no row that says they took it.
  const objection = delegation.as === "guardian" && (await (await deps.delegations()).objection(delegation.giver));
  if (objection && objection.state === "upheld") return none(c, "delegation.ended");
  const look = lookOf(delegation, { by, sessionId }, scope!);
  const record = await openIfThere(deps, delegation, look);
  if (!record) return none(c, "delegation.ended");
  if (objection && isSent(c)) return refused(c, finding("child.objected", "for"));
  return {
    personId: delegation.giver,
    look,
    by: { personId: by, as: "delegate", delegation: ref },
    record: scope === "look" && !isWard(ref) ? withoutStatus(record) : record,
    isChild: isWard(ref),
  };
}

/** What few may know of an adult, prison or need, is not handed on with a look (PIPL 28, 29; handbook 12). */
const mayBeShown = (code: string) => mayBeListed(fieldOfReason(code));

const withoutStatus = (record: RecordPage): RecordPage => ({
  ...record,
  reasons: record.reasons.flatMap((reason) => {
    const reasons = reason.reasons.filter(({ code }) => mayBeShown(code));
    return reasons.length > 0 ? { ...reason, reasons } : [];
  }),
});

/** The same of what was told. */
export const mayBeTold = ({ cause }: Pick<Due, "cause">): boolean => !("code" in cause) || mayBeShown(cause.code);

/** Whether whoever sees this may do what asks for more than a look. */
export async function mayMore({ delegations, now }: Pick<Needs, "delegations" | "now">, by: ActsAs | undefined, scope: Scope) {
  if (by?.as !== "delegate") return true;
  const one = await (await delegations()).held(by.personId, by.delegation);
  return one !== undefined && whyNotNow(one, scope, now()) === undefined;
}

const lookOf = ({ delegation, calls }: Delegation, { by, sessionId }: { by: PersonId; sessionId: string }, scope: Scope) =>
  ({ kind: "delegate", sessionId, by, delegation, scope, calls: calls.delegate }) as const;

/** Who has died, or is registered no more, lets nobody act for them: it has ended, and is shown so from then on. */
async function openIfThere({ delegations, openRecord, now }: Needs, delegation: Delegation, look: Look) {
  const record = await openRecord(delegation.giver, look);
  if (record?.registration.status === "active") return record;
  await (await delegations()).end(delegation, "closed", now());
  return undefined;
}

/**
 * As what somebody sees a submission that lies with another person: as who sent it, and only while they may still do such things for
 * them. What a parent sent for a child is the child's alone from its eighteenth birthday on, by its objection, by a court; who lives
 * elsewhere now still hears what came of it. Undefined: they do not.
 */
export async function stillTheirs(
  deps: Needs,
  { personId: by, sessionId }: Who,
  { personId, by: sent, content }: Submission,
): Promise<Look | undefined> {
  if (personId === by) return { kind: "session", sessionId };
  const store = await deps.delegations();
  if (sent?.as !== "delegate") {
    if ((await store.objection(personId))?.state === "upheld" || (await store.takenFrom(by)).includes(personId)) return undefined;
    const look = { kind: "parent", sessionId, by } as const;
    // A newborn may be registered a while after its form.
    const child = content.slice === "newborn" || (await deps.openRecord(personId, look));
    return child === true || (child && isMinor(child, dateOf(deps.now()))) ? look : undefined;
  }
  const { delegation: ref } = sent;
  const delegation = await store.held(by, ref);
  const scope = scopeOf(content);
  if (!delegation || !scope || whyNotNow(delegation, scope, deps.now())) return undefined;
  if (delegation.as === "guardian" && (await store.objection(personId))?.state === "upheld") return undefined;
  const look = lookOf(delegation, { by, sessionId }, scope);
  return (await openIfThere(deps, delegation, look)) && look;
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
