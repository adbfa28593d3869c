import { Hono } from "hono/tiny";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import { finding } from "../../shared/kernel/rule.ts";
import {
  readTransferOffer,
  readTransfers,
  stepTransfer,
  submitTransfer,
  type TransferWish,
} from "../../shared/transfer/contract.ts";
import { knownFrom } from "../../shared/transfer/known.ts";
import { offerOf } from "../../shared/transfer/offer.ts";
import { transferFindings } from "../../shared/transfer/rules.ts";
import type { TransferAccepted, TransferStepAccepted } from "../../shared/transfer/sent.ts";
import { planOf } from "../../shared/transfer/simulate.ts";
import { mayStep } from "../../shared/transfer/step.ts";
import { mostUrgentFirst } from "../../shared/transfer/urgency.ts";
import { placesIn, viewOfTransfer } from "../../shared/transfer/view.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { mayMore } from "./delegated.ts";
import { recordOf, subjectOf } from "./subject.ts";
import { answerTo, openSubmission, takeEvidence } from "./submitting.ts";

export const transfer = (deps: FormDeps) =>
  new Hono<Env>()
    .get(readTransferOffer.path, accept(readTransferOffer), async (c) => {
      const subject = await subjectOf(c, deps, c.var.session, c.req.valid("query").for);
      if (subject.answer) return subject.answer;
      const opened = await recordOf(deps, subject);
      const record = opened && (await deps.restOf(opened));
      if (!record) return problem(c, "not-found");
      return c.json(offerOf({ record, today: dateOf(deps.now()), placeName: await deps.places() }));
    })

    .get(readTransfers.path, accept(readTransfers), async (c) => {
      const subject = await subjectOf(c, deps, c.var.session, c.req.valid("query").for);
      if (subject.answer) return subject.answer;
      // Its months and places are of the record: who looks at somebody else's leaves a row, as everywhere.
      if (!(await recordOf(deps, subject))) return problem(c, "not-found");
      const today = dateOf(deps.now());
      const transfers = mostUrgentFirst(await (await deps.transfers()).all(subject.personId), today);
      const placeName = await deps.places();
      const acts = await mayMore(deps, subject.by, "transfer");
      return c.json({
        today,
        transfers: transfers.map(viewOfTransfer).map((one) => (acts ? one : { ...one, may: [] })),
        places: placesIn(transfers).map((division) => ({ division, name: placeName(division) })),
      });
    })

    .post(submitTransfer.path, attempt(), accept(submitTransfer), async (c) => {
      const { for: whom, wish, evidence: named, consent } = c.req.valid("json");
      const subject = await subjectOf(c, deps, c.var.session, whom);
      if (subject.answer) return subject.answer;
      const opened = await openSubmission(c, deps, subject, c.var.attempt);
      if (opened.answer) return opened.answer;
      const { now } = opened;
      const { personId, by, isChild: forChild } = subject;
      const record = await deps.restOf(opened.record);
      if (!record) return problem(c, "not-found");

      const nowhere = await unknownEnds(wish, deps);
      if (nowhere.length > 0) return problem(c, "refused", { findings: nowhere });
      const asked = { known: knownFrom(record), wish, today: dateOf(now), consent, forChild, papers: named?.ids.length ?? 0 };
      const situation = { ...asked, policy: await deps.policy(), calendar: loadedCalendar };
      const findings = transferFindings(situation);
      if (findings.length > 0) return problem(c, "refused", { findings });

      const owner = c.var.session.personId;
      const taken = await takeEvidence(c, deps, { owner, about: personId, named, at: now }, c.var.attempt);
      if (taken.answer) return taken.answer;
      const { evidence, writes: using, causes } = taken;
      const content: TransferAccepted = {
        ...{ slice: "transfer", wish, plan: planOf(situation), acceptedAt: now },
        ...(forChild && { forChild }),
        ...(consent && { consent }),
      };
      const stored = await deps.casework.submit(personId, c.var.attempt, content, { using, evidence, by });
      return answerTo(c, c.var.attempt, stored, causes);
    })

    .post(stepTransfer.path, attempt(), accept(stepTransfer), async (c) => {
      const { for: whom, event, note, evidence: named } = c.req.valid("json");
      const subject = await subjectOf(c, deps, c.var.session, whom);
      if (subject.answer) return subject.answer;
      const opened = await openSubmission(c, deps, subject, c.var.attempt);
      if (opened.answer) return opened.answer;
      const { now } = opened;
      const { personId, by } = subject;
      const { receipt } = c.req.valid("param");
      const known = await (await deps.transfers()).one(personId, receipt);
      if (!known) return problem(c, "not-found", { findings: [finding("transfer.unknown", "receipt")] });

      const today = dateOf(now);
      const findings = mayStep(known, { event, at: today, note }, ["person"], today);
      if (findings.length > 0) return problem(c, "refused", { findings });
      const owner = c.var.session.personId;
      const taken = await takeEvidence(c, deps, { owner, about: personId, named, at: now }, c.var.attempt);
      if (taken.answer) return taken.answer;
      const { evidence, writes: using, causes } = taken;
      const content: TransferStepAccepted = {
        ...{ slice: "transfer-step", transfer: receipt, event, at: today, by: { as: "person" }, acceptedAt: now },
        ...(note && { note }),
      };
      const stored = await deps.casework.submit(personId, c.var.attempt, content, { using, evidence, by });
      return answerTo(c, c.var.attempt, stored, causes);
    });

/** Each end that is no place: a relation may be of a county, a city or a whole province, also of one that was renamed since. */
async function unknownEnds({ from, to }: TransferWish, { places }: FormDeps) {
  const nameOf = await places();
  const isNone = (division: string) => nameOf(division) === division;
  return [
    ...(isNone(from) ? [finding("transfer.division-unknown", "wish", "from")] : []),
    ...(isNone(to) ? [finding("transfer.division-unknown", "wish", "to")] : []),
  ];
}
