import { Hono } from "hono/tiny";
import { type Change, type ChangeRequest, submitChange } from "../../shared/change/contract.ts";
import { asKept as correctionAsKept, reportedAlready } from "../../shared/change/correct.ts";
import { purposes } from "../../shared/change/corrections.ts";
import { decideChange } from "../../shared/change/rules.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { accepted, type Result } from "../../shared/kernel/result.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import type { Submission } from "../../shared/submission.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { myself } from "./subject.ts";
import { answerTo, openSubmission, takeEvidence } from "./submitting.ts";

export const change = (deps: FormDeps) =>
  new Hono<Env>().post(submitChange.path, attempt(), accept(submitChange), async (c) => {
    const opened = await openSubmission(c, deps, myself(c.var.session), c.var.attempt);
    if (opened.answer) return opened.answer;
    const { record, now } = opened;
    const { personId } = c.var.session;

    const request: ChangeRequest = c.req.valid("json");
    const kept = asKept(request, now);
    if (!kept.ok) return problem(c, "refused", { findings: kept.refusal });
    const decision = decideChange({ record, change: kept.value, now });
    if (!decision.ok) return problem(c, "refused", { findings: decision.refusal });
    if ("address" in request && !(await deps.divisionIsKnown(request.address.division)))
      return problem(c, "refused", { findings: [finding("change.division-unknown", "address", "division")] });

    if (kept.value.item === "death") {
      const again = reportedAlready(kept.value, (await deps.casework.submissions(personId)).flatMap(reportIn));
      if (again) return problem(c, "refused", { findings: [again] });
    }
    if ("evidence" in request) {
      if (request.evidence.ids.length === 0)
        return problem(c, "refused", { findings: [finding("change.evidence-missing", "evidence")] });
      const named = { owner: personId, about: personId, named: request.evidence, at: decision.value.acceptedAt };
      const taken = await takeEvidence(c, deps, named, c.var.attempt);
      if (taken.answer) return taken.answer;
      const { evidence, writes: using, causes } = taken;
      // A paper for something else proves nothing here.
      const other = evidence.findIndex(({ purpose }) => purpose !== purposes[request.item]);
      if (other >= 0) return problem(c, "refused", { findings: causes.slice(other, other + 1) });
      const stored = await deps.casework.submit(personId, c.var.attempt, decision.value, { evidence, using });
      return answerTo(c, c.var.attempt, stored, causes);
    }
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

const reportIn = ({ content, status }: Submission) =>
  content.slice === "change" && content.change.item === "death" ? [{ change: content.change, status }] : [];

/** The code has done its work at the door, and evidence lies beside what is said: neither is kept in it. */
function asKept(request: ChangeRequest, now: Instant): Result<Change, Finding[]> {
  if ("code" in request) {
    const { code: _, ...change } = request;
    return accepted(change);
  }
  if (!("evidence" in request)) return accepted(request);
  const { evidence: _, ...correction } = request;
  return correctionAsKept(correction, now);
}
