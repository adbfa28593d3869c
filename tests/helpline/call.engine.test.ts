// A call from the first digit to the mark at its end: what may be heard at which level, and what is never said.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { toAttributes } from "../../functions/attributes.ts";
import { keyOf } from "../../functions/casework/table.ts";
import { openWrongAnswers } from "../../functions/helpline/wrong-answers.ts";
import { itemOf } from "../../functions/register/table.ts";
import { transacted } from "../../functions/transact.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { lookLimits } from "../../shared/staff/limits.ts";
import { withEngine } from "../support/around.ts";
import { aFact, aPhone, day, noon } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { wrongAfter } from "../support/people.ts";
import { HOME, type StartedStaff, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";
import { aCaller, called, EMPLOYER, opening } from "./caller.ts";

const engine = withEngine();
let hall: StartedStaff;
let agent: Awaited<ReturnType<StartedStaff["as"]>>;
beforeAll(() => {
  hall = startStaff({ client: engine.client, startAt: noon("2026-03-31") });
});
// Somebody else each time: nobody may open more than some thirty records a minute.
beforeEach(async () => {
  agent = await hall.as("agent");
});

const rowsOf = async (person: Awaited<ReturnType<typeof aCaller>>) => hall.looks.at(person.record.registration.personId);

describe("the search", () => {
  test.each([
    { by: "number", typed: ({ number }: { number: string }) => number },
    { by: "number with blanks", typed: ({ number }: { number: string }) => number.replace(/(.{6})/g, "$1 ") },
    { by: "phone", typed: ({ phone }: { phone: string }) => phone },
  ])("finds somebody by $by, shows them masked, and that is a look", async ({ typed }) => {
    const person = await aCaller(engine.client);
    const answer = await agent.post("/staff/search", { typed: typed(person) });
    expect(answer.status).toBe(200);
    const { found } = await answer.json();
    expect(found).toEqual([
      expect.objectContaining({ is: "person", name: "林*禾", number: expect.stringMatching(/^3404\*{10}/), birthYear: 1903 }),
    ]);
    expect(JSON.stringify(found)).not.toContain(person.phone.slice(-4));
    expect(await rowsOf(person)).toEqual([expect.objectContaining({ purpose: "list", by: agent.member.staffId })]);
  });

  test("finds everybody of one name and birth, and each can be chosen", async () => {
    const [one, two] = [await aCaller(engine.client, { name: "钱双喜" }), await aCaller(engine.client, { name: "钱双喜" })];
    const typed = "钱双喜 1903年3月3日";
    const listed = await (await opening(agent, { search: { typed } })).json();
    expect(listed).toMatchObject({ opened: false, kind: "name-birth", found: [{ is: "person" }, { is: "person" }] });
    const { ref } = listed.found[0];
    const chosen = await (await opening(agent, { search: { typed, pick: ref } })).json();
    expect(chosen).toMatchObject({ opened: true, caller: { shown: { name: "钱*喜" } } });
    const looks = [...(await rowsOf(one)), ...(await rowsOf(two))].map((row) => "purpose" in row && row.purpose);
    expect(looks.toSorted()).toEqual(["call", "list", "list"]);
    const another = await hall.as("agent");
    expect(await (await opening(another, { search: { typed, pick: ref } })).json()).toMatchObject({ opened: false });
  });

  test("says of somebody of another region the province alone, to who has the number, and notes it", async () => {
    const person = await aCaller(engine.client, { name: "方外人" });
    const far = await hall.as("agent", ["510100"]);
    const open = await (await opening(far, { search: { typed: person.number } })).json();
    expect(open).toEqual({
      opened: false,
      kind: "number",
      found: [{ is: "elsewhere", province: { division: "340000", name: "安徽省" } }],
    });
    const byName = await (await far.post("/staff/search", { typed: "方外人 19030303" })).json();
    expect(byName).toEqual({ kind: "name-birth", found: [] });
    expect(await rowsOf(person)).toHaveLength(2);
  });

  test.each([
    { typed: "林晓禾", code: "search.birth-missing" },
    { typed: "340469190303030011", code: "number.bad-check-digit" },
  ])("says what it cannot read: $code", async ({ typed, code }) => {
    const answer = await agent.post("/staff/search", { typed });
    expect(answer.status).toBe(422);
    expect((await answer.json()).findings).toEqual([{ code, path: ["typed"] }]);
  });

  test("that finds nobody counts as a look: nobody tries number after number, or birthday after birthday", async () => {
    const trying = (nth: number) => agent.post("/staff/search", { typed: `没有人 1903030${(nth % 9) + 1}` });
    const answers = [];
    for (let nth = 0; nth <= lookLimits.agent.aMinute; nth++) answers.push((await trying(nth)).status);
    expect([answers.filter((status) => status === 200).length, answers.at(-1)]).toEqual([lookLimits.agent.aMinute, 429]);
  });

  test("leaves no number, name or phone in any key", async () => {
    const person = await aCaller(engine.client, { name: "钥中人" });
    await called(agent, `${person.number} 钥中人`);
    const items = await everythingIn(engine.client, "desk", "looks");
    const keys = JSON.stringify(items.map((item: Record<string, unknown>) => [item["pk"], item["sk"]]));
    for (const secret of [person.number, person.phone, "钥中人"]) expect(keys).not.toContain(secret);
  });
});

describe("who calls", () => {
  test("opens ticket and masked record in one step, and nothing may be said yet", async () => {
    const { number } = await aCaller(engine.client);
    const { opened } = await called(agent, number);
    expect(opened.ticket).toMatchObject({
      state: "NEW",
      dueAt: "2026-03-31",
      about: "person",
      ticket: expect.stringMatching(/^G-0331-/),
    });
    expect(opened.caller).toMatchObject({ may: "nothing", verification: { level: 0, points: 0, needed: 2, wrongLeft: 2 } });
    expect(Object.keys(opened.caller)).not.toContain("insurances");
    expect(opened.caller.verification.asks).toEqual([
      { question: "name", state: "open" },
      { question: "number", state: "right" },
      { question: "last-paid", state: "open", worth: 1 },
      { question: "employer", state: "open", worth: 0.5 },
      { question: "phone", state: "open", worth: 0.5 },
      { question: "county", state: "open", worth: 0.5 },
    ]);
  });

  test("hears yes or no after name, number and two points, however they say it", async () => {
    const { number } = await aCaller(engine.client);
    const { say } = await called(agent, number);
    expect(await say("name", " 林晓禾 ")).toMatchObject({ right: true, caller: { may: "nothing" } });
    expect(await say("last-paid", "这个月")).toMatchObject({ right: false });
    expect(await say("last-paid", "今年2月")).toMatchObject({
      right: true,
      caller: { verification: { points: 1, wrongLeft: 1 } },
    });
    expect(await say("employer", "某某新能源装备制造")).toMatchObject({ right: true, caller: { may: "nothing" } });
    const { caller } = await say("county", "南京玄武区");
    expect(caller).toMatchObject({ may: "yes-no", verification: { level: 1, points: 2 } });
    expect(caller.insurances).toContainEqual({ insurance: "pension", insured: true });
    expect(caller.insurances).toContainEqual({ insurance: "medical", insured: false });
    expect(JSON.stringify(caller)).not.toContain("years");
  });

  test("never gets there on what relatives know", async () => {
    const { number, phone } = await aCaller(engine.client);
    const { say } = await called(agent, `${number} 林晓禾`);
    await say("employer", EMPLOYER);
    await say("phone", phone.slice(-4));
    const { caller } = await say("county", "玄武");
    expect(caller).toMatchObject({ may: "nothing", verification: { points: 1.5 } });
  });

  test("is told policy only after two wrong answers, on this ticket and on the next; the person reads of it", async () => {
    const person = await aCaller(engine.client);
    const first = await called(agent, `${person.number} 林晓禾`);
    await first.say("employer", "别的公司");
    const { right, caller } = await first.say("county", "北京");
    expect({ right, caller }).toMatchObject({ right: false, caller: { verification: { closed: "wrong-twice", wrongLeft: 0 } } });
    expect(JSON.stringify(caller)).not.toContain(EMPLOYER);
    expect(await first.say("last-paid", "2026-02")).toMatchObject({ status: 422, findings: [{ code: "ask.closed" }] });
    expect(await first.do("codes")).toMatchObject({ status: 422, findings: [{ code: "ask.closed" }] });
    const again = await called(agent, `${person.number} 林晓禾`);
    expect(again.opened.caller.verification).toMatchObject({ closed: "wrong-before", code: { state: "can-be-sent" } });
    expect(await again.say("last-paid", "2026-02")).toMatchObject({ status: 422, findings: [{ code: "ask.closed" }] });
    const reasons = (await rowsOf(person)).map((row) => "reason" in row && row.reason);
    expect(reasons).toContain("来电人两次没有核对上，只讲政策");
  });

  test("has two wrong answers, also when a dozen are tried in the same instant", async () => {
    const { number } = await aCaller(engine.client);
    const { say } = await called(agent, `${number} 林晓禾`);
    const guesses = Array.from({ length: 12 }, (_, nth) => `2025-${String(nth + 1).padStart(2, "0")}`);
    const heard = await Promise.all(guesses.map((guess) => say("last-paid", guess)));
    for (const guess of guesses.slice(0, 3)) heard.push(await say("last-paid", guess));
    expect(heard.filter(({ status, right }) => status === 200 && right === false)).toHaveLength(2);
    expect(heard.at(-1)).toMatchObject({ status: 422, findings: [{ code: "ask.closed" }] });
  });

  test("has two wrong answers also on tickets that were all opened before the first one", async () => {
    const person = await aCaller(engine.client);
    const calls = [];
    for (let nth = 0; nth < 3; nth++) calls.push(await called(agent, `${person.number} 林晓禾`));
    for (const { say } of calls.slice(1)) expect(await say("last-paid", "2025-10")).toMatchObject({ right: false });
    expect(await calls[0]!.say("last-paid", "2026-02")).toMatchObject({ status: 422, findings: [{ code: "ask.closed" }] });
    const reasons = (await rowsOf(person)).map((row) => "reason" in row && row.reason);
    expect(reasons.filter((reason) => reason === "来电人两次没有核对上，只讲政策")).toHaveLength(1);
  });

  test("hears that they are right only as long as nobody was wrong in that same instant", async () => {
    const { personId } = (await aCaller(engine.client)).record.registration;
    const wrongAnswers = openWrongAnswers({ client: engine.client, table: "desk", now: hall.now });
    for (const tooMany of [false, false, true]) {
      const [one, other] = [await wrongAnswers.standing(personId), await wrongAnswers.standing(personId)];
      expect(one.tooMany).toBe(tooMany);
      expect(await transacted(engine.client, [one.still])).toBe(true);
      expect(await transacted(engine.client, [one.oneMore])).toBe(true);
      expect(await transacted(engine.client, [other.still])).toBe(false);
      expect(await transacted(engine.client, [other.oneMore])).toBe(false);
    }
  });

  test("hears all of it with the code read out, as they see it themselves", async () => {
    const sent: string[] = [];
    const here = startStaff({ client: engine.client, clock: hall.now, carry: async (id) => void sent.push(id) });
    const by = await here.as("agent");
    const person = await aCaller(engine.client);
    const call = await called(by, person.number);
    expect(await call.do("codes")).toMatchObject({ status: 422, findings: [{ code: "code.identity-first" }] });
    await call.say("name", "林晓禾");
    expect(await call.do("codes")).toMatchObject({ status: 202, expiresInMinutes: 10 });
    const message = (await everythingIn(engine.client, "desk")).find(({ pk }) => pk === `MESSAGE#${sent[0]}`);
    const code = String(message?.["code"]);
    expect(await call.say("code", wrongAfter(code))).toMatchObject({
      status: 422,
      findings: [{ code: "code.wrong" }],
    });
    const { caller } = await call.say("code", code.split("").join(" "));
    expect(caller).toMatchObject({
      may: "all",
      verification: { level: 2 },
      record: { limited: false, person: { name: "林*禾" } },
      submissions: [],
    });
    expect(caller.record.insurances[0]).toMatchObject({ insurance: "pension", paidMonths: 12 });
  });

  test.each([
    {
      when: "it is new",
      phone: aPhone("19955500001", { from: "2026-03-20" }),
      says: { state: "no-phone", limited: "phone-new" },
    },
    { when: "there is none", phone: "none" as const, says: { state: "no-phone" } },
  ])("gets no code to a phone when $when", async ({ phone, says }) => {
    const { number } = await aCaller(engine.client, { phone });
    const { opened, do: does } = await called(agent, `${number} 林晓禾`);
    expect(opened.caller.verification.code).toEqual(says);
    expect(await does("codes")).toMatchObject({ status: 422, findings: [{ code: "code.no-phone" }] });
  });

  test("sees one field unmasked for half a minute from level 1 on, with a reason, and it is noted", async () => {
    const person = await aCaller(engine.client);
    const { say, do: does } = await called(agent, `${person.number} 林晓禾`);
    const wish = { field: "number", reason: "compare" };
    expect(await does("reveals", wish)).toMatchObject({ status: 422, findings: [{ code: "reveal.level" }] });
    await say("last-paid", "2026-02");
    await say("employer", EMPLOYER);
    await say("county", "江苏省南京市玄武区");
    expect(await does("reveals", wish)).toEqual({
      status: 200,
      field: "number",
      value: person.number,
      until: "2026-03-31T12:00:30.000+08:00",
    });
    const row = expect.objectContaining({ fields: ["number"], reason: expect.stringContaining("比对") });
    expect(await rowsOf(person)).toContainEqual(row);
  });
});

describe("a ticket", () => {
  test("of somebody else is not there until it is taken over; the level stays while the call lasts, and not longer", async () => {
    const { number } = await aCaller(engine.client);
    const { at, say } = await called(agent, `${number} 林晓禾`);
    await say("last-paid", "2026-02");
    await say("employer", EMPLOYER);
    await say("county", "玄武区");
    const second = await hall.as("agent");
    expect((await second.get(at)).status).toBe(404);
    expect((await (await hall.as("agent", ["510100"])).post(`${at}/owner`, { owner: "me" })).status).toBe(404);
    const taken = await second.post(`${at}/owner`, { owner: "me" });
    expect(await taken.json()).toMatchObject({ caller: { may: "yes-no" } });
    expect((await agent.get(at)).status).toBe(404);
    hall.pass(31 * 60);
    const later = await (await hall.as("agent")).post(`${at}/owner`, { owner: "me" });
    expect(await later.json()).toEqual({ ticket: expect.not.objectContaining({ callUntil: expect.anything() }) });
  });

  test("of a call that is over hears, shows and asks nothing; a new call begins at level 0", async () => {
    const { number } = await aCaller(engine.client);
    const call = await called(agent, `${number} 林晓禾`);
    await call.say("last-paid", "2026-02");
    await call.do("calls", { call: "ended" });
    expect(await call.say("employer", EMPLOYER)).toMatchObject({ status: 422, findings: [{ code: "call.over" }] });
    expect(await call.do("reveals", { field: "number", reason: "compare" })).toMatchObject({ findings: [{ code: "call.over" }] });
    await call.do("calls", { call: "begun" });
    expect(await (await agent.get(call.at)).json()).toMatchObject({ caller: { verification: { points: 0, level: 0 } } });
  });

  test("is opened once by one attempt, and listed beside the record of its person", async () => {
    const { number } = await aCaller(engine.client);
    const key = crypto.randomUUID();
    const [one, two] = [
      await opening(agent, { search: { typed: number } }, key),
      await opening(agent, { search: { typed: number } }, key),
    ];
    const first = await one.json();
    expect((await two.json()).ticket.ticket).toBe(first.ticket.ticket);
    const { opened } = await called(agent, number);
    expect(opened.caller.tickets).toEqual([expect.objectContaining({ ticket: first.ticket.ticket, state: "NEW", mine: true })]);
  });

  test("needs nobody: an answer, a call-back and an appointment are one request each", async () => {
    const call = await called(agent);
    const answer = { step: "answer", text: "断缴不清零。", cards: ["medical#newborn"] };
    const { ticket } = await call.do("steps", answer);
    expect(ticket).toMatchObject({
      state: "ANSWERED",
      category: "consultation",
      about: "nobody",
      answer: { cards: [{ id: "medical#newborn", version: expect.stringMatching(/^[0-9a-f]{8}$/) }] },
      may: expect.arrayContaining(["reopen", "rate"]),
    });
    expect(ticket.dueAt).toBeUndefined();
    expect(await call.do("call-back", { phone: "15400001234", suits: "下午" })).toMatchObject({
      ticket: { callBack: { state: "open" } },
    });
    expect(await call.do("appointment", { day: "2026-04-04", half: "morning" })).toMatchObject({
      findings: [{ code: "appointment.closed-day" }],
    });
    const day = { day: "2026-04-07", half: "morning" };
    expect(await call.do("appointment", day)).toMatchObject({ ticket: { appointment: { ...day, desk: { division: HOME } } } });
    expect(await call.do("ratings", { score: 5 })).toMatchObject({ ticket: { rating: 5 } });
    expect(await call.do("ratings", { score: 1 })).toMatchObject({ status: 422 });
    expect(await call.do("steps", answer)).toMatchObject({ findings: [{ code: "ticket.not-now" }] });
  });

  test("of a complaint waits by its own limits, may be extended once, and hides who complained", async () => {
    const person = await aCaller(engine.client);
    const call = await called(agent, person.number);
    const noted = await call.do("notes", {
      version: 1,
      category: "complaint",
      summary: "单位不缴费",
      parts: [{ topic: "payment" }],
    });
    expect(noted.ticket).toMatchObject({ dueAt: "2026-04-08", parts: [{ topic: "payment", owner: "12366" }] });
    expect(await call.do("notes", { version: 1, category: "query", parts: [] })).toMatchObject({ status: 409 });
    expect(await call.do("steps", { step: "accept" })).toMatchObject({ ticket: { state: "ACCEPTED", dueAt: "2026-04-22" } });
    const longer = { step: "extend", notice: "已电话告知" };
    expect(await call.do("steps", longer)).toMatchObject({ ticket: { dueAt: "2026-05-15", extended: true } });
    expect(await call.do("steps", longer)).toMatchObject({ findings: [{ code: "ticket.not-extendable" }] });
    expect((await called(agent, person.number)).opened.caller.tickets).toEqual([]);
    await call.do("calls", { call: "ended" });
    expect(await (await agent.get(call.at)).json()).toEqual({ ticket: expect.objectContaining({ about: "hidden" }) });
    // Nor does whoever takes it over get to see them, by a new call or by another category.
    const curious = await hall.as("agent");
    const taken = await (await curious.post(`${call.at}/owner`, { owner: "me" })).json();
    expect(taken).toEqual({ ticket: expect.objectContaining({ about: "hidden" }) });
    const [begun, renamed] = [
      await curious.post(`${call.at}/calls`, { call: "begun" }),
      await curious.post(`${call.at}/notes`, { version: taken.ticket.version, category: "query", parts: [] }),
    ];
    for (const answer of [begun, renamed])
      expect([answer.status, (await answer.json()).findings]).toEqual([
        422,
        [expect.objectContaining({ code: "ticket.hidden" })],
      ]);
    expect(await (await curious.get(call.at)).json()).toEqual({ ticket: expect.objectContaining({ about: "hidden" }) });
    const officer = await hall.as("officer");
    const reporter = await officer.post(`${call.at}/reporter`, { reason: "核实举报" });
    expect(await reporter.json()).toEqual({ name: "林晓禾", number: person.number });
    expect((await (await hall.as("officer", ["510100"])).post(`${call.at}/reporter`, { reason: "x" })).status).toBe(404);
  });

  test("is called back by who takes it, three times at most", async () => {
    const call = await called(agent);
    await call.do("call-back", { phone: "15400009999" });
    const desk = await hall.as("handler");
    const at = `/staff/call-backs/${call.ticket}`;
    const listed = await (await desk.get("/staff/call-backs")).json();
    expect(listed.callBacks).toContainEqual(expect.objectContaining({ ticket: call.ticket, dueAt: "2026-04-02", state: "open" }));
    expect(JSON.stringify(listed)).not.toContain("15400009999");
    expect(await (await desk.post(`${at}/owner`, {})).json()).toMatchObject({
      callBack: { phone: "15400009999", state: "taken" },
    });
    expect((await agent.post(`${at}/owner`, {})).status).toBe(409);
    expect((await agent.post(`${at}/tries`, { reached: true })).status).toBe(404);
    for (const state of ["taken", "taken", "not-reached"])
      expect(await (await desk.post(`${at}/tries`, { reached: false })).json()).toMatchObject({ callBack: { state } });
    const after = await (await desk.get("/staff/call-backs")).json();
    expect(JSON.stringify(after)).not.toContain(call.ticket);
  });

  test("that was passed on to another line says to which one", async () => {
    const call = await called(agent);
    await call.do("notes", { version: call.opened.ticket.version, category: "consultation", parts: [{ topic: "medical" }] });
    expect(await call.do("steps", { step: "transfer", to: "12393", reason: "医保的事" })).toMatchObject({
      ticket: { state: "TRANSFERRED", transferredTo: "12393", parts: [{ topic: "medical", owner: "12393" }] },
    });
  });

  test("is promised a provisional day where next year's holidays are not known; on it a colleague takes over who was left with it", async () => {
    const newYear = startStaff({ client: engine.client, startAt: noon("2026-12-30") });
    const call = await called(await newYear.as("agent"));
    expect(await call.do("call-back", { phone: "15400009999" })).toMatchObject({
      ticket: { callBack: { dueAt: "2027-01-01", provisional: true } },
    });
    const at = `/staff/call-backs/${call.ticket}`;
    const [first, second] = [await newYear.as("handler"), await newYear.as("handler")];
    const { callBacks } = await (await first.get("/staff/call-backs")).json();
    expect(callBacks).toContainEqual(expect.objectContaining({ ticket: call.ticket, provisional: true }));
    const { tasks } = await (await first.get("/staff/tasks")).json();
    expect(tasks).toContainEqual(expect.objectContaining({ name: call.ticket, provisional: true }));

    expect((await first.post(`${at}/owner`, {})).status).toBe(200);
    expect((await second.post(`${at}/owner`, {})).status).toBe(409);
    newYear.pass(2 * 86_400);
    const later = await newYear.as("handler");
    expect(await (await later.post(`${at}/owner`, {})).json()).toMatchObject({ callBack: { phone: "15400009999", mine: true } });
  });
});

describe("who calls for somebody else", () => {
  test("stays at level 0 without a child of theirs in the register", async () => {
    const [person, other] = [await aCaller(engine.client), await aCaller(engine.client, { name: "替代人" })];
    const call = await called(agent, person.number);
    const { caller } = await call.do("behalf", { as: "mandate", typed: other.number });
    expect(caller).toMatchObject({
      may: "nothing",
      behalf: { as: "mandate", proven: false },
      verification: { level: 0, asks: [] },
    });
    expect(await call.say("name", "替代人")).toMatchObject({ findings: [{ code: "ask.closed" }] });
    expect(await call.do("reveals", { field: "number", reason: "compare" })).toMatchObject({
      findings: [{ code: "reveal.level" }],
    });
  });

  test("is asked about themselves where they are its parent, and then hears of the child", async () => {
    const home = { division: HOME, number: "户0001" };
    const parent = await aCaller(engine.client, { name: "周父" }, [aFact({ name: "household", ...home, relation: "02" })]);
    const identity = {
      docType: "RIC" as const,
      number: numbered("34046920250101001"),
      name: "周小",
      sex: "M" as const,
      birth: day("2025-01-01"),
    };
    const child = await aCaller(
      engine.client,
      { number: identity.number, name: identity.name, registration: { identity }, phone: "none", summary: { insurances: {} } },
      [aFact({ name: "household", ...home, relation: "20" })],
    );
    for (const [one, relation] of [[parent, "02"] as const, [child, "20"] as const]) {
      const { personId } = one.record.registration;
      const household = { division: v.parse(DivisionCode, HOME), number: home.number };
      await engine.client.send(
        new PutItemCommand({ TableName: "register", Item: itemOf.member(household, { personId, relation }) }),
      );
    }
    const call = await called(agent, child.number);
    expect(await call.do("behalf", { as: "parent", typed: parent.number })).toMatchObject({
      caller: { behalf: { as: "parent", proven: true }, shown: { name: "周*" } },
    });
    await call.say("name", "周父");
    await call.say("last-paid", "2026-02");
    await call.say("employer", EMPLOYER);
    const { caller } = await call.say("county", "玄武区");
    expect(caller).toMatchObject({
      may: "yes-no",
      insurances: expect.arrayContaining([{ insurance: "pension", insured: false }]),
    });

    // The child grew to fourteen, objected, and the desk agreed: the telephone is no way round it.
    const upheld = { receipt: "AAAA-BBBB-CCCC", at: noon("2026-03-30"), state: "upheld" };
    const Item = { ...keyOf.objection(child.record.registration.personId), ...toAttributes(upheld) };
    await engine.client.send(new PutItemCommand({ TableName: "casework", Item }));
    const again = await called(agent, child.number);
    expect(await again.do("behalf", { as: "parent", typed: parent.number })).toMatchObject({
      caller: { may: "nothing", behalf: { as: "parent", proven: false } },
    });
  });
});
