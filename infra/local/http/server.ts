import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { securityHeaders } from "../../headers.ts";
import { Complaint } from "../complaint.ts";
import type { Outbox } from "../outbox.ts";
import { outboxPage } from "./outbox-page.ts";

type Answer = (request: Request) => Response | Promise<Response>;
export type Served = {
  api: Answer;
  site: Answer;
  outbox: Outbox;
  /** After the API may have written something. */
  onWrite(): void;
};

/** Under one address, as behind the CDN: the API, the pages, and what only exists here, the outbox. */
export function portalApp({ api, site, outbox, onWrite }: Served) {
  const portal = new Hono();
  portal.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  // Sign-in codes are read here: not by a foreign page whose name somebody lets point to this machine.
  portal.use(async (c, next) => {
    const ours = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(c.req.header("host") ?? "");
    if (/^\/(?:api\/)?outbox$/.test(c.req.path) && !ours) return c.notFound();
    return next();
  });
  portal.get("/outbox", (c) => c.html(outboxPage(outbox.messages()), 200, { "cache-control": "no-store" }));
  portal.get("/api/outbox", (c) => c.json(outbox.messages(), 200, { "cache-control": "no-store" }));
  portal.all("/api/*", async (c) => {
    const answer = await api(c.req.raw);
    if (c.req.method !== "GET" && c.req.method !== "HEAD") onWrite();
    return answer;
  });
  portal.all("*", (c) => site(c.req.raw));
  return portal;
}

/** Listens on loopback only, by both of its addresses: browsers take either for `localhost`. */
export async function listen(fetch: Answer, port: number): Promise<{ port: number; stop(): Promise<void> }> {
  const listener = getRequestListener(fetch);
  const first = await listenOn("127.0.0.1", port, listener);
  const address = first.address();
  const taken = typeof address === "object" && address ? address.port : port;
  const second = await listenOn("::1", taken, listener).catch((error) => {
    if (error instanceof Complaint) throw error;
    return undefined; // a machine without IPv6
  });
  const servers = [first, second].filter((server) => server !== undefined);

  return {
    port: taken,
    stop: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

async function listenOn(host: string, port: number, listener: ReturnType<typeof getRequestListener>): Promise<Server> {
  const server = createServer(listener);
  server.keepAliveTimeout = 65_000;
  server.listen(port, host);
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") throw new Complaint(`Port ${port} is taken: stop what uses it, or set PORT to another one.`);
    if (code === "EACCES") throw new Complaint(`Port ${port} may not be used: set PORT to one above 1023.`);
    throw error;
  }
}

/** Lets requests in hand end, for a while. */
async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(patience);
}
