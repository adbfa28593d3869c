// Who may do what: every route of staff × every role × own and other region × level of verification, made from the list of contracts.
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { contracts } from "../../shared/contracts.ts";
import type { Contract } from "../../shared/kernel/contract.ts";
import { staffContracts } from "../../shared/staff/contracts.ts";
import { StaffRole } from "../../shared/staff/staff.ts";
import { addressOf } from "../support/address.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { someoneNew } from "../support/people.ts";
import { aBrowser, ORIGIN } from "../support/post.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";
import type { Asked, Asker, Row, Stage } from "./rows/row.ts";

const ELSEWHERE = "510169";
const FULL = 2;
/** All that a refusal must leave as it was. */
const TABLES = ["register", "casework", "desk", "looks", "sessions", "uploads"];
const folder = new URL("rows/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "row.ts");
const rows: Row[] = (await Promise.all(files.map((name) => import(new URL(name, folder).href)))).flatMap(
  (module: { rows: readonly Row[] }) => module.rows,
);
const nameOf = ({ method, path }: Contract) => `${method} ${path}`;

const engine = withEngine();
let staff: StartedStaff;
let stage: Stage;
/** One of each role, at HOME and elsewhere: who is refused does nothing, and can be refused again. */
const [here, elsewhere] = [new Map<StaffRole, Asker>(), new Map<StaffRole, Asker>()];
let resident: { cookie: string };
/** What is asked of each route and not done: everybody who tries it is refused. */
const asked = new Map<Row, Asked>();

beforeAll(async () => {
  staff = startStaff({ client: engine.client });
  stage = { client: engine.client, staff, another: (role, regions) => staff.as(role, regions) };
  for (const role of StaffRole.options) {
    here.set(role, await staff.as(role));
    elsewhere.set(role, await staff.as(role, [ELSEWHERE]));
  }
  const { browser } = await signInAs(startApp({ client: engine.client }), await someoneNew(engine.client));
  resident = { cookie: [...browser.cookies].map((pair) => pair.join("=")).join("; ") };
  for (const row of rows) if (row.contract.staff) asked.set(row, await row.about(stage, await aRight(row), FULL));
});

async function ask({ contract }: Row, { params = {}, query, body, headers = {} }: Asked, by: Pick<Asker, "post">) {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = query ? `?${new URLSearchParams(query)}` : "";
  const attempt = contract.attempt && { "idempotency-key": crypto.randomUUID() };
  const answer = await by.post(path + search, body, { method: contract.method, headers: { ...attempt, ...headers } });
  const isProblem = answer.headers.get("content-type") === "application/problem+json";
  return isProblem ? `${answer.status} ${(await answer.json()).type}` : `${answer.status}`;
}

const rolesOf = ({ contract: { staff: wanted } }: Row) =>
  StaffRole.options.filter((role) => wanted && (wanted.roles.length === 0 || wanted.roles.includes(role)));
const aRight = (row: Row) => staff.as(rolesOf(row)[0] ?? "agent");

/** They may: it is done, or only a rule about the matter itself stands against it. */
const isLetIn = (answer: string) => Number(answer.slice(0, 3)) < 400 || /^(?:409|422)/.test(answer);
const expectLetIn = (answer: string, { answers }: Row) =>
  answers ? expect(Number(answer.slice(0, 3))).toBe(answers) : expect([answer, isLetIn(answer)]).toEqual([answer, true]);

test("every route of staff has a row, and no row is for none", () => {
  expect(rows.map(({ contract }) => nameOf(contract)).sort()).toEqual(staffContracts.map(nameOf).sort());
});

test("every route is refused to the roles that it is not for, to nobody in particular and to a resident; nothing is left of it", {
  timeout: 60_000,
}, async () => {
  const before = await everythingIn(engine.client, ...TABLES);
  const wrong: string[] = [];
  const refuses = async (row: Row, who: string, answer: Promise<string>, expected: string) => {
    if ((await answer) !== expected) wrong.push(`${nameOf(row.contract)} answers ${who}: ${await answer}`);
  };
  for (const [row, what] of asked) {
    const asResident = { ...what, headers: { ...what.headers, ...resident } };
    await Promise.all([
      ...StaffRole.options
        .filter((role) => !rolesOf(row).includes(role))
        .map((role) => refuses(row, role, ask(row, what, here.get(role)!), "403 /problems/not-your-role")),
      refuses(row, "nobody", ask(row, what, aBrowser(staff.app)), "401 /problems/signed-out"),
      refuses(row, "a resident", ask(row, asResident, aBrowser(staff.app)), "401 /problems/signed-out"),
    ]);
  }
  expect(wrong).toEqual([]);
  expect(await everythingIn(engine.client, ...TABLES)).toEqual(before);
});

describe.each(rows.map((row) => ({ name: nameOf(row.contract), row })))("$name", ({ row }) => {
  const right = rolesOf(row);

  test.each(row.contract.staff ? [] : ["anybody"])("is open to %s who is on the way in", async () => {
    expectLetIn(await ask(row, await row.about(stage, await aRight(row), FULL), aBrowser(staff.app)), row);
  });

  test.each(right)("is open to %s at home", async (role) => {
    const by = await staff.as(role);
    expectLetIn(await ask(row, await row.about(stage, by, FULL), by), row);
  });

  test.each(row.reach === "place" ? [right.join(", ")] : [])("is closed to %s of another region", async () => {
    const answers = right.map(async (role) => [role, (await ask(row, asked.get(row)!, elsewhere.get(role)!)).slice(0, 3)]);
    expect(await Promise.all(answers)).toEqual(right.map((role) => [role, `${row.elsewhere ?? 404}`]));
  });

  const below = row.level ? ([0, 1] as const).filter((level) => level < row.level!.needs) : [];
  test.each(below)("is closed at level %i of verification", async (level) => {
    const by = await aRight(row);
    expect((await ask(row, await row.about(stage, by, level), by)).slice(0, 3)).toBe(`${row.level!.below}`);
  });
  test.each(row.level && row.level.needs < FULL ? [row.level.needs] : [])(
    "is open at level %i, which it wants",
    async (level) => {
      const by = await aRight(row);
      expectLetIn(await ask(row, await row.about(stage, by, level), by), row);
    },
  );
});

test("a cookie of staff opens nothing of residents, by whatever name it comes", async () => {
  const { app } = startApp({ client: engine.client });
  const cookie = [...here.get("agent")!.cookies].map((pair) => pair.join("=")).join("; ");
  const opened: string[] = [];
  for (const contract of contracts.filter(({ signedIn }) => signedIn))
    for (const headers of [{ cookie }, { cookie: cookie.replace("__Host-staff=", "__Host-session=") }]) {
      const { status } = await app.request(`/api${addressOf(contract.path)}`, {
        method: contract.method,
        headers: { ...headers, origin: ORIGIN },
      });
      if (status !== 401) opened.push(`${nameOf(contract)}: ${status}`);
    }
  expect(opened).toEqual([]);
});
