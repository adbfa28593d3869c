import { Hono } from "hono/tiny";
import { scopeOf } from "../../shared/delegation/scope-of.ts";
import type { Whom } from "../../shared/delegation/whom.ts";
import { momentAfter } from "../../shared/kernel/calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Submission } from "../../shared/submission.ts";
import { listSubmissions, readSubmission, withdrawSubmission } from "../../shared/submissions/contract.ts";
import { viewOf } from "../../shared/submissions/view.ts";
import { isAgencysStep } from "../../shared/transfer/agencys-step.ts";
import type { Env, FormDeps, Session } from "../app.ts";
import { childRefOf } from "../child-ref.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { mayNotMove, stillTheirs } from "./delegated.ts";

const PAGE_LENGTH = 20;

export function submissions(deps: FormDeps) {
  const { casework, places, delegations, now } = deps;
  /** What they sent for an adult is theirs to see for as long as they may act for them: of what was sent alike it is asked once. */
  const theirs = async (session: Session, all: readonly Submission[]) => {
    const asked = new Map<string, ReturnType<typeof stillTheirs>>();
    const isStill = (one: Submission) => {
      const { personId, by, content } = one;
      const what = by?.as === "delegate" ? [by.delegation, scopeOf(content)] : [content.slice === "newborn"];
      const alike = [personId, ...what].join(" ");
      const answer = asked.get(alike) ?? stillTheirs(deps, session, one);
      asked.set(alike, answer);
      return answer;
    };
    const wanted = all.filter(isFor(session));
    const kept = await Promise.all(wanted.map(isStill));
    return wanted.filter((_, nth) => kept[nth]);
  };
  /** By the name that was told to whom it is about when it began; who read it then may read it now. */
  async function delegateOf({ personId, by }: Submission) {
    const one = by?.as === "delegate" ? await (await delegations()).one(personId, by.delegation) : undefined;
    return one && { delegate: one.calls.delegate };
  }
  return new Hono<Env>()
    .get(listSubmissions.path, accept(listSubmissions), async (c) => {
      const seen = await casework.submissionsSeenBy(c.var.session.personId);
      const all = await theirs(
        c.var.session,
        seen.filter(({ content }) => !isAgencysStep(content)),
      );
      const placeName = await places();
      const { cursor } = c.req.valid("query");
      const from = cursor ? all.findIndex(({ receipt }) => receipt === receiptIn(cursor)) + 1 : 0;
      const page = all.slice(from, from + PAGE_LENGTH);
      const last = all.length > from + PAGE_LENGTH ? page.at(-1) : undefined;
      return c.json({
        submissions: page.map((submission) => ({ ...viewOf(submission, placeName), ...forWhom(c.var.session, submission) })),
        ...(last && { cursor: Buffer.from(last.receipt).toString("base64url") }),
      });
    })
    .get(readSubmission.path, accept(readSubmission), async (c) => {
      const submission = await casework.submissionSeenBy(c.var.session.personId, c.req.valid("param").receipt);
      const [seen] = submission ? await theirs(c.var.session, [submission]) : [];
      if (!seen) return problem(c, "not-found");
      const view = { ...viewOf(seen, await places()), ...forWhom(c.var.session, seen) };
      return c.json({ ...view, ...(await delegateOf(seen)) });
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

const forWhom = ({ personId: seer }: Session, { personId, by }: Submission): { for?: Whom } =>
  personId === seer || !by ? {} : { for: by.as === "delegate" ? by.delegation : childRefOf(seer, personId) };

/** Whoever registers for the first time sees that, whatever else the person sent whom they may turn out to be. */
const isFor =
  ({ newcomer }: Session) =>
  ({ content }: Submission): boolean =>
    !newcomer || content.slice === "newcomer";

/** A cursor that is none of ours begins from the start. */
const receiptIn = (cursor: string) => Buffer.from(cursor, "base64url").toString();
