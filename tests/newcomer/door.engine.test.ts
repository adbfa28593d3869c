import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { AliasSecret } from "../../functions/alias.ts";
import { newcomersIn } from "../../functions/sessions/newcomer.ts";
import { sealUnder } from "../../functions/sessions/seal.ts";
import { contracts } from "../../shared/contracts.ts";
import { PersonId, Phone } from "../../shared/kernel/fields.ts";
import { Name } from "../../shared/kernel/names.ts";
import { solve } from "../../shared/session/puzzle.ts";
import { addressOf, queryOf, searchOf } from "../support/address.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { noon } from "../support/build.ts";
import { aliasSecret, someoneElse, someoneNew, wrongAfter } from "../support/people.ts";
import { callsOf, everythingIn } from "../support/table.ts";
import { type Asked, aStranger, askFor, comeIn, formOf, open, send } from "./asking.ts";

const engine = withEngine();

const findingsOf = async (response: Response) => (await response.json()).findings;
const registered = async (more: Partial<Asked> = {}): Promise<Asked> => {
  const { number, name } = await someoneNew(engine.client);
  return aStranger({ number, name, ...more });
};

describe("whether a number is registered", () => {
  /** All that happens to somebody from the first field to the receipt, with the calls that it costs us. */
  async function everythingSaidTo(asked: Asked) {
    const started = startApp(engine);
    const browser = started.browser();
    const calls = callsOf(engine.client);
    const answers: Response[] = [await askFor(browser, asked)];
    const code = started.codeAt(asked.phone);
    for (const typed of [wrongAfter(code), code ?? ""]) answers.push(await open(browser, asked, typed));
    const form = await formOf(browser, asked);
    const key = { headers: { "idempotency-key": crypto.randomUUID() } };
    for (let i = 0; i < 2; i++) answers.push(await browser.post("/registrations/new", form, key));
    const heard = await Promise.all(
      answers.map(async (answer) => {
        const text = (await answer.text()).replace(/"instance":"[^"]+"/, "").replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/, "receipt");
        return { status: answer.status, length: Number(answer.headers.get("content-length")), text };
      }),
    );
    return { heard, calls: [...calls], sent: started.outbox.map(({ template, text }) => ({ template, length: text.length })) };
  }

  test("is in no answer, in no message and in no call to the tables", async () => {
    const [known, unknown] = [
      await everythingSaidTo(await registered({ name: "林晓禾" })),
      await everythingSaidTo(aStranger({ name: "林晓禾" })),
    ];

    expect(unknown).toEqual(known);
    expect(known.heard.map(({ status }) => status)).toEqual([202, 422, 201, 202, 202]);
  });

  test("is asked of nobody: what somebody new does reads nothing of the register", async () => {
    const asked: unknown[] = [];
    engine.client.middlewareStack.add(
      (next) => (args) => {
        asked.push(args.input);
        return next(args);
      },
      { step: "initialize", name: "read" },
    );
    const started = startApp(engine);
    const known = await registered();
    asked.length = 0;
    await send(await comeIn(started, known), known);
    engine.client.middlewareStack.remove("read");

    expect(JSON.stringify(asked)).toMatch(/"casework"/);
    expect(JSON.stringify(asked)).not.toMatch(/"register"/);
  });
});

describe("the code", () => {
  test("goes to the phone that was named, masks the name, and opens one session", async () => {
    const started = startApp(engine);
    const asked = aStranger();
    const browser = started.browser();
    await askFor(browser, asked);
    const ask = browser.cookies.get("__Host-ask") ?? "";
    const code = started.codeAt(asked.phone);

    expect(started.outbox.map(({ to, text }) => ({ to, text }))).toEqual([
      { to: asked.phone, text: `【参保通】沈*夏，第一次登记验证码 ${code}，10分钟内有效。不要告诉别人。` },
    ]);
    const opened = await open(browser, asked, code);
    expect(await opened.json()).toEqual({ limited: true, newcomer: true, idleMinutes: 15 });
    browser.cookies.set("__Host-ask", ask);
    expect(await findingsOf(await open(browser, asked, code))).toEqual([{ code: "code.wrong", path: ["code"] }]);
  });

  test.each([
    { when: "another phone is named", other: { phone: "15499990001" } },
    { when: "another name is named", other: { name: "沈知秋" } },
    { when: "another number is named", other: { number: someoneElse(499) } },
    { when: "another kind of document is named", other: { docType: "OTHER" } },
  ])("opens nothing when $when", async ({ other }) => {
    const started = startApp(engine);
    const asked = aStranger();
    const browser = started.browser();
    await askFor(browser, asked);
    expect((await open(browser, { ...asked, ...other }, started.codeAt(asked.phone))).status).toBe(422);
  });

  test("is no sign-in code, no code for a replacement, and none of those is this one", async () => {
    const started = startApp(engine);
    const person = await someoneNew(engine.client);
    const asked = aStranger({ number: person.number, name: person.name, phone: person.phone });
    const browser = started.browser();
    await askFor(browser, asked);
    const { number, name, phone } = asked;
    const code = started.codeAt(phone);
    expect((await browser.post("/sessions", { number, name, code })).status).toBe(422);
    const key = { headers: { "idempotency-key": crypto.randomUUID() } };
    expect((await browser.post("/phone-replacements", { number, name, phone, code }, key)).status).toBe(422);

    await browser.post("/session/codes", { number, name });
    expect((await open(browser, asked, started.codeAt(phone))).status).toBe(422);
  });

  test("counts only in the browser that asked, and for ten minutes", async () => {
    const started = startApp(engine);
    const asked = aStranger();
    const browser = started.browser();
    await askFor(browser, asked);
    const code = started.codeAt(asked.phone);
    expect(await findingsOf(await open(started.browser(), asked, code))).toEqual([{ code: "code.not-asked", path: ["code"] }]);
    started.pass(600);
    expect((await open(browser, asked, code)).status).toBe(422);
  });

  test("may be wrong five times, then one waits", async () => {
    const started = startApp(engine);
    const asked = aStranger();
    const browser = started.browser();
    await askFor(browser, asked);
    const wrong = wrongAfter(started.codeAt(asked.phone));
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await open(browser, asked, wrong)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test("is sent to a phone five times an hour, whoever is named; its owner still gets sign-in codes", async () => {
    const started = startApp(engine);
    const owner = await someoneNew(engine.client);
    for (let i = 0; i < 6; i++) expect((await askFor(started.browser(), aStranger({ phone: owner.phone }))).status).toBe(202);

    expect(started.outbox).toHaveLength(5);
    expect((await signInAs(started, owner)).response.status).toBe(201);
  });

  test("comes in a rush after a small sum", async () => {
    const started = startApp({ client: engine.client, codesPerMinute: 1, startAt: noon("2026-05-11") });
    await askFor(started.browser(), aStranger());
    const asked = aStranger();
    const browser = started.browser();
    const { challenge } = await (await askFor(browser, asked)).json();
    const digest = async (text: string) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    const answer = await solve(challenge, digest);
    expect((await browser.post("/registrations/new/codes", { ...asked, answer })).status).toBe(202);
    expect((await open(browser, asked, started.codeAt(asked.phone))).status).toBe(201);
  });
});

describe("a session of somebody new", () => {
  const closed = contracts.filter(({ signedIn, newcomer }) => signedIn && !newcomer);
  const ours = contracts.filter(({ newcomer }) => newcomer);

  test.each(closed)("is turned away from $method $path", async (contract) => {
    const started = startApp(engine);
    const browser = await comeIn(started, aStranger());
    const answer = await browser.post(addressOf(contract.path) + searchOf(queryOf(contract)), undefined, {
      method: contract.method,
    });
    expect([answer.status, await answer.json()]).toMatchObject([403, { type: "/problems/not-this-session" }]);
  });

  test("comes to its own form, evidence and submissions, and to nothing else", () => {
    expect(ours.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      "DELETE /evidence/:id",
      "DELETE /sessions/current",
      "GET /evidence/drafts/:draft",
      "GET /sessions/current",
      "GET /submissions",
      "GET /submissions/:receipt",
      "POST /registrations/new",
      "POST /submissions/:receipt/withdrawal",
      "PUT /evidence/:id",
    ]);
  });

  test("is wanted for the form: whoever is signed in as somebody cannot register as somebody new", async () => {
    const started = startApp(engine);
    const { browser } = await signInAs(started, await someoneNew(engine.client));
    const answer = await browser.post("/registrations/new", { a: 1 }, { headers: { "idempotency-key": crypto.randomUUID() } });
    expect([answer.status, await answer.json()]).toMatchObject([403, { type: "/problems/not-this-session" }]);
  });

  test("sends a form about its own number, name and phone only", async () => {
    const started = startApp(engine);
    const asked = aStranger();
    const browser = await comeIn(started, asked);
    for (const other of [{ number: someoneElse(498) }, { name: "沈知秋" }, { phone: "15499990002" }, { docType: "OTHER" }]) {
      const answer = await send(browser, { ...asked, ...other });
      expect([answer.status, await findingsOf(answer)]).toEqual([422, [{ code: "newcomer.other-person", path: ["number"] }]]);
    }
  });

  test("comes back with the same number, name and phone to the same form, and to nobody else's", async () => {
    const started = startApp(engine);
    const asked = aStranger();
    const { receipt } = await (await send(await comeIn(started, asked), asked)).json();
    const again = await comeIn(started, { ...asked, name: "沈 知夏" });
    expect((await again.get(`/submissions/${receipt}`)).status).toBe(200);

    for (const other of [{ phone: "15499990003" }, { name: "沈知秋" }, { number: someoneElse(497) }]) {
      const elsewhere = await comeIn(started, { ...asked, ...other });
      expect((await elsewhere.get(`/submissions/${receipt}`)).status).toBe(404);
      expect((await (await elsewhere.get("/submissions")).json()).submissions).toEqual([]);
    }
  });

  test("sends one form: a second one waits for the first; the same one twice is one", async () => {
    const started = startApp(engine);
    const asked = aStranger();
    const browser = await comeIn(started, asked);
    const form = await formOf(browser, asked);
    const key = { headers: { "idempotency-key": crypto.randomUUID() } };
    const answers = await Promise.all([1, 2, 3].map(() => browser.post("/registrations/new", form, key)));
    const receipts = await Promise.all(answers.map(async (answer) => (await answer.json()).receipt));
    expect(new Set(receipts).size).toBe(1);

    expect(await findingsOf(await send(browser, asked))).toEqual([{ code: "newcomer.sent-already", path: [] }]);
  });
});

describe("a form of somebody new", () => {
  test.each([
    {
      when: "no picture was handed in",
      more: { evidence: { draft: crypto.randomUUID(), ids: [] } },
      code: "newcomer.evidence-missing",
    },
    {
      when: "a picture of another person is named",
      more: { evidence: { draft: crypto.randomUUID(), ids: [crypto.randomUUID()] } },
      code: "evidence.gone",
    },
    {
      when: "there is no such place",
      more: { residence: { division: "349999", lines: "某路1号" } },
      code: "newcomer.division-unknown",
    },
    { when: "the employer is not named", more: { status: "EMPLOYED" }, code: "newcomer.employer-missing" },
    { when: "a grown-up is said to be below school age", more: { status: "PRESCHOOL" }, code: "newcomer.too-old-for-preschool" },
  ])("is turned away with a word for it when $when", async ({ more, code }) => {
    const started = startApp(engine);
    const asked = aStranger();
    expect(await findingsOf(await send(await comeIn(started, asked), asked, more))).toMatchObject([{ code }]);
  });

  test.each([
    { when: "a passport", paper: { docType: "PASSPORT", country: "DEU", number: "C01X00T47" } },
    { when: "an old permanent residence card", paper: { docType: "FPR_ID_LEGACY", number: "FRA310083010103" } },
    { when: "another paper", paper: { docType: "OTHER", number: "TRAVEL-7" } },
  ])("says sex and birth itself where the number does not: $when", async ({ paper }) => {
    const started = startApp(engine);
    const asked = aStranger(paper);
    const browser = await comeIn(started, asked);
    const codes = (await findingsOf(await send(browser, asked))).map(({ code }: { code: string }) => code);
    expect(codes).toEqual(["newcomer.sex-missing", "newcomer.birth-missing"]);
    expect((await send(browser, asked, { sex: "F", birth: "1988-05-06" })).status).toBe(202);
  });
});

test("somebody new is known again while the secret rotates, and no longer when the old version is gone", async () => {
  const one = aliasSecret();
  const two = { current: 2, versions: { ...one.versions, "2": Buffer.alloc(32, 7).toString("base64") } };
  const who = { docType: "RIC" as const, number: someoneElse(496), name: v.parse(Name, "沈知夏") };
  const phone = v.parse(Phone, "15433339999");
  const started = startApp(engine);
  const asked = aStranger({ number: who.number, phone });
  await comeIn(started, asked);
  const theirs = (secret: AliasSecret, personId: PersonId) =>
    newcomersIn({ moment: async () => ({ seal: sealUnder(secret) }) } as never).isTheirs({ personId }, { who, phone });
  const sessions = await everythingIn(engine.client, "sessions");
  const ids = sessions.filter(({ newcomer }) => newcomer).map(({ personId }) => v.parse(PersonId, personId));
  const known = async (secret: AliasSecret) => (await Promise.all(ids.map((id) => theirs(secret, id)))).filter(Boolean).length;

  expect([await known(one), await known(two), await known({ current: 2, versions: { "2": two.versions["2"]! } })]).toEqual([
    1, 1, 0,
  ]);
});
