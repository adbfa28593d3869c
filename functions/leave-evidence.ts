// After an outcome: when the pictures and PDFs go that a submission was sent with.
import { firstExpiry } from "../shared/declaration/expiry.ts";
import { leavesOn } from "../shared/evidence/purposes.ts";
import { dateOf, type Instant, instantAt, type PlainDate, plusDays } from "../shared/kernel/calendar.ts";
import { reasonsSaidIn } from "../shared/registration/said.ts";
import type { Submission } from "../shared/submission.ts";
import type { Uploads } from "./uploads/uploads.ts";

export type LeaveEvidence = (submission: Submission, status: Submission["status"] | undefined) => Promise<void>;

/** As often as the outcome is told: a second delivery says the same. Not while somebody still has to look. */
export const leaveEvidenceIn =
  ({ uploads, now }: { uploads: Pick<Uploads, "leave">; now(): Instant }): LeaveEvidence =>
  async ({ evidence = [], content, receipt }, status) => {
    if (evidence.length === 0 || !status || status === "received" || status === "in-review") return;
    const goodUntil = status === "applied" ? provesUntil(content) : undefined;
    const dates = { sentOn: dateOf(content.acceptedAt), outcomeOn: dateOf(now()), ...(goodUntil && { goodUntil }) };
    for (const { id, purpose } of evidence) await uploads.leave([id], receipt, endOf(leavesOn({ purpose, ...dates })));
  };

/** The day until which it proves something, where what was said runs out. */
function provesUntil(content: Submission["content"]): PlainDate | undefined {
  const declared =
    content.slice === "declaration" ? [content.declaration] : content.slice === "registration" ? reasonsSaidIn(content) : [];
  return (
    firstExpiry(
      declared.flatMap(({ reasons }) => reasons),
      dateOf(content.acceptedAt),
    ) ?? undefined
  );
}

const endOf = (day: PlainDate): Instant => instantAt(Date.parse(`${plusDays(day, 1)}T00:00:00+08:00`));
