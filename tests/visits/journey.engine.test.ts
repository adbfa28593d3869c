// From a village with gaps to confirmed visits: over the routes, and through the worker.
import * as v from "valibot";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CoverageReply } from "../../shared/households/contract.ts";
import { dateOf, type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { VisitList, VisitSheet, VisitView } from "../../shared/visits/contract.ts";
import { exampleCoverage, exampleSheet, exampleVisit } from "../../shared/visits/examples.ts";
import { allKept } from "../registration/form.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { noon } from "../support/build.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { COUNTY, idOfHome, living, ROUTE } from "./village.ts";

type Asker = Awaited<ReturnType<StartedStaff["as"]>>;
const engine = withEngine();
let staff: StartedStaff;
const machine = withMachine(engine);
let [handler, visitor, colleague, checker]: Asker[] = [];
beforeAll(async () => {
  staff = startStaff({ client: engine.client, startAt: noon("2026-11-22") });
  handler = await staff.as("handler", [COUNTY]);
  visitor = await staff.as("visitor", [COUNTY], { name: "高原" });
  colleague = await staff.as("visitor", [COUNTY], { name: "田野" });
  checker = await staff.as("checker", [COUNTY]);
});

let home: string;
let nth = 400;
beforeEach(() => {
  home = String(++nth).padStart(9, "0");
});
const later = (at: Instant, minutes: number) => instantAt(Date.parse(at) + minutes * 60_000);
const keyed = (key: string = crypto.randomUUID()) => ({ headers: { "idempotency-key": key } });
const read = async <Schema extends v.GenericSchema>(schema: Schema, answer: Response | Promise<Response>) => {
  const said = await (await answer).json();
  const parsed = v.safeParse(schema, said);
  if (!parsed.success) throw new Error(JSON.stringify(said).slice(0, 300));
  return parsed.output;
};
const findingsIn = async (answer: Response) => (await answer.json()).findings.map((one: { code: string }) => one.code);

/** These people, in one household, given to a visitor, who has opened the list. */
async function given(people: Parameters<typeof living>[2][], offline = true, by: Asker = visitor!) {
  const ids: PersonId[] = [];
  for (const [at, about] of people.entries())
    ids.push(await living(engine.client, home, { relation: at === 0 ? "02" : `${at}0`, ...about }));
  const list = await read(
    VisitList,
    handler!.post("/staff/visit-lists", { ...ROUTE, visitor: by.member.staffId, households: [idOfHome(home)] }, keyed()),
  );
  const sheet = await read(VisitSheet, by.post(`/staff/visit-lists/${list.list}/copies`, { offline }));
  return { ids, list, sheet, visit: sheet.visits[0]!.visit, author: sheet.author };
}
type Given = Awaited<ReturnType<typeof given>>;

const note = ({ visit, author }: Given, said: Record<string, unknown>, key?: string, by: Asker = visitor!) =>
  by.post(`/staff/visits/${visit}/events`, { author, note: { at: staff.now(), ...said } }, keyed(key));
const form = ({ visit, author }: Given, said: Record<string, unknown>, key?: string, by: Asker = visitor!) =>
  by.post(`/staff/visits/${visit}/forms`, { author, filledAt: staff.now(), seen: [], form: allKept, ...said }, keyed(key));
const seen = (member: string, outcome: string, more = {}) => ({
  event: "attempt",
  seen: [{ member, outcome, ...more }],
  noteLeft: false,
});
const viewOf = async ({ visit }: Given) =>
  v.parse(VisitView, (await (await checker!.get(`/staff/visits/${visit}`)).json()).visit);
const check = ({ visit }: Given, said: unknown, by: Asker = checker!) => by.post(`/staff/visits/${visit}/checks`, said);

test("the examples are what the routes may answer", () => {
  expect(v.is(VisitView, exampleVisit)).toBe(true);
  expect(v.is(CoverageReply, exampleCoverage)).toBe(true);
  expect(v.is(VisitSheet, exampleSheet)).toBe(true);
});

describe("a list", () => {
  test("is made of who has a gap, is opened masked with one look each, and is nobody else's", async () => {
    const { ids, list, sheet } = await given([
      { insured: ["pension", "medical"], confirmedOn: "2026-05-01" },
      { stopped: ["pension"] },
      {},
    ]);

    expect(sheet.visits[0]!.members.map(({ relation, why }) => [relation, why])).toEqual([
      ["10", ["not-insured", "stopped", "not-confirmed"]],
      ["20", ["not-insured", "not-confirmed"]],
    ]);
    expect(sheet.visits[0]!.address).toContain("安徽省淮南市寿县寿春镇东街村幸福路");
    expect(sheet.visits[0]!.people[0]!.form?.person.name).toBe("林*禾");
    expect(sheet.visits[0]!.people[0]!.form?.card).toBeUndefined();
    for (const [at, id] of ids.entries()) {
      const looks = await staff.looks.at(id);
      expect(looks.map((look) => "purpose" in look && [look.purpose, look.ticket, look.by])).toEqual(
        at === 0 ? [] : [["visit", list.list, visitor!.member.staffId]],
      );
    }
    expect((await colleague!.post(`/staff/visit-lists/${list.list}/copies`, { offline: false })).status).toBe(404);
    expect((await colleague!.get(`/staff/visits/${sheet.visits[0]!.visit}`)).status).toBe(404);
    expect((await (await colleague!.get("/staff/visit-lists")).json()).lists).toEqual([]);
  });

  test("holds a household once, and one attempt makes one list", async () => {
    const person = await living(engine.client, home);
    const body = { ...ROUTE, visitor: visitor!.member.staffId, households: [idOfHome(home)] };
    const key = crypto.randomUUID();
    const first = await read(VisitList, handler!.post("/staff/visit-lists", body, keyed(key)));
    const again = await read(VisitList, handler!.post("/staff/visit-lists", body, keyed(key)));
    const other = await handler!.post("/staff/visit-lists", body, keyed());

    expect([person.length, again.list]).toEqual([22, first.list]);
    expect([other.status, await findingsIn(other)]).toEqual([422, ["visit.given-already"]]);
  });

  test("is not made for who does not go there, nor of who needs nothing", async () => {
    await living(engine.client, home, { insured: ["pension", "medical"], confirmedOn: "2026-05-01" });
    const body = { ...ROUTE, households: [idOfHome(home)] };
    const ask = async (visitorId: string) =>
      findingsIn(await handler!.post("/staff/visit-lists", { ...body, visitor: visitorId }, keyed()));

    const elsewhere = { ...body, village: "寿春镇西街村", visitor: visitor!.member.staffId };
    expect(await findingsIn(await handler!.post("/staff/visit-lists", elsewhere, keyed()))).toEqual(["visit.household-unknown"]);
    expect(await ask(checker!.member.staffId)).toEqual(["visit.visitor-unknown"]);
    expect(await ask(visitor!.member.staffId)).toEqual(["visit.nobody-wanted"]);
  });

  test("tells who may be sent", async () => {
    const { lists } = await (await handler!.get("/staff/visit-lists")).json();
    expect(lists.every((list: VisitList) => list.place === "安徽省淮南市寿县")).toBe(true);
  });
});

describe("forms that were filled without network", () => {
  let untouched: Given | undefined;

  test("are applied, say who filled them and that it was at the door, and confirm by visit", async () => {
    const one = await given([{}]);
    const { receipt } = await (await form(one, { member: "1" })).json();
    expect(await machine.run()).toEqual([]);

    const { registration } = (await staff.register.page(one.ids[0]!))!;
    expect(registration.confirmed).toEqual({ on: dateOf(staff.now()), route: "visit", receipt });
    const [newest] = await staff.register.history(one.ids[0]!);
    const history = await staff.register.history(one.ids[0]!);
    expect(history.at(-1)).toMatchObject({ channel: "visit", by: visitor!.member.staffId });
    expect(newest).toBeDefined();
    expect(await viewOf(one)).toMatchObject({ state: "visited", members: [{ outcome: "completed", receipts: [receipt] }] });
  });

  test("sent twice are one, and another form under the same key is none", async () => {
    const one = await given([{}]);
    const key = crypto.randomUUID();
    const filledAt = staff.now();
    const [a, b] = [await form(one, { member: "1", filledAt }, key), await form(one, { member: "1", filledAt }, key)];
    const other = await form(one, { member: "1", filledAt, declined: true, form: { ...allKept, declared: false } }, key);

    expect([a.status, b.status, other.status]).toEqual([202, 202, 409]);
    expect((await a.json()).receipt).toBe((await b.json()).receipt);
    expect((await staff.casework.submissions(one.ids[0]!)).length + (await machine.outboxOf("desk")).length).toBe(1);
    expect((await viewOf(one)).notes).toHaveLength(1);
    await machine.run();
    expect(await staff.casework.submissions(one.ids[0]!)).toHaveLength(1);
  });

  test("both at once are one too", async () => {
    const one = await given([{}]);
    const [key, filledAt] = [crypto.randomUUID(), staff.now()];
    const answers = await Promise.all([1, 2, 3].map(() => form(one, { member: "1", filledAt }, key)));
    const receipts = await Promise.all(answers.map(async (answer) => (await answer.json()).receipt));

    expect(new Set(receipts).size).toBe(1);
    expect((await viewOf(one)).notes).toHaveLength(1);
    await machine.run();
  });

  test("keep their author, whoever brings them in", async () => {
    const one = await given([{}]);
    const brought = await form(one, { member: "1" }, undefined, colleague!);
    const { receipt } = await brought.json();
    await machine.run();

    const [submission] = await staff.casework.submissions(one.ids[0]!);
    expect(submission?.sender).toMatchObject({ staffId: visitor!.member.staffId, channel: "visit" });
    const { notes } = await viewOf(one);
    expect(notes[0]).toMatchObject({ by: { name: "高原" }, broughtBy: { name: "田野" } });
    expect(receipt).toBe(submission?.receipt);
    const bad = { ...one, author: "AAAAAAAAAAAAAAAAAAAAAA" as typeof one.author };
    expect((await form(bad, { member: "1" }, undefined, colleague!)).status).toBe(404);
    expect(await findingsIn(await form(bad, { member: "1" }))).toEqual(["visit.author-unknown"]);
  });

  test("count from when they were filled: what was said later stays", async () => {
    const one = await given([{}]);
    const filledAt = staff.now();
    await living(engine.client, home, {}); // somebody else of the household moves nothing of it
    const { move } = await import("./village.ts");
    const said = {
      source: "resident",
      asOf: dateOf(filledAt),
      recordedAt: later(filledAt, 2),
      acceptedAt: later(filledAt, 2),
    } as const;
    await move(engine.client, one.ids[0]!, {
      facts: [{ ...said, name: "residence", division: v.parse(v.any(), COUNTY), lines: "寿春镇和平路9号" }],
    });
    const answer = await form(one, {
      member: "1",
      filledAt,
      form: { ...allKept, residence: { division: COUNTY, township: "正阳关镇", road: "解放路1号" } },
    });
    expect(answer.status).toBe(202);
    await machine.run();

    const page = (await staff.register.page(one.ids[0]!))!;
    expect(page.facts.filter(({ name, source }) => name === "residence" && source === "resident")).toMatchObject([
      { lines: "寿春镇和平路9号" },
    ]);
  });

  test("of who did not sign go to the desk and confirm nothing", async () => {
    const one = await given([{}]);
    const answer = await form(one, { member: "1", declined: true, form: { ...allKept, declared: false } });
    const { receipt } = await answer.json();
    await machine.run();

    expect((await staff.desk.task(one.ids[0]!, receipt))?.because).toMatchObject([{ code: "registration.review.unsigned" }]);
    expect((await staff.register.page(one.ids[0]!))?.registration.confirmed).toBeUndefined();
    expect((await viewOf(one)).members[0]).toMatchObject({ outcome: "declined-sign" });
  });

  test.each([
    {
      when: "it changes the phone",
      said: { form: { ...allKept, mobile: { phone: "15400001234", code: "123456" } } },
      code: "visit.phone-not-here",
    },
    { when: "it is from tomorrow", said: { filledAt: instantAt(Date.parse(noon("2026-11-24"))) }, code: "visit.clock" },
    { when: "it is older than the list", said: { filledAt: instantAt(Date.parse(noon("2026-11-20"))) }, code: "visit.clock" },
    { when: "nobody of that household is meant", said: { member: "9" }, code: "visit.member-unknown" },
    {
      when: "a proxy signs, and nobody has seen a paper",
      said: { form: { ...allKept, signature: { by: "proxy", name: "陈大文" } } },
      code: "registration.proxy-unauthorised",
    },
    { when: "it is declared, and not signed", said: { declined: true }, code: "visit.not-signed" },
  ])("are turned away where $when", async ({ said, code }) => {
    untouched ??= await given([{}]);
    const one = untouched;
    const answer = await form(one, { member: "1", ...said });

    expect([answer.status, await findingsIn(answer)]).toEqual([422, [code]]);
    expect((await viewOf(one)).notes).toEqual([]);
  });

  test("signed by a proxy whose authorisation the visitor saw, are looked at by the desk", async () => {
    const one = await given([{}]);
    const signed = { ...allKept, signature: { by: "proxy", name: "陈大文" } };
    const { receipt } = await (await form(one, { member: "1", seen: ["proxy-authorisation"], form: signed })).json();
    await machine.run();

    expect((await staff.desk.task(one.ids[0]!, receipt))?.because).toMatchObject([{ code: "registration.review.proxy" }]);
  });
});

describe("a list that is taken away", () => {
  test("is gone for its visitor; what was filled in before still counts, and what came later does not", async () => {
    const one = await given([{}, {}]);
    const before = staff.now();
    const taken = await handler!.post(`/staff/visit-lists/${one.list.list}/withdrawals`, { reason: "换人走访" });
    expect([taken.status, (await taken.json()).state]).toEqual([200, "withdrawn"]);

    expect((await visitor!.post(`/staff/visit-lists/${one.list.list}/copies`, { offline: false })).status).toBe(404);
    expect((await form(one, { member: "1", filledAt: before })).status).toBe(202);
    const after = await form(one, { member: "2", filledAt: later(staff.now(), 1) });
    expect([after.status, await findingsIn(after)]).toEqual([422, ["visit.taken-away"]]);
    await machine.run();
    const next = await handler!.post(
      "/staff/visit-lists",
      { ...ROUTE, visitor: colleague!.member.staffId, households: [idOfHome(home)] },
      keyed(),
    );
    expect(next.status).toBe(201);
  });
});

test("a list is opened on its last day, and not on the day after", async () => {
  await living(engine.client, home);
  const { member } = visitor!;
  const until = dateOf(staff.now());
  const wanted = { ...ROUTE, visitor: member.staffId, households: [idOfHome(home)], until };
  const { list } = await read(VisitList, handler!.post("/staff/visit-lists", wanted, keyed()));
  const copies = `/staff/visit-lists/${list}/copies`;
  expect((await visitor!.post(copies, { offline: true })).status).toBe(200);
  const tomorrow = startStaff({ client: engine.client, startAt: later(staff.now(), 24 * 60) });
  const { workNumber, name } = member;
  const again = await tomorrow.as("visitor", [COUNTY], { workNumber, name });
  const late = await again.post(copies, { offline: true });
  expect([late.status, await findingsIn(late)]).toEqual([422, ["visit.until-passed"]]);
});

describe("who checks", () => {
  test("was not at the door: confirms, or gives back who has to be seen again", async () => {
    const both = await staff.as(["visitor", "checker"], [COUNTY], { name: "两边" });
    const one = await given([{}, {}, {}], true, both);
    expect((await check(one, { verdict: "confirmed", reason: "核对无误" })).status).toBe(409);
    await note(one, seen("1", "refused"), undefined, both);
    await note(one, seen("2", "deceased"), undefined, both);
    await note(one, seen("3", "moved", { place: "320102" }), undefined, both);
    expect((await viewOf(one)).state).toBe("visited");

    const own = await check(one, { verdict: "confirmed", reason: "核对无误" }, both);
    expect([own.status, await findingsIn(own)]).toEqual([422, ["visit.own-visit"]]);
    const lives = await staff.as("checker", [COUNTY], { name: "家里人", personId: one.ids[2]! });
    expect(await findingsIn(await check(one, { verdict: "confirmed", reason: "核对无误" }, lives))).toEqual(["visit.own-visit"]);
    const back = await read(VisitView, check(one, { verdict: "returned", reason: "再去一次", again: ["1"] }));
    expect([back.state, back.reason, back.members.map(({ outcome }) => outcome)]).toEqual([
      "returned",
      "再去一次",
      [undefined, "deceased", "moved"],
    ]);
    const key = crypto.randomUUID();
    const filledAt = staff.now();
    const { receipt } = await (await form(one, { member: "1", filledAt }, key, both)).json();
    const done = await read(VisitView, check(one, { verdict: "confirmed", reason: "核对无误" }));
    expect([done.state, done.members.map(({ outcome }) => outcome)]).toEqual(["confirmed", ["completed", "deceased", "moved"]]);
    await machine.run();

    const work = (await staff.desk.openWork()).filter(({ personId }) => one.ids.includes(personId));
    expect(work.map((each) => [each.work, each.personId, each.place]).sort()).toEqual([
      ["HAND_OVER_REGION", one.ids[2], "320102"],
      ["VERIFY_DEATH_AND_CLOSE", one.ids[1], undefined],
    ]);
    expect((await staff.register.page(one.ids[1]!))?.registration.status).toBe("active");
    const late = await read(VisitView, note(one, seen("1", "moved", { place: "320102" }), undefined, both));
    expect([late.state, late.members[0]?.outcome, late.notes.at(-1)?.late]).toEqual(["confirmed", "completed", true]);
    // A form would go into the register, and nobody looks over this visit any more.
    const unseen = await form(one, { member: "1", filledAt }, undefined, both);
    expect([unseen.status, await findingsIn(unseen)]).toEqual([422, ["visit.confirmed"]]);
    expect(await (await form(one, { member: "1", filledAt }, key, both)).json()).toMatchObject({ receipt });
  });
});

test("notes that come in any order make the same visit, and each counts once", async () => {
  const one = await given([{}, {}]);
  const at = staff.now();
  const first = { ...seen("1", "not-home"), at };
  const second = { event: "contacted", at: later(at, 1), note: "电话里说晚上在家" };
  const third = { ...seen("1", "moved", { place: "320102" }), at: later(at, 2) };
  const key = crypto.randomUUID();
  for (const [said, as] of [
    [third, key],
    [first, undefined],
    [third, key],
    [second, undefined],
  ] as const)
    expect((await note(one, said, as)).status).toBe(200);

  const { notes, state, members } = await viewOf(one);
  expect(notes.map((each) => each.step)).toEqual(["attempt", "contacted", "attempt"]);
  expect([state, members[0]?.outcome, members[1]?.outcome]).toEqual(["contacted", "moved", undefined]);
  expect((await note(one, first, key)).status).toBe(409);
  expect(await findingsIn(await note(one, seen("2", "moved")))).toEqual(["visit.moved-where"]);
});

test("somebody found at the door enters the household, verified by nobody, and waits for the desk", async () => {
  const one = await given([{}]);
  const found = {
    docType: "RIC",
    number: (await import("../support/people.ts")).someoneElse(911),
    name: "陈小满",
    residence: { division: COUNTY, lines: "寿春镇东街村幸福路3号" },
    status: "UNEMPLOYED",
    relation: "50",
  };
  const send = (key: string, at: Instant) =>
    visitor!.post(`/staff/visits/${one.visit}/newcomers`, { author: one.author, filledAt: at, form: found }, keyed(key));
  const [key, at] = [crypto.randomUUID(), staff.now()];
  const [first, again] = [await send(key, at), await send(key, at)];
  expect([first.status, again.status]).toEqual([202, 202]);
  const { receipt } = await first.json();
  expect((await again.json()).receipt).toBe(receipt);
  expect(await machine.run()).toEqual([]);

  const task = (await staff.desk.openTasks()).find((open) => open.receipt === receipt);
  expect(task?.kind).toBe("new-person");
  const members = await staff.register.members({ division: v.parse(v.any(), COUNTY), number: home });
  expect(members.find(({ personId }) => personId === task?.personId)).toMatchObject({ relation: "50" });
  expect((await viewOf(one)).members[1]).toMatchObject({ why: ["found"], outcome: "completed", receipts: [receipt] });

  await staff.desk.decide(task!, { verdict: "refused", reason: "已在别处登记", by: "何经纬" }, staff.now());
  await machine.run();
  const left = await staff.register.members({ division: v.parse(v.any(), COUNTY), number: home });
  expect(left.map(({ personId }) => personId)).toEqual(one.ids);
});

test("who is never at home may be left after three times, a note, a call and the committee; the phone is shown when it is time", async () => {
  const one = await given([{}]);
  const again = () => staff.as("visitor", [COUNTY], { name: "高原", workNumber: visitor!.member.workNumber });
  let by = visitor!;
  const ring = () => by.post(`/staff/visits/${one.visit}/phones`, { member: "1" });
  expect(await findingsIn(await ring())).toEqual(["visit.not-yet"]);
  expect((await colleague!.post(`/staff/visits/${one.visit}/phones`, { member: "1" })).status).toBe(404);

  const nexts: unknown[] = [];
  for (const [hours, noteLeft] of [
    [0, false],
    [3, false],
    [4, false],
    [24, true],
  ] as const) {
    staff.pass(hours * 3600);
    by = await again();
    const view = await read(VisitView, note(one, { ...seen("1", "not-home"), noteLeft }, undefined, by));
    nexts.push([view.members[0]?.ladder?.attempts, view.members[0]?.ladder?.next]);
  }
  // A Sunday: every attempt of that day is at a time at which people are at home.
  expect(nexts).toEqual([
    [1, "attempt"],
    [1, "attempt"],
    [2, "attempt"],
    [3, "phone"],
  ]);
  expect(await (await ring()).json()).toEqual({ phone: expect.stringMatching(/^197/) });
  const looks = await staff.looks.at(one.ids[0]!);
  expect(looks.flatMap((look) => ("fields" in look ? [look.fields] : []))).toContainEqual(["phone"]);

  await note(one, { event: "phoned", member: "1", result: "no-answer" }, undefined, by);
  const said = { event: "statement", member: "1", by: "东街村村委会", text: "多日未见" };
  const left = await read(VisitView, note(one, said, undefined, by));
  expect([left.state, left.members[0]?.outcome]).toEqual(["visited", "not-home"]);
});

test("what came in has its receipt also when drafts of that day are not taken any more", async () => {
  const by = await staff.as("visitor", [COUNTY], { name: "高原", workNumber: visitor!.member.workNumber });
  handler = await staff.as("handler", [COUNTY], { workNumber: handler!.member.workNumber });
  const one = await given([{}], true, by);
  const [key, filledAt] = [crypto.randomUUID(), staff.now()];
  const { receipt } = await (await form(one, { member: "1", filledAt }, key, by)).json();
  staff.pass(31 * 86_400);
  const again = await staff.as("visitor", [COUNTY], { name: "高原", workNumber: visitor!.member.workNumber });

  expect((await (await form(one, { member: "1", filledAt }, key, again)).json()).receipt).toBe(receipt);
  expect(await findingsIn(await form(one, { member: "1", filledAt }, undefined, again))).toEqual(["visit.clock"]);
});
