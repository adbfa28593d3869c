// Whose matter it is: one's own, a child's, or that of an adult who has allowed it.
import type { Context } from "hono";
import { isDelegation, type Whom } from "../../shared/delegation/whom.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { ActsAs } from "../../shared/submission.ts";
import type { Deps, Signed } from "../app.ts";
import { problem } from "../http/problem.ts";
import type { Look } from "../looks/table.ts";

/**
 * `personId`: whom it is about. `look`: as which their record is opened. `by`: who acts for them, for the submission. `record`:
 * theirs, which was opened to see whether this may be done. `isChild`: it is a parent who acts, or another guardian.
 */
export type Subject = { personId: PersonId; look: Look; by?: ActsAs; record?: RecordPage; isChild: boolean };

export type Who = Pick<Signed, "personId" | "sessionId" | "look" | "noted">;
export type Found = (Subject & { answer?: undefined }) | { answer: Response };
export type Needs = Pick<Deps, "children" | "delegations" | "openRecord" | "now">;

export const myself = ({ personId, sessionId, look, noted }: Who): Subject => ({
  personId,
  look: look ?? { kind: "session", sessionId, ...(noted && { noted }) },
  isChild: false,
});

/** Asked of the table on every request: what has ended counts at once. Somebody else's child, or delegation, is not there. */
export async function subjectOf(c: Context, deps: Needs, session: Who, whom: Whom | undefined): Promise<Found> {
  if (!whom) return myself(session);
  if (isDelegation(whom)) return (await import("./delegated.ts")).delegated(c, deps, session, whom);
  const found = await (await deps.children()).one(session, whom);
  if (!found) return none(c, "child.not-yours");
  if (found.objection && isSent(c)) return refused(c, finding("child.objected", "for"));
  const { personId: by, sessionId } = session;
  const look = { kind: "parent", sessionId, by } as const;
  return { personId: found.personId, look, by: { personId: by, as: "parent" }, record: found.record, isChild: true };
}

export const isSent = (c: Context): boolean => c.req.method !== "GET" && c.req.method !== "HEAD";
export const none = (c: Context, code: string) => ({ answer: problem(c, "not-found", { findings: [finding(code, "for")] }) });
export const refused = (c: Context, found: Finding) => ({ answer: problem(c, "refused", { findings: [found] }) });

/** Opened once for a request. */
export const recordOf = async ({ openRecord }: Pick<Deps, "openRecord">, { personId, look, record }: Subject) =>
  record ?? openRecord(personId, look);
