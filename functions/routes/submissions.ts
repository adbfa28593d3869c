import { Hono } from "hono/tiny";
import { momentAfter } from "../../shared/kernel/calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Submission } from "../../shared/submission.ts";
import { listSubmissions, readSubmission, withdrawSubmission } from "../../shared/submissions/contract.ts";
import { viewOf } from "../../shared/submissions/view.ts";
import type { Env, FormDeps, Session } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { mayNotMove, stillTheirs } from "./delegated.ts";

const PAGE_LENGTH = 20;

export function submissions({ casework, places, delegations, now }: FormDeps) {
  /** What they sent for an adult is theirs to see for as long as they may act for them. */
  const theirs = async (session: Session, all: readonly Submission[]) => {
    const kept = await Promise.all(all.filter(isFor(session)).map((one) => stillTheirs({ delegations, now }, session, one)));
    return all.filter(isFor(session)).filter((_, nth) => kept[nth]);
  };
  return new Hono<Env>()
    .get(listSubmissions.path, accept(listSubmissions), async (c) => {
      const all = await theirs(c.var.session, await casework.submissionsSeenBy(c.var.session.personId));
      const placeName = await places();
      const { cursor } = c.req.valid("query");
      const from = cursor ? all.findIndex(({ receipt }) => receipt === receiptIn(cursor)) + 1 : 0;
      const page = all.slice(from, from + PAGE_LENGTH);
      const last = all.length > from + PAGE_LENGTH ? page.at(-1) : undefined;
      return c.json({
        submissions: page.map((submission) => viewOf(submission, placeName)),
        ...(last && { cursor: Buffer.from(last.receipt).toString("base64url") }),
      });
    })
    .get(readSubmission.path, accept(readSubmission), async (c) => {
      const submission = await casework.submissionSeenBy(c.var.session.personId, c.req.valid("param").receipt);
      const [seen] = submission ? await theirs(c.var.session, [submission]) : [];
      return seen ? c.json(viewOf(seen, await places())) : problem(c, "not-found");
    })
    .post(withdrawSubmission.path, attempt(), accept(withdrawSubmission), async (c) => {
      const { receipt } = c.req.valid("param");
      const { key } = c.var.attempt;
      const submission = await casework.submissionSeenBy(c.var.session.personId, receipt);
      if (!submission || (await theirs(c.var.session, [submission])).length === 0) return problem(c, "not-found");
      const { personId } = submission;
      const received = () => c.json({ receipt, status: "received" as const }, 202);
      if ((await casework.withdrawal(personId, receipt))?.key === key) return received();
      const reused = await casework.attempted(personId, key);
      if (reused) return problem(c, "attempt-reused", { receipt: reused.receipt });

      const objected = await mayNotMove({ delegations }, c.var.session, submission);
      if (objected) return problem(c, "conflict", { findings: [objected], receipt });

      const at = momentAfter(submission.content.acceptedAt, now());
      if (await casework.withdraw(personId, receipt, key, at)) return received();
      return problem(c, "conflict", { findings: [finding("submission.not-in-review")], receipt });
    });
}

/** Whoever registers for the first time sees that, whatever else the person sent whom they may turn out to be. */
const isFor =
  ({ newcomer }: Session) =>
  ({ content }: Submission): boolean =>
    !newcomer || content.slice === "newcomer";

/** A cursor that is none of ours begins from the start. */
const receiptIn = (cursor: string) => Buffer.from(cursor, "base64url").toString();
