import { describe, expect, test } from "vitest";
import { solve } from "../../shared/session/puzzle.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { noon } from "../support/build.ts";
import { someoneElse, someoneNew, wrongAfter } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";
import { type Asked, askFor, bring } from "./asking.ts";

const engine = withEngine();

let nth = 0;
const aPhoneInHand = () => `1977777${String(++nth).padStart(4, "0")}`;
const known = async (): Promise<Asked> => ({ ...(await someoneNew(engine.client)), phone: aPhoneInHand() });
const stranger = async (): Promise<Asked> => ({ number: someoneElse(900 + ++nth), name: "林晓木", phone: aPhoneInHand() });
const withWrongName = async (): Promise<Asked> => ({ ...(await known()), name: "林晓木" });
const closed = async (): Promise<Asked> => ({
  ...(await someoneNew(engine.client, { registration: { status: "closed" } })),
  phone: aPhoneInHand(),
});
const findingsOf = async (response: Response) => (await response.json()).findings;

/** All that an answer says, but for what is random in it: its letters count, their number tells something. */
async function said(response: Response) {
  const text = await response.text();
  const headers = [...response.headers].map(([name, value]) => [name, value.replace(/=[\w-]{43};/, "=token;")]);
  return {
    status: response.status,
    length: text.length,
    headers,
    text: text.replace(/"instance":"[^"]+"/, "").replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/, "receipt"),
  };
}

/** What is asked of the tables while this is done: kind of call, number of items in it. */
async function callsOf(work: () => Promise<void>): Promise<string[]> {
  const calls: string[] = [];
  engine.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const writes = "TransactItems" in args.input ? (args.input.TransactItems?.length ?? 0) : 1;
        calls.push(`${commandName} ${writes}`);
        return next(args);
      },
    { step: "initialize", name: "listen" },
  );
  await work();
  engine.client.middlewareStack.remove("listen");
  return calls;
}

/** One request with all that can happen on its way: a wrong code, the right one, the same form again, another one under its key. */
async function everythingSaidTo(asked: Asked) {
  const started = startApp(engine);
  const browser = started.browser();
  const filedBefore = (await everythingIn(engine.client, "casework")).length;
  const answers: Awaited<ReturnType<typeof said>>[] = [];
  const calls = await callsOf(async () => {
    answers.push(await said(await askFor(browser, asked)));
    const code = started.codeAt(asked.phone);
    const key = crypto.randomUUID();
    for (const typed of [wrongAfter(code), code, code, wrongAfter(code)])
      answers.push(await said(await bring(browser, asked, typed, key)));
  });
  const filed = (await everythingIn(engine.client, "casework")).length - filedBefore;
  const messages = started.outbox.map(({ template, text }) => ({ template, length: text.length }));
  return { heard: { answers, calls, messages }, filed };
}

describe("who asks learns nothing about who is registered", () => {
  test.each([
    { when: "nobody has the number", other: stranger },
    { when: "the name is another one", other: withWrongName },
    { when: "the registration is closed", other: closed },
  ])(
    "when $when: code, answers, their length and the work are those for somebody known, and nothing is filed",
    async ({ other }) => {
      const [somebody, nobody] = [await everythingSaidTo(await known()), await everythingSaidTo(await other())];

      expect(nobody.heard).toEqual(somebody.heard);
      expect(somebody.heard.answers.map(({ status }) => status)).toEqual([202, 422, 202, 202, 409]);
      expect(somebody.heard.answers[2]?.text).toBe('{"receipt":"receipt","status":"received"}');
      expect([somebody.filed, nobody.filed]).toEqual([2, 0]);
    },
  );

  test("the same receipt comes back for the same form, known or not", async () => {
    for (const asked of [await known(), await stranger()]) {
      const started = startApp(engine);
      const browser = started.browser();
      await askFor(browser, asked);
      const key = crypto.randomUUID();
      const answers = await Promise.all([1, 2, 3].map(() => bring(browser, asked, started.codeAt(asked.phone), key)));
      const receipts = await Promise.all(answers.map(async (answer) => (await answer.json()).receipt));

      expect(new Set(receipts)).toEqual(new Set([expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)]));
    }
  });
});

describe("the code to the new phone", () => {
  test("goes there, masks the name, and is good for one request only", async () => {
    const started = startApp(engine);
    const asked = await known();
    const browser = started.browser();
    await askFor(browser, asked);
    const ask = browser.cookies.get("__Host-ask") ?? "";
    const code = started.codeAt(asked.phone);

    expect(started.outbox.map(({ to, text }) => ({ to, text }))).toEqual([
      { to: asked.phone, text: `【参保通】林*禾，新手机号验证码 ${code}，10分钟内有效。不要告诉别人。` },
    ]);
    expect((await bring(browser, asked, code)).status).toBe(202);
    browser.cookies.set("__Host-ask", ask);
    expect(await findingsOf(await bring(browser, asked, code))).toEqual([{ code: "code.wrong", path: ["code"] }]);
  });

  test.each([
    { when: "another phone is named", other: { phone: "19799990001" } },
    { when: "another name is named", other: { name: "林晓木" } },
    { when: "another number is named", other: { number: someoneElse(899) } },
  ])("proves nothing when $when", async ({ other }) => {
    const started = startApp(engine);
    const asked = await known();
    const browser = started.browser();
    await askFor(browser, asked);

    expect((await bring(browser, { ...asked, ...other }, started.codeAt(asked.phone))).status).toBe(422);
  });

  test("counts only in the browser that asked, and for ten minutes", async () => {
    const started = startApp(engine);
    const asked = await known();
    const browser = started.browser();
    await askFor(browser, asked);
    const code = started.codeAt(asked.phone);
    const elsewhere = await bring(started.browser(), asked, code);
    expect(await findingsOf(elsewhere)).toEqual([{ code: "code.not-asked", path: ["code"] }]);

    started.pass(600);
    expect((await bring(browser, asked, code)).status).toBe(422);
  });

  test("may be wrong five times, then one waits; no sign-in of that person waits with them", async () => {
    const started = startApp(engine);
    const person = await someoneNew(engine.client);
    const asked = { ...person, phone: aPhoneInHand() };
    const browser = started.browser();
    await askFor(browser, asked);
    const wrong = wrongAfter(started.codeAt(asked.phone));
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await bring(browser, asked, wrong)).status);

    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await signInAs(started, person)).response.status).toBe(201);
  });

  test("is sent five times an hour, whoever is asked for; the owner of the phone still gets sign-in codes", async () => {
    const started = startApp(engine);
    const owner = await someoneNew(engine.client);
    for (let i = 0; i < 6; i++) {
      const response = await askFor(started.browser(), { ...(await stranger()), phone: owner.phone });
      expect(response.status).toBe(202);
    }
    const others = { number: owner.number, name: owner.name };
    for (let i = 0; i < 6; i++) await askFor(started.browser(), { ...others, phone: aPhoneInHand() });

    expect(started.outbox.filter(({ to }) => to === owner.phone)).toHaveLength(5);
    expect(started.outbox).toHaveLength(10);
    expect((await signInAs(started, owner)).response.status).toBe(201);
  });

  test("comes in a rush after a small sum", async () => {
    const started = startApp({ client: engine.client, codesPerMinute: 1, startAt: noon("2026-05-11") });
    const asked = await known();
    await askFor(started.browser(), await stranger());
    const browser = started.browser();
    const { challenge } = await (await askFor(browser, asked)).json();
    const digest = async (text: string) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    const { number, name, phone } = asked;
    const answer = await solve(challenge, digest);

    expect((await browser.post("/phone-replacements/codes", { number, name, phone, answer })).status).toBe(202);
    expect((await bring(browser, asked, started.codeAt(phone))).status).toBe(202);
  });
});

test("a number that cannot be one is said to be so, before any code", async () => {
  const started = startApp(engine);
  const asked = { ...(await stranger()), number: "34046919030303001" };
  const answers = [await askFor(started.browser(), asked), await bring(started.browser(), asked)];

  for (const answer of answers) expect(await findingsOf(answer)).toEqual([{ code: "number.bad-length", path: ["number"] }]);
});
