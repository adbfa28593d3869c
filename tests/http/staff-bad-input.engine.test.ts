// Whatever is wrong with what is sent to staff-api, route by route: the same table as for residents.
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { problems } from "../../functions/http/problem.ts";
import { problemsOf } from "../../shared/contracts.ts";
import { staffContracts } from "../../shared/staff/contracts.ts";
import { StaffRole } from "../../shared/staff/staff.ts";
import type { Row } from "../staff/rows/row.ts";
import { searchOf } from "../support/address.ts";
import { withEngine } from "../support/around.ts";
import { type Bad, badBodies, badFieldsOf, badQueries, unknownFieldsOf } from "../support/bad-input.ts";
import { listen } from "../support/leak.ts";
import type { Browser } from "../support/post.ts";
import { rightAddress, rightBodies, rightQuery } from "../support/right-input.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";

const engine = withEngine();
let staff: StartedStaff;
let everybody: Browser;
const everything = () => everythingIn(engine.client, "register", "casework", "desk", "sessions", "looks");

beforeAll(async () => {
  staff = startStaff(engine);
  everybody = await staff.as(StaffRole.options); // what may not come in is the matrix's (tests/staff)
});

type AContract = (typeof staffContracts)[number];
const named = staffContracts.map((contract) => ({ name: `${contract.method} ${contract.path}`, contract }));
const forStaff = named.filter(({ contract }) => contract.staff);
const writes = named.filter(({ contract }) => contract.method !== "GET");

type At = { by: Browser; address: string };
async function send(
  contract: AContract,
  { body, headers, search = searchOf(rightQuery(contract)) }: Partial<Bad>,
  { by = everybody, address = rightAddress(contract) }: Partial<At> = {},
) {
  const { method, attempt } = contract;
  const response = await by.post(address + search, undefined, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(attempt && { "idempotency-key": crypto.randomUUID() }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const isProblem = response.headers.get("content-type") === "application/problem+json";
  return { response, problem: isProblem ? await response.json() : undefined };
}

/** Sends all of these; those that were not answered as they should be. */
async function wrongAnswers(contract: AContract, cases: Bad[], at?: Partial<At>) {
  const wrong: unknown[] = [];
  for (const { when, status, code, path, ...bad } of cases) {
    const { response, problem } = await send(contract, bad, at);
    const findings: { code: string; path: string[] }[] = problem?.findings ?? [];
    const found = findings.find((finding) => !path || `${finding.path.join(".")}.`.startsWith(`${path.join(".")}.`));
    const told = problem?.status === status && response.headers.get("cache-control") === "no-store";
    const cutOff = findings.length === 20; // no more are told of one form
    if (response.status !== status || !told || ((code || path) && !found && !cutOff) || (code && found && found.code !== code))
      wrong.push({ when, status: response.status, findings });
  }
  return wrong;
}

// What is no body at all is the frame's business, the same for every route: all of it is tried once, where one is expected and where
// none is. Forms of residents are tried field by field where residents send them.
const [expecting, expectingNone] = [true, false].map((expects) =>
  staffContracts.find(({ method, body }) => method !== "GET" && (body !== undefined) === expects),
);
const isResidents = ({ path }: AContract) => path.includes("/for/") || path.endsWith("/forms");
const fieldsOf = (contract: AContract): Bad[] =>
  isResidents(contract) ? [] : [...badFieldsOf(contract), ...unknownFieldsOf(contract).slice(0, 4)];
const bodiesOf = (contract: AContract): Bad[] =>
  contract === expecting || contract === expectingNone ? badBodies : badBodies.slice(0, 1).concat(badBodies.slice(-1));
const casesOf = (contract: AContract): Bad[] => [
  ...badQueries.slice(0, 1),
  ...(contract.method === "GET" ? [] : [...bodiesOf(contract), ...fieldsOf(contract)]),
];

describe("whatever is wrong with what is sent to staff-api", () => {
  test.each(forStaff)("$name answers with code and field, writes nothing and logs nothing", async ({ contract }) => {
    const before = await everything();
    const heard = listen();

    expect(await wrongAnswers(contract, casesOf(contract))).toEqual([]);
    expect(heard.lines).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  test.each(named)("$name says in its contract which statuses it may answer", ({ contract }) => {
    const told: number[] = problemsOf(contract).map((type) => problems[type].status);

    expect(casesOf(contract).filter(({ status }) => !told.includes(status))).toEqual([]);
  });

  test("what a body has to be is known of every route, so that nothing is tried in a shape that nobody sends", () => {
    const unknown = named.filter(({ contract }) => contract.body && rightBodies(contract).length === 0);

    expect(unknown.map(({ name }) => name)).toEqual([]);
  });
});

test("no write is done for pages that are not ours", async () => {
  const before = await everything();
  const answers: Record<string, unknown> = {};
  for (const { name, contract } of writes)
    for (const origin of ["", "https://canbaotong.test.example.com"])
      answers[`${name} ${origin}`] = (await send(contract, { headers: { origin } })).response.status;

  expect(Object.entries(answers).filter(([, status]) => status !== 403)).toEqual([]);
  expect(await everything()).toEqual(before);
});

// About something that is there, as the matrix of who may what prepares it.
const folder = new URL("../staff/rows/", import.meta.url);
const modules = await Promise.all(
  readdirSync(folder).map((name): Promise<{ rows?: readonly Row[] }> => import(new URL(name, folder).href)),
);
const once = modules.flatMap(({ rows = [] }) => rows).filter(({ contract }) => contract.attempt);

test.each(once.map((row) => ({ name: row.contract.path, row })))("POST $name wants an Idempotency-Key", async ({ row }) => {
  const { contract } = row;
  const path = ["idempotency-key"];
  const by = await staff.as(contract.staff?.roles[0] ?? "agent");
  const stage = {
    client: engine.client,
    staff,
    another: (role: StaffRole, regions?: readonly string[]) => staff.as(role, regions),
  };
  const { params = {}, body } = await row.about(stage, by, 2);
  const address = contract.path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(params[part] ?? ""));
  const keys: Bad[] = [
    { when: "it is missing", headers: { "idempotency-key": "" }, status: 400, code: "attempt.key-missing", path },
    { when: "it is no UUID", headers: { "idempotency-key": "1" }, status: 400, code: "attempt.key-malformed", path },
    { when: "it is endless", headers: { "idempotency-key": "a".repeat(9999) }, status: 400, code: "attempt.key-malformed", path },
  ];
  const before = await everything();
  const sent = keys.map((bad) => ({ ...bad, ...(body !== undefined && { body: JSON.stringify(body) }) }));

  expect(await wrongAnswers(contract, sent, { by, address })).toEqual([]);
  expect(await everything()).toEqual(before);
});

test("nothing is at an address that cannot be", async () => {
  const found: string[] = [];
  for (const { name, contract } of named.filter(({ contract: one }) => one.params && !isResidents(one)))
    for (const part of ["x", "%00", "%", "..%2f..", "A".repeat(5000), "' OR 1=1"]) {
      const { response } = await send(contract, {}, { address: rightAddress(contract, part) });
      if (response.status !== 404) found.push(`${name} with ${part.slice(0, 20)}: ${response.status}`);
    }

  expect(found).toEqual([]);
});
