import { createHash } from "node:crypto";
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import { AttemptKey } from "../../shared/kernel/fields.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Env } from "../app.ts";
import type { Sent } from "../casework/casework.ts";
import { problem } from "./problem.ts";

/** One filled form, however often it is sent. The fingerprint is of method, address and body, byte by byte. */
export const attempt = () =>
  createMiddleware<Env & { Variables: { attempt: Sent } }>(async (c, next) => {
    const given = c.req.header("idempotency-key");
    const key = v.safeParse(AttemptKey, given);
    if (!key.success) {
      const code = given ? "attempt.key-malformed" : "attempt.key-missing";
      return problem(c, "malformed", { findings: [finding(code, "idempotency-key")] });
    }
    const fingerprint = createHash("sha256").update(`${c.req.method} ${c.req.path}\n`).update(c.var.body).digest("base64url");
    c.set("attempt", { key: key.output, fingerprint });
    await next();
  });
