import { beforeAll, describe, expect, test } from "vitest";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aPhone } from "../support/build.ts";
import { type Known, someoneNew } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";

const engine = withEngine();
let started: Started;
beforeAll(() => {
  started = startApp(engine);
});

const signIn = async (person: Known) => {
  const { browser, response } = await signInAs(started, person);
  return { browser, said: await response.json() };
};
const noted = async ({ record }: Known) =>
  (await everythingIn(engine.client, "casework")).filter(({ pk }) => pk === `PERSON#${record.registration.personId}`);

describe("the privacy notice", () => {
  test("is unread at the first sign-in and not at the next; it is noted once, with the first time", async () => {
    const person = await someoneNew(engine.client, { notice: "unread" });
    const { browser, said } = await signIn(person);
    expect(said).toEqual({ limited: false, idleMinutes: 15, notice: "unread" });

    const at = started.now();
    expect((await browser.post("/privacy/notices", { version: NOTICE_VERSION })).status).toBe(204);
    started.pass(60);
    expect((await browser.post("/privacy/notices", { version: NOTICE_VERSION })).status).toBe(204);

    expect(await noted(person)).toMatchObject([{ sk: `NOTICE#${NOTICE_VERSION}`, version: NOTICE_VERSION, at }]);
    expect((await signIn(person)).said).toEqual({ limited: false, idleMinutes: 15 });
  });

  test("blocks nothing while it is unread", async () => {
    const person = await someoneNew(engine.client, { notice: "unread" });
    const { browser } = await signIn(person);

    expect((await browser.get("/check")).status).toBe(200);
  });

  test("of another version than today's is not what somebody can have read", async () => {
    const person = await someoneNew(engine.client, { notice: "unread" });
    const { browser } = await signIn(person);

    expect((await browser.post("/privacy/notices", { version: "2020-01-01" })).status).toBe(400);
    expect(await noted(person)).toEqual([]);
  });

  test("is not read for the person by whoever only has their old phone", async () => {
    const person = await someoneNew(engine.client, {
      notice: "unread",
      phone: aPhone("15412340077", { confirmedOn: undefined }),
    });
    const { browser, said } = await signIn(person);
    expect(said).toMatchObject({ limited: true });
    expect(said).not.toHaveProperty("notice");

    expect((await browser.post("/privacy/notices", { version: NOTICE_VERSION })).status).toBe(403);
    expect(await noted(person)).toEqual([]);
  });
});
