import { Hono } from "hono/tiny";
import type { Received } from "../../shared/kernel/answers.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { askReplacementCode, submitPhoneReplacement } from "../../shared/phone-replacement/contract.ts";
import { CODE_LIFE_MINUTES } from "../../shared/session/rules.ts";
import { readWho } from "../../shared/session/who.ts";
import type { Deps, Env } from "../app.ts";
import { accept } from "../http/accept.ts";
import { attempt } from "../http/attempt.ts";
import { giveToken, takeToken, tokenIn } from "../http/cookies.ts";
import { problem } from "../http/problem.ts";

export const phoneReplacement = ({ sessions, casework, now }: Deps) =>
  new Hono<Env>()
    .post(askReplacementCode.path, accept(askReplacementCode), async (c) => {
      const { phone, answer, ...typed } = c.req.valid("json");
      const who = readWho(typed, dateOf(now()));
      if (!who.ok) return problem(c, "refused", { findings: who.refusal });

      const browser = { askToken: tokenIn(c, "ask"), deviceToken: tokenIn(c, "device") };
      const asked = await (await sessions.strangers()).askReplacementCode({ who: who.value, phone, answer, browser });
      if (!asked.ok) return problem(c, asked.refusal.type, asked.refusal);
      giveToken(c, "ask", asked.value.askToken);
      return c.json({ expiresInMinutes: CODE_LIFE_MINUTES }, 202);
    })
    .post(submitPhoneReplacement.path, attempt(), accept(submitPhoneReplacement), async (c) => {
      const { phone, code, ...typed } = c.req.valid("json");
      const who = readWho(typed, dateOf(now()));
      if (!who.ok) return problem(c, "refused", { findings: who.refusal });

      const sent = c.var.attempt;
      const received = await (await sessions.strangers()).submitReplacement({
        who: who.value,
        phone,
        code,
        askToken: tokenIn(c, "ask"),
        sent,
        file(personId, key, acceptedAt) {
          const content = { slice: "phone-replacement", phone, acceptedAt } as const;
          const { submission, writes } = casework.filing(personId, { ...sent, key }, content);
          return { receipt: submission.receipt, writes };
        },
      });
      if (!received.ok) return problem(c, received.refusal.type, received.refusal);
      const { receipt, isSame } = received.value;
      if (!isSame) return problem(c, "attempt-reused", { receipt });
      takeToken(c, "ask");
      return c.json({ receipt, status: "received" } satisfies Received, 202);
    });
