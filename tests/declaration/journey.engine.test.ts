import { describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { openRegister } from "../../functions/register/register.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { aPhone, noon } from "../support/build.ts";
import { aliasSecret, aPerson, register, someoneElse } from "../support/people.ts";

const engine = withEngine();
const machine = withMachine(engine);

let nth = 0;
async function someoneUninsured() {
  const phone = `198${String(++nth).padStart(8, "0")}`;
  const person = aPerson({ number: someoneElse(500 + nth), phone: aPhone(phone) });
  await register(engine.client, aliasSecret(), person);
  const { browser } = await signInAs(startApp(engine), person);
  const declare = (insurance: string, ...reasons: object[]) =>
    browser.post("/declarations", { insurance, reasons }, { headers: { "idempotency-key": crypto.randomUUID() } });
  const insurance = async (name: string) => {
    const { insurances } = await (await browser.get("/check")).json();
    return insurances.find((each: { insurance: string }) => each.insurance === name);
  };
  const desk = openDesk({ client: engine.client, table: "desk" });
  const mine = <Item extends { personId: string }>(items: Item[]) =>
    items.filter(({ personId }) => personId === person.record.registration.personId);
  return {
    browser,
    declare,
    insurance,
    personId: person.record.registration.personId,
    work: async () => mine(await desk.openWork()),
    tasks: async () => mine(await desk.openTasks()),
    desk,
  };
}

describe("a declared reason", () => {
  test("of hardship is in the register, on the check page and on the desk's list, with its day", async () => {
    const { browser, declare, insurance, work, desk } = await someoneUninsured();
    const response = await declare("pension", { code: "P01" });
    expect(response.status).toBe(202);
    const { receipt } = await response.json();
    expect(await machine.run()).toEqual([]);

    expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({
      slice: "declaration",
      item: "pension",
      asked: "P01",
      status: "applied",
    });
    expect(await insurance("pension")).toMatchObject({ insured: false, reason: { codes: ["P01"], expired: false } });
    const [check, ...others] = await work();
    expect([check, others]).toMatchObject([{ work: "SUBSIDY_CHECK", receipt, insurance: "pension", state: "open" }, []]);
    expect(check!.dueAt > check!.openedAt.slice(0, 10)).toBe(true);

    const done = { note: "属于低保，已代缴", by: "王芳", at: noon("2026-04-01") };
    expect(await desk.finish(check!, done)).toMatchObject({ state: "done" });
    expect(await desk.finish(check!, done)).toMatchObject({ code: "desk.not-open" }); // somebody else was quicker
    expect(await work()).toEqual([]);
  });

  test("about an employer hands a lead over that does not name the person unless they say so", async () => {
    const { declare, work } = await someoneUninsured();
    await declare("injury", { code: "U02", employer: { name: "淮南安居物业" }, named: false });
    await machine.run();

    expect(await work()).toMatchObject([{ work: "LABOUR_INSPECTION_LEAD", employer: { name: "淮南安居物业" }, named: false }]);
  });

  test("that wants a look is decided at the desk, and starts its work only then", async () => {
    const { browser, declare, insurance, work, tasks, desk } = await someoneUninsured();
    const { receipt } = await (await declare("pension", { code: "P06", place: "320102" }, { code: "P02" })).json();
    await machine.run();
    expect((await (await browser.get(`/submissions/${receipt}`)).json()).status).toBe("in-review");
    expect([await insurance("pension"), await work()]).toMatchObject([{ insured: false }, []]);

    const [task] = await tasks();
    await desk.decide(task!, { verdict: "applied", reason: "外省平台已查到", by: "王芳" }, noon("2026-04-02"));
    await machine.run();
    expect(await insurance("pension")).toMatchObject({ reason: { codes: ["P06", "P02"] } });
    expect((await work()).map(({ work: kind }) => kind)).toEqual(["CALL_BACK"]);
  });

  test("said again takes the place of the first, and the history keeps both", async () => {
    const { declare, insurance, personId } = await someoneUninsured();
    await declare("pension", { code: "P03" });
    await declare("pension", { code: "O02" });
    await machine.run();

    expect(await insurance("pension")).toMatchObject({ reason: { codes: ["O02"] } });
    const history = await openRegister({ client: engine.client, table: "register" }).history(personId);
    expect(history.map(({ after }) => Object.keys(after))).toEqual([["REASON#pension"], ["REASON#pension"]]);
    expect(history[1]!.before["REASON#pension"]).toMatchObject({ reasons: [{ code: "P03" }] });
  });

  test("for somebody who is insured, or about a place that is on no list, is refused at its field", async () => {
    const { declare } = await someoneUninsured();
    const refusals = await Promise.all(
      [await declare("pension", { code: "O07", place: "999999" }), await declare("pension", { code: "U01", named: true })].map(
        (answer) => answer.json(),
      ),
    );

    expect(refusals[0]).toMatchObject({ findings: [{ code: "declaration.division-unknown", path: ["reasons", "0", "place"] }] });
    expect(refusals[1].type).toBe("/problems/malformed");
  });
});
