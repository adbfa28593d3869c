import { Hono } from "hono/tiny";
import { readCheck } from "../../shared/check/contract.ts";
import { checkReply } from "../../shared/check/reply.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { problem } from "../http/problem.ts";
import { recordOf, subjectOf } from "./subject.ts";

export const check = (deps: Omit<FormDeps, "casework">) =>
  new Hono<Env>().get(readCheck.path, accept(readCheck), async (c) => {
    const { places, policy, draftKeys, now } = deps;
    const { limited, because, personId } = c.var.session;
    const { for: whom } = c.req.valid("query");
    if (limited && whom) return problem(c, "not-this-session");
    const subject = await subjectOf(c, deps, c.var.session, whom);
    if (subject.answer) return subject.answer;
    const record = await recordOf(deps, subject);
    if (!record) return problem(c, "not-found");
    const law = await policy();
    // Most have nothing there: the calendar is opened for who has.
    const due = record.atDesk && (await import("../due-later.ts")).dueBy(law);
    const known = { today: dateOf(now()), policy: law, placeName: await places(), due };
    const reply = checkReply({ record, ...known, ...(limited && because && { because }) });
    return c.json(reply.limited ? reply : { ...reply, draftKeys: await draftKeys(personId) });
  });
