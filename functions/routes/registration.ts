import { Hono } from "hono/tiny";
import { leading } from "../../shared/facts.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { readRegistration, readRegistrationForm, submitRegistration } from "../../shared/registration/contract.ts";
import { decideRegistration } from "../../shared/registration/decide.ts";
import { printedForm } from "../../shared/registration/printed.ts";
import { formReply } from "../../shared/registration/reply.ts";
import { actsForMinor } from "../../shared/submission.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { placesUnknown } from "../registration/places-unknown.ts";
import { stillTheirs } from "./delegated.ts";
import { recordOf, subjectOf } from "./subject.ts";
import { answerTo, openSubmission, takeEvidence } from "./submitting.ts";

export const registration = (deps: FormDeps) =>
  new Hono<Env>()
    .get(readRegistrationForm.path, accept(readRegistrationForm), async (c) => {
      const subject = await subjectOf(c, deps, c.var.session, c.req.valid("query").for);
      if (subject.answer) return subject.answer;
      const record = await recordOf(deps, subject);
      if (!record) return problem(c, "not-found");
      const [policy, placeName] = await Promise.all([deps.policy(), deps.places()]);
      const draftKeys = await deps.draftKeys(c.var.session.personId);
      return c.json({ ...formReply({ record, today: dateOf(deps.now()), policy, placeName }), draftKeys });
    })
    .post(submitRegistration.path, attempt(), accept(submitRegistration), async (c) => {
      const form = c.req.valid("json");
      const sent = c.var.attempt;
      const refuse = (...findings: Finding[]) => problem(c, "refused", { findings });
      const subject = await subjectOf(c, deps, c.var.session, form.for);
      if (subject.answer) return subject.answer;
      const { personId, by } = subject;
      const opened = await openSubmission(c, deps, subject, sent);
      if (opened.answer) return opened.answer;
      const { record, now } = opened;

      // A phone is the key to a record: whoever acts for a child gives it its first one, and never takes its own away. For an adult
      // nobody touches it.
      const byDelegate = by !== undefined && !actsForMinor(by);
      if (byDelegate && form.mobile !== "kept") return refuse(finding("delegation.never", "mobile"));
      if (byDelegate && form.signature.by !== "proxy") return refuse(finding("registration.proxy-signs", "signature", "by"));
      if (by && form.mobile !== "kept" && leading(record.facts, "phone"))
        return refuse(finding("registration.phone-of-child", "mobile"));
      const named = { owner: c.var.session.personId, about: personId, named: form.evidence, at: now };
      const taken = await takeEvidence(c, deps, named, sent);
      if (taken.answer) return taken.answer;
      const { evidence, writes, causes } = taken;

      const purposes = evidence.map(({ purpose }) => purpose);
      const sending = {
        record,
        policy: await deps.policy(),
        evidence: purposes,
        byParent: subject.isChild,
        byDelegate,
      };
      const decision = decideRegistration(form, sending, now);
      if (!decision.ok) return refuse(...decision.refusal);
      const unknown = await placesUnknown(deps, decision.value.filled);
      if (unknown.length > 0) return refuse(...unknown);

      const filed = { evidence, by };
      if (form.mobile === "kept")
        return answerTo(c, sent, await deps.casework.submit(personId, sent, decision.value, { ...filed, using: writes }), causes);
      const { phone, code } = form.mobile;
      const checked = await deps.sessions.checkPhoneCode(c.var.session.personId, phone, code);
      if (!checked.ok) {
        // A second tap may find the code used up by the first, which was stored a moment ago.
        const twin = await deps.casework.attempted(personId, sent.key);
        if (twin) return answerTo(c, sent, { stored: "before", submission: twin });
        const { findings = [], ...refusal } = checked.refusal;
        const atField = findings.map(({ code: said, path }) => finding(said, "mobile", ...path));
        return problem(c, refusal.type, { ...refusal, findings: atField });
      }
      const using = [...writes, checked.consume];
      const stored = await deps.casework.submit(personId, sent, decision.value, { ...filed, using });
      return answerTo(c, sent, stored, [...causes, finding("code.wrong", "mobile", "code")]);
    })
    .get(readRegistration.path, accept(readRegistration), async (c) => {
      const { personId } = c.var.session;
      const submission = await deps.casework.submissionSeenBy(personId, c.req.valid("param").receipt);
      if (submission?.content.slice !== "registration") return problem(c, "not-found");
      // It holds what the register said of them, unmasked: a look like any other, by which it is asked whether they still may.
      if (!(await stillTheirs(deps, c.var.session, submission))) return problem(c, "not-found");
      const printed = printedForm(submission, submission.content, await deps.places());
      if (submission.personId === personId || actsForMinor(submission.by)) return c.json(printed);
      // An adult signs in by their phone: who acts for them does not need it, on paper neither.
      const { mobile: _, ...filled } = printed.filled;
      return c.json({ ...printed, filled });
    });
