// A file brings a second insurance; it is found, answered, decided by two people, and one of them ends. On the real engine.

import { describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import type { Fact } from "../../shared/registration.ts";
import { aMember, inHousehold, tell } from "../children/family.ts";
import { aDelegation, headers, idOf } from "../delegation/family.ts";
import { withMill } from "../insured/mill.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withMachine } from "../support/around.ts";
import { aFact, aPhone, day, noon } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { aliasSecret, aPerson, type Known, register } from "../support/people.ts";

const mill = withMill();
const machine = withMachine(mill);

const lives = (name: "residence" | "hukou", division: string) => aFact({ name, division, lines: "某街1号" });
const flexible = [lives("hukou", "340422"), lives("residence", "320102"), aFact({ name: "employment", status: "FLEXIBLE" })];
let nth = 0;

async function signedInAs(person: Known) {
  const started = startApp({ client: mill.client, startAt: noon("2026-11-22") });
  return { started, browser: (await signInAs(started, person)).browser };
}

async function somebody(facts: Fact[] = flexible, birth = "1990-05-01") {
  nth++;
  const number = numbered(`340469${birth.replaceAll("-", "")}${String(nth).padStart(3, "0")}`);
  const identity = { docType: "RIC", number, name: "林晓禾", sex: "U", birth: day(birth) } as const;
  const person = aPerson({ number, phone: aPhone(`198${String(nth).padStart(8, "0")}`), registration: { identity } });
  await register(mill.client, aliasSecret(), person);
  await tell(mill.client, person, facts);
  const { personId } = person.record.registration;
  const { started, browser } = await signedInAs(person);
  const desk = openDesk({ client: mill.client, table: "desk" });
  const send = (body: object) => browser.post("/duplicates", body, headers());
  const found = async () => (await (await browser.get("/duplicates")).json()).duplicates;
  const keep = async (which: 0 | 1, differences: object = {}) => {
    const [{ id, says, sides, ifKept }] = await found();
    const { scheme, place, from } = sides[which];
    const { refund } = ifKept[which];
    const told = { says, ...(refund !== undefined && { refund }), ...differences };
    return send({ id, answer: { says: "keep", keep: { scheme, region: place.division, from }, told } });
  };
  return {
    person,
    personId,
    started,
    browser,
    send,
    found,
    keep,
    record: () => mill.register.record(personId),
    history: () => mill.register.history(personId),
    /** What the page of the five insurances says of it. */
    async check() {
      const { insurances, waiting } = await (await browser.get("/check")).json();
      const { state, next } = insurances.find(({ insurance }: { insurance: string }) => insurance === "medical");
      return { state, next, ...(waiting && { waiting }) };
    },
    submission: async (response: Response) => (await browser.get(`/submissions/${(await response.json()).receipt}`)).json(),
    task: async () => (await desk.openTasks()).find((task) => task.personId === personId),
    async decide(verdict: "applied" | "refused", reason: string) {
      for (const by of ["王芳", "李强"]) {
        const task = (await desk.openTasks()).find((one) => one.personId === personId && one.state === "open");
        const { receipt } = task!;
        await desk.decide((await desk.task(personId, receipt))!, { verdict, reason, by }, noon("2026-11-23"));
      }
      expect(await machine.run()).toEqual([]);
    },
    /** An agency's file about them, of that day. */
    feed: (cells: Record<string, string>, on = "2026-11-20") => {
      mill.dayIs(on);
      const row = { AAC002: person.number, AAC003: person.name, AAE036: on, ...cells };
      return mill.feed([Object.keys(row), Object.values(row)].map((line) => line.join(",")).join("\n"));
    },
  };
}

const asked = { state: "needs-you", next: "look-at-duplicate" };

const resident = {
  AAE140: "390",
  AAB301: "340422",
  AAC030: "2024-01-01",
  AAC066: "居民",
  AAE003: "202401-202612",
  AAC040_PERSONAL: "33.00",
  AAC040_SUBSIDY: "55.00",
};
const worker = {
  AAE140: "310",
  AAB301: "320102",
  AAC030: "2026-06-01",
  AAC066: "灵活就业",
  AAC040: "5000.00",
  AAC040_PERSONAL: "400.00",
  AAE003: "202606-202611",
};

test("a file brings a second medical insurance: the person keeps one, two at the desk agree, the other ends, and no month was without cover", async () => {
  const one = await somebody();
  await one.feed(resident, "2026-01-05");
  expect(await one.found()).toEqual([]);
  await one.feed(worker);
  const [pair] = await one.found();
  await one.feed({ ...worker, AAC040: "5100.00" }, "2026-11-21"); // more of what is known is nothing new
  expect(mill.told.filter((word) => word.startsWith(one.personId))).toEqual([`${one.personId} duplicate-found ${pair.id}`]);
  expect(pair).toMatchObject({
    insurance: "medical",
    operational: true,
    statistical: false,
    says: "PERSON_CHOOSES_ONE",
    chooses: true,
    keeps: [0, 1],
    suggests: 0,
    common: 6,
    basis: { document: "医保发〔2020〕33号", confidence: "medium" },
    sides: [
      { scheme: "310", place: { name: "江苏省南京市玄武区" } },
      { scheme: "390", place: { division: "340422" }, paid: 36 },
    ],
    ifKept: [
      { acts: { division: "340422" }, becomes: "ended", refund: 0 },
      { acts: { division: "320102" }, becomes: "ended" },
    ],
  });

  expect(await one.check()).toEqual(asked);
  const sent = await one.keep(0);
  expect(sent.status).toBe(202);
  expect(await machine.run()).toEqual([]);
  const task = await one.task();
  expect(task).toMatchObject({ kind: "duplicate", region: "340422" });
  expect(await one.check()).toEqual({
    ...{ state: "at-desk", next: "nothing" },
    waiting: [{ scheme: "310", is: "answered", region: "安徽省淮南市寿县", receipt: task!.receipt, until: task!.dueAt }],
  });
  expect(await one.found()).toMatchObject([{ answered: { says: "keep", status: "in-review" } }]);
  expect((await (await one.keep(1)).json()).findings).toEqual([{ code: "duplicate.waiting", path: ["id"] }]);
  expect((await one.record())?.enrolments.map(({ status }) => status)).toEqual(["active", "active"]);

  await one.decide("applied", "两份都核对过，留职工医保。");
  expect(await one.submission(sent)).toMatchObject({
    slice: "duplicate",
    item: "duplicate.medical",
    status: "applied",
    asked: "keep.310 江苏省南京市玄武区",
  });
  expect(await one.check()).toEqual({ state: "normal", next: "nothing" });
  const after = (await one.record())?.enrolments;
  expect(after?.find(({ scheme }) => scheme === "310")).toMatchObject({ status: "active", from: "2026-06" });
  expect(after?.find(({ scheme }) => scheme === "390")).toMatchObject({
    status: "ended",
    to: "2026-11",
    source: "desk",
    cleared: [{ on: "2026-11-22", by: "340422", kept: { scheme: "310", region: "320102", from: "2026-06" }, refund: 0 }],
  });
  expect(await one.found()).toMatchObject([{ settled: { kept: 0, refund: 0, by: { division: "340422" } }, operational: false }]);
  const { before, after: next, channel } = (await one.history()).at(-1)!;
  expect(channel).toBe("desk");
  expect(Object.keys(before)).toEqual(Object.keys(next));

  await one.feed({ ...resident, AAE003: "202401-202612" }, "2026-01-06"); // an older file undoes nothing
  expect((await one.record())?.enrolments.find(({ scheme }) => scheme === "390")?.status).toBe("ended");
});

test("what moved before the desk said yes is refused with a code, and nothing changes", async () => {
  const one = await somebody();
  await one.feed(resident, "2026-01-05");
  await one.feed(worker);
  const sent = await one.keep(0);
  await machine.run();
  await one.feed({ ...worker, AAC031: "暂停", AAE003: "202606-202611" }, "2026-11-21");
  const { enrolments } = (await one.record())!;
  await one.decide("applied", "核对过。");
  expect(await one.submission(sent)).toMatchObject({ status: "refused", findings: [{ code: "duplicate.gone" }] });
  expect((await one.record())?.enrolments).toEqual(enrolments);
});

test("an objection goes to the same desk: taken back, upheld or refused with a reason, both insurances stay as they are", async () => {
  const one = await somebody();
  await one.feed(resident, "2026-01-05");
  await one.feed(worker);
  const { enrolments } = (await one.record())!;
  const object = async () => {
    const [{ id }] = await one.found();
    return one.send({ id, answer: { says: "object", text: "南京的不是我参加的" } });
  };
  const { receipt } = await (await object()).json();
  await machine.run();
  expect(await one.check()).toMatchObject({ state: "at-desk", waiting: [{ receipt }] });
  await one.browser.post(`/submissions/${receipt}/withdrawal`, {}, headers());
  await machine.run();
  expect(await one.check()).toEqual(asked);

  for (const [verdict, findings] of [
    ["refused", [{ code: "duplicate.objection-refused", path: [] }]],
    ["applied", []],
  ] as const) {
    const sent = await object();
    expect(sent.status).toBe(202);
    await machine.run();
    expect(await one.check()).toMatchObject({ state: "at-desk", waiting: [{ is: "answered" }] });
    await one.decide(verdict, "和南京核对过。");
    expect(await one.check()).toEqual(verdict === "applied" ? { state: "normal", next: "nothing" } : asked);
    expect(await one.submission(sent)).toMatchObject({ status: verdict, asked: "object", reason: "和南京核对过。", findings });
    expect((await one.record())?.enrolments).toEqual(enrolments);
  }
});

test("months paid into two pensions: the residents' months go back to the fen, count once, and the relation lies idle", async () => {
  const one = await somebody();
  const tier = {
    AAE140: "170",
    AAB301: "340422",
    AAC030: "2024-01-01",
    AAC066: "居民",
    AAC040: "600.00",
    AAC040_SUBSIDY: "5.00",
  };
  await one.feed({ ...tier, AAE003: "202401-202512", AAC040_PERSONAL: "50.01", AAC040_UNIT: "10.00" }, "2026-01-05");
  await one.feed({
    AAE140: "110",
    AAB301: "320102",
    AAC030: "2025-07-01",
    AAC066: "灵活就业",
    AAC040: "5000.00",
    AAC040_PERSONAL: "1000.00",
    AAE003: "202507-202611",
  });
  const [pair] = await one.found();
  expect(pair).toMatchObject({
    says: "KEEP_EMPLOYEE_MONTHS",
    statistical: true,
    common: 6,
    keeps: [0],
    ifKept: [{ refund: 36_006, becomes: "paused", acts: { division: "340422" }, missing: [] }, {}],
    basis: { confidence: "high" },
  });
  expect((await (await one.keep(1)).json()).findings).toMatchObject([{ code: "duplicate.keeps-other" }]);
  expect((await (await one.keep(0, { refund: 36_007 })).json()).findings).toMatchObject([{ code: "duplicate.changed" }]);
  const sent = await one.keep(0);
  await machine.run();
  await one.decide("applied", "核对过。");
  expect(await one.submission(sent)).toMatchObject({ status: "applied" });
  const { enrolments, paidYears, summary } = (await one.record())!;
  expect(enrolments.find(({ scheme }) => scheme === "170")).toMatchObject({
    status: "paused",
    cleared: [{ refund: 36_006, spans: [{ from: "2025-07", to: "2025-12" }] }],
  });
  expect(paidYears).toHaveLength(4); // what was paid was paid
  expect(summary.paid).toEqual({ "110": 17, "170": 18 });
  expect(await one.found()).toMatchObject([
    { operational: false, statistical: true, says: "NO_OVERLAP", keeps: [] },
    { settled: { kept: 0, refund: 36_006 } },
  ]);
});

test("what a decision leaves double is told at once, as what a file brings: the person is not left to find it", async () => {
  const one = await somebody();
  const paid = { AAC030: "2024-01-01", AAC040: "5000.00", AAC040_PERSONAL: "400.00" };
  await one.feed({ ...paid, AAE140: "170", AAB301: "340422", AAC066: "居民", AAE003: "202401-202512" }, "2026-01-05");
  await one.feed({ ...paid, AAE140: "110", AAB301: "320102", AAC066: "单位职工", AAE003: "202507-202512" }, "2026-01-06");
  await one.feed({ ...paid, AAE140: "110", AAB301: "440106", AAC066: "单位职工", AAE003: "202401-202403" }, "2026-01-07");
  const [first] = await one.found();
  expect(first).toMatchObject({ operational: true, says: "KEEP_EMPLOYEE_MONTHS" });
  expect((await one.keep(0)).status).toBe(202);
  await machine.run();
  await one.decide("applied", "核对过。");
  const left = (await one.found()).filter(({ operational }: { operational: boolean }) => operational);
  expect(left).toMatchObject([{ says: "KEEP_EMPLOYEE_MONTHS" }]);
  const told = machine.queue.flatMap(({ body }) => (body.includes("duplicate-found") ? [JSON.parse(body)] : []));
  expect(told).toMatchObject([{ personId: one.personId, notice: "duplicate-found", key: left[0].id }]);
});

describe("for somebody else", () => {
  async function twiceInsured(facts?: Fact[], birth?: string) {
    const one = await somebody(facts, birth);
    await one.feed(resident, "2026-01-05");
    await one.feed(worker);
    return one;
  }
  const answerOf = async (browser: Awaited<ReturnType<typeof signedInAs>>["browser"], whom: string) => {
    const read = await browser.get(`/duplicates?for=${whom}`);
    const [{ id }] = (await read.json()).duplicates;
    const body = { for: whom, id, answer: { says: "object", text: "南京的不是本人参加的" } };
    return browser.post("/duplicates", body, headers());
  };

  test("a delegate who may look looks; who may change things answers, and the receipt says to each of them what it should", async () => {
    const one = await twiceInsured();
    const daughter = await aMember(mill.client, { birth: "1988-05-01", facts: [] });
    const { browser } = await signedInAs(daughter);
    const begin = (scopes: string[], ref: string) =>
      one.started.delegations.begin(
        aDelegation({
          ...{ delegation: ref, giver: one.personId, delegate: idOf(daughter), scopes, begunAt: noon("2026-11-01") },
          calls: { giver: "林*禾", delegate: "林*雨" },
        }),
        [],
        noon("2026-11-01"),
      );
    await begin(["look"], "D-AAAA-AAAA-AAAB");
    const refused = await answerOf(browser, "D-AAAA-AAAA-AAAB");
    expect([refused.status, (await refused.json()).findings[0].code]).toEqual([422, "delegation.scope"]);
    await browser.post("/delegations/D-AAAA-AAAA-AAAB/end", {}, headers());
    expect(await begin(["look", "changes"], "D-AAAA-AAAA-AAAC")).toBe("begun");
    const sent = await answerOf(browser, "D-AAAA-AAAA-AAAC");
    expect(sent.status).toBe(202);
    expect(await machine.run()).toEqual([]);
    const { receipt } = await sent.json();
    expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({ for: "D-AAAA-AAAA-AAAC" });
    const theirs = await (await one.browser.get(`/submissions/${receipt}`)).json();
    expect(theirs).toMatchObject({ delegate: "林*雨", status: "in-review" });
    expect(theirs).not.toHaveProperty("for");
    expect((await one.found())[0]).not.toHaveProperty("others");
    expect(await one.task()).toMatchObject({ kind: "duplicate" });
  });

  test("a parent answers for their child, and the receipt leads to the child's letter", async () => {
    const home = `H-${crypto.randomUUID()}`.slice(0, 20);
    await twiceInsured([...flexible, inHousehold(home, "20")], "2018-05-01");
    const mother = await aMember(mill.client, { birth: "1988-05-01", facts: [inHousehold(home, "02")] });
    const { browser } = await signedInAs(mother);
    const [{ child }] = (await (await browser.get("/children")).json()).children;
    const sent = await answerOf(browser, child);
    expect(sent.status).toBe(202);
    expect(await machine.run()).toEqual([]);
    const { receipt } = await sent.json();
    expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({ for: child, status: "in-review" });
    const { duplicates } = await (await browser.get(`/duplicates?for=${child}`)).json();
    expect(duplicates[0].answered).toMatchObject({ receipt, says: "object" });
    expect((await (await browser.get("/duplicates")).json()).duplicates).toEqual([]);
    const theirs = await (await browser.get(`/check?for=${child}`)).json();
    expect(theirs.waiting).toMatchObject([{ is: "answered", receipt }]);
  });
});
