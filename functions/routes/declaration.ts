import { Hono } from "hono/tiny";
import { submitDeclaration } from "../../shared/declaration/contract.ts";
import { purposeFor } from "../../shared/declaration/evidence.ts";
import { decideDeclaration } from "../../shared/declaration/rules.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { SaidReason } from "../../shared/registration.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { myself } from "./subject.ts";
import { answerTo, openSubmission, takeEvidence } from "./submitting.ts";

export const declaration = (deps: FormDeps) =>
  new Hono<Env>().post(submitDeclaration.path, attempt(), accept(submitDeclaration), async (c) => {
    const opened = await openSubmission(c, deps, myself(c.var.session), c.var.attempt);
    if (opened.answer) return opened.answer;
    const { record, now } = opened;
    const { personId } = c.var.session;

    const { evidence: named, ...declared } = c.req.valid("json");
    const decision = decideDeclaration({ record, declaration: declared, now });
    if (!decision.ok) return problem(c, "refused", { findings: decision.refusal });
    const unknown = await placeUnknown(declared.reasons, deps);
    if (unknown >= 0)
      return problem(c, "refused", { findings: [finding("declaration.division-unknown", "reasons", String(unknown), "place")] });
    const naming = { owner: personId, about: personId, named, at: decision.value.acceptedAt };
    const taken = await takeEvidence(c, deps, naming, c.var.attempt);
    if (taken.answer) return taken.answer;
    const { evidence, writes: using, causes } = taken;
    const due = purposeFor(declared.reasons.map(({ code }) => code));
    const other = evidence.findIndex(({ purpose }) => purpose !== due);
    if (other >= 0) return problem(c, "refused", { findings: causes.slice(other, other + 1) });
    const stored = await deps.casework.submit(personId, c.var.attempt, decision.value, { evidence, using });
    return answerTo(c, c.var.attempt, stored, causes);
  });

/** Which reason names a place that there is not; -1: none. */
async function placeUnknown(reasons: readonly SaidReason[], { divisionIsKnown }: FormDeps): Promise<number> {
  const known = await Promise.all(reasons.map((reason) => !("place" in reason) || divisionIsKnown(reason.place)));
  return known.indexOf(false);
}
