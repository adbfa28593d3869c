import { Hono } from "hono/tiny";
import { readHealth } from "../../shared/service/contract.ts";
import type { Deps, Env } from "../app.ts";
import { problem } from "../http/problem.ts";

export const health = ({ health: partsThatAnswer }: Pick<Deps, "health">) =>
  new Hono<Env>().get(readHealth.path, async (c) => {
    const parts = await partsThatAnswer();
    return parts ? c.json({ status: "ok", parts }) : problem(c, "unavailable");
  });
