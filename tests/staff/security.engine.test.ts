// The security administrator at work: what is given and ended is kept, and works at once.
import { beforeAll, describe, expect, test } from "vitest";
import { ownRecordsIn } from "../../functions/staff/own-record.ts";
import type { StaffRole } from "../../shared/staff/staff.ts";
import { withEngine } from "../support/around.ts";
import { aliasSecret, someoneNew } from "../support/people.ts";
import { HOME, type StartedStaff, staffIdOf, startStaff } from "../support/staff.ts";

const engine = withEngine();
let staff: StartedStaff;
let security: Awaited<ReturnType<StartedStaff["as"]>>;
let nth = 0;

beforeAll(async () => {
  staff = startStaff(engine);
  security = await staff.as("security-administrator");
});

const someone = () => ({ staffId: staffIdOf(`new ${++nth}`), workNumber: `N${nth}`, name: "任新岗", agency: "测试县社保中心" });
type Someone = ReturnType<typeof someone>;
const appoint = (who: Someone, role: StaffRole, differences: object = {}, by = security) =>
  by.post("/staff/grants", { ...who, role, regions: [HOME], until: "2026-12-31", ...differences });
const codesOf = async (answer: Response) => (await answer.json()).findings.map(({ code }: { code: string }) => code);
const review = async (by = security) => (await (await by.get("/staff/grants")).json()).grants;
const of = (all: { staffId: string }[], { staffId }: Someone) => all.filter((one) => one.staffId === staffId);
const comeIn = async ({ staffId }: Someone) => {
  const browser = staff.browser();
  browser.cookies.set("__Host-staff", await staff.staff.begin(staffId));
  return browser;
};

test("the operator says which record is somebody's own, and whoever appoints them again leaves it so", async () => {
  const [who, { record }] = [someone(), await someoneNew(engine.client)];
  const { personId, identity } = record.registration;
  const atDesk = { client: engine.client, table: "desk" };
  const owns = ownRecordsIn({ ...atDesk, register: staff.register, secret: async () => aliasSecret() });
  expect(await owns(who.staffId, [identity])).toBe("not-staff");
  await appoint(who, "handler");
  expect(await owns(who.staffId, [{ ...identity, number: "nobody's" }])).toBe("nobody");
  expect(await owns(who.staffId, [identity])).toBe("noted");
  await appoint(who, "checker");
  expect((await staff.staff.member(who.staffId))?.member).toEqual({ ...who, personId });
});

describe("a security administrator", () => {
  test("gives a role, that counts at once, and ends it, which counts at once in the middle of a session", async () => {
    const who = someone();
    expect((await appoint(who, "handler")).status).toBe(201);
    const [listed] = of(await review(), who);
    expect(listed).toMatchObject({ role: "handler", until: "2026-12-31", by: security.member.workNumber, from: "2026-03-31" });
    const theirs = await comeIn(who);
    expect((await theirs.get("/staff/session")).status).toBe(200);

    expect((await security.del(`/staff/members/${who.staffId}/grants/handler`)).status).toBe(204);
    expect((await theirs.get("/staff/session")).status).toBe(401);
    const [ended] = of(await review(), who);
    expect(ended).toMatchObject({ role: "handler", ended: { by: security.member.workNumber } });
    expect((await security.del(`/staff/members/${who.staffId}/grants/handler`)).status).toBe(404); // once
  });

  test("gives the same role again: the earlier grant ends and stays in the history", async () => {
    const who = someone();
    await appoint(who, "agent");
    staff.pass(1);
    expect((await appoint(who, "agent", { until: "2027-01-31" })).status).toBe(201);
    const grants = of(await review(), who);
    expect(grants.map((one) => ["ended" in one, (one as never)["until"]])).toEqual([
      [false, "2027-01-31"],
      [true, "2026-12-31"],
    ]);
    expect((await (await comeIn(who)).get("/staff/session").then((answer) => answer.json())).grants).toHaveLength(1);
  });

  test("appoints neither themselves, nor two roles that must be apart, nor without a region, nor for another one", async () => {
    const { personId: _, ...me } = security.member;
    expect(await codesOf(await appoint(me as Someone, "auditor"))).toEqual(["grant.self", "grant.clash"]);
    const who = someone();
    expect((await appoint(who, "auditor")).status).toBe(201);
    expect(await codesOf(await appoint(who, "parameters"))).toEqual(["grant.clash"]);
    const without = await appoint(who, "handler", { regions: [] });
    expect([without.status, await codesOf(without)]).toEqual([400, ["field.malformed"]]);
    expect(await codesOf(await appoint(who, "handler", { regions: ["510169"] }))).toEqual(["grant.outside"]);
    expect(await codesOf(await appoint(who, "handler", { regions: ["349999"] }))).toEqual([
      "grant.no-such-place",
      "grant.outside",
    ]);
    expect(await codesOf(await appoint({ ...someone(), workNumber: who.workNumber }, "handler"))).toEqual(["grant.number-taken"]);
    expect((await security.del(`/staff/members/${me.staffId}/grants/security-administrator`)).status).toBe(422);
  });

  test("takes away nothing that reaches beyond their places by giving less of it, and renames nobody of other places", async () => {
    const province = await staff.as("security-administrator", ["340000"]);
    const auditor = someone();
    expect((await appoint(auditor, "auditor", { regions: ["340000"] }, province)).status).toBe(201);
    expect(await codesOf(await appoint(auditor, "auditor"))).toEqual(["grant.outside"]);
    const renamed = await appoint({ ...auditor, workNumber: "X1", name: "别的人", agency: "别处" }, "handler");
    expect(renamed.status).toBe(201);
    expect(await renamed.json()).toMatchObject({ workNumber: auditor.workNumber, name: auditor.name, agency: auditor.agency });
    const there = await (await (await comeIn(auditor)).get("/staff/session")).json();
    expect(there).toMatchObject({ name: "任新岗", workNumber: auditor.workNumber });
    expect(there.grants).toContainEqual(
      expect.objectContaining({ role: "auditor", regions: [expect.objectContaining({ code: "340000" })] }),
    );
  });

  test("of two who appoint one person to roles that must be apart, in the same moment, only one does", async () => {
    const other = await staff.as("security-administrator");
    for (let round = 0; round < 5; round++) {
      const who = someone();
      const answers = await Promise.all([appoint(who, "auditor"), appoint(who, "parameters", {}, other)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, answers.some(({ status }) => status === 409) ? 409 : 422]);
      expect(of(await review(), who)).toHaveLength(1);
    }
  });

  test("sees somebody's sessions and ends one; who has no place in common with them sees and ends nothing", async () => {
    const theirs = await staff.as("handler");
    const path = `/staff/members/${theirs.member.staffId}/sessions`;
    const elsewhere = await staff.as("security-administrator", ["510169"]);
    expect((await elsewhere.get(path)).status).toBe(404);
    const { sessions } = await (await security.get(path)).json();
    expect(sessions).toHaveLength(1);
    expect((await elsewhere.del(`${path}/${sessions[0].sessionId}`)).status).toBe(404);
    expect((await security.del(`${path}/${sessions[0].sessionId}`)).status).toBe(204);
    expect((await theirs.get("/staff/session")).status).toBe(401);
  });

  test("of a county neither sees nor ends what was given in another one, and cannot end what reaches beyond it", async () => {
    const wide = await staff.as("security-administrator", ["340000"]);
    const [there, broad] = [someone(), someone()];
    await appoint(there, "handler", { regions: ["340422"] }, wide);
    await appoint(broad, "officer", { regions: ["340000"] }, wide);
    const seen = await review();
    expect([of(seen, there).length, of(seen, broad).length]).toEqual([0, 1]);
    for (const [who, role] of [
      [there, "handler"],
      [broad, "officer"],
    ] as const)
      expect((await security.del(`/staff/members/${who.staffId}/grants/${role}`)).status).toBe(404);
    expect(of(await review(wide), broad)[0]).not.toHaveProperty("ended");
    // Nor do they keep out, session by session, the auditor of their province.
    const theirs = await comeIn(broad);
    const path = `/staff/members/${broad.staffId}/sessions`;
    const { sessions } = await (await security.get(path)).json();
    expect((await security.del(`${path}/${sessions[0].sessionId}`)).status).toBe(404);
    expect((await theirs.get("/staff/session")).status).toBe(200);
    expect((await wide.del(`${path}/${sessions[0].sessionId}`)).status).toBe(204);
  });

  test("reads nobody's record: not one of their requests touches the register, casework or looks", async () => {
    const tables: string[] = [];
    engine.client.middlewareStack.add(
      (next) => (args) => {
        tables.push(...(JSON.stringify(args.input).match(/"TableName":"[^"]+"/g) ?? []));
        return next(args);
      },
      { step: "initialize", name: "tables" },
    );
    const who = someone();
    await appoint(who, "handler");
    await review();
    await security.get(`/staff/members/${who.staffId}/sessions`);
    await security.del(`/staff/members/${who.staffId}/grants/handler`);
    engine.client.middlewareStack.remove("tables");
    expect(new Set(tables)).toEqual(new Set(['"TableName":"desk"']));
  });
});
