import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { onLambda } from "../../functions/http/lambda.ts";
import { impatient } from "../../functions/impatient.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { listen } from "../support/leak.ts";
import { someoneNew } from "../support/people.ts";
import { ORIGIN } from "../support/post.ts";

const engine = withEngine();
let started: Started;
beforeAll(() => {
  started = startApp(engine);
});

const problemOf = async (response: Response) => ({ status: response.status, type: (await response.json()).type });

describe("an address", () => {
  test.each([
    "/api",
    "/api/",
    "/api/none",
    "/api/check/",
    "/api//check",
    "/api/sessions/../check/x",
    "/api/CHECK",
    "/api/%63heck%2f",
  ])("that is none is not found: %s", async (path) => {
    const response = await started.app.request(path);

    expect(await problemOf(response)).toEqual({ status: 404, type: "/problems/not-found" });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test.each([
    { method: "PUT", path: "/session/codes", allow: "POST, OPTIONS" },
    { method: "GET", path: "/session/codes", allow: "POST, OPTIONS" },
    { method: "POST", path: "/sessions/current", allow: "GET, HEAD, DELETE, OPTIONS" },
    { method: "PROPFIND", path: "/check", allow: "GET, HEAD, OPTIONS" },
  ])("says which methods it knows when it does not know $method", async ({ method, path, allow }) => {
    const response = await started.app.request(`/api${path}`, { method, headers: { origin: ORIGIN } });

    expect(await problemOf(response)).toEqual({ status: 405, type: "/problems/wrong-method" });
    expect(response.headers.get("allow")).toBe(allow);
  });

  test("tells its methods when asked, and lets no other origin in", async () => {
    const headers = { origin: "https://elsewhere.test", "access-control-request-method": "POST" };
    const response = await started.app.request("/api/changes", { method: "OPTIONS", headers });

    expect(response.status).toBe(204);
    expect(response.headers.get("allow")).toBe("POST, OPTIONS");
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("answers HEAD as it answers GET, without the body", async () => {
    const { browser } = await signInAs(started, await someoneNew(engine.client));
    const head = await browser.get("/sessions/current", { method: "HEAD" });

    expect(head.status).toBe(200);
    expect(head.headers.get("cache-control")).toBe("no-store");
    expect(await head.text()).toBe("");
  });
});

describe("an answer", () => {
  test("names a request by an id of ours, never by the caller's", async () => {
    const response = await started.app.request("/api/check", { headers: { "x-request-id": "13800138000" } });

    expect((await response.json()).instance).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("says 'we cannot reach it now' while the tables are away, and the log says where and nothing else", async () => {
    const heard = listen();
    const person = await someoneNew(engine.client);
    const nowhere = { endpoint: "http://127.0.0.1:9", maxAttempts: 1 };
    const cutOff = startApp({ client: new DynamoDBClient(nowhere) });
    const response = await cutOff.browser().post("/session/codes", { number: person.number, name: person.name });

    expect(await problemOf(response)).toEqual({ status: 503, type: "/problems/unavailable" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(heard.lines.map((line) => JSON.parse(line))).toEqual([
      { code: expect.any(String), path: "/session/codes", requestId: expect.any(String) },
    ]);
    heard.holdsNone([person.number, person.name, person.phone]);
  });

  test("says so too when a table accepts what we say and never answers", async () => {
    const silence = createServer(() => {}).listen(0, "127.0.0.1");
    await once(silence, "listening");
    const heard = listen();
    const endpoint = `http://127.0.0.1:${(silence.address() as AddressInfo).port}`;
    const waiting = startApp({ client: new DynamoDBClient({ ...impatient, endpoint }) });
    const response = await waiting.app.request("/api/check", { headers: { cookie: `__Host-session=${"A".repeat(43)}` } });
    silence.close();

    expect(await problemOf(response)).toEqual({ status: 503, type: "/problems/unavailable" });
    expect(heard.lines.map((line) => JSON.parse(line).code)).toEqual(["TimeoutError"]);
  });

  test("says 'our fault' for anything else that breaks, and hides what it was", async () => {
    const heard = listen();
    const { browser } = await signInAs(started, await someoneNew(engine.client));
    const broken = startApp(engine);
    broken.sessions.current = async () => {
      throw new Error("13800138000 not found");
    };
    const response = await broken.app.request("/api/check", {
      headers: { cookie: `__Host-session=${browser.cookies.get("__Host-session")}` },
    });

    expect(await problemOf(response.clone())).toEqual({ status: 500, type: "/problems/unexpected" });
    expect(await response.text()).not.toContain("13800138000");
    heard.holdsNone(["13800138000"]);
  });
});

describe("on Lambda", () => {
  const event = (method: string, more: object = {}) => ({
    version: "2.0",
    routeKey: "$default",
    headers: { origin: ORIGIN, "content-type": "application/json" },
    rawPath: "/api/session/codes",
    rawQueryString: "",
    body: null,
    isBase64Encoded: false,
    requestContext: { domainName: "canbaotong.test", http: { method, path: "", protocol: "", sourceIp: "", userAgent: "" } },
    ...more,
  });
  const send = (method: string, more: object = {}) =>
    onLambda(started.api)(event(method, more) as never, {} as never) as Promise<{
      statusCode: number;
      body: string;
      cookies?: string[];
    }>;

  test("a code is asked for as everywhere, and its cookie goes out", async () => {
    const { number, name } = await someoneNew(engine.client);
    const { statusCode, cookies } = await send("POST", { body: JSON.stringify({ number, name }) });

    expect(statusCode).toBe(202);
    expect(cookies).toEqual([expect.stringMatching(/^__Host-ask=/)]);
  });

  test.each([
    { when: "the method is TRACE", method: "TRACE", more: {}, status: 405 },
    { when: "the method is CONNECT", method: "CONNECT", more: {}, status: 405 },
    { when: "a GET brings a body", method: "GET", more: { rawPath: "/api/check", body: "{}" }, status: 401 },
    { when: "the address is broken", method: "GET", more: { rawPath: "/api/%ff%00//x?" }, status: 404 },
    { when: "the query is broken", method: "POST", more: { rawQueryString: "%ff=%&&==", body: "{}" }, status: 400 },
    { when: "a header is Chinese", method: "POST", more: { headers: { origin: ORIGIN, "x-name": "林" } }, status: 400 },
    { when: "the body is packed and no UTF-8", method: "POST", more: { body: "ezH/fQ==", isBase64Encoded: true }, status: 400 },
  ])("answers a problem and prints nothing when $when", async ({ method, more, status }) => {
    const heard = listen();
    const { statusCode, body } = await send(method, more);

    expect({ statusCode, said: JSON.parse(body).status }).toEqual({ statusCode: status, said: status });
    expect(heard.lines).toEqual([]);
  });
});
