import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { itemOf } from "../../functions/register/table.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aPhone } from "../support/build.ts";
import { type About, aliasSecret, aPerson, register, someoneElse, someoneNew, wrongAfter } from "../support/people.ts";
import type { Browser } from "../support/post.ts";

const engine = withEngine();

const someone = (about: About = {}) => someoneNew(engine.client, about);

type Who = { number: string; name: string };
const ask = (browser: Browser, { number, name }: Who) => browser.post("/session/codes", { number, name });
const bring = (browser: Browser, { number, name }: Who, code = "") => browser.post("/sessions", { number, name, code });
const findingsOf = async (response: Response) => (await response.json()).findings;
const wrongCode = [{ code: "code.wrong", path: ["code"] }];

describe("signing in", () => {
  test("with number, name and the code from the phone opens a session that only this browser holds", async () => {
    const started = startApp(engine);
    const { browser, response } = await signInAs(started, await someone());

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

  test.each([
    { when: "the number has fifteen digits", typed: ({ number }: Who) => number.slice(0, 6) + number.slice(8, 17) },
    {
      when: "the number is full-width, with blanks",
      typed: ({ number }: Who) => ` ${[...number].map((c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).join("")} `,
    },
    {
      when: "the number is typed in groups",
      typed: ({ number }: Who) => `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
    },
  ])("works when $when", async ({ typed }) => {
    const started = startApp(engine);
    const person = await someone();

    expect((await signInAs(started, { ...person, number: typed(person) })).response.status).toBe(201);
  });

  test("works with a name whose dot is another dot", async () => {
    const person = await someone({ name: "阿依努尔·买买提" });

    expect((await signInAs(startApp(engine), { ...person, name: "阿依努尔•买买提" })).response.status).toBe(201);
  });

  test("names the person masked in the message, and how long the code lives", async () => {
    const started = startApp(engine);
    const person = await someone();
    await ask(started.browser(), person);

    expect(started.outbox.map(({ to, text }) => ({ to, text }))).toEqual([
      { to: person.phone, text: `【参保通】林*禾，登录验证码 ${started.codeAt(person.phone)}，10分钟内有效。不要告诉别人。` },
    ]);
  });
});

describe("signing in, whatever the paper", () => {
  test("works with one whose number begins with a digit", async () => {
    const person = await someone({ number: "01234567", docType: "OTHER" });

    expect((await signInAs(startApp(engine), person)).response.status).toBe(201);
  });

  test.each([
    { when: "a file left out the reserved digit", held: "USA900000001", typed: "USA0900000001" },
    { when: "a person leaves it out", held: "USA0900000002", typed: "USA900000002" },
    { when: "the passport begins with that digit itself", held: "USA00900000003", typed: "USA0900000003" },
  ])("works with a passport when $when", async ({ held, typed }) => {
    const person = await someone({ number: held, docType: "PASSPORT" });

    expect((await signInAs(startApp(engine), { ...person, number: typed })).response.status).toBe(201);
  });

  test("has one patience, with the reserved digit or without", async () => {
    const started = startApp(engine);
    const person = await someone({ number: "USA0900000004", docType: "PASSPORT" });
    const browser = started.browser();
    await ask(browser, person);
    const wrong = wrongAfter(started.codeAt(person.phone));
    for (let i = 0; i < 5; i++) await bring(browser, person, wrong);

    expect((await bring(browser, { ...person, number: "USA900000004" }, wrong)).status).toBe(429);
  });

  test("works for the living one of two with one number and one name, whose other registration is closed", async () => {
    const number = someoneElse(700);
    const living = aPerson({ number, phone: aPhone("19822220701") });
    const closed = aPerson({ number, phone: aPhone("19822220702"), registration: { status: "closed" } });
    await register(engine.client, aliasSecret(), closed, living);
    const started = startApp(engine);

    expect((await signInAs(started, living)).response.status).toBe(201);
    expect(started.outbox.map(({ to }) => to)).toEqual([living.phone]);
  });
});

describe("a code", () => {
  test("that is wrong never opens anything, and another one may be asked for afterwards", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    const refused = await bring(browser, person, wrongAfter(started.codeAt(person.phone)));

    expect(refused.status).toBe(422);
    expect(await findingsOf(refused)).toEqual(wrongCode);
    expect(browser.cookies.has("__Host-session")).toBe(false);
    expect((await signInAs(started, person, browser)).response.status).toBe(201);
  });

  test("is used up by the first sign-in", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    const ask1 = browser.cookies.get("__Host-ask") ?? "";
    await bring(browser, person, started.codeAt(person.phone));
    browser.cookies.set("__Host-ask", ask1);

    expect(await findingsOf(await bring(browser, person, started.codeAt(person.phone)))).toEqual(wrongCode);
  });

  test("opens one session when it comes four times at once", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    const code = started.codeAt(person.phone);
    const answers = await Promise.all([1, 2, 3, 4].map(() => bring(browser, person, code)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
  });

  test("lives ten minutes", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    started.pass(10 * 60);

    expect(await findingsOf(await bring(browser, person, started.codeAt(person.phone)))).toEqual(wrongCode);
  });

  test("stays good when one more was sent, because messages overtake each other; the one before that does not", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    for (let i = 0; i < 3; i++) await ask(browser, person);
    const [oldest, middle] = started.outbox.map(({ params }) => params["code"]);

    expect(await findingsOf(await bring(browser, person, oldest))).toEqual(wrongCode);
    expect((await bring(browser, person, middle)).status).toBe(201);
  });

  test.each([
    { when: "the browser never asked", other: async () => {}, findings: [{ code: "code.not-asked", path: ["code"] }] },
    { when: "the browser asked for another code of its own", other: ask, findings: wrongCode },
  ])("does not count when $when", async ({ other, findings }) => {
    const started = startApp(engine);
    const person = await someone();
    await ask(started.browser(), person);
    const code = started.codeAt(person.phone);
    const thief = started.browser();
    await other(thief, person);

    expect(await findingsOf(await bring(thief, person, code))).toEqual(findings);
  });

  test("for one of two people who share a number opens nothing for the other", async () => {
    const started = startApp(engine);
    const number = someoneElse(500);
    const ann = aPerson({ number, name: "王安", phone: aPhone("19811110001") });
    const ben = aPerson({ number, name: "王本", phone: aPhone("19811110002") });
    await register(engine.client, aliasSecret(), ann, ben);
    const browser = started.browser();
    await ask(browser, ann);

    expect(started.outbox.map(({ to }) => to)).toEqual([ann.phone]);
    expect(await findingsOf(await bring(browser, ben, started.codeAt(ann.phone)))).toEqual(wrongCode);
    expect((await bring(browser, ann, started.codeAt(ann.phone))).status).toBe(201);
  });

  test("sent to a phone that is no longer the person's opens nothing", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = started.browser();
    await ask(browser, person);
    const moved = itemOf.fact(person.record.registration.personId, aPhone("19811110003"));
    await engine.client.send(new PutItemCommand({ TableName: "register", Item: moved }));

    expect(await findingsOf(await bring(browser, person, started.codeAt(person.phone)))).toEqual(wrongCode);
  });

  test.each([
    { when: "the name is another one", about: {}, typed: { name: "林晓木" } },
    { when: "the registration is closed", about: { registration: { status: "closed" as const } }, typed: {} },
    { when: "there is no phone", about: { phone: "none" as const }, typed: {} },
  ])("is not sent when $when, and the answer is the usual one", async ({ about, typed }) => {
    const started = startApp(engine);
    const response = await ask(started.browser(), { ...(await someone(about)), ...typed });

    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ expiresInMinutes: 10 });
    expect(started.outbox).toEqual([]);
  });

  test.each([
    { when: "a digit is missing", number: "34046919030303001", code: "number.bad-length" },
    { when: "two digits are swapped", number: someoneElse(1).replace("340469", "340496"), code: "number.bad-check-digit" },
    { when: "Excel has eaten its end", number: "3.40469E+17", code: "number.excel-damaged" },
  ])("is not asked for with a number that cannot be one, when $when", async ({ number, code }) => {
    const response = await ask(startApp(engine).browser(), { number, name: "林晓禾" });

    expect(response.status).toBe(422);
    expect(await findingsOf(response)).toEqual([{ code, path: ["number"] }]);
  });
});
