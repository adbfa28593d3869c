// Whom the desk has registered as guardian is to a minor what a parent is: consents, signs, and hears of it.

import { describe, expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { transact } from "../../functions/transact.ts";
import { inHousehold, tell } from "../children/family.ts";
import { withMill } from "../insured/mill.ts";
import { allKept } from "../registration/form.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withMachine } from "../support/around.ts";
import { aFact, day, noon } from "../support/build.ts";
import type { Known } from "../support/people.ts";
import { HOME, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";
import { aDelegation, aRelative, HOURS, headers, idOf } from "./family.ts";

const mill = withMill();
const machine = withMachine(mill);

const consent = { version: "2026-11-22", relation: "guardian" };
const wish = { action: "join", region: "340403", scheme: "390", coverYear: 2027 };

async function guarded(nth: number) {
  const started = startApp({ client: mill.client, startAt: noon("2026-11-18") });
  const guardian = await aRelative(mill.client, { name: "王建国" });
  const child = await aRelative(mill.client, { birth: "2017-05-20", name: "林小禾", phone: "none" });
  await tell(mill.client, child, [
    aFact({ name: "hukou", division: "340403", lines: "某街1号" }),
    aFact({ name: "residence", division: "340403", lines: "某街1号" }),
    aFact({ name: "employment", status: "STUDENT" }),
    aFact({ name: "card", hasCard: false }),
  ]);
  const delegation = `W-AAAA-AAAA-AAA${nth}`;
  const one = aDelegation({
    ...{ delegation, giver: idOf(child), delegate: idOf(guardian), birth: day("2017-05-20") },
    ...{ as: "guardian", proven: "desk", begunAt: noon("2026-11-18") },
  });
  expect(await started.delegations.begin(one, [], started.now())).toBe("begun");
  started.pass(96 * HOURS);
  return { started, guardian, child, delegation, browser: (await signInAs(started, guardian)).browser };
}
const codesIn = async (answer: Response) => (await answer.json()).findings?.map(({ code }: { code: string }) => code);

test("a guardian insures a ward of nine: with the consent that a parent gives too, and hears what came of it", async () => {
  const { started, guardian, child, delegation, browser } = await guarded(1);
  const send = (more: object) => browser.post("/enrolments", { for: delegation, wish, ...more }, headers());
  expect(await codesIn(await send({}))).toEqual(["consent.missing"]);
  // What is for adults is no more open to a guardian than to a parent.
  const flexible = { ...wish, scheme: "110", work: "delivery", base: 727_000, from: "2026-11", frequency: "quarter" };
  const { coverYear: _, ...asked } = flexible;
  expect(await codesIn(await send({ wish: asked, consent }))).toContain("enrolment.child-only-medical");
  const sent = await send({ consent });
  expect(sent.status, await sent.clone().text()).toBe(202);
  expect(await machine.run()).toEqual([]);
  const { receipt } = await sent.json();
  expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({ status: "applied" });
  await started.tellOutcome({ personId: idOf(child), receipt, status: "applied" });
  expect(started.outbox.at(-1)).toMatchObject({ to: guardian.phone, template: "applied" });
});

test("a guardian signs the registration form of a ward, as guardian and by consent, and needs no paper a second time", async () => {
  const { browser, delegation } = await guarded(2);
  const signed = (signature: object) =>
    browser.post("/registrations", { ...allKept, for: delegation, signature, consent }, headers());
  expect(await codesIn(await signed({ by: "proxy", name: "王建国" }))).toContain("registration.guardian-signs");
  const sent = await signed({ by: "guardian", name: "王建国", relation: "other" });
  expect(sent.status, await sent.clone().text()).toBe(202);
  expect(await machine.run()).toEqual([]);
  const { receipt } = await sent.json();
  // No colleague of the desk looks at who signed: the papers of the guardianship were seen.
  expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({ status: "applied", findings: [] });
});

test("a guardian hears what a ward without a phone is to be reminded of, until it has ended, or the ward's objection is upheld", async () => {
  const { started, guardian, child, delegation, browser } = await guarded(3);
  const remind = async (key: string) => {
    const before = started.outbox.length;
    await started.tellOutcome({ personId: idOf(child), notice: "reminders", key, count: 1 });
    return started.outbox.slice(before).map(({ to, template }) => [to, template]);
  };
  expect(await remind("one")).toEqual([[guardian.phone, "child-reminders"]]);
  await browser.post(`/delegations/${delegation}/end`, {});
  started.outbox.splice(0);
  expect(await remind("two")).toEqual([]);
});

describe("a court takes it from somebody that they act for a child", () => {
  const namely = ({ number, name }: Known) => ({ number, name });
  const here = aFact({ name: "residence", division: HOME, lines: "某街1号" });
  const desk = async () => {
    const staff = startStaff({ client: mill.client, startAt: noon("2026-11-22") });
    const [one, other] = [await staff.as("handler", [HOME]), await staff.as("handler", [HOME])];
    const send = async (path: string, body: object) => {
      const filed = await one.post(path, body, headers());
      expect(filed.status, await filed.clone().text()).toBe(202);
      expect(await machine.run()).toEqual([]);
      const { receipt } = await filed.json();
      const { tasks } = await (await one.get("/staff/tasks")).json();
      return tasks.find((each: { receipt: string }) => each.receipt === receipt);
    };
    const says = (by: typeof one, { name }: { name: string }) =>
      by.post(`/staff/tasks/${name}/decision`, { verdict: "applied", reason: "和裁判文书核对过" });
    const yes = async (task: { name: string }) => {
      expect((await says(other, task)).status).toBe(200);
      expect(await machine.run()).toEqual([]);
    };
    const takes = (ward: Known, guardian: Known) =>
      send("/staff/delegations/guardianship-end", {
        ...{ ward: namely(ward), guardian: namely(guardian) },
        paper: "（2026）测0468民特12号",
      });
    return { staff, one, other, send, says, takes, yes };
  };
  const toldBy = async (started: ReturnType<typeof startApp>) => {
    const before = started.outbox.length;
    for (const { body } of machine.queue.splice(0)) await started.tellOutcome(JSON.parse(body));
    return started.outbox.slice(before).map(({ to, template }) => [to, template]);
  };
  let homes = 0;
  /** Father, mother and a child of nine, as the police's household has them. */
  async function home() {
    const number = `H${String(++homes).padStart(8, "0")}`;
    const father = await aRelative(mill.client, { name: "林建国" });
    const mother = await aRelative(mill.client, { name: "王芳" });
    const child = await aRelative(mill.client, { birth: "2017-05-20", name: "林小禾", phone: "none" });
    await tell(mill.client, father, [inHousehold(number, "02"), here]);
    await tell(mill.client, mother, [inHousehold(number, "10"), here]);
    const hukou = aFact({ name: "hukou", division: "340403", lines: "某街1号" });
    await tell(mill.client, child, [inHousehold(number, "30"), here, hukou]);
    const started = startApp({ client: mill.client, startAt: noon("2026-11-22") });
    const [his, hers] = [(await signInAs(started, father)).browser, (await signInAs(started, mother)).browser];
    const of = async (browser: typeof his) => (await (await browser.get("/children")).json()).children;
    return { started, father, mother, child, his, hers, of };
  }

  test("a parent whom the household names: with a colleague's yes it is over at once, in an open session and for what is on its way, and no household brings it back", async () => {
    const { started, father, mother, child, his, hers, of } = await home();
    const [{ child: ref }] = await of(his);
    const asParent = { ...consent, relation: "parent" };
    const answer = await his.post("/enrolments", { for: ref, wish, consent: asParent }, headers());
    expect(answer.status, await answer.clone().text()).toBe(202);
    const { receipt: sent } = await answer.json();
    expect((await his.get(`/submissions/${sent}`)).status).toBe(200);
    const { takes, says, yes, one, staff } = await desk();
    const task = await takes(child, father);
    expect(task).toMatchObject({ kind: "guardianship-end", deciders: 1 });
    expect(await (await one.get(`/staff/tasks/${task.name}`)).json()).toMatchObject({
      submission: { asked: "林建国\u00a0（2026）测0468民特12号 papers.court" },
    });
    // Nobody hears of it before it is so, and it is not so before a colleague has said yes; he himself never does.
    expect((await toldBy(started)).filter(([, template]) => template !== "applied" && template !== "refused")).toEqual([]);
    expect(await of(his)).toHaveLength(1);
    const self = await staff.as("handler", [HOME], { personId: idOf(father) });
    for (const [by, code] of [
      [one, "desk.sent-it"],
      [self, "desk.own-record"],
    ] as const)
      expect(await codesIn(await says(by, task))).toEqual([code]);
    const looks = async () => (await everythingIn(mill.client, "looks")).filter(({ pk }) => pk === `PERSON#${idOf(child)}`);
    const seen = (await looks()).filter(({ kind }) => kind === "parent").length;
    await yes(task);

    expect((await toldBy(started)).sort()).toEqual(
      [
        [father.phone, "guardianship-ended"],
        [mother.phone, "child-guardianship"],
      ].sort(),
    );
    expect(await of(his)).toEqual([]);
    expect(await codesIn(await his.get(`/registrations/form?for=${ref}`))).toEqual(["child.not-yours"]);
    expect(await codesIn(await his.post("/enrolments", { for: ref, wish, consent }, headers()))).toEqual(["child.not-yours"]);
    expect((await his.get(`/submissions/${sent}`)).status).toBe(404);
    expect((await (await his.get("/submissions")).json()).submissions).toEqual([]);
    expect((await (await his.get("/delegations")).json()).actsFor).toMatchObject([
      { name: "林*禾", state: "ended", as: "guardian", ended: { by: "court" } },
    ]);
    expect((await looks()).filter(({ kind }) => kind === "parent")).toHaveLength(seen);
    expect(await of(hers)).toHaveLength(1);
    // A later file says again that they live together.
    await tell(mill.client, child, [inHousehold(`H${String(homes).padStart(8, "0")}`, "30", { asOf: "2026-11-20" })]);
    expect(await of(his)).toEqual([]);
    expect(await of((await signInAs(started, father)).browser)).toEqual([]);
  });

  test("what he sent before it comes to nothing where its turn comes after it, and it is not he who hears of that", async () => {
    const { started, father, child, his, hers, of } = await home();
    const [{ child: ref }] = await of(his);
    const sent = await his.post("/enrolments", { for: ref, wish, consent: { ...consent, relation: "parent" } }, headers());
    expect(sent.status, await sent.clone().text()).toBe(202);
    const taken = aDelegation({
      ...{ delegation: "W-AAAA-AAAA-EEE1", giver: idOf(child), delegate: idOf(father), birth: day("2017-05-20"), as: "guardian" },
      ended: { at: noon("2026-11-22"), by: "court" },
    });
    await transact(mill.client, await started.delegations.taking({ ...taken, ended: taken.ended! }));
    expect(await machine.run()).toEqual([]);
    const { receipt } = await sent.json();
    const casework = openCasework({ client: mill.client, table: "casework" });
    expect(await casework.submission({ personId: idOf(child), receipt })).toMatchObject({
      ...{ status: "refused", findings: [{ code: "child.not-yours" }] },
    });
    expect(await toldBy(started)).toEqual([]);
    expect(await of(hers)).toHaveLength(1);
  });

  test("a guardian whom the desk had registered: the same, by the same paper; and a newer one of a court gives it back", async () => {
    const { started, guardian, child, delegation, browser } = await guarded(4);
    for (const one of [guardian, child]) await tell(mill.client, one, [here]);
    expect((await browser.get(`/check?for=${delegation}`)).status).toBe(200);
    const { takes, yes, send } = await desk();
    await yes(await takes(child, guardian));
    expect((await toldBy(started)).map(([, template]) => template)).toEqual(["guardianship-ended"]);
    expect(await codesIn(await browser.get(`/check?for=${delegation}`))).toEqual(["delegation.ended"]);
    expect((await (await browser.get("/delegations")).json()).actsFor).toMatchObject([{ delegation, ended: { by: "court" } }]);

    const again = await send("/staff/delegations", {
      ...{ giver: namely(child), delegate: namely(guardian), scopes: ["look"], months: 12 },
      ...{ as: "guardian", papers: "guardianship" },
    });
    expect(await (await (await desk()).one.get(`/staff/tasks/${again.name}`)).json()).toMatchObject({
      because: [{ code: "delegation.court-ended" }],
    });
    await yes(again);
    expect(await started.delegations.takenFrom(idOf(guardian))).toEqual([]);
    expect((await (await browser.get("/delegations")).json()).actsFor).toMatchObject([{ state: "look-only", as: "guardian" }]);
  });
});
