// Whatever staff may write, tried from where residents write: from their API, and by whoever could put items into casework past it.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { itemOf } from "../../functions/casework/table.ts";
import { outboxItem } from "../../functions/outbox.ts";
import { openRegister } from "../../functions/register/register.ts";
import { contracts } from "../../shared/contracts.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { EventId, Receipt } from "../../shared/kernel/fields.ts";
import { staffContracts } from "../../shared/staff/contracts.ts";
import { Message, type Sender, Submission } from "../../shared/submission.ts";
import { topology } from "../../shared/topology.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { aChange, noon } from "../support/build.ts";
import { listen } from "../support/leak.ts";
import { rightAddress, rightBodies } from "../support/right-input.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";
import { aCall, aFiled, type OnCall } from "./call.ts";

const engine = withEngine();
let staff: StartedStaff;
const machine = withMachine(engine);
beforeAll(() => {
  staff = startStaff({ client: engine.client, startAt: noon("2026-11-22") });
});

const on = () => ({ client: engine.client, staff });
const historyOf = ({ personId }: OnCall) => openRegister({ client: engine.client, table: "register" }).history(personId);
const put = (Item: ReturnType<typeof outboxItem>) => engine.client.send(new PutItemCommand({ TableName: "casework", Item }));

/** As somebody would write it who could put anything into casework: as if an agent had sent it. */
async function forge(
  call: OnCall,
  {
    receipt,
    born,
    event,
    sender,
  }: { receipt: string; born: "casework" | "desk"; event: "submitted" | "decided"; sender: Sender },
) {
  const { personId } = call;
  const at = instantAt(Date.now());
  const forged = v.parse(Submission, {
    personId,
    receipt,
    status: "received",
    sender,
    content: { slice: "change", change: aChange({ item: "card", hasCard: true }), acceptedAt: at },
    fingerprint: "forged",
    history: [{ status: "received", at }],
  });
  await put(itemOf.submission(forged));
  const eventId = v.parse(EventId, crypto.randomUUID());
  await put(outboxItem(v.parse(Message, { born, event, personId, receipt, eventId, at })));
}
const aReceipt = "C7K2-94MD-61QX";
const aSender = (agent: { staffId: string }) =>
  ({ staffId: agent.staffId, role: "agent", agency: "测试县社保中心", workNumber: "T0001", channel: "helpline" }) as Sender;

describe("what lies in casework", () => {
  test("and calls itself born at the desk moves nothing: nothing at the desk stands behind it", async () => {
    const heard = listen();
    const agent = await staff.as("agent");
    for (const event of ["submitted", "decided"] as const) {
      const call = await aCall(on(), agent.member);
      await forge(call, { receipt: aReceipt, born: "desk", event, sender: aSender(agent.member) });
      expect(await machine.run()).not.toEqual([]);
      expect(await historyOf(call)).toEqual([]);
    }
    expect(heard.lines.join()).toMatch(/settle\.(?:unknown-submission|foreign-event)/);
  });

  test("and names a sender is the person's own all the same: by them, from the web", async () => {
    listen();
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    await forge(call, { receipt: aReceipt, born: "casework", event: "submitted", sender: aSender(agent.member) });
    await machine.run();

    expect(await historyOf(call)).toMatchObject([{ by: call.personId, channel: "web" }]);
  });

  test("under the receipt of what an agent filed does not take its place: neither is applied, and the alarm wakes somebody", async () => {
    const heard = listen();
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    const receipt = await aFiled(on(), agent.member, call);
    const stranger = (await staff.as("agent")).member;
    await forge(call, { receipt: v.parse(Receipt, receipt), born: "desk", event: "submitted", sender: aSender(stranger) });
    expect(await machine.run()).not.toEqual([]);

    expect(await historyOf(call)).toEqual([]);
    expect(heard.lines.length).toBeGreaterThan(0);
    expect((await machine.outboxOf("desk")).map((item) => item["receipt"]?.S)).toContain(receipt);
  });
});

describe("an address of staff's", () => {
  test("is none of the residents' API, with a session of a resident's or without", async () => {
    const app = startApp({ client: engine.client, startAt: noon("2026-11-22") });
    const call = await aCall(on(), (await staff.as("agent")).member, 0);
    const { browser } = await signInAs(app, call);
    const before = await everythingIn(engine.client, "casework", "desk", "register");
    for (const contract of staffContracts) {
      const [body] = rightBodies(contract);
      const key = { "idempotency-key": crypto.randomUUID() };
      const answer = await browser.post(rightAddress(contract), body, { method: contract.method, headers: key });
      expect([contract.path, answer.status]).toEqual([contract.path, 404]);
    }
    expect(await everythingIn(engine.client, "casework", "desk", "register")).toEqual(before);
  });

  test("is none that a resident's contract has too, and no resident's is one of staff-api", async () => {
    expect(contracts.filter(({ path }) => path.startsWith("/staff")).map(({ path }) => path)).toEqual([]);
    const agent = await staff.as("agent");
    for (const contract of contracts) {
      const answer = await agent.post(rightAddress(contract), rightBodies(contract)[0], { method: contract.method });
      expect([contract.path, answer.status]).toEqual([contract.path, 404]);
    }
  });
});

test("each API has a table of its own to write, and neither may write the register or the other's", () => {
  const { api, "staff-api": staffApi } = topology.functions;
  const written = (tables: Readonly<Record<string, string | undefined>>) =>
    Object.keys(tables).filter((name) => tables[name] === "write");

  expect(written(api.tables)).not.toContain("register");
  expect(Object.keys(api.tables)).not.toContain("desk");
  expect(written(staffApi.tables)).toEqual(["desk"]);
  expect(Object.keys(staffApi.tables)).not.toContain("sessions");
  expect(staffApi.queues).toEqual(["codes"]);
});
