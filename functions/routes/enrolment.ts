import { Hono } from "hono/tiny";
import { readOffer, submitEnrolment, type Wish } from "../../shared/enrolment/contract.ts";
import { knownFrom } from "../../shared/enrolment/known.ts";
import { offerOf } from "../../shared/enrolment/offer.ts";
import { decideEnrolment } from "../../shared/enrolment/rules.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { recordOf, subjectOf } from "./subject.ts";
import { answerTo, openSubmission, takeEvidence } from "./submitting.ts";

export const enrolment = (deps: FormDeps) =>
  new Hono<Env>()
    .get(readOffer.path, accept(readOffer), async (c) => {
      const subject = await subjectOf(c, deps, c.var.session, c.req.valid("query").for);
      if (subject.answer) return subject.answer;
      const record = await recordOf(deps, subject);
      if (!record) return problem(c, "not-found");
      const [policy, placeName] = await Promise.all([deps.policy(), deps.places()]);
      return c.json(offerOf({ record, forChild: subject.isChild, today: dateOf(deps.now()), policy, placeName }));
    })

    .post(submitEnrolment.path, attempt(), accept(submitEnrolment), async (c) => {
      const { for: whom, wish, evidence: named, consent } = c.req.valid("json");
      const subject = await subjectOf(c, deps, c.var.session, whom);
      if (subject.answer) return subject.answer;
      const opened = await openSubmission(c, deps, subject, c.var.attempt);
      if (opened.answer) return opened.answer;
      const { record, now } = opened;

      const situation = { known: knownFrom(record), wish, forChild: subject.isChild, consent, now };
      const decision = decideEnrolment({ ...situation, policy: await deps.policy() });
      if (!decision.ok) return problem(c, "refused", { findings: decision.refusal });
      if (await isNowhere(wish, deps))
        return problem(c, "refused", { findings: [finding("enrolment.division-unknown", "wish", "region")] });

      const { personId, by } = subject;
      const owner = c.var.session.personId;
      const taken = await takeEvidence(c, deps, { owner, about: personId, named, at: now }, c.var.attempt);
      if (taken.answer) return taken.answer;
      const beside = { using: taken.writes, evidence: taken.evidence, by };
      return answerTo(
        c,
        c.var.attempt,
        await deps.casework.submit(personId, c.var.attempt, decision.value, beside),
        taken.causes,
      );
    });

const isNowhere = async (wish: Wish, { divisionIsKnown }: FormDeps): Promise<boolean> =>
  wish.action === "join" && !(await divisionIsKnown(wish.region));
