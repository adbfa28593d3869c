import { Hono } from "hono/tiny";
import { dateOf, momentAfter } from "../../shared/kernel/calendar.ts";
import { type Finding, finding } from "../../shared/kernel/rule.ts";
import { askNewcomerCode, type NewcomerForm, openNewcomer, submitNewcomer } from "../../shared/newcomer/contract.ts";
import { decideNewcomer } from "../../shared/newcomer/rules.ts";
import { readNewWho } from "../../shared/newcomer/who.ts";
import type { SessionReply } from "../../shared/session/contract.ts";
import { CODE_LIFE_MINUTES, IDLE_MINUTES } from "../../shared/session/rules.ts";
import type { Deps, Env } from "../app.ts";
import { receiptFor } from "../casework/table.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { giveToken, takeToken, tokenIn } from "../http/cookies.ts";
import { problem } from "../http/problem.ts";
import { answerTo, takeEvidence } from "./submitting.ts";

export const newcomer = (deps: Deps) =>
  new Hono<Env>()
    .post(askNewcomerCode.path, accept(askNewcomerCode), async (c) => {
      const { phone, answer, ...typed } = c.req.valid("json");
      const who = readNewWho(typed, dateOf(deps.now()));
      if (!who.ok) return problem(c, "refused", { findings: who.refusal });

      const asked = await (await deps.sessions.strangers()).askNewcomerCode({
        who: who.value,
        phone,
        answer,
        askToken: tokenIn(c, "ask"),
      });
      if (!asked.ok) return problem(c, asked.refusal.type, asked.refusal);
      giveToken(c, "ask", asked.value.askToken);
      return c.json({ expiresInMinutes: CODE_LIFE_MINUTES }, 202);
    })
    .post(openNewcomer.path, accept(openNewcomer), async (c) => {
      const { phone, code, ...typed } = c.req.valid("json");
      const who = readNewWho(typed, dateOf(deps.now()));
      if (!who.ok) return problem(c, "refused", { findings: who.refusal });

      const opened = await (await deps.sessions.strangers()).openNewcomer({
        who: who.value,
        phone,
        code,
        askToken: tokenIn(c, "ask"),
      });
      if (!opened.ok) return problem(c, opened.refusal.type, opened.refusal);
      takeToken(c, "ask");
      giveToken(c, "session", opened.value.token);
      return c.json({ limited: true, newcomer: true, idleMinutes: IDLE_MINUTES } satisfies SessionReply, 201);
    })
    .post(submitNewcomer.path, attempt(), accept(submitNewcomer), async (c) => {
      const { personId } = c.var.session;
      const sent = c.var.attempt;
      const refuse = (...findings: Finding[]) => problem(c, "refused", { findings });
      const submissions = (await deps.casework.submissions(personId)).filter(({ content }) => content.slice === "newcomer");
      const earlier = submissions.find(({ receipt }) => receipt === receiptFor(personId, sent.key));
      if (earlier) return answerTo(c, sent, { stored: "before", submission: earlier });

      const form: NewcomerForm = c.req.valid("json");
      const now = momentAfter(submissions[0]?.content.acceptedAt, deps.now());
      const who = readNewWho(form, dateOf(now));
      if (!who.ok) return refuse(...who.refusal);
      if (!(await (await deps.sessions.strangers()).isTheirs(c.var.session, { who: who.value, phone: form.phone })))
        return refuse(finding("newcomer.other-person", "number"));
      if (submissions.some(({ status }) => ["received", "in-review", "applied"].includes(status)))
        return refuse(finding("newcomer.sent-already"));

      const decided = decideNewcomer(who.value, form, now);
      if (!decided.ok) return refuse(...decided.refusal);
      const unknown = await placesUnknown(deps, form);
      if (unknown.length > 0) return refuse(...unknown);

      const taken = await takeEvidence(c, deps, { owner: personId, about: personId, named: form.evidence, at: now }, sent);
      if (taken.answer) return taken.answer;
      const { evidence, writes: using, causes } = taken;
      if (!evidence.some(({ purpose }) => purpose === "registration"))
        return refuse(finding("newcomer.evidence-missing", "evidence"));
      return answerTo(c, sent, await deps.casework.submit(personId, sent, decided.value, { evidence, using }), causes);
    });

async function placesUnknown({ divisionIsKnown }: Deps, { residence, hukou }: NewcomerForm): Promise<Finding[]> {
  const places = { residence, ...(hukou && { hukou }) };
  const known = await Promise.all(
    Object.entries(places).map(async ([name, { division }]) => ({ name, is: await divisionIsKnown(division) })),
  );
  return known.filter(({ is }) => !is).map(({ name }) => finding("newcomer.division-unknown", name, "division"));
}
