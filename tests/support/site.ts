// The built site as the CDN serves it, on a port of its own.
import { readdir, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { buildSite } from "../../scripts/build.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Answers what is under /api. */
export type Api = (request: Request) => Response | Promise<Response>;
export type Site = { origin: string; folder: string; close(): Promise<void> };

/** `api`: an app's `fetch`, or a few answers made up by the test; without it /api answers 503, as in an outage. */
export async function openSite(api: Api = () => new Response(null, { status: 503 })): Promise<Site> {
  const folder = await buildSite();
  let isOver = false;
  async function answerTo(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { pathname } = new URL(incoming.url ?? "/", "http://site");
    const answer = pathname.startsWith("/api/") ? await api(await requestOf(incoming)) : await fileAt(folder, pathname);
    outgoing.writeHead(answer.status, [...answer.headers].flat()); // a list: cookies come one by one
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  }
  const server = createServer((incoming, outgoing) => {
    answerTo(incoming, outgoing).catch((error) => {
      if (!incoming.errored && !isOver) throw error; // whoever asked has closed the page, with half of it sent
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    folder,
    close: () =>
      new Promise((closed) => {
        isOver = true;
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Addresses of all built pages, as people see them: `/`, `/en/contact`. */
export async function pagesOf(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html"));
  const address = (name: string) => `/${name.replace(/index\.html$/, "")}`;
  return files.map((name) => (name === "en/index.html" ? "/en/" : address(name).replace(/(.)\/$/, "$1"))).sort();
}

export async function fileAt(folder: string, pathname: string): Promise<Response> {
  const wanted = path.join(folder, path.normalize(decodeURIComponent(pathname)));
  const candidates = path.extname(wanted) ? [wanted] : [path.join(wanted, "index.html"), `${wanted}.html`];
  for (const file of candidates) {
    const content = await readFile(file).catch(() => undefined);
    if (content)
      return new Response(content, { headers: { "content-type": types[path.extname(file)] ?? "application/octet-stream" } });
  }
  const missing = await readFile(path.join(folder, "404.html"));
  return new Response(missing, { status: 404, headers: { "content-type": types[".html"] ?? "" } });
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (typeof value === "string") headers.set(name, value);
  const body = await buffer(incoming);
  const method = incoming.method ?? "GET";
  return new Request(`http://${incoming.headers.host}${incoming.url}`, { method, headers, ...(body.length > 0 && { body }) });
}
