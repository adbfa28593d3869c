import { describe, expect, test } from "vitest";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aPhone } from "../support/build.ts";
import { type About, type Known, someoneElse, someoneNew, wrongAfter } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { callsOf } from "../support/table.ts";

const engine = withEngine();

const someone = (about: About = {}) => someoneNew(engine.client, about);
const ask = (browser: Browser, { number, name }: Pick<Known, "number" | "name">) =>
  browser.post("/session/codes", { number, name });
const bring = (browser: Browser, { number, name }: Pick<Known, "number" | "name">, code = "") =>
  browser.post("/sessions", { number, name, code });

/** Types a wrong code so many times; what was answered each time: the status, or the seconds to wait. */
async function guess(browser: Browser, person: Known, times: number, code = wrongAfter()) {
  const answers: (number | undefined)[] = [];
  for (let i = 0; i < times; i++) {
    const { status, retryAfterSeconds } = await (await bring(browser, person, code)).json();
    answers.push(status === 429 ? retryAfterSeconds : status);
  }
  return answers;
}

describe("the ladder", () => {
  test("lets five wrong codes pass, then makes one wait 1, 5, 10 and 60 minutes, and never longer", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    const wrong = wrongAfter(started.codeAt(person.phone));

    expect(await guess(browser, person, 6, wrong)).toEqual([422, 422, 422, 422, 422, 60]);
    for (const wait of [60, 300, 600, 3600, 3600, 3600]) {
      started.pass(wait - 1);
      expect(await guess(browser, person, 1)).toEqual([1]);
      started.pass(1);
      expect(await guess(browser, person, 1)).toEqual([422]);
    }
  });

  test("says with the fifth wrong code how long it is until the next try, in the body and in Retry-After", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    await guess(browser, person, 4);
    const fifth = await bring(browser, person, wrongAfter(started.codeAt(person.phone)));

    expect(fifth.headers.get("retry-after")).toBe("60");
    expect(await fifth.json()).toMatchObject({ status: 422, retryAfterSeconds: 60 });
  });

  test("takes not even the right code while one has to wait, and takes it afterwards", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    const code = started.codeAt(person.phone);
    await guess(browser, person, 5, wrongAfter(code));

    expect((await bring(browser, person, code)).status).toBe(429);
    started.pass(60);
    expect((await bring(browser, person, code)).status).toBe(201);
  });

  test("begins at its foot again after a sign-in, and a day after the last wrong try", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    await guess(browser, person, 4, wrongAfter(started.codeAt(person.phone)));
    await bring(browser, person, started.codeAt(person.phone));
    const other = started.browser();
    await ask(other, person);

    expect(await guess(other, person, 6, wrongAfter(started.codeAt(person.phone)))).toEqual([422, 422, 422, 422, 422, 60]);
    started.pass(24 * 3600);
    await ask(other, person);
    expect(await guess(other, person, 6, wrongAfter(started.codeAt(person.phone)))).toEqual([422, 422, 422, 422, 422, 60]);
  });

  test("looks at five codes, however many come at once", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    const wrong = wrongAfter(started.codeAt(person.phone));
    const answers = await Promise.all(Array.from({ length: 30 }, () => bring(browser, person, wrong)));

    const looked = answers.filter(({ status }) => status === 422).length;
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 422 || status === 429)).toBe(true);
  });

  test("is of a number and a name: it waits for a guessed name as for the right one, each by itself", async () => {
    const started = startApp(engine);
    const person = await someone();
    const guessed = { ...person, name: "别的名字" };
    const browser = started.browser();
    await ask(browser, guessed);
    await ask(browser, person);

    expect(await guess(browser, guessed, 6)).toEqual([422, 422, 422, 422, 422, 60]);
    expect(await guess(browser, person, 6, wrongAfter(started.codeAt(person.phone)))).toEqual([422, 422, 422, 422, 422, 60]);
  });

  test("is the same one however the name is typed", async () => {
    const started = startApp(engine);
    const person = await someone({ name: "阿依古丽·买买提" });
    const browser = started.browser();
    await ask(browser, person);
    const wrong = wrongAfter(started.codeAt(person.phone));
    await guess(browser, { ...person, name: "阿依古丽•买买提" }, 3, wrong);

    expect(await guess(browser, { ...person, name: "阿依古丽 · 买买提" }, 3, wrong)).toEqual([422, 422, 60]);
  });
});

describe("codes", () => {
  test("are sent five times an hour to one person, and the answer stays the same after that", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    const answers: number[] = [];
    for (let i = 0; i < 8; i++) answers.push((await ask(browser, person)).status);

    expect(answers).toEqual(Array(8).fill(202));
    expect(started.outbox).toHaveLength(5);
    started.pass(3600);
    await ask(browser, person);
    expect(started.outbox).toHaveLength(6);
  });

  test("go out no more than five times in any hour, also when a hundred are asked for at once", async () => {
    const started = startApp(engine);
    const person = await someone();
    await Promise.all(Array.from({ length: 30 }, () => ask(started.browser(), person)));

    expect(started.outbox.length).toBeLessThanOrEqual(5);
  });

  test("that were sent stay good when more are asked for than may be sent", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    for (let i = 0; i < 8; i++) await ask(browser, person);

    expect((await bring(browser, person, started.codeAt(person.phone))).status).toBe(201);
  });

  test("go to one phone five times an hour, whoever of the family asks", async () => {
    const started = startApp(engine);
    const phone = aPhone("19822220001");
    const family = [await someone({ phone }), await someone({ phone, name: "林小小" }), await someone({ phone, name: "林大山" })];
    for (const person of [...family, ...family]) await ask(started.browser(), person);

    expect(started.outbox.map(({ params }) => params["calls"])).toEqual(["林*禾", "林*小", "林*山", "林*禾", "林*小"]);
  });
});

describe("an attacker who wears out codes and patience", () => {
  /** Everything a stranger can do to keep somebody out, for as long as it lasts. */
  async function attack(started: Started, person: Known) {
    const attacker = started.browser();
    for (let i = 0; i < 8; i++) await ask(attacker, person);
    await guess(attacker, person, 6, wrongAfter(started.codeAt(person.phone)));
  }

  test("does not keep the owner out of the browser they have signed in from before", async () => {
    const started = startApp(engine);
    const person = await someone();
    const { browser } = await signInAs(started, person);
    await browser.del("/sessions/current");
    await attack(started, person);

    expect((await signInAs(started, person, browser)).response.status).toBe(201);
  });

  test("who knows the number only keeps nobody out of their first sign-in", async () => {
    const started = startApp(engine);
    const person = await someone();
    await attack(started, { ...person, name: "别的名字" });

    expect((await signInAs(started, person)).response.status).toBe(201);
  });

  test("keeps strangers out only: another browser has to wait, and says for how long", async () => {
    const started = startApp(engine);
    const person = await someone();
    await attack(started, person);
    const answer = (await signInAs(started, person)).response;

    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({ type: "/problems/wait", retryAfterSeconds: 60 });
  });

  test("gains nothing by a device that is known for somebody else", async () => {
    const started = startApp(engine);
    const person = await someone();
    const { browser } = await signInAs(started, await someone());
    await attack(started, person);

    expect(await guess(browser, person, 1)).toEqual([422]); // no ask cookie of this browser is left: nothing was tried
    await ask(browser, person);
    expect(await guess(browser, person, 1)).toEqual([60]);
  });
});

describe("who asks for a code learns nothing about who is registered", () => {
  const unknown = { number: someoneElse(900), name: "林晓禾" };

  test("by the answer, its length or the work behind it: known, unknown, blocked, without a phone", async () => {
    const started = startApp(engine);
    const known = await someone();
    const blocked = await someone();
    for (let i = 0; i < 5; i++) await ask(started.browser(), blocked);
    const withoutPhone = await someone({ phone: "none" });

    const seen = [];
    for (const person of [known, unknown, blocked, withoutPhone, { ...known, name: "林晓木" }]) {
      const calls = callsOf(engine.client);
      const response = await ask(started.browser(), person);
      const headers = [...response.headers].map(([name, value]) => [name, value.length]);
      seen.push({ status: response.status, headers, body: await response.text(), calls: calls.length, kinds: calls.toSorted() });
    }
    for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
    expect(seen[0]?.calls).toBeGreaterThan(8);
  });

  test("by a wrong code: known and unknown get the same answers, with the same work, up the same ladder", async () => {
    const started = startApp(engine);
    const people = [await someone(), unknown, await someone({ phone: "none" })];

    const seen = [];
    for (const person of people) {
      const browser = started.browser();
      await ask(browser, person);
      const wrong = wrongAfter(started.codeAt("phone" in person ? String(person.phone) : ""));
      const calls = callsOf(engine.client);
      const answers = [];
      for (let i = 0; i < 7; i++) {
        const { instance: _, ...problem } = await (await bring(browser, person, wrong)).json();
        answers.push(problem);
      }
      seen.push({ answers, calls: calls.length });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });
});
