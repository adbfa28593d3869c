import { Hono } from "hono/tiny";
import { answerDuplicate, readDuplicates } from "../../shared/duplicates/contract.ts";
import { aboutIn } from "../../shared/duplicates/decide.ts";
import { foundIn } from "../../shared/duplicates/find.ts";
import { asAccepted, decideAnswer } from "../../shared/duplicates/rules.ts";
import { duplicatesOf, isAbout } from "../../shared/duplicates/view.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { recordOf, subjectOf } from "./subject.ts";
import { answerTo, openSubmission, takeEvidence } from "./submitting.ts";

export const duplicate = (deps: FormDeps) =>
  new Hono<Env>()
    .get(readDuplicates.path, accept(readDuplicates), async (c) => {
      const subject = await subjectOf(c, deps, c.var.session, c.req.valid("query").for);
      if (subject.answer) return subject.answer;
      const opened = await recordOf(deps, subject);
      const record = opened && (await deps.restOf(opened));
      if (!record) return problem(c, "not-found");
      const [policy, placeName] = await Promise.all([deps.policy(), deps.places()]);
      const submissions = await deps.casework.submissions(subject.personId);
      return c.json(duplicatesOf(record, submissions, { policy, placeName, by: subject.by, now: deps.now() }));
    })

    .post(answerDuplicate.path, attempt(), accept(answerDuplicate), async (c) => {
      const { for: whom, id, answer, evidence: named } = c.req.valid("json");
      const subject = await subjectOf(c, deps, c.var.session, whom);
      if (subject.answer) return subject.answer;
      const opened = await openSubmission(c, deps, subject, c.var.attempt);
      if (opened.answer) return opened.answer;
      const record = await deps.restOf(opened.record);
      if (!record) return problem(c, "not-found");
      const { now, submissions } = opened;
      const { personId, by } = subject;

      const asked = {
        closed: record.registration.status === "closed",
        duplicates: foundIn(record),
        about: aboutIn(record),
        papers: named?.ids.length ?? 0,
        policy: await deps.policy(),
        ...{ id, answer, now },
      };
      const decision = decideAnswer(asked);
      if (!decision.ok) return problem(c, "refused", { findings: decision.refusal });
      const waits = submissions.some((one) => isAbout(one, id) && (one.status === "received" || one.status === "in-review"));
      if (waits) return problem(c, "refused", { findings: [finding("duplicate.waiting", "id")] });

      const owner = c.var.session.personId;
      const taken = await takeEvidence(c, deps, { owner, about: personId, named, at: now }, c.var.attempt);
      if (taken.answer) return taken.answer;
      const { evidence, writes: using, causes } = taken;
      const stored = await deps.casework.submit(personId, c.var.attempt, asAccepted(decision.value, asked), {
        using,
        evidence,
        by,
      });
      return answerTo(c, c.var.attempt, stored, causes);
    });
