// An agent acts for who is on the phone: what is read out, what is sent, what the person sees of it, and what is refused.
import { beforeAll, describe, expect, test } from "vitest";
import type { Text } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { openRegister } from "../../functions/register/register.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { aMember, inHousehold } from "../children/family.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { aFact, noon } from "../support/build.ts";
import { listen } from "../support/leak.ts";
import { HOME, type StartedStaff, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";
import { aCall, aTicket, consented, type OnCall } from "./call.ts";

const TODAY = noon("2026-11-22");
const card = { item: "card", hasCard: true };
const papers = { draft: crypto.randomUUID(), ids: [crypto.randomUUID()] };

const engine = withEngine();
let staff: StartedStaff;
const machine = withMachine(engine);
const out: Text[] = [];
beforeAll(async () => {
  const { client } = engine;
  const notify = createNotify({ client, now: () => Math.floor(Date.parse(staff.now()) / 1000), sender: { send } });
  const carry = async (message: string) => {
    const body = JSON.stringify({ message, from: "desk" });
    await notify({ Records: [{ messageId: message, body }] }, { awsRequestId: "n" });
  };
  staff = startStaff({ client, startAt: TODAY, carry });
});
async function send(text: Text) {
  out.push(text);
  return "sent" as const;
}

type Agent = Awaited<ReturnType<StartedStaff["as"]>>;
const on = () => ({ client: engine.client, staff });
const at = ({ ticket }: Pick<OnCall, "ticket">, path: string) => `/staff/tickets/${ticket}/for${path}`;
const post = (agent: Agent, call: Pick<OnCall, "ticket">, path: string, body?: unknown, key: string = crypto.randomUUID()) =>
  agent.post(at(call, path), body, { headers: { "idempotency-key": key } });
const register = () => openRegister({ client: engine.client, table: "register" });
const findingsOf = async (answer: Response) => [
  answer.status,
  (await answer.json()).findings?.map(({ code }: { code: string }) => code),
];

describe("an agent who acts for a caller", () => {
  test("sends one thing on one code; the person sees at once who sent it, and it is applied once", async () => {
    const agent = await staff.as("agent", [HOME], { workNumber: "T8001", agency: "测试县社保中心" });
    const call = await aCall(on(), agent.member);
    expect(await findingsOf(await post(agent, call, "/changes", card))).toEqual([422, ["acting.consent-missing"]]);
    const theirs = (await everythingIn(engine.client, "casework")).filter(({ pk }) => String(pk).includes(call.personId));
    expect(theirs).not.toContainEqual(expect.objectContaining({ sender: expect.anything() }));

    await consented(on(), call);
    const key = crypto.randomUUID();
    const sent = await post(agent, call, "/changes", card, key);
    expect(sent.status).toBe(202);
    const { receipt } = await sent.json();
    expect(await (await agent.get(at(call, `/submissions/${receipt}`))).json()).toMatchObject({
      status: "received",
      item: "card",
    });
    expect(await (await post(agent, call, "/changes", card, key)).json()).toEqual({ receipt, status: "received" });
    expect(await findingsOf(await post(agent, call, "/changes", { item: "employment", status: "RETIRED" }))).toEqual([
      422,
      ["acting.consent-missing"],
    ]);

    expect(await machine.run()).toEqual([]);
    expect(await (await agent.get(at(call, "/submissions"))).json()).toMatchObject({
      submissions: [{ receipt, status: "applied" }],
    });
    expect(await register().history(call.personId)).toMatchObject([{ by: agent.member.staffId, channel: "helpline" }]);

    const { browser } = await signInAs(startApp({ client: engine.client, startAt: TODAY }), call);
    expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({
      status: "applied",
      sender: { channel: "helpline", agency: "测试县社保中心", workNumber: "T8001" },
    });
    const looks = await staff.looks.at(call.personId);
    expect(looks.filter(({ kind }) => kind === "staff")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ purpose: "call", ticket: call.ticket, workNumber: "T8001", by: agent.member.staffId }),
      ]),
    );
  });

  test("of two that are sent at once on one code sends one", async () => {
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    await consented(on(), call);
    const answers = await Promise.all([
      post(agent, call, "/changes", card),
      post(agent, call, "/changes", { item: "employment", status: "FLEXIBLE" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 422]);
  });

  test("changes the phone with two codes: one to the phone that is registered, one to the new one", async () => {
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    const phone = "15400008801";
    expect((await agent.post(at(call, "/phone-codes"), { phone })).status).toBe(202);
    expect(out.at(-1)).toMatchObject({ to: phone, template: "phone-code", params: { calls: "林*禾" } });
    const code = out.at(-1)!.params["code"]!;
    const change = { item: "phone", phone, code };

    expect(await findingsOf(await post(agent, call, "/changes", change))).toEqual([422, ["acting.consent-missing"]]);
    await consented(on(), call);
    const wrong = { ...change, code: code === "000000" ? "000001" : "000000" };
    expect(await findingsOf(await post(agent, call, "/changes", wrong))).toEqual([422, ["code.wrong"]]);
    expect((await post(agent, call, "/changes", change)).status).toBe(202);
    await machine.run();
    expect((await register().page(call.personId))?.facts).toEqual(expect.arrayContaining([expect.objectContaining({ phone })]));
  });

  test("sees what the person sees, masked, and never the keys of the drafts on their own phone", async () => {
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    const own = startApp({ client: engine.client, startAt: TODAY });
    const { browser } = await signInAs(own, call);
    const theirs = await (await browser.get("/check")).json();
    const { draftKeys, ...seen } = await (await agent.get(at(call, "/check"))).json();

    // The made-up county has a name for staff in tests, and none for residents.
    const withoutPlaces = ({ residence: _, places: _places, ...rest }: Record<string, unknown>) => rest;
    expect(withoutPlaces({ ...seen, draftKeys: theirs.draftKeys })).toEqual(withoutPlaces(theirs));
    expect(draftKeys).not.toEqual(theirs.draftKeys);
    expect(JSON.stringify(seen)).not.toContain(call.number);
    expect(await (await agent.get(`/staff/tickets/${call.ticket}/acting`)).json()).toEqual({ name: "林*禾" });
  });

  test("sends nothing that needs a paper: nobody can show one on the phone", async () => {
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    await consented(on(), call);
    const reasons = { insurance: "pension", reasons: [{ code: "P01" }] };
    const asked: [path: string, body: unknown][] = [
      ["/changes", { item: "name", name: "林小禾", reason: "mistake", evidence: papers }],
      ["/changes", { item: "sex", sex: "F", evidence: { ...papers, ids: [] } }],
      ["/declarations", { ...reasons, evidence: papers }],
    ];
    for (const [path, body] of asked) {
      expect([path, await findingsOf(await post(agent, call, path, body))]).toEqual([path, [422, ["acting.paper-needed"]]]);
    }
    expect((await post(agent, call, "/declarations", { ...reasons, evidence: { ...papers, ids: [] } })).status).toBe(202);
  });

  test("takes back what waits in review, on a code too; the desk has nothing to decide any more", async () => {
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    const move = { item: "hukou", address: { division: "320102", lines: "梅园新村街道长江路1号" }, movedOn: "2026-03-01" };
    await consented(on(), call);
    const { receipt } = await (await post(agent, call, "/changes", move)).json();
    await machine.run();
    const back = (key?: string) => post(agent, call, `/submissions/${receipt}/withdrawal`, undefined, key);

    expect(await findingsOf(await back())).toEqual([422, ["acting.consent-missing"]]);
    await consented(on(), call);
    const key = crypto.randomUUID();
    expect((await back(key)).status).toBe(202);
    expect((await back(key)).status).toBe(202);
    expect(await machine.run()).toEqual([]);
    expect(await staff.casework.submission({ personId: call.personId, receipt })).toMatchObject({ status: "withdrawn" });
    expect(await staff.desk.task(call.personId, receipt)).toMatchObject({ state: "closed" });
  });

  test("acts for the child of who calls, and for nobody else's; the parent reads it at once and so does the log of the child", async () => {
    const agent = await staff.as("agent", ["340000"]);
    const lives = aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" });
    const family = (number: string) => ({
      parent: aMember(engine.client, { birth: "1903-05-01", facts: [inHousehold(number, "02"), lives] }),
      baby: aMember(engine.client, { birth: "2026-10-01", facts: [inHousehold(number, "30"), lives] }),
    });
    const { parent, baby } = family("000000771");
    const personId = (await parent).record.registration.personId;
    const childId = (await baby).record.registration.personId;
    const call = { ticket: await aTicket(on(), agent.member, personId), personId };
    const [{ child }] = (await (await agent.get(at(call, "/children"))).json()).children;
    const consent = { version: NOTICE_VERSION, relation: "parent" } as const;
    const wish = { action: "join", scheme: "390", region: "340403", coverYear: 2026 };

    await consented(on(), call);
    const sent = await post(agent, call, "/enrolments", { for: child, wish, consent });
    const { receipt } = await sent.json();
    expect(await (await agent.get(at(call, `/submissions/${receipt}`))).json()).toMatchObject({ status: "received" });
    await machine.run();
    expect(await staff.casework.submissionSeenBy(personId, receipt)).toMatchObject({
      status: "applied",
      sender: { ticket: call.ticket },
    });
    const looks = await staff.looks.at(childId);
    expect(looks.length).toBeGreaterThan(0);
    expect(looks.filter((look) => look.kind !== "staff" || look.ticket !== call.ticket)).toEqual([]);

    const other = family("000000772");
    const stranger = { ticket: await aTicket(on(), agent.member, (await other.parent).record.registration.personId) };
    expect((await post(agent, stranger, "/enrolments", { for: child, wish, consent })).status).toBe(404);
  });
});

describe("nobody acts", () => {
  test("when the call is over, when the ticket is somebody else's, or when nobody stands behind it", async () => {
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    await consented(on(), call);
    const colleague = await staff.as("agent");
    expect((await post(colleague, call, "/changes", card)).status).toBe(404);
    expect((await post(agent, { ticket: "G-0331-0000-0000" as OnCall["ticket"] }, "/changes", card)).status).toBe(404);
    staff.pass(29 * 60);
    expect((await agent.get(at(call, "/sessions/current"))).status).toBe(200);
    staff.pass(2 * 60);
    expect((await post(agent, call, "/changes", card)).status).toBe(403);
    expect((await agent.get(at(call, "/check"))).status).toBe(403);
  });

  test("in a body's name: who it is for, who sends it and how it came cannot be said there", async () => {
    const agent = await staff.as("agent");
    const [call, victim] = [await aCall(on(), agent.member), await aCall(on(), agent.member, 0)];
    await consented(on(), call);
    for (const said of [{ personId: victim.personId }, { channel: "desk" }, { by: "王芳" }, { sender: {} }, { born: "casework" }])
      expect((await post(agent, call, "/changes", { ...card, ...said })).status).toBe(400);
    expect((await post(agent, victim, "/changes", card)).status).toBe(403);
  });

  test("more often than the allowance of looks lets them: then they wait", async () => {
    const agent = await staff.as("agent");
    const call = await aCall(on(), agent.member);
    const heard = listen();
    const statuses: number[] = [];
    for (let nth = 0; nth < 31; nth++) statuses.push((await agent.get(at(call, "/check"))).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
    expect(heard.lines.join("\n")).not.toContain(call.number);
  });
});
