import { createMiddleware } from "hono/factory";
import type { Env } from "../app.ts";
import { problem } from "./problem.ts";

const READS = ["GET", "HEAD", "OPTIONS"];

/** What changes something has to come from a page of ours. A browser always says where a write comes from. */
export const sameOrigin = ({ origins }: { origins: readonly string[] }) =>
  createMiddleware<Env>(async (c, next) => {
    const origin = c.req.header("origin");
    const ours = origin !== undefined && origins.includes(origin);
    return READS.includes(c.req.method) || ours ? next() : problem(c, "foreign-origin");
  });
