// The built site as the CDN serves it: names without .html, compressed, with its headers.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { contentTypes } from "../../content-types.ts";
import { cacheControlOf } from "../../headers.ts";

const WORTH_COMPRESSING = /^(?:text\/|application\/(?:json|manifest|xml)|image\/svg)/;
const compressors = { br: promisify(brotliCompress), gzip: promisify(gzip) };
type Encoding = keyof typeof compressors;

type File = { path: string; body: Buffer; type: string; etag: string; packed: Map<Encoding, Promise<Buffer>> };

/** Answers GET and HEAD below a folder. It holds the files in memory: there are few, and they are small. */
export function openSite(folder: string): (request: Request) => Promise<Response> {
  const files = new Map(filesIn(folder).map((file) => [file.path, file]));
  const find = (path: string) =>
    files.get(path) ?? files.get(`${path.replace(/\/+$/, "")}/index.html`) ?? files.get(`${path.replace(/\/+$/, "")}.html`);

  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD")
      return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
    const found = find(decoded(new URL(request.url).pathname));
    const file = found ?? files.get("/404.html");
    if (!file) return new Response("404", { status: 404 });

    const encoding = encodingFor(request, file);
    const etag = `"${file.etag}${encoding ? `-${encoding}` : ""}"`;
    const headers = new Headers({
      "content-type": file.type,
      "cache-control": found ? cacheControlOf(file.path) : "no-store",
      vary: "Accept-Encoding",
      etag,
    });
    if (found && request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });

    const body = encoding ? await packed(file, encoding) : file.body;
    if (encoding) headers.set("content-encoding", encoding);
    headers.set("content-length", String(body.length));
    return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { status: found ? 200 : 404, headers });
  };
}

const filesIn = (folder: string): File[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => {
      const body = readFileSync(name);
      const etag = createHash("sha256").update(body).digest("base64url").slice(0, 16);
      const path = `/${relative(folder, name).replaceAll("\\", "/")}`;
      return { path, body, type: contentTypes[extname(name)] ?? "application/octet-stream", etag, packed: new Map() };
    });

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname; // no such page either way
  }
}

function encodingFor(request: Request, { type, body }: File): Encoding | undefined {
  if (body.length < 200 || !WORTH_COMPRESSING.test(type)) return undefined;
  const wanted = (request.headers.get("accept-encoding") ?? "").split(",").map((each) => each.trim().toLowerCase());
  const taken = (name: string) => wanted.some((each) => each.split(";")[0] === name && !/;\s*q=0(?:\.0*)?$/.test(each));
  return taken("br") ? "br" : taken("gzip") ? "gzip" : undefined;
}

/** Packed when first asked for; whoever asks at the same time waits for the same. */
function packed(file: File, encoding: Encoding): Promise<Buffer> {
  const known = file.packed.get(encoding) ?? compressors[encoding](file.body);
  file.packed.set(encoding, known);
  return known;
}
