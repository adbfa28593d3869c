import { Hono } from "hono/tiny";
import * as v from "valibot";
import { type ChallengeAccepted, lookWasRight } from "../../shared/access-log/challenge.ts";
import { type AccessLog, askWhy, type ChallengeView, readAccessLog, readProofs } from "../../shared/access-log/contract.ts";
import { isQuiet } from "../../shared/access-log/quiet.ts";
import type { Received } from "../../shared/kernel/answers.ts";
import { dateOf, momentAfter } from "../../shared/kernel/calendar.ts";
import { AttemptKey, DivisionCode, type PersonId } from "../../shared/kernel/fields.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Submission } from "../../shared/submission.ts";
import type { Deps, Env } from "../app.ts";
import { sha256 } from "../audit/told.ts";
import { dueBy } from "../due.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { read as readLook } from "../looks/table.ts";
import type { Due } from "../task-for.ts";
import { subjectOf } from "./subject.ts";

const WHOLE_COUNTRY = v.parse(DivisionCode, "100000");

export const accessLog = (deps: Deps) =>
  new Hono<Env>()
    .get(readAccessLog.path, accept(readAccessLog), async (c) => {
      const { for: child, before } = c.req.valid("query");
      const subject = await subjectOf(c, deps, c.var.session, child);
      if (subject.answer) return subject.answer;
      const { personId } = subject;
      const log = await deps.accessLog();
      const [page, submissions] = await Promise.all([
        log.rows(personId, before ? Number(before) : undefined),
        deps.casework.submissions(personId),
      ]);
      const due = dueBy(await deps.policy());
      const asked = new Map(submissions.flatMap((one) => challengeOf(one, due)));
      const rows = page.rows.map((row) => {
        const challenge = row.text === undefined ? undefined : asked.get(sha256(row.text));
        return challenge ? { ...row, challenge } : row;
      });
      return c.json({ ...page, rows } satisfies AccessLog);
    })
    .get(readProofs.path, accept(readProofs), async (c) => {
      const { for: child, before } = c.req.valid("query");
      const subject = await subjectOf(c, deps, c.var.session, child);
      if (subject.answer) return subject.answer;
      return c.json(await (await deps.accessLog()).proofs(subject.personId, before));
    })
    .post(askWhy.path, attempt(), accept(askWhy), async (c) => {
      const { for: child, look, words } = c.req.valid("json");
      const subject = await subjectOf(c, deps, c.var.session, child);
      if (subject.answer) return subject.answer;
      const { personId, by } = subject;
      const row = await (await deps.accessLog()).row(personId, look);
      const seen = row && readLook.look(row);
      const now = deps.now();
      if (!seen || (seen.kind === "staff" && isQuiet(seen.quietUntil, dateOf(now))))
        return problem(c, "not-found", { findings: [finding("challenge.no-look", "look")] });
      if (seen.kind !== "staff") return problem(c, "refused", { findings: [finding("challenge.own-look", "look")] });

      // One question for each look: whoever asks again, in whatever words, gets the receipt of the first.
      const [last] = await deps.casework.submissions(personId);
      const content: ChallengeAccepted = {
        slice: "challenge",
        look,
        lookedAt: seen.at,
        ...(words && { words }),
        acceptedAt: momentAfter(last?.content.acceptedAt, now),
      };
      const sent = { key: keyFor(personId, look), fingerprint: c.var.attempt.fingerprint };
      const stored = await deps.casework.submit(personId, sent, content, { by });
      if (stored.stored === "no") return problem(c, "conflict");
      return c.json({ receipt: stored.submission.receipt, status: "received" } satisfies Received, 202);
    });

/** A UUID of a digest: the same for the same look of the same person. */
function keyFor(personId: PersonId, look: string): AttemptKey {
  const hex = sha256(`challenge\n${personId}\n${look}`);
  return v.parse(AttemptKey, hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5"));
}

const states = {
  received: "received",
  "in-review": "in-review",
  applied: "answered",
  refused: "answered",
  overtaken: "withdrawn",
  withdrawn: "withdrawn",
} as const;

function challengeOf({ content, receipt, status, history, reason, findings }: Submission, due: Due): [string, ChallengeView][] {
  if (content.slice !== "challenge") return [];
  const reviewed = history.find((step) => step.status === "in-review")?.at ?? content.acceptedAt;
  const { dueAt, provisional } = due(dateOf(reviewed), WHOLE_COUNTRY, "look.challenge");
  const state = states[status];
  const right = findings?.some(({ code }) => code === lookWasRight.code) ?? false;
  const at = history.at(-1)?.at ?? content.acceptedAt;
  const view: ChallengeView = {
    receipt,
    state,
    askedAt: content.acceptedAt,
    ...(content.words && { words: content.words }),
    ...(state !== "answered" && state !== "withdrawn" && { due: { day: dueAt, provisional } }),
    ...(state === "answered" && { answer: { right, words: reason ?? "", at } }),
  };
  return [[content.look, view]];
}
