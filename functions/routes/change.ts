import type { Context } from "hono";
import { Hono } from "hono";
import { type Change, type ChangeRequest, submitChange } from "../../shared/change/contract.ts";
import { decideChange } from "../../shared/change/rules.ts";
import type { Received } from "../../shared/kernel/answers.ts";
import { momentAfter } from "../../shared/kernel/calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Deps, Env } from "../app.ts";
import type { Sent, SubmitResult } from "../casework/casework.ts";
import { receiptFor } from "../casework/table.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";

export const change = (deps: Deps) =>
  new Hono<Env>().post(submitChange.path, attempt(), accept(submitChange), async (c) => {
    const { personId, sessionId } = c.var.session;
    // Looked up before any rule: what was accepted once would break the rules the second time.
    const submissions = await deps.casework.submissions(personId);
    const mine = receiptFor(personId, c.var.attempt.key);
    const earlier = submissions.find(({ receipt }) => receipt === mine);
    if (earlier) return answerTo(c, c.var.attempt, { stored: "before", submission: earlier });

    const record = await deps.openRecord(personId, { kind: "session", sessionId });
    if (!record) return problem(c, "not-found");

    const request: ChangeRequest = c.req.valid("json");
    const decision = decideChange({
      record,
      change: withoutCode(request),
      now: momentAfter(submissions[0]?.content.acceptedAt, deps.now()),
    });
    if (!decision.ok) return problem(c, "refused", { findings: decision.refusal });
    if ("address" in request && !(await deps.divisionIsKnown(request.address.division)))
      return problem(c, "refused", { findings: [finding("change.division-unknown", "address", "division")] });

    if (request.item !== "phone")
      return answerTo(c, c.var.attempt, await deps.casework.submit(personId, c.var.attempt, decision.value));
    const checked = await deps.sessions.checkPhoneCode(personId, request.phone, request.code);
    if (!checked.ok) {
      // A second tap may find the code used up by the first, which was stored a moment ago.
      const twin = await deps.casework.attempted(personId, c.var.attempt.key);
      return twin
        ? answerTo(c, c.var.attempt, { stored: "before", submission: twin })
        : problem(c, checked.refusal.type, checked.refusal);
    }
    return answerTo(c, c.var.attempt, await deps.casework.submit(personId, c.var.attempt, decision.value, [checked.consume]));
  });

/** The code has done its work at the door; it is not kept. */
function withoutCode(request: ChangeRequest): Change {
  if (request.item !== "phone") return request;
  const { code: _, ...change } = request;
  return change;
}

/** The same body gets the same receipt again; another body learns what arrived before it. */
export function answerTo(c: Context, sent: Sent, result: SubmitResult) {
  if (result.stored === "no") return problem(c, "refused", { findings: [finding("code.wrong", "code")] });
  const { receipt, fingerprint } = result.submission;
  return fingerprint === sent.fingerprint
    ? c.json({ receipt, status: "received" } satisfies Received, 202)
    : problem(c, "attempt-reused", { receipt });
}
