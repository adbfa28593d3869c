import { createHash } from "node:crypto";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { momentAfter } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { decideNewborn, registerChild } from "../../shared/newcomer/newborn.ts";
import type { Deps, Env } from "../app.ts";
import { receiptFor } from "../casework/table.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { problem } from "../http/problem.ts";
import { answerTo, takeEvidence } from "./submitting.ts";

export const newborn = (deps: Deps) =>
  new Hono<Env>().post(registerChild.path, attempt(), accept(registerChild), async (c) => {
    const { personId: parent, sessionId } = c.var.session;
    const sent = c.var.attempt;
    const form = c.req.valid("json");
    const refuse = (...findings: Finding[]) => problem(c, "refused", { findings });
    const record = await deps.openRecord(parent, { kind: "session", sessionId });
    if (!record) return problem(c, "not-found");
    if (record.registration.status === "closed") return refuse(finding("change.registration-closed"));

    const decided = decideNewborn(record, form, deps.now());
    if (!decided.ok) return refuse(...decided.refusal);
    const child = idOf(parent, decided.value.identity.number);
    const submissions = await deps.casework.submissions(child);
    const earlier = submissions.find(({ receipt }) => receipt === receiptFor(child, sent.key));
    if (earlier) return answerTo(c, sent, { stored: "before", submission: earlier });
    if (submissions.some(({ content, status }) => content.slice === "newborn" && ["received", "in-review"].includes(status)))
      return refuse(finding("newborn.sent-already", "certificate"));

    const acceptedAt = momentAfter(submissions[0]?.content.acceptedAt, decided.value.acceptedAt);
    const taken = await takeEvidence(c, deps, { owner: parent, about: child, named: form.evidence, at: acceptedAt }, sent);
    if (taken.answer) return taken.answer;
    const { evidence, writes: using, causes } = taken;
    if (!evidence.some(({ purpose }) => purpose === "birth-certificate"))
      return refuse(finding("newborn.evidence-missing", "evidence"));
    const by = { personId: parent, as: "parent" } as const;
    return answerTo(
      c,
      sent,
      await deps.casework.submit(child, sent, { ...decided.value, acceptedAt }, { evidence, by, using }),
      causes,
    );
  });

/** The id that is proposed for the child: of one parent and one certificate always the same. The parent's own is secret. */
const idOf = (parent: PersonId, certificate: string): PersonId =>
  v.parse(
    PersonId,
    createHash("sha256").update(`newborn ${parent}:${certificate}`).digest().subarray(0, 16).toString("base64url"),
  );
