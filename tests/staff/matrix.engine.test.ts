// Who may do what: every route of staff × every role × own and other region × level of verification, made from the list of contracts.
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staffContracts } from "../../shared/staff/contracts.ts";
import { StaffRole } from "../../shared/staff/staff.ts";
import { signInAs, startApp } from "../support/app.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { someoneNew } from "../support/people.ts";
import { aBrowser } from "../support/post.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";
import type { Asked, Asker, Level, Row, Stage } from "./rows/row.ts";

const ELSEWHERE = "510169";
const folder = new URL("rows/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "row.ts");
const rows: Row[] = (await Promise.all(files.map((name) => import(new URL(name, folder).href)))).flatMap(
  (module: { rows: readonly Row[] }) => module.rows,
);
const nameOf = ({ method, path }: Row["contract"]) => `${method} ${path}`;

let engine: TestEngine;
let staff: StartedStaff;
let stage: Stage;
/** One of each role at HOME: who is refused does nothing, and can be refused again. */
const everybody = new Map<StaffRole, Asker>();
let resident: { cookie: string };

beforeAll(async () => {
  engine = await startEngine();
  staff = startStaff({ client: engine.client });
  stage = { client: engine.client, staff, another: (role, regions) => staff.as(role, regions) };
  for (const role of StaffRole.options) everybody.set(role, await staff.as(role));
  const { browser } = await signInAs(startApp({ client: engine.client }), await someoneNew(engine.client));
  resident = { cookie: [...browser.cookies].map((pair) => pair.join("=")).join("; ") };
});
afterAll(() => engine.stop());

/** All that a refusal must leave as it was. */
const traces = () => everythingIn(engine.client, "register", "casework", "desk", "looks", "sessions");

async function ask({ contract }: Row, { params = {}, query, body, headers = {} }: Asked, by: Pick<Asker, "post">) {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = query ? `?${new URLSearchParams(query)}` : "";
  const attempt = contract.attempt && { "idempotency-key": crypto.randomUUID() };
  const answer = await by.post(path + search, body, { method: contract.method, headers: { ...attempt, ...headers } });
  const isProblem = answer.headers.get("content-type") === "application/problem+json";
  return { status: answer.status, problem: isProblem ? (await answer.json()).type : undefined };
}

/** They may: it is done, or only a rule about the matter itself stands against it. */
const isLetIn = (status: number) => status < 400 || status === 409 || status === 422;

test("every route of staff has a row, and no row is for none", () => {
  expect(rows.map(({ contract }) => nameOf(contract)).sort()).toEqual(staffContracts.map(nameOf).sort());
});

describe.each(rows.map((row) => ({ name: nameOf(row.contract), row, wanted: row.contract.staff?.roles })))(
  "$name",
  ({ row, wanted }) => {
    const isFor = (role: StaffRole) => wanted !== undefined && (wanted.length === 0 || wanted.includes(role));
    const right = StaffRole.options.filter(isFor);
    const wrong = StaffRole.options.filter((role) => !isFor(role));
    const own = () => staff.as(right[0] ?? "agent");
    const full: Level = 2;

    test.each(wanted ? ["everybody else"] : [])("is refused to %s, and nothing is left of it", async () => {
      const asked = await row.about(stage, await own(), full);
      const before = await traces();
      for (const role of wrong)
        expect([role, await ask(row, asked, everybody.get(role)!)]).toEqual([
          role,
          { status: 403, problem: "/problems/not-your-role" },
        ]);
      const outside = { status: 401, problem: "/problems/signed-out" };
      expect(await ask(row, asked, aBrowser(staff.app))).toEqual(outside);
      expect(await ask(row, { ...asked, headers: { ...asked.headers, ...resident } }, aBrowser(staff.app))).toEqual(outside);
      expect(await traces()).toEqual(before);
    });

    test.each(wanted ? [] : ["anybody"])("is open to %s who is on the way in", async () => {
      const { status } = await ask(row, await row.about(stage, await own(), full), aBrowser(staff.app));
      expect([status, isLetIn(status)]).toEqual([status, true]);
    });

    test.each(right)("is open to %s at home", async (role) => {
      const by = await staff.as(role);
      const { status } = await ask(row, await row.about(stage, by, full), by);
      if (row.answers) expect(status).toBe(row.answers);
      else expect([status, isLetIn(status)]).toEqual([status, true]);
    });

    test.each(row.reach === "place" ? right : [])("is closed to %s of another region", async (role) => {
      const asked = await row.about(stage, await staff.as(role), full);
      expect((await ask(row, asked, await staff.as(role, [ELSEWHERE]))).status).toBe(row.elsewhere ?? 404);
    });

    const below = row.level ? ([0, 1] as const).filter((level) => level < row.level!.needs) : [];
    test.each(below)("is closed at level %i of verification", async (level) => {
      const by = await own();
      expect((await ask(row, await row.about(stage, by, level), by)).status).toBe(row.level!.below);
    });
    test.each(row.level ? [row.level.needs] : [])("is open at level %i, which it wants", async (level) => {
      const by = await own();
      const { status } = await ask(row, await row.about(stage, by, level), by);
      expect([status, isLetIn(status)]).toEqual([status, true]);
    });
  },
);

test("a cookie of staff opens nothing of residents", async () => {
  const app = startApp({ client: engine.client }).app;
  const cookie = [...everybody.get("agent")!.cookies].map((pair) => pair.join("=")).join("; ");
  const asResident = cookie.replace("__Host-staff=", "__Host-session=");
  for (const headers of [{ cookie }, { cookie: asResident }]) {
    const answer = await app.request("/api/check", { headers });
    expect(answer.status).toBe(401);
  }
});
