// What every submission of a signed-in person begins and ends with.
import type { Context } from "hono";
import type { Received } from "../../shared/kernel/answers.ts";
import { type Instant, momentAfter } from "../../shared/kernel/calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { RecordPage } from "../../shared/registration.ts";
import type { Deps, Session } from "../app.ts";
import type { Sent, SubmitResult } from "../casework/casework.ts";
import { receiptFor } from "../casework/table.ts";
import { problem } from "../http/problem.ts";

/** `answer`: there is nothing left to decide. Else the record, and the moment at which what is sent now counts. */
type Opened = { answer: Response } | { answer?: undefined; record: RecordPage; now: Instant };

/** Looked up before any rule: what was accepted once would break the rules the second time. */
export async function openSubmission(c: Context, deps: Deps, { personId, sessionId }: Session, sent: Sent): Promise<Opened> {
  const submissions = await deps.casework.submissions(personId);
  const mine = receiptFor(personId, sent.key);
  const earlier = submissions.find(({ receipt }) => receipt === mine);
  if (earlier) return { answer: answerTo(c, sent, { stored: "before", submission: earlier }) };

  const record = await deps.openRecord(personId, { kind: "session", sessionId });
  if (!record) return { answer: problem(c, "not-found") };
  return { record, now: momentAfter(submissions[0]?.content.acceptedAt, deps.now()) };
}

/** The same body gets the same receipt again; another body learns what arrived before it. */
export function answerTo(c: Context, sent: Sent, result: SubmitResult) {
  if (result.stored === "no") return problem(c, "refused", { findings: [finding("code.wrong", "code")] });
  const { receipt, fingerprint } = result.submission;
  return fingerprint === sent.fingerprint
    ? c.json({ receipt, status: "received" } satisfies Received, 202)
    : problem(c, "attempt-reused", { receipt });
}
