// How one adult comes to act for another, what they may do, and how it ends: on the real engine.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { itemOf as caseworkItemOf } from "../../functions/casework/table.ts";
import { itemOf } from "../../functions/register/table.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aPhone, day, noon } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { type Known, wrongAfter } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";
import { aTransfer } from "../transfer/someone.ts";
import { actsFor, aDelegation, aRelative, beginAs, codesTo, HOURS, headers, idOf, wishFor } from "./family.ts";

const engine = withEngine();

const start = () => startApp({ client: engine.client, startAt: noon("2026-11-22") });
const two = async () =>
  [await aRelative(engine.client, { name: "王小雨" }), await aRelative(engine.client, { name: "王建国" })] as const;
const phone = (number: string, more = {}) => aPhone(number, { confirmedOn: "2026-09-01", from: "2020-01-01", ...more });
const findingsIn = async (response: Response): Promise<string[]> =>
  (await response.json()).findings.map(({ code }: { code: string }) => code);

/** Whether asking brings a code to the giver, and what the answer is. */
async function asking(started: ReturnType<typeof start>, asker: Known, giver: Pick<Known, "number" | "name" | "phone">) {
  const { browser } = await signInAs(started, asker);
  const before = codesTo(started, giver.phone).length;
  const response = await browser.post("/delegations/codes", wishFor(giver));
  return { status: response.status, said: await response.text(), sent: codesTo(started, giver.phone).length - before, browser };
}

describe("a daughter acts for her father", () => {
  test("by the code in his message, which names her; he is told at once, and both see it", async () => {
    const started = start();
    const [daughter, father] = await two();
    const { browser, begun } = await actsFor(started, daughter, father, { scopes: ["enrolment"] });
    expect(begun).toMatchObject({ name: "王*国", state: "look-only", scopes: ["enrolment", "look"], ends: "2027-05-21" });
    expect(codesTo(started, father.phone)).toMatchObject([
      { params: { calls: "王*国", by: "王*雨", scopes: "看、参保和停保", months: "6" } },
    ]);
    expect(codesTo(started, father.phone)[0]?.text).toContain("王*雨想替您办社保：看、参保和停保，6个月。");
    expect(started.outbox.at(-1)).toMatchObject({ to: father.phone, template: "delegation-begun", params: { by: "王*雨" } });

    const hers = await (await browser.get("/delegations")).json();
    expect(hers).toMatchObject({ actsFor: [{ name: "王*国" }], actsForMe: [] });
    const his = await (await (await signInAs(started, father)).browser.get("/delegations")).json();
    // He was told her code by telephone and knows her: masked, all of a family look alike.
    expect(his).toMatchObject({ actsFor: [], actsForMe: [{ name: "王小雨", delegation: begun.delegation }] });
    expect(JSON.stringify([hers, his])).not.toMatch(new RegExp(`${idOf(daughter)}|${idOf(father)}`));
  });

  test("looks only for 72 hours, and then does what was allowed and nothing else", async () => {
    const started = start();
    const [daughter, father] = await two();
    const { browser, begun } = await actsFor(started, daughter, father, { scopes: ["enrolment"] });
    const get = (path: string) => browser.get(`${path}?for=${begun.delegation}`);
    expect(await (await get("/check")).json()).toMatchObject({ person: { name: "王*国" } });
    const early = await get("/enrolments/offer");
    expect([early.status, await findingsIn(early)]).toEqual([422, ["delegation.look-only"]]);

    started.pass(72 * HOURS - 1);
    const { browser: later } = await signInAs(started, daughter);
    expect((await later.get(`/enrolments/offer?for=${begun.delegation}`)).status).toBe(422);
    started.pass(1);
    expect((await later.get(`/enrolments/offer?for=${begun.delegation}`)).status).toBe(200);
    const other = await later.get(`/registrations/form?for=${begun.delegation}`);
    expect([other.status, await findingsIn(other)]).toEqual([422, ["delegation.scope"]]);
  });

  test("sees nothing of what few may know of him: that he is in prison, or hard up, by what he declared or is reminded of", async () => {
    const started = start();
    const [daughter, father] = await two();
    const said = {
      source: "resident",
      asOf: day("2026-11-01"),
      recordedAt: noon("2026-11-01"),
      acceptedAt: noon("2026-11-01"),
    } as const;
    for (const reason of [
      {
        ...said,
        insurance: "pension",
        reasons: [{ code: "O04", until: day("2026-12-01") }, { code: "P02" }],
        expires: day("2026-12-01"),
      },
      { ...said, insurance: "medical", reasons: [{ code: "P01" }] },
    ] as const)
      await engine.client.send(new PutItemCommand({ TableName: "register", Item: itemOf.reason(idOf(father), reason as never) }));
    const { browser, begun } = await actsFor(started, daughter, father, { scopes: ["changes"] });
    const { browser: his } = await signInAs(started, father);
    const read = async (of: typeof browser, query = "") =>
      JSON.stringify([await (await of.get(`/check${query}`)).json(), await (await of.get(`/reminders${query}`)).json()]);
    expect(await read(his)).toMatch(/"O04".*"P01".*"release"/);
    const hers = await read(browser, `?for=${begun.delegation}`);
    expect(hers).not.toMatch(/O04|P01|release/);
    expect(hers).toContain('"P02"');
  });

  test("sees in the 72 hours where a transfer of his is, with nothing to press", async () => {
    const started = start();
    const [daughter, father] = await two();
    const transfer = { ...aTransfer(), personId: idOf(father) };
    await engine.client.send(new PutItemCommand({ TableName: "casework", Item: caseworkItemOf.transfer(transfer) }));
    const { browser, begun } = await actsFor(started, daughter, father);
    const mays = async (of: typeof browser, query = "") => {
      const { transfers } = await (await of.get(`/transfers${query}`)).json();
      return transfers.map(({ receipt, may }: { receipt: string; may: string[] }) => [receipt, may.length > 0]);
    };
    const { browser: his } = await signInAs(started, father);
    expect(await mays(his)).toEqual([[transfer.receipt, true]]);
    expect(await mays(browser, `?for=${begun.delegation}`)).toEqual([[transfer.receipt, false]]);
  });

  test("leaves a row in his log that says who and for what, once in her session", async () => {
    const started = start();
    const [daughter, father] = await two();
    const { browser, begun } = await actsFor(started, daughter, father);
    await browser.get(`/check?for=${begun.delegation}`);
    await browser.get(`/check?for=${begun.delegation}`);
    const rows = (await everythingIn(engine.client, "looks")).filter(({ pk }) => pk === `PERSON#${idOf(father)}`);
    expect(rows).toMatchObject([{ kind: "delegate", by: idOf(daughter), scope: "look", calls: "王*雨" }]);
  });

  test("is out in the middle of her session the moment he ends it, and is told so", async () => {
    const started = start();
    const [daughter, father] = await two();
    const { browser, begun } = await actsFor(started, daughter, father);
    expect((await browser.get(`/check?for=${begun.delegation}`)).status).toBe(200);
    const { browser: his } = await signInAs(started, father);
    expect(await (await his.post(`/delegations/${begun.delegation}/end`, {})).json()).toMatchObject({
      delegation: { state: "ended", ended: { by: "giver" } },
    });
    const refused = await browser.get(`/check?for=${begun.delegation}`);
    expect([refused.status, await findingsIn(refused)]).toEqual([404, ["delegation.ended"]]);
    expect(started.outbox.at(-1)).toMatchObject({ to: daughter.phone, template: "delegation-ended" });
    // Ended twice it is ended once, and she does not become who ended it.
    expect(await (await browser.post(`/delegations/${begun.delegation}/end`, {})).json()).toMatchObject({
      delegation: { ended: { by: "giver" } },
    });
  });

  test("until the last day of it, and not on the next", async () => {
    const started = start();
    const [daughter, father] = await two();
    const { begun } = await actsFor(started, daughter, father, { months: 1 });
    expect(begun.ends).toBe("2026-12-21");
    const dayAfter = (Date.parse("2026-12-22T00:00:00.000+08:00") - Date.parse(noon("2026-11-22"))) / 1000;
    started.pass(dayAfter - 60);
    const { browser } = await signInAs(started, daughter);
    expect((await browser.get(`/check?for=${begun.delegation}`)).status).toBe(200);
    started.pass(60);
    expect((await browser.get(`/check?for=${begun.delegation}`)).status).toBe(404);
  });

  test("sends the same form twice and has begun once; another form under its key is refused", async () => {
    const started = start();
    const [daughter, father] = await two();
    const { browser } = await signInAs(started, daughter);
    await browser.post("/delegations/codes", wishFor(father));
    const body = { ...wishFor(father), code: started.codeAt(father.phone) };
    const key = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => browser.post("/delegations", body, headers(key))));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const begun = new Set(await Promise.all(answers.map(async (one) => (await one.json()).delegation.delegation)));
    expect(begun.size).toBe(1);
    expect((await browser.post("/delegations", body, headers(key))).status).toBe(201);
    expect((await browser.post("/delegations", { ...body, months: 12 }, headers(key))).status).toBe(409);
    expect(started.outbox.filter(({ template }) => template === "delegation-begun")).toHaveLength(1);
  });
});

describe("no code goes out, and the answer is the same", () => {
  test("for somebody unknown, somebody without a phone, a wrong name, somebody dead, or a phone that opens nothing", async () => {
    const started = start();
    const [asker, father] = await two();
    const known = await asking(started, asker, father);
    expect(known.sent).toBe(1);

    const dead = await aRelative(engine.client);
    const { registration } = dead.record;
    await engine.client.send(
      new PutItemCommand({ TableName: "register", Item: itemOf.registration({ ...registration, status: "closed" }) }),
    );
    const hidden: Pick<Known, "number" | "name" | "phone">[] = [
      { number: numbered("34046819040501999"), name: "林晓禾", phone: "" },
      await aRelative(engine.client, { phone: "none" }),
      { ...father, name: "王建华" },
      dead,
      await aRelative(engine.client, { phone: phone("15499990001", { confirmedOn: undefined }) }),
      await aRelative(engine.client, { phone: phone("15499990002", { from: "2026-11-01" }) }),
    ];
    for (const giver of hidden) {
      const [other] = await two();
      const answer = await asking(started, other, giver);
      expect([answer.status, answer.said, answer.sent]).toEqual([known.status, known.said, 0]);
    }
  });

  test("to a phone that is also the asker's by some source, was the asker's, or that the asker's own code went to", async () => {
    const started = start();
    const shared = phone("15499990003");
    const [wife, husband] = [await aRelative(engine.client, { phone: shared }), await aRelative(engine.client)];
    const put = (fact: ReturnType<typeof phone>) =>
      engine.client.send(new PutItemCommand({ TableName: "register", Item: itemOf.fact(idOf(husband), fact) }));
    await put(phone("15499990003", { source: "insured-320100", confirmedOn: undefined }));
    expect(await asking(started, husband, wife)).toMatchObject({ status: 202, sent: 0 });

    // He signs in with the phone that is hers too, and then reports another one as his.
    const [son, mother] = [
      await aRelative(engine.client, { phone: phone("15499990004") }),
      await aRelative(engine.client, { phone: phone("15499990004") }),
    ];
    const { browser } = await signInAs(started, son);
    await engine.client.send(new PutItemCommand({ TableName: "register", Item: itemOf.fact(idOf(son), phone("15499990005")) }));
    expect((await browser.post("/delegations/codes", wishFor(mother))).status).toBe(202);
    expect(codesTo(started, "15499990004")).toHaveLength(0);
  });

  test("to a phone that was theirs until they reported another one, months ago", async () => {
    const started = start();
    const [son, mother] = [await aRelative(engine.client), await aRelative(engine.client, { phone: phone("15499990006") })];
    const entry = {
      version: 2,
      receipt: "C7K2-94MD-61QX",
      by: idOf(son),
      channel: "web",
      recordedAt: noon("2026-03-01"),
      before: { "FACT#phone#resident": phone("15499990006") },
      after: { "FACT#phone#resident": phone("15499990007") },
    } as const;
    await engine.client.send(new PutItemCommand({ TableName: "register", Item: itemOf.history(idOf(son), entry as never) }));
    expect(await asking(started, son, mother)).toMatchObject({ status: 202, sent: 0 });
  });
});

describe("somebody tries", () => {
  test("to act for themselves, for a minor, or while they are one", async () => {
    const started = start();
    const [adult, child] = [await aRelative(engine.client), await aRelative(engine.client, { birth: "2012-05-01" })];
    const { browser } = await signInAs(started, adult);
    const codes = (of: Known) => browser.post("/delegations/codes", wishFor(of));
    expect(await findingsIn(await codes(adult))).toEqual(["delegation.yourself"]);
    expect(await findingsIn(await codes(child))).toEqual(["delegation.giver-minor"]);
    const { browser: childs } = await signInAs(started, child);
    expect(await findingsIn(await childs.post("/delegations/codes", wishFor(adult)))).toEqual(["delegation.not-adult"]);
  });

  test("to guess the code, in parallel: five are looked at, and then the right one waits too", async () => {
    const started = start();
    const [asker, father] = await two();
    const { browser } = await signInAs(started, asker);
    await browser.post("/delegations/codes", wishFor(father));
    const code = started.codeAt(father.phone)!;
    const guesses = Array.from({ length: 20 }, (_, nth) => String((Number(code) + nth + 1) % 1_000_000).padStart(6, "0"));
    const answers = await Promise.all(
      guesses.map((guess) => browser.post("/delegations", { ...wishFor(father), code: guess }, headers())),
    );
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5);
    expect((await browser.post("/delegations", { ...wishFor(father), code }, headers())).status).toBe(429);
  });

  test("to use the code for more than it was sent for, for longer, or by somebody else", async () => {
    const started = start();
    const [asker, father] = await two();
    const { browser } = await signInAs(started, asker);
    await browser.post("/delegations/codes", wishFor(father));
    const code = started.codeAt(father.phone);
    for (const more of [{ scopes: ["look", "transfer"] }, { months: 12 }])
      expect((await browser.post("/delegations", { ...wishFor(father), ...more, code }, headers())).status).toBe(422);
    const { browser: stranger } = await signInAs(started, await aRelative(engine.client));
    expect((await stranger.post("/delegations", { ...wishFor(father), code }, headers())).status).toBe(422);
    expect((await browser.post("/delegations", { ...wishFor(father), code: wrongAfter(code) }, headers())).status).toBe(422);
    expect((await browser.post("/delegations", { ...wishFor(father), code }, headers())).status).toBe(201);
    expect((await browser.post("/delegations", { ...wishFor(father), code }, headers())).status).toBe(422);
  });

  test("to wear somebody down with messages: three a day of one person, six of all", async () => {
    const started = start();
    const father = await aRelative(engine.client);
    for (let nth = 0; nth < 3; nth++) {
      const { browser } = await signInAs(started, await aRelative(engine.client));
      const statuses = [];
      for (let ask = 0; ask < 4; ask++) statuses.push((await browser.post("/delegations/codes", wishFor(father))).status);
      expect(statuses).toEqual([202, 202, 202, 429]);
    }
    expect(codesTo(started, father.phone)).toHaveLength(6);
    // His own sign-in is not touched by it.
    expect((await signInAs(started, father)).response.status).toBe(201);
  });

  test("to hand on what was given to them, or somebody else's reference", async () => {
    const started = start();
    const [daughter, father] = await two();
    const { browser, begun } = await actsFor(started, daughter, father, { scopes: ["changes"] });
    const { browser: stranger } = await signInAs(started, await aRelative(engine.client));
    for (const path of [`/check?for=${begun.delegation}`]) expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(`/delegations/${begun.delegation}/end`, {})).status).toBe(404);
    expect((await browser.get(`/access-log?for=${begun.delegation}`)).status).toBe(400);
    expect((await browser.post("/delegations/codes", { ...wishFor(father), for: begun.delegation })).status).toBe(400);
  });
});

test("eight people, counted on both sides, however many begin at once", { timeout: 30_000 }, async () => {
  const started = start();
  const father = await aRelative(engine.client);
  const children = await Promise.all(Array.from({ length: 9 }, () => aRelative(engine.client)));
  const begin = started.delegations;
  const one = (delegate: Known, nth: number) =>
    aDelegation({ delegation: `D-AAAA-AAAA-AAA${nth}`, giver: idOf(father), delegate: idOf(delegate) });
  const results = [];
  for (const [nth, child] of children.slice(0, 7).entries()) results.push(await begin.begin(one(child, nth), [], started.now()));
  expect(results).toEqual(Array(7).fill("begun"));
  const last = await Promise.all(children.slice(7).map((child, nth) => begin.begin(one(child, nth + 7), [], started.now())));
  expect(last.filter((result) => result === "begun")).toHaveLength(1);
  expect(last.find((result) => result !== "begun")).toMatchObject({ code: "delegation.giver-too-many" });
  expect((await begin.of(idOf(father))).given).toHaveLength(8);
});

test("one that a limited session may not begin", async () => {
  const started = start();
  const [, father] = await two();
  const limited = await aRelative(engine.client, { phone: phone("15499990008", { confirmedOn: day("2024-01-01") }) });
  const { browser } = await signInAs(started, limited);
  expect((await browser.post("/delegations/codes", wishFor(father))).status).toBe(403);
  expect(codesTo(started, father.phone)).toHaveLength(0);
  await expect(beginAs(started, browser, father)).rejects.toThrow();
});
