import { Hono } from "hono/tiny";
import { readCheck } from "../../shared/check/contract.ts";
import { checkReply } from "../../shared/check/reply.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import type { Env, FormDeps } from "../app.ts";
import { problem } from "../http/problem.ts";
import { myself } from "./subject.ts";

export const check = ({ openRecord, places, policy, draftKeys, now }: Omit<FormDeps, "casework">) =>
  new Hono<Env>().get(readCheck.path, async (c) => {
    const { limited, because } = c.var.session;
    const { personId, look } = myself(c.var.session);
    const record = await openRecord(personId, look);
    if (!record) return problem(c, "not-found");
    const known = { today: dateOf(now()), policy: await policy(), placeName: await places() };
    const reply = checkReply({ record, ...known, ...(limited && because && { because }) });
    return c.json(reply.limited ? reply : { ...reply, draftKeys: await draftKeys(personId) });
  });
