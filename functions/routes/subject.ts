// Whose matter it is: one's own, or a child's.
import type { Context } from "hono";
import type { ChildRef } from "../../shared/children/contract.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { ActsAs } from "../../shared/submission.ts";
import type { Deps, Signed } from "../app.ts";
import { problem } from "../http/problem.ts";
import type { Look } from "../looks/table.ts";

/**
 * `personId`: whom it is about. `look`: as which their record is opened. `by`: who acts for them, for the submission. `record`:
 * a child's, which was opened to see whose child it is.
 */
export type Subject = { personId: PersonId; look: Look; by?: ActsAs; record?: RecordPage };

type Who = Pick<Signed, "personId" | "sessionId" | "look" | "noted">;

export const myself = ({ personId, sessionId, look, noted }: Who): Subject => ({
  personId,
  look: look ?? { kind: "session", sessionId, ...(noted && { noted }) },
});

/** Somebody else's child is not there. */
export async function subjectOf(
  c: Context,
  { children }: Pick<Deps, "children">,
  session: Who,
  child: ChildRef | undefined,
): Promise<(Subject & { answer?: undefined }) | { answer: Response }> {
  if (!child) return myself(session);
  const found = await (await children()).one(session, child);
  if (!found) return { answer: problem(c, "not-found", { findings: [finding("child.not-yours", "for")] }) };
  const { personId: by, sessionId } = session;
  const look = { kind: "parent", sessionId, by } as const;
  return { personId: found.personId, look, by: { personId: by, as: "parent" }, record: found.record };
}

/** Opened once for a request. */
export const recordOf = async ({ openRecord }: Pick<Deps, "openRecord">, { personId, look, record }: Subject) =>
  record ?? openRecord(personId, look);
