// The operator's gateway for text messages: JSON over HTTPS, each request signed. docs/gateway.md says it for operators.
import { createHash, createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";
import { Fault } from "../log.ts";
import type { Sender, Sent, Text } from "./sender.ts";

/** `templates`: the operator's number for each of ours (notify/texts.ts). */
export const GatewaySecret = v.object({
  keyId: v.string(),
  secret: v.pipe(v.string(), v.minLength(16)),
  templates: v.record(v.string(), v.string()),
});
export type GatewaySecret = v.InferOutput<typeof GatewaySecret>;

const Report = v.object({ state: v.picklist(["accepted", "delivered", "failed"]) });

type Options = { url: string; secret: () => Promise<GatewaySecret>; timeoutMs?: number; askAgainMs?: readonly number[] };
type Heard = { status: number; body: unknown } | "not-reached" | "silence";

const NEVER_LEFT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** When a request was lost on the way, the gateway's own report on that id says what became of it, if it comes in time. */
export function openGateway({ url, secret, timeoutMs = 5000, askAgainMs = [500, 1500] }: Options): Sender {
  const base = new URL(url.endsWith("/") ? url : `${url}/`);
  if (base.protocol !== "https:" && !LOOPBACK.includes(base.hostname)) throw new Fault("gateway.not-encrypted");

  async function call(method: "GET" | "POST", path: string, body = ""): Promise<Heard> {
    const { keyId, secret: key } = await secret();
    const address = new URL(path, base);
    const timestamp = new Date().toISOString();
    const signed = [timestamp, method, address.pathname, createHash("sha256").update(body).digest("hex")].join("\n");
    const headers = {
      "content-type": "application/json",
      "x-key-id": keyId,
      "x-timestamp": timestamp,
      "x-signature": `HMAC-SHA256 ${createHmac("sha256", key).update(signed).digest("hex")}`,
    };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(address, { method, headers, signal, redirect: "error", ...(body && { body }) });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } catch (error) {
      return NEVER_LEFT.includes(codeOf(error)) ? "not-reached" : "silence";
    }
  }

  /** Nothing heard about it is no proof that it was not sent. */
  async function reportOn(id: string): Promise<Sent> {
    for (const wait of askAgainMs) {
      await pause(wait);
      const heard = await call("GET", `messages/${id}`);
      if (typeof heard === "string") continue;
      if (heard.status === 404) return "not-sent";
      const report = v.safeParse(Report, heard.body);
      if (heard.status === 200 && report.success) return report.output.state === "failed" ? "not-sent" : "sent";
    }
    return "unknown";
  }

  return {
    async send({ id, to, template, params }: Text): Promise<Sent> {
      const { templates } = await secret();
      const heard = await call("POST", "messages", JSON.stringify({ id, to, template: templates[template] ?? template, params }));
      if (heard === "not-reached") return "not-sent";
      if (heard === "silence") return reportOn(id);
      if (heard.status >= 500 && heard.status !== 503) return reportOn(id); // it broke down over it
      const had = heard.status === 409; // an earlier try with this id arrived after all
      return had || (heard.status >= 200 && heard.status < 300) ? "sent" : "not-sent";
    },
  };
}

/** What fetch hides behind "fetch failed". */
const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
};
