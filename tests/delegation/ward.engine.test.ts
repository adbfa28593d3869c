// Whom the desk has registered as guardian is to a minor what a parent is: consents, signs, and hears of it.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tell } from "../children/family.ts";
import { type Mill, startMill } from "../insured/mill.ts";
import { allKept } from "../registration/form.ts";
import { signInAs, startApp } from "../support/app.ts";
import { aFact, day, noon } from "../support/build.ts";
import { startMachine } from "../support/machine.ts";
import { aDelegation, aRelative, HOURS, headers, idOf } from "./family.ts";

let mill: Mill;
let machine: Awaited<ReturnType<typeof startMachine>>;
beforeAll(async () => {
  mill = await startMill();
});
beforeEach(async () => {
  machine = await startMachine(mill.client);
});
afterAll(() => mill.stop());

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
