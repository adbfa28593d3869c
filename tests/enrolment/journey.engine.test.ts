// From the offer over the receipt to the agency's file that shows the payment, on the real engine.

import { describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { openPolicy, type Policy } from "../../shared/policy/law.ts";
import type { Fact } from "../../shared/registration.ts";
import { aMember, inHousehold, tell } from "../children/family.ts";
import { withMill } from "../insured/mill.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withMachine } from "../support/around.ts";
import { aFact, aPhone, day, noon } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { aliasSecret, aPerson, register } from "../support/people.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { consent } from "./someone.ts";

const mill = withMill();
const machine = withMachine(mill);

const lives = (name: "residence" | "hukou", division: string) => aFact({ name, division, lines: "某街1号" });
const works = (status: string) => aFact({ name: "employment", status });
const courier = [lives("hukou", "370826"), lives("residence", "110101"), works("FLEXIBLE")];
const fisherman = [lives("hukou", "370826"), lives("residence", "370826")];

let nth = 0;

/** Their number says the same birth date as the register: files about them are about nobody else. */
async function aGrownUp(birth: string, facts: Fact[]) {
  nth++;
  const number = numbered(`340469${birth.replace(/-/g, "")}${String(nth).padStart(3, "0")}`);
  const identity = { docType: "RIC", number, name: "林晓禾", sex: "U", birth: day(birth) } as const;
  const person = aPerson({ number, phone: aPhone(`196${String(nth).padStart(8, "0")}`), registration: { identity } });
  await register(mill.client, aliasSecret(), person);
  await tell(mill.client, person, facts);
  return person;
}

/** Somebody of thirty-six, signed in on 22 November 2026. */
async function somebody(facts: Fact[], { birth = "1990-05-01", policy }: { birth?: string; policy?: Policy } = {}) {
  const person = await aGrownUp(birth, facts);
  const { personId } = person.record.registration;
  const started = startApp({ client: mill.client, startAt: noon("2026-11-22"), ...(policy && { policy }) });
  const { browser } = await signInAs(started, person);
  const send = (body: object, key: string = crypto.randomUUID()) =>
    browser.post("/enrolments", body, { headers: { "idempotency-key": key } });
  const read = async (path: string) => (await browser.get(path)).json();
  return {
    person,
    personId,
    browser,
    send,
    read,
    wish: (wish: object) => send({ wish }),
    offer: () => read("/enrolments/offer"),
    standing: async (scheme: string) => {
      const { standings } = await read("/enrolments/offer");
      return standings.find((each: { scheme: string }) => each.scheme === scheme);
    },
    submission: async (response: Response) => read(`/submissions/${(await response.json()).receipt}`),
    history: () => mill.register.history(personId),
    tasks: async () =>
      (await openDesk({ client: mill.client, table: "desk" }).openTasks()).filter((task) => task.personId === personId),
    /** An agency's file about them, of that day. */
    feed: (cells: Record<string, string>, on = "2026-11-20") => {
      mill.dayIs(on);
      const row = { AAC002: person.number, AAC003: person.name, AAE036: on, ...cells };
      return mill.feed([Object.keys(row), Object.values(row)].map((line) => line.join(",")).join("\n"));
    },
  };
}

describe("a courier whose hukou is far away", () => {
  test("joins both insurances at the place of work, is told until when to pay, and sees it when the agency's file carries it", async () => {
    const { offer, standing, wish, submission, read, history, feed } = await somebody(courier);
    expect(await offer()).toMatchObject({ person: { name: "林*禾" }, known: { held: [], residence: "110101" }, injury: "ask" });
    expect(await standing("110")).toMatchObject({ is: "may", why: "free-choice", rule: "flexible-pension.hukou", missing: [] });
    expect(await standing("310")).toMatchObject({ is: "may", missing: ["flexible-medical.rate"] });
    expect(await standing("170")).toMatchObject({ is: "may", missing: ["resident-pension.tiers"] });

    const joins = { action: "join", region: "110101", work: "delivery", base: 727_000, from: "2026-11" };
    const pension = await wish({ ...joins, scheme: "110", frequency: "quarter", told: 290_800 });
    const medical = await wish({ ...joins, scheme: "310", frequency: "month" });
    expect([pension.status, medical.status]).toEqual([202, 202]);
    expect(await machine.run()).toEqual([]);

    const receipt = await submission(pension);
    expect(receipt).toMatchObject({
      slice: "enrolment",
      item: "join.110",
      status: "applied",
      asked: "join.110 北京市东城区 7,270.00",
      pay: { region: "北京市东城区", from: "2026-11", months: 2, cost: 290_800, payBy: "2026-12-31", missing: [] },
    });
    const after = await read("/check");
    expect(after.waiting).toMatchObject([
      { scheme: "110", is: "to-pay", region: "北京市东城区", cost: 290_800, payBy: "2026-12-31" },
      { scheme: "310", is: "to-pay", payBy: "2026-11-30" },
    ]);
    expect(after.insurances[0]).toMatchObject({ insurance: "pension", insured: false }); // a wish is no enrolment
    expect((await offer()).joinings).toMatchObject([
      { is: "to-pay", joining: { scheme: "110", receipt: receipt.receipt, terms: { frequency: "quarter" } } },
      { is: "to-pay", joining: { scheme: "310" } },
    ]);
    expect(await standing("110")).toMatchObject({ is: "closed", why: "joined" });

    const row = { AAE140: "110", AAB301: "110101", AAC030: "2026-11-01", AAC066: "灵活就业", AAC040: "7270.00" };
    const fed = await feed({ ...row, AAE003: "202611-202612" }, "2027-01-05");
    expect(fed.counts).toMatchObject({ created: 1 });
    expect((await offer()).joinings).toMatchObject([{ is: "seen" }, { is: "to-pay" }]);
    expect((await read("/check")).waiting).toMatchObject([{ scheme: "310" }]);
    expect(await standing("110")).toMatchObject({ is: "closed", why: "held-here" });
    expect((await history()).flatMap(({ after }) => Object.keys(after)).filter((sk) => sk.startsWith("JOINING"))).toEqual([
      "JOINING#110",
      "JOINING#310",
    ]);
  });

  test("who joined from two phones at once is told on the later one, and joins once", async () => {
    const { wish, submission, offer } = await somebody(courier);
    const joins = { action: "join", region: "110101", work: "ride", scheme: "110", frequency: "month", from: "2026-11" };
    const [first, second] = [await wish({ ...joins, base: 727_000 }), await wish({ ...joins, base: 900_000 })];
    await machine.run();

    expect(await submission(first)).toMatchObject({ status: "applied" });
    expect(await submission(second)).toMatchObject({ status: "refused", findings: [{ code: "enrolment.joined" }] });
    expect((await offer()).joinings).toMatchObject([{ joining: { terms: { base: 727_000 } } }]);
    const third = await wish({ ...joins, base: 900_000 });
    expect(await third.json()).toMatchObject({ findings: [{ code: "enrolment.joined", path: ["wish", "scheme"] }] });
  });

  test("stops again, and the file that still shows the insurance does not undo it", async () => {
    const { wish, offer, read, feed } = await somebody(courier);
    await feed({
      AAE140: "110",
      AAB301: "110101",
      AAC030: "2025-01-01",
      AAC066: "灵活就业",
      AAC040: "7270.00",
      AAE003: "202501-202610",
    });
    expect((await wish({ action: "stop", scheme: "110", from: "2026-12", reason: "employed" })).status).toBe(202);
    await machine.run();
    expect((await offer()).joinings).toMatchObject([{ is: "stopped", joining: { region: "110101", from: "2026-12" } }]);
    expect((await read("/check")).waiting).toMatchObject([{ scheme: "110", is: "stopped" }]);
  });
});

describe("a fisherman in Weishan", () => {
  const tier = (yuan: number) => ({ action: "join", scheme: "170", region: "370826", work: "own", tier: yuan * 100 });

  test("chooses a tier, thinks again before paying, and the history keeps both", async () => {
    const { wish, offer, history, submission } = await somebody(fisherman);
    await wish(tier(300));
    await machine.run();
    const more = await wish({ action: "change-tier", scheme: "170", tier: 50_000 });
    await machine.run();

    expect(await submission(more)).toMatchObject({ status: "applied", pay: { cost: 50_000, payBy: "2026-12-31" } });
    expect((await offer()).joinings).toMatchObject([
      { joining: { wish: "change-tier", terms: { tier: 50_000, region: "370826" } } },
    ]);
    const [, , second] = await history();
    expect(second).toMatchObject({
      before: { "JOINING#170": { terms: { tier: 30_000 } } },
      after: { "JOINING#170": { terms: { tier: 50_000 } } },
    });
  });

  test("whose tier is gone when the worker looks is told so, and nothing is half-written", async () => {
    const own = [
      anEntry({ key: "resident-pension.tiers", region: "370000", value: "300 3000" }),
      anEntry({ key: "resident-pension.subsidy", region: "370000", value: "300:30 3000:180" }),
    ];
    // The API still has Shandong's tiers of yesterday; the worker's deployment knows none of its own any more.
    const { wish, offer, submission, history } = await somebody(fisherman, { policy: openPolicy([...loaded, ...own]) });
    const before = (await history()).length;
    const gone = await wish(tier(3_000));
    const moved = await wish({ ...tier(300), told: 30_000 });
    expect([gone.status, moved.status]).toEqual([202, 202]);
    await machine.run();

    expect(await submission(gone)).toMatchObject({
      status: "refused",
      findings: [{ code: "enrolment.tier-not-offered", path: ["wish", "tier"] }],
    });
    expect(await submission(moved)).toMatchObject({ status: "applied" }); // it costs what was promised
    expect((await history()).length).toBe(before + 1);
    expect((await offer()).joinings).toHaveLength(1);
  });

  test("whose price has moved is asked again", async () => {
    const cheaper = [anEntry({ key: "contribution-base.floor", region: "110000", value: "7000", from: "2026-07-01" })];
    const others = loaded.filter(({ key, region }) => !(key === "contribution-base.floor" && region === "110000"));
    const { wish, submission, offer } = await somebody(courier, { policy: openPolicy([...others, ...cheaper]) });
    const lowest = await wish({
      action: "join",
      scheme: "110",
      region: "110101",
      work: "ride",
      frequency: "month",
      from: "2026-11",
    });
    await machine.run();
    expect(await submission(lowest)).toMatchObject({ status: "refused", findings: [{ code: "enrolment.price-changed" }] });
    expect((await offer()).joinings).toEqual([]);
  });

  test("who is hard up is looked at by the desk of Weishan first; then the lowest tier is theirs", async () => {
    const { wish, offer, submission, tasks, history } = await somebody(fisherman);
    const sent = await wish({ ...tier(100), hardship: "disabled" });
    await machine.run();
    const waiting = await submission(sent.clone());
    expect(waiting).toMatchObject({ status: "in-review", withdrawable: true });
    expect(waiting).not.toHaveProperty("pay"); // nothing is to be paid before it is decided
    expect(JSON.stringify(waiting)).not.toMatch(/disabled|hardship/);
    expect((await offer()).joinings).toEqual([]);

    const [task] = await tasks();
    expect(task).toMatchObject({ kind: "hardship", region: "370826" });
    const desk = openDesk({ client: mill.client, table: "desk" });
    await desk.decide(task!, { verdict: "applied", reason: "残疾证已核对", by: "王芳" }, noon("2026-11-24"));
    await machine.run();
    expect((await offer()).joinings).toMatchObject([
      {
        is: "to-pay",
        joining: { source: "desk", hardship: "disabled", terms: { tier: 10_000, takenOver: true, payBy: "2026-12-31" } },
      },
    ]);
    expect((await history()).at(-1)).toMatchObject({ by: "王芳", channel: "desk" });
  });

  test("who is not, after all, keeps nothing of it", async () => {
    const { wish, offer, submission, tasks } = await somebody(fisherman);
    const sent = await wish({ ...tier(100), hardship: "minimum-living" });
    await machine.run();
    const [task] = await tasks();
    const desk = openDesk({ client: mill.client, table: "desk" });
    await desk.decide(task!, { verdict: "refused", reason: "不在名单上", by: "王芳" }, noon("2026-11-24"));
    await machine.run();
    expect(await submission(sent)).toMatchObject({ status: "refused", reason: "不在名单上" });
    expect((await offer()).joinings).toEqual([]);
  });
});

describe("before anything is stored", () => {
  test("who is employed is told that the employer must enrol them", async () => {
    const { wish, standing, read } = await somebody([lives("residence", "110101"), works("EMPLOYED")]);
    expect(await standing("110")).toMatchObject({ is: "must", why: "employer" });
    const response = await wish({ action: "join", scheme: "110", region: "110101", frequency: "month", from: "2026-11" });
    expect([response.status, await response.json()]).toMatchObject([422, { findings: [{ code: "enrolment.employer" }] }]);
    expect(await read("/submissions")).toEqual({ submissions: [] });
  });

  test("what runs elsewhere is named with what is done about it", async () => {
    const { wish, standing, feed } = await somebody(courier);
    await feed({
      AAE140: "110",
      AAB301: "440305",
      AAC030: "2020-01-01",
      AAC066: "灵活就业",
      AAC040: "6000.00",
      AAE003: "202001-202610",
    });
    expect(await standing("110")).toMatchObject({
      is: "closed",
      why: "held-elsewhere",
      overlap: { region: "440305", says: "TRANSFER_THEN_CLEAR" },
    });
    const response = await wish({
      action: "join",
      scheme: "110",
      region: "110101",
      work: "own",
      frequency: "month",
      from: "2026-11",
    });
    expect(await response.json()).toMatchObject({ findings: [{ code: "enrolment.held-elsewhere" }] });
  });

  test("a place that is on no list is refused at its field", async () => {
    const { wish } = await somebody(courier);
    const response = await wish({
      action: "join",
      scheme: "110",
      region: "999999",
      work: "own",
      frequency: "month",
      from: "2026-11",
    });
    expect(await response.json()).toMatchObject({ findings: [{ code: "enrolment.division-unknown", path: ["wish", "region"] }] });
  });
});

describe("a newborn", () => {
  test("is joined by the mother, from birth; the receipt is hers too, and nobody else's child is there", async () => {
    const home = "000000911";
    const mother = await somebody([inHousehold(home, "02")]);
    const baby = await aMember(mill.client, {
      birth: "2026-10-01",
      facts: [inHousehold(home, "30"), lives("residence", "340403")],
    });
    const { children } = await mother.read("/children");
    const [{ child }] = children;
    const offer = await mother.read(`/enrolments/offer?for=${child}`);
    expect(offer).toMatchObject({ standings: [{ scheme: "390", is: "may", why: "newborn" }], ask: [] });

    const wish = { action: "join", scheme: "390", region: "340403", coverYear: 2026 };
    const without = await mother.send({ for: child, wish });
    expect(await without.json()).toMatchObject({ findings: [{ code: "consent.missing" }] });
    const sent = await mother.send({ for: child, wish, consent });
    await machine.run();
    expect(await mother.submission(sent)).toMatchObject({ status: "applied", pay: { payBy: "2026-12-30", from: "2026-10" } });
    const record = await mill.register.page(baby.record.registration.personId);
    expect(record?.joinings).toMatchObject([{ scheme: "390", terms: { coverFrom: "2026-10-01", insuredAs: "resident" } }]);
    expect((await mother.offer()).joinings).toEqual([]);

    const stranger = await somebody([inHousehold("000000912", "02")]);
    expect((await stranger.browser.get(`/enrolments/offer?for=${child}`)).status).toBe(404);
    expect((await stranger.send({ for: child, wish, consent })).status).toBe(404);
  });
});
