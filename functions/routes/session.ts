import { createHash } from "node:crypto";
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { addProof, askCode, currentSession, type SessionReply, signIn, signOut } from "../../shared/session/contract.ts";
import { CODE_LIFE_MINUTES, IDLE_MINUTES } from "../../shared/session/rules.ts";
import { readWho } from "../../shared/session/who.ts";
import type { Deps, Env, Session } from "../app.ts";
import { accept } from "../http/accept.ts";
import { giveToken, takeToken, tokenIn } from "../http/cookies.ts";
import { problem } from "../http/problem.ts";
import { logFailure } from "../log.ts";
import type { Opened } from "../sessions/door.ts";

export const session = ({ sessions, notices, draftKeys, now }: Omit<Deps, "casework">) =>
  new Hono<Env>()
    .post(askCode.path, accept(askCode), async (c) => {
      const { answer, ...typed } = c.req.valid("json");
      const who = readWho(typed, dateOf(now()));
      if (!who.ok) return problem(c, "refused", { findings: who.refusal });

      const asked = await sessions.askCode({ who: who.value, answer, browser: browserOf(c) });
      if (!asked.ok) return problem(c, asked.refusal.type, asked.refusal);
      giveToken(c, "ask", asked.value.askToken);
      return c.json({ expiresInMinutes: CODE_LIFE_MINUTES }, 202);
    })
    .post(signIn.path, accept(signIn), async (c) => {
      const { code, ...typed } = c.req.valid("json");
      const who = readWho(typed, dateOf(now()));
      if (!who.ok) return problem(c, "refused", { findings: who.refusal });

      const opened = await sessions.signIn({ who: who.value, code, browser: browserOf(c) });
      if (!opened.ok) return problem(c, opened.refusal.type, opened.refusal);
      takeToken(c, "ask");
      return welcome(c, notices, opened.value);
    })
    .get(currentSession.path, async (c) => {
      const { session } = c.var;
      const keys = session.newcomer && { draftKeys: await draftKeys(apartFrom(session.personId)) };
      return c.json({ ...replyOf(session), ...keys } satisfies SessionReply);
    })
    .delete(signOut.path, async (c) => {
      await sessions.end(tokenIn(c, "session") ?? "");
      takeToken(c, "session");
      return c.body(null, 204);
    })
    .post(addProof.path, accept(addProof), async (c) => {
      const token = tokenIn(c, "session") ?? "";
      const proving = { session: c.var.session, token, proof: c.req.valid("json"), deviceToken: tokenIn(c, "device") };
      const opened = await sessions.prove(proving);
      return opened.ok ? welcome(c, notices, opened.value) : problem(c, opened.refusal.type, opened.refusal);
    });

/** What somebody new begins on a phone is sealed for them alone, and not for the person whom they may turn out to be. */
const apartFrom = (personId: PersonId): PersonId =>
  v.parse(PersonId, createHash("sha256").update(`newcomer ${personId}`).digest().subarray(0, 16).toString("base64url"));

const browserOf = (c: Context) => ({ askToken: tokenIn(c, "ask"), deviceToken: tokenIn(c, "device") });

async function welcome(c: Context, notices: Deps["notices"], { token, session, deviceToken }: Opened) {
  giveToken(c, "session", token);
  if (deviceToken) giveToken(c, "device", deviceToken);
  const unread = !session.limited && (await isUnread(c, notices, session));
  return c.json({ ...replyOf(session), ...(unread && { notice: "unread" }) } satisfies SessionReply, 201);
}

/** The session has begun: nobody is kept out because we cannot see what they have read. They are told the next time. */
async function isUnread(c: Context, notices: Deps["notices"], { personId }: Session): Promise<boolean> {
  try {
    return await (await notices()).isUnread(personId);
  } catch (error) {
    logFailure(error, { path: c.get("contract").path, requestId: c.get("requestId") });
    return false;
  }
}

const replyOf = ({ limited, because, newcomer }: Session): SessionReply => ({
  limited,
  ...(newcomer && { newcomer }),
  ...(because && { because }),
  idleMinutes: IDLE_MINUTES,
});
