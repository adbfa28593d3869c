import type { Context } from "hono";
import type { Finding } from "../../../shared/kernel/rule.ts";
import { problem } from "../../http/problem.ts";

/** Where it is not for who asks, or not yet: what they are told instead. */
export function answerIfBarred(c: Context, barred: Finding | { retryAfterSeconds: number } | undefined): Response | undefined {
  if (!barred) return undefined;
  return "retryAfterSeconds" in barred ? problem(c, "wait", barred) : problem(c, "refused", { findings: [barred] });
}
