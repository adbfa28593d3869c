import { describe, expect, test } from "vitest";
import { hashOf } from "../../functions/sessions/seal.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { listen } from "../support/leak.ts";
import { someoneNew, wrongAfter } from "../support/people.ts";
import { callsOf, everythingIn } from "../support/table.ts";

const engine = withEngine();

const MINUTE = 60;

async function signedIn() {
  const started = startApp(engine);
  const person = await someoneNew(engine.client);
  const { browser } = await signInAs(started, person);
  return { started, person, browser, status: async () => (await browser.get("/sessions/current")).status };
}

describe("a session", () => {
  test("ends when it was not used for fifteen minutes", async () => {
    const { started, status } = await signedIn();
    started.pass(15 * MINUTE - 1);
    expect(await status()).toBe(200);
    started.pass(15 * MINUTE);
    expect(await status()).toBe(401);
  });

  test("goes on while it is used, and ends after twelve hours all the same", async () => {
    const { started, status } = await signedIn();
    for (let quarter = 1; quarter < 12 * 6; quarter++) {
      started.pass(10 * MINUTE);
      expect(await status()).toBe(200);
    }
    started.pass(10 * MINUTE);
    expect(await status()).toBe(401);
  });

  test("costs one read, and one write a minute", async () => {
    const { started, status } = await signedIn();
    const calls = callsOf(engine.client);
    for (let second = 0; second < 120; second += 20) {
      await status();
      started.pass(20);
    }
    expect(calls.filter((call) => call === "GetItemCommand")).toHaveLength(6);
    expect(calls.filter((call) => call === "UpdateItemCommand")).toHaveLength(1);
  });

  test("is over when somebody signs out, for every copy of its cookie", async () => {
    const { started, browser } = await signedIn();
    const copy = started.browser();
    copy.cookies.set("__Host-session", browser.cookies.get("__Host-session") ?? "");
    const left = await browser.del("/sessions/current");

    expect(left.status).toBe(204);
    expect(left.headers.getSetCookie()).toEqual(["__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict"]);
    expect((await copy.get("/sessions/current")).status).toBe(401);
  });

  test("that has ended is over although it was not swept away yet", async () => {
    const { started, browser, status } = await signedIn();
    started.pass(15 * MINUTE);
    const kept = await everythingIn(engine.client, "sessions");

    expect(kept.some(({ pk }) => pk === `SESSION#${hashOf(browser.cookies.get("__Host-session") ?? "")}`)).toBe(true);
    expect(await status()).toBe(401);
    expect(await everythingIn(engine.client, "sessions")).toEqual(kept);
  });

  test.each([
    { what: "nothing", token: "" },
    { what: "another token", token: "A".repeat(43) },
    { what: "a token with something behind it", token: (token: string) => `${token}x` },
    { what: "the public id of the session", token: "sessionId" },
  ])("is not opened by $what", async ({ what, token }) => {
    const { started, browser } = await signedIn();
    const real = browser.cookies.get("__Host-session") ?? "";
    const stored = (await everythingIn(engine.client, "sessions")).find(({ sk }) => sk === "SESSION");
    const forged = typeof token === "function" ? token(real) : token === "sessionId" ? String(stored?.["sessionId"]) : token;
    const thief = started.browser();
    thief.cookies.set("__Host-session", forged);

    expect((await thief.get("/sessions/current")).status, what).toBe(401);
  });
});

describe("what is kept", () => {
  test("holds no number, name, phone, code or token of anybody, once the messages have gone out", async () => {
    const heard = listen();
    const started = startApp(engine);
    const person = await someoneNew(engine.client, { name: "欧阳雨桐" });
    const guessing = started.browser();
    await guessing.post("/session/codes", { number: person.number, name: person.name });
    await guessing.post("/sessions", {
      number: person.number,
      name: person.name,
      code: wrongAfter(started.codeAt(person.phone)),
    });
    const { browser } = await signInAs(started, person);
    await browser.post("/phone-codes", { phone: "19855550001" });

    const codes = started.outbox.map(({ params }) => params["code"] ?? "");
    const secrets = [person.number, person.name, person.phone, "19855550001", ...codes, ...browser.cookies.values()];
    const kept = JSON.stringify(await everythingIn(engine.client, "sessions"));
    expect(codes).toHaveLength(3);
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    expect(kept).not.toContain("MESSAGE#");
    heard.holdsNone(secrets);
  });

  test("ends by itself: every item says when", async () => {
    await signedIn();

    for (const item of await everythingIn(engine.client, "sessions"))
      expect(item).toMatchObject({ expiresAt: expect.any(Number) });
  });
});
