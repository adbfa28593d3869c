import { createMiddleware } from "hono/factory";
import type { Contract } from "../../shared/kernel/contract.ts";
import { finding } from "../../shared/kernel/rule.ts";
import type { Env } from "../app.ts";
import { problem } from "./problem.ts";

export const BODY_BYTES = 64 * 1024;

/** A picture or PDF may be larger, where one is expected. */
const limitOf = ({ upload }: Contract) => upload?.bytes ?? BODY_BYTES;

/** Reads the body once, for all that follow, and not a byte beyond the limit, whatever its announced length. */
export const bounded = createMiddleware<Env>(async (c, next) => {
  const limit = limitOf(c.var.contract);
  if (Number(c.req.header("content-length") ?? 0) > limit) return problem(c, "too-large");

  const body = await readUpTo(limit, c.req.raw.body).catch(hungUp);
  if (body === "incomplete") return problem(c, "malformed", { findings: [finding("body.incomplete")] });
  if (!body) return problem(c, "too-large");
  c.set("body", body);
  return next();
});

async function readUpTo(limit: number, stream: ReadableStream<Uint8Array> | null): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream ?? []) {
    length += chunk.byteLength;
    if (length > limit) return undefined; // leaving the loop cancels the stream
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** In the middle of a body its sender is gone: no fault of ours to be logged, and nobody to hear the answer. */
const hungUp = () => "incomplete" as const;
