import { Hono } from "hono";
import { type Change, type ChangeRequest, submitChange } from "../../shared/change/contract.ts";
import { decideChange } from "../../shared/change/rules.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Deps, Env } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { myself } from "./subject.ts";
import { answerTo, openSubmission } from "./submitting.ts";

export const change = (deps: Deps) =>
  new Hono<Env>().post(submitChange.path, attempt(), accept(submitChange), async (c) => {
    const opened = await openSubmission(c, deps, myself(c.var.session), c.var.attempt);
    if (opened.answer) return opened.answer;
    const { record, now } = opened;
    const { personId } = c.var.session;

    const request: ChangeRequest = c.req.valid("json");
    const decision = decideChange({ record, change: withoutCode(request), now });
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
    const stored = await deps.casework.submit(personId, c.var.attempt, decision.value, { using: [checked.consume] });
    return answerTo(c, c.var.attempt, stored, [finding("code.wrong", "code")]);
  });

/** The code has done its work at the door; it is not kept. */
function withoutCode(request: ChangeRequest): Change {
  if (request.item !== "phone") return request;
  const { code: _, ...change } = request;
  return change;
}
