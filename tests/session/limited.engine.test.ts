import { describe, expect, test } from "vitest";
import { contracts } from "../../shared/contracts.ts";
import { addressOf } from "../support/address.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aFact, anInsurance, aPhone } from "../support/build.ts";
import { type About, type Known, someoneNew } from "../support/people.ts";
import type { Browser } from "../support/post.ts";

const engine = withEngine();

let line = 0;
const aLine = (differences: object) => aPhone(`1983333${String(++line).padStart(4, "0")}`, differences);
const stale = () => aLine({ confirmedOn: "2025-03-31" });
const withCard = {
  card: aFact({ name: "card", hasCard: true, number: "A12345678" }),
  summary: { insurances: { pension: anInsurance({ years: { "2025": "pppppppppppp", "2026": "pp----------" } }) } },
};
const someone = (about: About = {}) => someoneNew(engine.client, { phone: stale(), ...withCard, ...about });
const prove = (browser: Browser, cardNumber = "A12345678", lastPaid = "2026-02") =>
  browser.post("/sessions/current/proofs", { cardNumber, lastPaid });

describe("a phone that proves too little limits the session, and the session says why", () => {
  test.each([
    { when: "was confirmed a year ago today", phone: { confirmedOn: "2025-03-31" }, because: "phone-stale" },
    {
      when: "comes from a file that does not say when it was confirmed",
      phone: { confirmedOn: undefined },
      because: "phone-unconfirmed",
    },
    { when: "is said to be confirmed tomorrow", phone: { confirmedOn: "2026-04-01" }, because: "phone-unconfirmed" },
    { when: "was set 29 days ago", phone: { confirmedOn: "2026-03-02", from: "2026-03-02" }, because: "phone-new" },
  ])("when it $when", async ({ phone, because }) => {
    const { response } = await signInAs(startApp(engine), await someone({ phone: aLine(phone) }));

    expect(await response.json()).toEqual({ limited: true, because, idleMinutes: 15 });
  });

  test.each([
    { when: "was confirmed a year ago tomorrow", phone: { confirmedOn: "2025-04-01" } },
    { when: "was set 30 days ago", phone: { confirmedOn: "2026-03-01", from: "2026-03-01" } },
  ])("and not when it $when", async ({ phone }) => {
    const { response } = await signInAs(startApp(engine), await someone({ phone: aLine(phone) }));

    expect(await response.json()).toMatchObject({ limited: false });
  });
});

describe("a limited session", () => {
  const closed = contracts.filter(({ signedIn, limited }) => signedIn && !limited);

  test.each(closed)("is turned away from $method $path", async ({ method, path }) => {
    const { browser } = await signInAs(startApp(engine), await someone());
    const answer = await browser.post(addressOf(path), undefined, { method });

    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ type: "/problems/not-this-session" });
  });

  test("may only check, prove, leave, and take back who may act for them", () => {
    expect(
      contracts.filter(({ signedIn, limited }) => signedIn && limited).map(({ method, path }) => `${method} ${path}`),
    ).toEqual([
      ...["GET /sessions/current", "DELETE /sessions/current", "POST /sessions/current/proofs", "GET /check"],
      ...["GET /delegations", "POST /delegations/:delegation/end"],
    ]);
  });

  test.each([
    { when: "typed as on the card", cardNumber: "A12345678" },
    { when: "typed in groups, small and full-width", cardNumber: "ａ123 456-78" },
  ])("becomes complete by card number and month of the last payment, $when", async ({ cardNumber }) => {
    const started = startApp(engine);
    const { browser } = await signInAs(started, await someone());
    const before = browser.cookies.get("__Host-session");
    const proved = await prove(browser, cardNumber);

    expect(proved.status).toBe(201);
    expect(await proved.json()).toEqual({ limited: false, idleMinutes: 15 });
    expect((await browser.get("/submissions")).status).toBe(200);
    expect(browser.cookies.get("__Host-session")).not.toBe(before);
    expect(browser.cookies.has("__Host-device")).toBe(true);
    browser.cookies.set("__Host-session", before ?? "");
    expect((await browser.get("/sessions/current")).status).toBe(401);
  });

  test.each([
    { what: "another card", cardNumber: "A12345679", lastPaid: "2026-02" },
    { what: "another month", cardNumber: "A12345678", lastPaid: "2026-01" },
  ])(
    "stays limited after $what; and after two wrong proofs for good, even with the right one",
    async ({ cardNumber, lastPaid }) => {
      const { browser } = await signInAs(startApp(engine), await someone());
      const codes = [];
      for (let i = 0; i < 2; i++) codes.push((await (await prove(browser, cardNumber, lastPaid)).json()).findings[0].code);
      codes.push((await (await prove(browser)).json()).findings[0].code);

      expect(codes).toEqual(["proof.wrong", "proof.wrong", "proof.used-up"]);
      expect(await (await browser.get("/sessions/current")).json()).toMatchObject({ limited: true });
    },
  );

  test("looks at two proofs, however many come at once", async () => {
    const { browser } = await signInAs(startApp(engine), await someone());
    const answers = await Promise.all(Array.from({ length: 10 }, () => prove(browser, "A00000000")));
    const codes = await Promise.all(answers.map(async (answer) => (await answer.json()).findings[0]?.code));

    expect(codes.filter((code) => code === "proof.wrong").length).toBeLessThanOrEqual(2);
  });

  test("cannot become complete by a card that the register does not know", async () => {
    const { browser } = await signInAs(startApp(engine), await someone({ card: aFact({ name: "card", hasCard: true }) }));

    expect((await prove(browser, "undefined")).status).toBe(422);
  });

  test("that begins again and again climbs one ladder of proofs", async () => {
    const started = startApp(engine);
    const person = await someone();
    const statuses = [];
    for (let i = 0; i < 3; i++) {
      const { browser } = await signInAs(started, person);
      for (let j = 0; j < 2; j++) statuses.push((await prove(browser, "A00000000")).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});

describe("a stranger who was given somebody's old phone number", () => {
  /** The stranger needs number and name too; say they have found them. */
  async function stranger(started: Started, person: Known) {
    const { browser, response } = await signInAs(started, person);
    expect(await response.json()).toMatchObject({ limited: true });
    return browser;
  }

  test("sees yes or no, can change nothing, and is no known device afterwards", async () => {
    const started = startApp(engine);
    const person = await someone();
    const browser = await stranger(started, person);

    expect(await (await browser.get("/check")).json()).toMatchObject({ limited: true, because: "phone-stale" });
    expect((await browser.post("/phone-codes", { phone: "19844440001" })).status).toBe(403);
    expect(browser.cookies.has("__Host-device")).toBe(false);
  });

  test("does not keep the owner, in a browser known from before, from proving more", async () => {
    const started = startApp(engine);
    const person = await someone();
    const { browser: owner } = await signInAs(started, person);
    await prove(owner);
    await owner.del("/sessions/current");
    for (let i = 0; i < 3; i++) {
      const browser = await stranger(started, person);
      for (let j = 0; j < 2; j++) await prove(browser, "A00000000");
    }
    await signInAs(started, person, owner);

    expect((await prove(owner)).status).toBe(201);
  });
});

test("three people with one phone: each code names one of them and opens the door for that one", async () => {
  const started = startApp(engine);
  const phone = aLine({});
  const names = ["林大山", "王秀英", "林小禾"];
  const family = await Promise.all(names.map((name) => someoneNew(engine.client, { phone, name })));
  for (const person of family) {
    const { response } = await signInAs(started, person);
    expect(response.status).toBe(201);
  }

  expect(started.outbox.map(({ text }) => text.slice(0, 9))).toEqual([
    "【参保通】林*山，",
    "【参保通】王*英，",
    "【参保通】林*禾，",
  ]);
});
