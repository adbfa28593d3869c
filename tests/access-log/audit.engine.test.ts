// What an auditor sees and answers, through the staff's API on the embedded engine.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { chainsIn } from "../../functions/audit/chain.ts";
import type { ChallengeSeen, StaffLooks } from "../../shared/audit/contract.ts";
import { patternLimits, patternsIn } from "../../shared/audit/patterns.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { aMember, inHousehold } from "../children/family.ts";
import { aChallenge } from "../staff/rows/audit.ts";
import type { Asker, Stage } from "../staff/rows/row.ts";
import { withEngine } from "../support/around.ts";
import { aPersonId, noon } from "../support/build.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";
import { aLook, rowOf } from "./build.ts";

const engine = withEngine();
let staff: StartedStaff;
let stage: Stage;
let auditor: Asker;
beforeAll(async () => {
  staff = startStaff({ client: engine.client });
  stage = { client: engine.client, staff, another: (role, regions) => staff.as(role, regions) };
  auditor = await staff.as("auditor");
});

const WINDOW = { from: "2026-03-25", to: "2026-03-31" };
async function looked(by: Asker, personId: PersonId = aPersonId(), about = {}, at = noon("2026-03-31")) {
  const look = aLook({ by: by.member.staffId, workNumber: by.member.workNumber, role: "handler", purpose: "task", ...about });
  const row = rowOf(personId, at, look);
  await engine.client.send(new PutItemCommand({ TableName: "looks", Item: row }));
  await chainsIn({ client: engine.client, table: "looks", now: staff.now })(personId, row);
}
async function overview(by = auditor, window: object = WINDOW): Promise<StaffLooks[]> {
  const { staff: all } = await (await by.get(`/staff/audit/looks?${new URLSearchParams({ ...window })}`)).json();
  return all;
}
const of = (all: StaffLooks[], { member }: Asker) => all.find((one) => one.staff === member.staffId);
const patternsOf = async (by: Asker) =>
  patternsIn(await overview()).filter((one) => one.is === "many-staff" || one.staff.staff === by.member.staffId);

describe("looks by who looked", () => {
  test("say when, for what and at which record by a tag; nobody's id, and not what others' regions are", async () => {
    const [handler, elsewhere] = [await staff.as("handler"), await staff.as("handler", ["510169"])];
    const person = aPersonId();
    await looked(handler, person);
    await looked(handler, person);
    await looked(elsewhere);
    const all = await overview();

    expect(of(all, handler)?.looks).toMatchObject([{ purpose: "task", reason: "来电询问断缴", own: false }, {}]);
    expect(new Set(of(all, handler)?.looks.map(({ record }) => record)).size).toBe(1);
    expect(JSON.stringify(all)).not.toContain(person);
    expect(of(all, elsewhere)).toBeUndefined();
    expect(of(await overview(await staff.as("auditor", ["510000"])), elsewhere)?.looks).toHaveLength(1);
  });

  test("are those of the days that are asked for, and of a month at most", async () => {
    const handler = await staff.as("handler");
    await looked(handler, aPersonId(), {}, noon("2026-02-27"));
    await looked(handler, aPersonId(), {}, noon("2026-03-02"));
    const days = async (from: string, to: string) =>
      of(await overview(auditor, { from, to }), handler)?.looks.map(({ at }) => at.slice(0, 10));

    expect(await days("2026-02-27", "2026-03-02")).toEqual(["2026-03-02", "2026-02-27"]);
    expect(await days("2026-02-01", "2026-02-28")).toEqual(["2026-02-27"]);
    expect((await auditor.get("/staff/audit/looks?from=2026-01-01&to=2026-03-01")).status).toBe(422);
  });
});

describe("what is looked at first", () => {
  test.each([
    { is: "own-record", when: "somebody opened their own record" },
    { is: "late", when: "somebody of an office looked on a Sunday" },
    { is: "without-paper", when: "somebody looked again and again without a ticket" },
    { is: "many-staff", when: "many had one record open" },
  ] as const)("$when", async ({ is }) => {
    const own = aPersonId();
    const handler = await staff.as("handler", undefined, { personId: own });
    if (is === "own-record") await looked(handler, own);
    if (is === "late") await looked(handler, aPersonId(), {}, noon("2026-03-29"));
    if (is === "without-paper")
      for (let nth = 0; nth < patternLimits.withoutPaper; nth++) await looked(handler, aPersonId(), { ticket: undefined });
    if (is === "many-staff") for (let nth = 0; nth < patternLimits.sharers; nth++) await looked(await staff.as("handler"), own);

    expect((await patternsOf(handler)).map((one) => one.is)).toContain(is);
  });

  test("not who was shown in lists, nor an agent at night, nor what has a ticket", async () => {
    const agent = await staff.as("agent");
    for (let nth = 0; nth < 6; nth++)
      await looked(agent, aPersonId(), { purpose: nth % 2 ? "list" : "call", role: "agent" }, noon("2026-03-29"));

    expect((await patternsOf(agent)).filter((one) => one.is !== "many-staff")).toEqual([]);
  });
});

describe("looks at the own household", () => {
  test("are found by comparing, which the member of staff can read, and the auditor learns tags alone", async () => {
    const home = "800000001";
    const self = await aMember(engine.client, { birth: "1990-05-01", facts: [inHousehold(home, "02")] });
    const wife = await aMember(engine.client, { birth: "1990-05-01", facts: [inHousehold(home, "12")] });
    const personId = self.record.registration.personId;
    const handler = await staff.as("handler", undefined, { personId });
    await looked(handler, wife.record.registration.personId);
    await looked(handler);
    const answer = await auditor.post("/staff/audit/households", { staff: handler.member.staffId, ...WINDOW });
    const compared = await answer.json();
    const tags = of(await overview(), handler)?.looks.map(({ record }) => record);

    expect(compared).toMatchObject({ known: true, records: [expect.stringMatching(/^\S{4}-\S{4}$/)] });
    expect(tags).toContain(compared.records[0]);
    const rows = (await everythingIn(engine.client, "looks")).filter(
      ({ pk, kind }) => pk === `PERSON#${personId}` && kind === "staff",
    );
    expect(rows).toMatchObject([{ purpose: "audit", by: auditor.member.staffId }]);
  });

  test("of whom no record is known, it says so", async () => {
    const handler = await staff.as("handler");
    const answer = await auditor.post("/staff/audit/households", { staff: handler.member.staffId, ...WINDOW });
    expect(await answer.json()).toEqual({ known: false, records: [] });
  });
});

describe("a question about a look", () => {
  const open = async (by = auditor): Promise<ChallengeSeen[]> =>
    (await (await by.get("/staff/audit/challenges")).json()).challenges;
  const answer = (receipt: string, right: boolean, by = auditor) =>
    by.post(`/staff/audit/challenges/${receipt}/answer`, { right, words: "查了当天的事项" });

  test("comes with the look, the words and the working days that are left; nobody's name or id", async () => {
    const receipt = await aChallenge(stage);
    const one = (await open()).find((each) => each.receipt === receipt);

    expect(one).toMatchObject({
      words: "那天我没有来过",
      left: 0,
      own: false,
      look: { workNumber: "T9000", purpose: "task", reason: "核对户口" },
    });
    expect(Object.keys(one ?? {})).not.toContain("personId");
    expect((await open(await staff.as("auditor", ["510169"]))).map((each) => each.receipt)).not.toContain(receipt);
  });

  test("is answered once; then it is gone, and a second answer is none", async () => {
    const receipt = await aChallenge(stage);
    expect((await answer(receipt, false)).status).toBe(202);

    expect((await open()).map((each) => each.receipt)).not.toContain(receipt);
    expect((await answer(receipt, true)).status).toBe(404);
    const decision = (await everythingIn(engine.client, "desk")).find((item) => item["receipt"] === receipt && item["verdict"]);
    expect(decision).toMatchObject({ verdict: "applied", reason: "查了当天的事项", staffIds: [auditor.member.staffId] });
  });

  test("is never answered by whose look it was", async () => {
    const receipt = await aChallenge(stage, auditor.member.staffId);
    const refused = await answer(receipt, true);

    expect([refused.status, (await refused.json()).findings[0].code]).toEqual([422, "audit.own-look"]);
    expect((await open()).find((each) => each.receipt === receipt)?.own).toBe(true);
  });

  test("is never answered by who asks it, where they are an auditor themselves", async () => {
    const receipt = await aChallenge(stage);
    const item = (await everythingIn(engine.client, "desk")).find((one) => one["receipt"] === receipt);
    const asks = await staff.as("auditor", undefined, { personId: v.parse(PersonId, item?.["personId"]) });
    expect((await open(asks)).find((each) => each.receipt === receipt)?.own).toBe(true);
    expect((await answer(receipt, false, asks)).status).toBe(422);
  });
});
