import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aliasSecret, signInAs, startApp } from "../support/app.ts";
import { aFact, aPhone } from "../support/build.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { aPerson, register, someoneElse } from "../support/people.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let nth = 0;
/** A person of this test's own, in the register. */
async function someone(differences: Partial<Parameters<typeof aPerson>[0]> = {}) {
  const phone = `199${String(++nth).padStart(8, "0")}`;
  const person = aPerson({ number: someoneElse(nth), phone: aPhone(phone), ...differences });
  await register(engine.client, aliasSecret(), person);
  return person;
}
const wrongAfter = (code = "000000") => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("signing in", () => {
  test("with number, name and the code from the phone opens a session that only this browser holds", async () => {
    const person = await someone();
    const started = startApp(engine);
    const { browser, response } = await signInAs(started, person);

    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ limited: false, idleMinutes: 15 });
    expect(response.headers.getSetCookie()).toEqual([
      "__Host-ask=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax",
      expect.stringMatching(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
      expect.stringMatching(/^__Host-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
    expect((await browser.get("/sessions/current")).status).toBe(200);
    expect((await started.browser().get("/sessions/current")).status).toBe(401);
  });
});
