// Reminders over the whole loop: the worker writes what falls due with the record, the person sees it and says how they want it,
// and whoever has no phone of their own is told through a parent.

import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { itemOf } from "../../functions/casework/table.ts";
import type { Sender } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { openRegister } from "../../functions/register/register.ts";
import { movingDues } from "../../functions/reminders/dues.ts";
import { recountDuesIn } from "../../functions/reminders/recount.ts";
import { openReminders } from "../../functions/reminders/reminders.ts";
import { transact } from "../../functions/transact.ts";
import type { Changes } from "../../shared/registration.ts";
import type { Reminders } from "../../shared/reminder/shown.ts";
import { Submission } from "../../shared/submission.ts";
import { aMember, inHousehold } from "../children/family.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aFact, anInsurance, day, noon } from "../support/build.ts";
import type { Known } from "../support/people.ts";

const engine = withEngine();
let started: Started;
beforeAll(() => {
  started = startApp(engine);
});

const table = "casework";
const lives = aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" });
const register = () =>
  openRegister({ client: engine.client, table: "register", movesDues: movingDues({ table, policy: deployedPolicy }) });
const reminders = () => openReminders({ client: engine.client, table });

let receipts = 0;
/** As the worker does it, of a file or of what somebody sent. */
async function moves({ record }: Known, changes: Changes, at = noon("2026-03-30")) {
  const { personId } = record.registration;
  const before = await register().page(personId);
  const origin = { by: "insured-340400", channel: "import", receipt: `r-${++receipts}`, recordedAt: at } as const;
  const writes = register().moves({ ...origin, personId, before, changes });
  await transact(engine.client, writes);
  return { personId, writes };
}
/** Not to be asked for the residents' medical insurance. */
const medical = anInsurance({ scheme: "310", years: { "2025": "pppppppppppp", "2026": "pp----------" } });
/** Until the autumn before last paid, and nothing since. */
const gap: Changes = {
  summary: {
    asOf: day("2026-03-01"),
    paid: { "110": 10 },
    insurances: { medical, pension: anInsurance({ years: { "2025": "pppppppppp--" } }) },
  },
};
const person = () => aMember(engine.client, { birth: "1908-05-01", facts: [lives] });
const read = async (browser: Awaited<ReturnType<typeof signInAs>>["browser"], query = ""): Promise<Reminders> =>
  (await browser.get(`/reminders${query}`)).json();

describe("the worker", () => {
  test("writes what falls due with the fact that causes it, and takes it away when that is over", async () => {
    const someone = await person();
    const { personId } = await moves(someone, gap);
    expect((await reminders().dues(personId))?.dues).toMatchObject([
      { what: "payment-gap", since: "2025-11", cause: { fact: "enrolment", insurance: "pension", region: "340400" } },
    ]);

    const paid = { medical, pension: anInsurance({ years: { "2025": "pppppppppppp", "2026": "pp----------" } }) };
    await moves(someone, { summary: { asOf: day("2026-03-01"), insurances: paid } });
    expect(await reminders().dues(personId)).toBeUndefined();
  });

  test.each<{ when: string; changes: Changes }>([
    { when: "a phone is changed", changes: { facts: [aFact({ name: "phone", phone: "15400001234", from: "2026-03-30" })] } },
    { when: "a work place is changed", changes: { facts: [aFact({ name: "employment", status: "FLEXIBLE" })] } },
    { when: "a file says the same again", changes: gap },
  ])("writes nothing more when $when", async ({ changes }) => {
    const someone = await person();
    await moves(someone, gap);
    const { writes } = await moves(someone, changes);

    expect(writes.filter((write) => Object.values(write).some((one) => one.TableName === table))).toEqual([]);
  });

  test("counts again for who was registered before there were reminders, and once only", async () => {
    const { record } = await aMember(engine.client, { birth: "2010-04-20", facts: [lives] });
    const { personId } = record.registration;
    const recount = recountDuesIn({ client: engine.client, casework: table, register: register(), policy: deployedPolicy });
    expect(await reminders().dues(personId)).toBeUndefined();
    await recount(personId, noon("2026-03-30"));
    const first = await reminders().dues(personId);
    await recount(personId, noon("2026-03-31"));

    expect(first?.dues).toMatchObject([
      { what: "sixteenth-birthday", on: "2026-04-20" },
      ...["opens", "closes", "opens", "closes"].map((step) => ({ what: "medical-period", step, usual: true })),
      { what: "sixtieth-birthday" },
    ]);
    expect(await reminders().dues(personId)).toEqual(first);
  });
});

describe("who is signed in", () => {
  test("sees what is due, switches a kind off and on again, and it is told next at their hour", async () => {
    const someone = await person();
    const { personId } = await moves(someone, gap);
    const { browser } = await signInAs(started, someone);
    expect((await read(browser)).reminders).toMatchObject([{ what: "payment-gap", open: true }]);

    await browser.post("/reminders/settings", { off: ["payment-gap"], channel: "sms" });
    expect((await reminders().dues(personId))?.dueAt).toBeUndefined();
    await browser.post("/reminders/settings", { off: [], channel: "page" });
    expect((await reminders().dues(personId))?.dueAt).toBeUndefined();
    const answer = await browser.post("/reminders/settings", { off: [], channel: "sms", hour: 9 });
    expect(await answer.json()).toEqual({ settings: { off: [], channel: "sms", hour: 9 } });
    expect((await reminders().dues(personId))?.dueAt).toMatch(/T09:\d\d/);
    expect((await read(browser)).settings.hour).toBe(9);
  });

  test.each([
    { hour: 7, status: 422 },
    { hour: 8, status: 200 },
    { hour: 19, status: 200 },
    { hour: 20, status: 422 },
  ])("may choose $hour o'clock or not: $status", async ({ hour, status }) => {
    const { browser } = await signInAs(started, await person());
    const answer = await browser.post("/reminders/settings", { off: [], channel: "sms", hour });

    expect(answer.status).toBe(status);
    if (status !== 200) expect((await answer.json()).findings).toMatchObject([{ code: "reminder.quiet-hour" }]);
  });

  test("sees a child's, and nobody else's child's", async () => {
    const parent = await aMember(engine.client, { birth: "1908-05-01", facts: [lives, inHousehold("R-1", "01")] });
    await aMember(engine.client, { birth: "2026-01-20", facts: [lives, inHousehold("R-1", "20")], name: "林小树" });
    const [{ browser }, other] = [await signInAs(started, parent), await signInAs(started, await person())];
    const [child] = (await read(browser)).children;

    expect(child).toMatchObject({ name: "林*树", open: 1 });
    expect((await read(browser, `?for=${child?.child}`)).reminders[0]).toMatchObject({ what: "newborn", on: "2026-04-20" });
    expect((await other.browser.get(`/reminders?for=${child?.child}`)).status).toBe(404);
  });
});

const STEP = "A1B2-C3D4-E5F6";
const MOVES = /您家孩子的转移有新情况，请登录看/;
describe("a child without a phone", () => {
  test.each([
    {
      of: "reminders",
      message: { notice: "reminders", key: "REMIND#2026-03-31", count: 2 },
      says: /您家孩子有参保提醒，请登录看/,
    },
    {
      of: "a step overdue",
      message: { notice: "transfer-overdue", key: `${STEP}#medical-transfer-out#2026-03-30` },
      says: MOVES,
    },
    { of: "another date", message: { notice: "transfer-date", key: `${STEP}#1#2026-03-30` }, says: MOVES },
    { of: "what an agency did", message: { receipt: STEP, status: "applied" }, says: MOVES },
  ])("is told of $of through its parents, each once, with nothing of what it is about", async ({ of, message, says }) => {
    const home = `R-${of}`;
    const sent: { to: string; text: string }[] = [];
    const sender: Sender = {
      async send({ to, text }) {
        sent.push({ to, text });
        return "sent";
      },
    };
    const handler = createNotify({ sender, client: engine.client, now: () => Date.parse(noon("2026-03-31")) / 1000 });
    const deliver = (personId: string) =>
      handler({ Records: [{ messageId: "m", body: JSON.stringify({ personId, ...message }) }] }, { awsRequestId: "r" });
    const [mother, father] = [
      await aMember(engine.client, { birth: "1908-05-01", facts: [lives, inHousehold(home, "11")] }),
      await aMember(engine.client, { birth: "1907-05-01", facts: [lives, inHousehold(home, "02")] }),
    ];
    const child = await aMember(engine.client, { birth: "2026-01-20", facts: [lives, inHousehold(home, "20")] });
    const { personId } = child.record.registration;
    const phone = child.record.facts.find((fact) => fact.name === "phone")!;
    await moves(child, { gone: [phone] });
    const content = { slice: "transfer-step", transfer: STEP, event: "accepted", at: "2026-03-30", by: { as: "new" } };
    const step = {
      receipt: STEP,
      status: "applied",
      history: [],
      content: { ...content, acceptedAt: noon("2026-03-30") },
      fingerprint: "f",
    };
    const submission = v.parse(Submission, { personId, ...step });
    await engine.client.send(new PutItemCommand({ TableName: "casework", Item: itemOf.submission(submission) }));
    await deliver(personId);
    await deliver(personId);
    if ("count" in message) await deliver(mother.record.registration.personId); // her own, of the same day

    const phones = [mother, father].map(({ record }) => record.facts.flatMap((one) => (one.name === "phone" ? one.phone : [])));
    expect(sent.map(({ to }) => to).sort()).toEqual(phones.flat().sort());
    for (const { text } of sent) expect(text).toMatch(says);
  });
});
