// Pages and API under one address, as behind the CDN.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { securityHeaders } from "../../infra/headers.ts";
import { portalApp } from "../../infra/local/http/server.ts";
import { openSite } from "../../infra/local/http/site.ts";
import { openOutbox } from "../../infra/local/outbox.ts";

const folder = mkdtempSync(join(tmpdir(), "site-"));
afterAll(() => rmSync(folder, { recursive: true }));
const page = `<h1>${"参保通 ".repeat(100)}</h1>`;
const files = {
  "index.html": page,
  "404.html": "<h1>没有这个页面</h1>",
  "en/contact/index.html": page,
  "_astro/a.1x2y.js": page,
  "icon.png": page,
};
for (const [name, body] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, "site", name)), { recursive: true });
  writeFileSync(join(folder, "site", name), body);
}
const outbox = openOutbox(join(folder, "outbox.jsonl"));
let writes = 0;
const portal = portalApp({
  api: async (request) =>
    Response.json({ asked: new URL(request.url).pathname }, { headers: { "referrer-policy": "no-referrer" } }),
  site: openSite(join(folder, "site")),
  outbox,
  onWrite: () => void writes++,
});
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  portal.request(`http://localhost:4321${path}`, { headers: { host: "localhost:4321", ...headers }, method });

test.each(["/en/contact", "/en/contact/", "/en/contact/index.html"])("the page is found by the name %s", async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await answer.text()).toBe(page);
});

test.each(["/nowhere", "/en/../../outbox.jsonl", "/%2e%2e/outbox.jsonl", "/%", "/en"])(
  "%s is no page, and says so in words",
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("没有这个页面");
  },
);

test.each([
  ["br", "gzip, deflate, br, zstd", brotliDecompressSync],
  ["gzip", "gzip, br;q=0", gunzipSync],
] as const)("it is packed with %s for who takes it", async (encoding, wanted, unpack) => {
  const answer = await get("/", { "accept-encoding": wanted });
  expect(answer.headers.get("content-encoding")).toBe(encoding);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get("content-length")).toBe(String(bytes.length));
  expect(unpack(bytes).toString()).toBe(page);
});

test("a picture is not packed, nor a page for who cannot unpack it", async () => {
  expect((await get("/icon.png", { "accept-encoding": "br" })).headers.get("content-encoding")).toBeNull();
  expect((await get("/", { "accept-encoding": "identity" })).headers.get("content-encoding")).toBeNull();
});

test("a page is asked for anew each time, which costs nothing when it is the same; a hashed file is kept", async () => {
  const first = await get("/", { "accept-encoding": "br" });
  expect(first.headers.get("cache-control")).toBe("public, no-cache");
  const again = await get("/", { "accept-encoding": "br", "if-none-match": first.headers.get("etag")! });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await get("/_astro/a.1x2y.js")).headers.get("cache-control")).toContain("immutable");
});

test("pages are read, not written to", async () => {
  expect((await get("/", {}, "HEAD")).headers.get("content-length")).toBe(String(Buffer.byteLength(page)));
  expect((await get("/", {}, "POST")).status).toBe(405);
});

test("every answer carries the headers of the house; the API may be stricter", async () => {
  for (const path of ["/", "/nowhere", "/outbox", "/api/outbox"])
    expect(Object.fromEntries((await get(path)).headers)).toMatchObject(securityHeaders);
  expect((await get("/api/check")).headers.get("referrer-policy")).toBe("no-referrer");
});

test("the API gets what is its own, and after a write the sources are woken", async () => {
  expect(await (await get("/api/check")).json()).toEqual({ asked: "/api/check" });
  expect(writes).toBe(0);
  await get("/api/changes", {}, "POST");
  expect(writes).toBe(1);
});

test("the outbox shows what would have gone out, newest last, and keeps it over a restart and a kill", async () => {
  const messages = ["1", "2"].map((text) => ({ to: "15400000001", text, at: "2026-03-31T12:00:00.000+08:00" }));
  for (const message of messages) outbox.recordMessage(message);
  expect(await (await get("/api/outbox")).json()).toEqual(messages);
  expect(await (await get("/outbox")).text()).toContain("15400000001");

  const file = join(folder, "outbox.jsonl");
  writeFileSync(file, `${readFileSync(file, "utf8")}{"to":"154`); // killed while writing
  const reopened = openOutbox(file);
  reopened.recordMessage(messages[0]!);
  expect(openOutbox(file).messages()).toEqual([...messages, messages[0]]);
  expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
});

test("what a message says is text on the page, whatever is in it", async () => {
  outbox.recordMessage({ to: "15400000001", text: "<script>alert(1)</script>", at: "" });
  expect(await (await get("/outbox")).text()).not.toContain("<script>");
});

test.each(["/outbox", "/api/outbox"])("%s is not shown under a foreign name that leads to this machine", async (path) => {
  expect((await get(path, { host: "attacker.example:4321" })).status).toBe(404);
  expect((await get(path, { host: "127.0.0.1:4321" })).status).toBe(200);
});
