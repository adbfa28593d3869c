import { describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { openRegister } from "../../functions/register/register.ts";
import { leading } from "../../shared/facts.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import type { Receipt } from "../../shared/kernel/fields.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { aFact, anInsurance, day } from "../support/build.ts";
import { type Known, someoneNew } from "../support/people.ts";
import { askToReplace, attemptOf } from "./asking.ts";

const engine = withEngine();
const machine = withMachine(engine);

const summary = { asOf: day("2026-03-01"), insurances: { pension: anInsurance({ region: "340403" as never }) } };
let nth = 0;

/** A request that has come to the desk, from whoever holds that phone; its messages have gone out. */
async function requested(someone: Partial<Parameters<typeof someoneNew>[1]> = {}) {
  const started = startApp({ client: engine.client, startAt: instantAt(Date.now()) });
  const person = await someoneNew(engine.client, { summary, ...someone });
  const phone = `1955555${String(++nth).padStart(4, "0")}`;
  const answer = await askToReplace(started, { ...person, phone });
  const { receipt } = (await answer.clone().json()) as { receipt: Receipt };
  const { personId } = person.record.registration;
  const desk = openDesk({ client: engine.client, table: "desk" });
  const { createNotify } = await import("../../functions/notify.ts");
  const notify = createNotify({
    client: engine.client,
    sender: {
      async send(text) {
        started.outbox.push(text);
        return "sent";
      },
    },
  });
  /** Relay, worker, and what they have to tell. */
  async function run() {
    expect(await machine.run()).toEqual([]);
    const told = machine.queue.splice(0).filter(({ queue }) => queue.endsWith("/notices"));
    await notify({ Records: told.map(({ body }, i) => ({ messageId: `${i}`, body })) }, { awsRequestId: "notify" });
  }
  await run();
  const decide = async (verdict: "applied" | "refused", by: string) =>
    desk.decide((await desk.task(personId, receipt))!, { verdict, reason: "已核对身份证", by }, instantAt(Date.now()));
  const register = openRegister({ client: engine.client, table: "register" });
  const phoneNow = async () => leading((await register.page(personId))!.facts, "phone");
  const told = (to: string) => started.outbox.filter((text) => text.to === to && text.template.startsWith("replacement"));
  return { started, person, phone, answer, receipt, personId, desk, run, decide, register, phoneNow, told };
}

const signIn = (started: Parameters<typeof signInAs>[0], { number, name }: Known, phone: string) =>
  signInAs(started, { number, name, phone });

describe("another phone for somebody who has lost theirs", () => {
  test("is registered once two people at the desk have agreed; the session with it is limited for a month", async () => {
    const { started, person, phone, answer, receipt, personId, desk, run, decide, register, phoneNow, told } = await requested();
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ receipt, status: "received" });
    expect(await desk.task(personId, receipt)).toMatchObject({ kind: "phone-replacement", state: "open", region: "340403" });

    expect(await decide("applied", "王芳")).toEqual({ final: false });
    await run();
    expect((await phoneNow())?.phone).toBe(person.phone);
    expect(await decide("applied", "李军")).toEqual({ final: true });
    await run();
    const today = started.now().slice(0, 10);
    expect(await phoneNow()).toMatchObject({ source: "desk", phone, confirmedOn: today, from: today });
    expect(await register.history(personId)).toMatchObject([{ version: 2, by: "王芳+李军", channel: "desk" }]);
    expect(told(phone).map(({ text }) => text)).toEqual([
      `【参保通】林*禾，登记的手机已换成这一个，可以用它登录了，回执号 ${receipt}。不是您办的，请打12333。`,
    ]);

    const { browser, response } = await signIn(started, person, phone);
    expect([response.status, await response.json()]).toMatchObject([201, { limited: true, because: "phone-new" }]);
    expect((await signIn(started, person, person.phone)).response.status).toBe(422);
    expect((await browser.get("/submissions")).status).toBe(403);
  });

  test("is not registered when the desk says no, and the new phone is told so", async () => {
    const { person, phone, run, decide, phoneNow, told } = await requested();
    await decide("refused", "王芳");
    await decide("refused", "李军");
    await run();

    expect((await phoneNow())?.phone).toBe(person.phone);
    expect(told(phone).map(({ template }) => template)).toEqual(["replacement-refused"]);
  });

  test("can be asked for where no phone is registered, and then nobody has to be told first", async () => {
    const { phone, run, decide, phoneNow, started } = await requested({ phone: "none" });
    expect(started.outbox.map(({ template }) => template)).toEqual(["phone-code"]);
    await decide("applied", "王芳");
    await decide("applied", "李军");
    await run();

    expect((await phoneNow())?.phone).toBe(phone);
  });

  test("asked for before the desk registered a later one is overtaken", async () => {
    const later = aFact({
      name: "phone",
      source: "desk",
      phone: "19566660000",
      from: "2026-03-01",
      acceptedAt: "2099-01-01T00:00:00.000+08:00",
    });
    const { phone, phoneNow, told, desk, personId, receipt } = await requested({ phone: later });

    expect((await phoneNow())?.phone).toBe("19566660000");
    expect(await desk.task(personId, receipt)).toBeUndefined();
    expect(told(phone).map(({ template }) => template)).toEqual(["replacement-overtaken"]);
  });
});

describe("somebody who asks for another person's phone to be replaced by their own", () => {
  test("cannot do it unseen: the registered phone hears of it before anybody decides, with the number to call", async () => {
    const { person, phone, receipt, told } = await requested();

    expect(told(person.phone).map(({ text }) => text)).toEqual([
      `【参保通】林*禾，有人申请把您登记的手机换成195****${phone.slice(-4)}，回执号 ${receipt}。不是您办的，请打12333。`,
    ]);
    expect(told(phone)).toEqual([]);
  });

  test("needs two people at the desk to be wrong: one alone, under the same name twice, changes nothing", async () => {
    const { person, run, decide, phoneNow } = await requested();
    await decide("applied", "王芳");

    expect(await decide("applied", "王芳")).toMatchObject({ code: "desk.same-person-twice" });
    await run();
    expect((await phoneNow())?.phone).toBe(person.phone);
  });

  test("is stopped by the owner, who signs in with the registered phone, sees the request and takes it back", async () => {
    const { started, person, phone, receipt, run, phoneNow } = await requested({
      phone: aFact({ name: "phone", phone: "19577770001", confirmedOn: instantAt(Date.now()).slice(0, 10), from: "2024-05-01" }),
    });
    const { browser } = await signIn(started, person, person.phone);
    expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({
      slice: "phone-replacement",
      item: "phone",
      asked: `195****${phone.slice(-4)}`,
      status: "in-review",
      withdrawable: true,
    });
    expect((await browser.post(`/submissions/${receipt}/withdrawal`, undefined, attemptOf())).status).toBe(202);
    await run();

    expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({ status: "withdrawn" });
    expect((await phoneNow())?.phone).toBe(person.phone);
  });
});
