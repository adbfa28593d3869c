import { Hono } from "hono/tiny";
import { askPhoneCode } from "../../shared/change/contract.ts";
import { CODE_LIFE_MINUTES } from "../../shared/session/rules.ts";
import type { Env, FormDeps } from "../app.ts";
import { accept } from "../http/accept.ts";
import { problem } from "../http/problem.ts";

export const phoneCodes = ({ sessions }: FormDeps) =>
  new Hono<Env>().post(askPhoneCode.path, accept(askPhoneCode), async (c) => {
    const asked = await sessions.askPhoneCode(c.var.session, c.req.valid("json").phone);
    return asked.ok ? c.json({ expiresInMinutes: CODE_LIFE_MINUTES }, 202) : problem(c, asked.refusal.type, asked.refusal);
  });
