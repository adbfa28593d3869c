import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Phone } from "../../shared/kernel/fields.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { someoneNew, wrongAfter } from "../support/people.ts";

const engine = withEngine();

let line = 0;
const aNewPhone = () => v.parse(Phone, `1986666${String(++line).padStart(4, "0")}`);

/** Somebody signed in who has asked for a code to a new phone. */
async function changing() {
  const started = startApp(engine);
  const person = await someoneNew(engine.client);
  const { browser } = await signInAs(started, person);
  const phone = aNewPhone();
  const asked = await browser.post("/phone-codes", { phone: `+86 ${phone}` });
  const check = (code = started.codeAt(phone) ?? "", to = phone, who = person) =>
    started.sessions.checkPhoneCode(who.record.registration.personId, to, code);
  return { started, person, browser, phone, asked, check, code: started.codeAt(phone) ?? "" };
}

const storing = (...TransactItems: object[]) => engine.client.send(new TransactWriteItemsCommand({ TransactItems }));

describe("a code to a new phone", () => {
  test("goes there, and says whom it is about and not to pass it on", async () => {
    const { asked, started, phone, code } = await changing();

    expect(asked.status).toBe(202);
    expect(await asked.json()).toEqual({ expiresInMinutes: 10 });
    expect(started.outbox.at(-1)).toMatchObject({
      to: phone,
      text: `【参保通】林*禾，新手机号验证码 ${code}，10分钟内有效。不要告诉别人。`,
    });
  });

  test("is used up exactly when what it proves is stored", async () => {
    const { check } = await changing();
    expect((await check()).ok).toBe(true);
    const [first, second] = [await check(), await check()];
    if (!first.ok || !second.ok) throw new Error("it is not used up yet");
    await storing(first.consume);

    await expect(storing(second.consume)).rejects.toThrow();
    expect(await check()).toEqual({
      ok: false,
      refusal: { type: "refused", findings: [{ code: "code.wrong", path: ["code"] }] },
    });
  });

  test("proves nothing about another phone, another person or after ten minutes", async () => {
    const { started, check, code } = await changing();
    const other = await someoneNew(engine.client);

    expect((await check(code, aNewPhone())).ok).toBe(false);
    expect((await check(code, undefined, other)).ok).toBe(false);
    started.pass(600);
    expect((await check(code)).ok).toBe(false);
  });

  test("may be wrong five times, then one has to wait; right ones in between for another phone do not help", async () => {
    const { browser, check, code, started } = await changing();
    const own = aNewPhone();
    await browser.post("/phone-codes", { phone: own });
    const refusals = [];
    for (let i = 0; i < 6; i++) {
      expect((await check(started.codeAt(own), own)).ok).toBe(true);
      refusals.push(await check(wrongAfter(code)));
    }
    expect(refusals.map((refusal) => !refusal.ok && refusal.refusal.type)).toEqual([...Array(5).fill("refused"), "wait"]);
  });

  test("is not sent a sixth time within an hour, and who is inside may know for how long", async () => {
    const { browser, started } = await changing();
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await browser.post("/phone-codes", { phone: aNewPhone() }));

    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 429]);
    expect(answers.at(-1)?.headers.get("retry-after")).toBe("3600");
    expect(started.outbox.filter(({ template }) => template === "phone-code")).toHaveLength(5);
  });

  test("does not let one person flood another's phone: five an hour, whoever asks", async () => {
    const started = startApp(engine);
    const victim = aNewPhone();
    const statuses = [];
    for (let i = 0; i < 2; i++) {
      const { browser } = await signInAs(started, await someoneNew(engine.client));
      for (let j = 0; j < 4; j++) statuses.push((await browser.post("/phone-codes", { phone: victim })).status);
    }
    expect(started.outbox.filter(({ to }) => to === victim)).toHaveLength(5);
    expect(statuses).toEqual(Array(8).fill(202));
  });

  test("tells nobody by its answer whose phone it is, and keeps its owner's sign-in codes from nobody", async () => {
    const started = startApp(engine);
    const owner = await someoneNew(engine.client);
    for (let i = 0; i < 5; i++) await started.browser().post("/session/codes", { number: owner.number, name: owner.name });
    const { browser } = await signInAs(started, await someoneNew(engine.client));
    expect((await browser.post("/phone-codes", { phone: owner.phone })).status).toBe(202);
    expect(started.outbox.at(-1)).toMatchObject({ to: owner.phone, template: "phone-code" });

    started.pass(3600);
    for (let i = 0; i < 2; i++) {
      const { browser: other } = await signInAs(started, await someoneNew(engine.client));
      for (let j = 0; j < 4; j++) await other.post("/phone-codes", { phone: owner.phone });
    }
    expect((await signInAs(started, owner)).response.status).toBe(201);
  });

  test("that was sent stays good when more are asked for than may be sent", async () => {
    const { started, browser, phone, check } = await changing();
    for (let i = 0; i < 3; i++) await browser.post("/phone-codes", { phone });
    const { browser: other } = await signInAs(started, await someoneNew(engine.client));
    for (let i = 0; i < 4; i++) await other.post("/phone-codes", { phone });
    const { browser: known } = await signInAs(started, await someoneNew(engine.client));
    await known.post("/phone-codes", { phone });

    expect(started.outbox.filter(({ to }) => to === phone)).toHaveLength(5);
    const own = started.outbox.filter(({ to }) => to === phone)[3];
    expect((await check(own?.params["code"])).ok).toBe(true);
  });
});
