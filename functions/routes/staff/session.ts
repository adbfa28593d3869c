// Coming in, being here and going, for people who work here.
import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { instantAt } from "../../../shared/kernel/calendar.ts";
import { ISSUER_MINUTES, STAFF_IDLE_MINUTES, STAFF_SESSION_HOURS } from "../../../shared/staff/session.ts";
import {
  currentStaff,
  endMySession,
  finishStaffSignIn,
  listMySessions,
  type Refused,
  type StaffSessionReply,
  signOutStaff,
  startStaffSignIn,
} from "../../../shared/staff-session/contract.ts";
import type { Env } from "../../app.ts";
import { accept } from "../../http/accept.ts";
import { giveToken, sealedIn, takeToken, tokenIn } from "../../http/cookies.ts";
import { problem } from "../../http/problem.ts";
import { logFailure } from "../../log.ts";
import { afterwards } from "../../staff/afterwards.ts";
import { namedRegions } from "../../staff/named-regions.ts";
import { shownSessions } from "../../staff/shown-sessions.ts";
import { openTransaction, sealTransaction } from "../../staff/transaction.ts";
import type { StaffDeps } from "../../staff-app.ts";

const random = () => randomBytes(32).toString("base64url");
/** The others are people's own: who gave up, who took too long. */
const OURS_TO_LOOK_AT: readonly Refused[] = ["untrusted", "unavailable"];
const isEnglish = (path: string) => path.startsWith("/en/");

export const session = ({ staff, issuer, origins, places, now }: StaffDeps) => {
  const seconds = () => Math.floor(Date.parse(now()) / 1000);
  const noted = (c: Context<Env>, error: unknown) => logFailure(error, { path: c.var.contract.path, requestId: c.var.requestId });

  /** Where the browser is, if that is one of our addresses; behind a gateway we have only one. */
  const redirectUri = (c: Context<Env>) => {
    const { origin } = new URL(c.req.url);
    return `${origins.includes(origin) ? origin : origins[0]}/api${finishStaffSignIn.path}`;
  };
  const refuse = (c: Context<Env>, path: string, because: Refused, whom = "") => {
    const page = isEnglish(path) ? "/en/staff/sign-in" : "/staff/sign-in";
    const back = new URLSearchParams({ because, return: path });
    return c.html(afterwards(`${page}?${back}${whom && `#${whom}`}`, isEnglish(path)));
  };

  return new Hono<Env>()
    .get(startStaffSignIn.path, accept(startStaffSignIn), async (c) => {
      const path = c.req.valid("query").return ?? "/staff";
      const asked = { state: random(), nonce: random(), verifier: random() };
      try {
        const way = await issuer.wayThere({ ...asked, redirectUri: redirectUri(c), english: isEnglish(path) });
        const { clientSecret } = await issuer.secret();
        giveToken(c, "issuer", sealTransaction({ ...asked, path, until: seconds() + ISSUER_MINUTES * 60 }, clientSecret));
        return c.redirect(way.href, 302);
      } catch (error) {
        noted(c, error);
        return refuse(c, path, "unavailable");
      }
    })

    .get(finishStaffSignIn.path, async (c) => {
      const sealed = sealedIn(c, "issuer");
      takeToken(c, "issuer");
      const secret = await issuer.secret().catch((error: unknown) => noted(c, error));
      if (!secret) return refuse(c, "/staff", "unavailable");
      const transaction = openTransaction(sealed, secret.clientSecret, seconds());
      if (!transaction) return refuse(c, "/staff", "expired");

      const { path } = transaction;
      const came = await issuer.whoCame({ ...transaction, redirectUri: redirectUri(c), search: new URL(c.req.url).search });
      if (!came.ok) {
        if (OURS_TO_LOOK_AT.includes(came.refusal.because)) noted(c, came.refusal.error);
        return refuse(c, path, came.refusal.because);
      }
      if (!(await staff.hasGrant(came.value))) return refuse(c, path, "no-grant", came.value);

      const before = tokenIn(c, "staff");
      if (before) await staff.end(before);
      giveToken(c, "staff", await staff.begin(came.value));
      return c.html(afterwards(path, isEnglish(path)));
    })

    .get(currentStaff.path, async (c) => {
      const { member, grants, startedAt } = c.var.staff;
      const named = await namedRegions(places);
      return c.json({
        name: member.name,
        workNumber: member.workNumber,
        agency: member.agency,
        grants: grants.map(({ role, regions, until }) => ({ role, regions: regions.map(named), until })),
        idleMinutes: STAFF_IDLE_MINUTES,
        endsAt: instantAt(Date.parse(startedAt) + STAFF_SESSION_HOURS * 3_600_000),
      } satisfies StaffSessionReply);
    })

    .delete(signOutStaff.path, async (c) => {
      await staff.end(tokenIn(c, "staff") ?? "");
      takeToken(c, "staff");
      return c.body(null, 204);
    })

    .get(listMySessions.path, async (c) => {
      const { member, sessionId } = c.var.staff;
      return c.json({ sessions: shownSessions(await staff.sessionsOf(member.staffId), sessionId) });
    })

    .delete(endMySession.path, accept(endMySession), async (c) => {
      const ended = await staff.endSession(c.var.staff.member.staffId, c.req.valid("param").session);
      return ended ? c.body(null, 204) : problem(c, "not-found");
    });
};
