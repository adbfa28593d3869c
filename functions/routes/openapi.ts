import { Hono } from "hono/tiny";
import { readOpenApi, readStaffOpenApi } from "../../shared/service/contract.ts";
import type { Env } from "../app.ts";

/** Written at build by scripts/openapi.ts; loaded by whoever asks for it first, and by nobody else. */
export const openapi = () =>
  new Hono<Env>().get(readOpenApi.path, async (c) => {
    const { default: document } = await import("../data/openapi.json", { with: { type: "json" } });
    return c.json(document);
  });

export const staffOpenapi = () =>
  new Hono<Env>().get(readStaffOpenApi.path, async (c) => {
    const { default: document } = await import("../data/staff-openapi.json", { with: { type: "json" } });
    return c.json(document);
  });
