import { beforeAll, describe, expect, test } from "vitest";
import { problems } from "../../functions/http/problem.ts";
import { contracts, problemsOf } from "../../shared/contracts.ts";
import { aStranger, comeIn, residence } from "../newcomer/asking.ts";
import { allKept } from "../registration/form.ts";
import { addressOf, queryOf, searchOf } from "../support/address.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import {
  type Bad,
  badBodies,
  badFieldsOf,
  badQueries,
  badQueryFieldsOf,
  badUploads,
  unknownFieldsOf,
} from "../support/bad-input.ts";
import { listen } from "../support/leak.ts";
import { someoneNew } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { everythingIn } from "../support/table.ts";

const engine = withEngine();
let started: Started;
let browser: Browser;
let newcomer: Browser;
const everything = () => everythingIn(engine.client, "register", "casework", "desk", "sessions", "looks");

beforeAll(async () => {
  started = startApp(engine);
  browser = (await signInAs(started, await someoneNew(engine.client))).browser;
  newcomer = await comeIn(started, aStranger());
});

type AContract = (typeof contracts)[number];
const named = contracts.map((contract) => ({ name: `${contract.method} ${contract.path}`, contract }));
const writes = named.filter(({ contract }) => contract.method !== "GET");

const whoFor = (contract: AContract) => (contract.newcomer === "only" ? newcomer : browser);

/** Sends it as a page would, but for what is bad about it. */
async function send(
  contract: AContract,
  { body, headers, search = searchOf(queryOf(contract)) }: Partial<Bad>,
  by = whoFor(contract),
) {
  const { method, path, attempt, upload } = contract;
  const response = await by.post(addressOf(path) + search, undefined, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": upload?.types[0] ?? "application/json" }),
      ...(attempt && { "idempotency-key": crypto.randomUUID() }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const isProblem = response.headers.get("content-type") === "application/problem+json";
  return { response, problem: isProblem ? await response.json() : undefined };
}

/** Sends all of these; those that were not answered as they should be. */
async function wrongAnswers(contract: AContract, cases: Bad[]) {
  const wrong: unknown[] = [];
  for (const { when, status, code, path, ...bad } of cases) {
    const { response, problem } = await send(contract, bad);
    const findings: { code: string; path: string[] }[] = problem?.findings ?? [];
    const found = findings.find((finding) => !path || `${finding.path.join(".")}.`.startsWith(`${path.join(".")}.`));
    const told = problem?.status === status && response.headers.get("cache-control") === "no-store";
    if (response.status !== status || !told || ((code || path) && !found) || (code && found?.code !== code))
      wrong.push({ when, status: response.status, findings });
  }
  return wrong;
}

const badBodiesOf = (contract: AContract): Bad[] =>
  contract.upload ? badUploads(contract.upload) : [...badBodies, ...badFieldsOf(contract), ...unknownFieldsOf(contract)];

const casesOf = (contract: AContract): Bad[] => [
  ...badQueries,
  ...badQueryFieldsOf(contract),
  ...(contract.method === "GET" ? [] : badBodiesOf(contract)),
];

describe("whatever is wrong with what is sent to it", () => {
  test.each(named)("$name answers with code and field, writes nothing and logs nothing", async ({ contract }) => {
    const before = await everything();
    const heard = listen();

    expect(await wrongAnswers(contract, casesOf(contract))).toEqual([]);
    expect(heard.lines).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  test.each(named)("$name says in the OpenAPI document which statuses it may answer", ({ contract }) => {
    const told: number[] = problemsOf(contract).map((type) => problems[type].status);

    expect(casesOf(contract).filter(({ status }) => !told.includes(status))).toEqual([]);
  });

  test("each kind of body is tried: of every field every wrong type, and that it is missing", () => {
    const tried = badFieldsOf(contracts.find(({ path }) => path === "/changes")!).map(({ when }) => when);

    expect(tried).toContain("address.division is text that is too long");
    expect(tried).toContain("employer.name is an object");
    expect(tried).toContain("code is missing");
    expect(tried.length).toBeGreaterThan(100);
  });
});

const foreign: Bad[] = [
  "",
  "null",
  "https://canbaotong.test.example.com",
  "https://canbaotong.test:8443",
  "http://canbaotong.test",
].map((origin) => ({ when: `the Origin is '${origin}'`, headers: { origin }, status: 403 }));

describe("a write", () => {
  test.each(writes)("$name is not done for pages that are not ours", async ({ contract }) => {
    const before = await everything();

    expect(await wrongAnswers(contract, foreign)).toEqual([]);
    expect(await everything()).toEqual(before);
  });
});

test.each(named)("$name is closed for who is signed out, or open to everybody, as its contract says", async ({ contract }) => {
  const { response, problem } = await send(contract, {}, started.browser());

  expect(response.status === 401).toBe(contract.signedIn);
  if (contract.signedIn) expect(problem).toMatchObject({ type: "/problems/signed-out" });
});

describe("what is to be done once", () => {
  const path = ["idempotency-key"];
  const keys: Bad[] = [
    { when: "it is missing", headers: { "idempotency-key": "" }, status: 400, code: "attempt.key-missing", path },
    { when: "it is no UUID", headers: { "idempotency-key": "1" }, status: 400, code: "attempt.key-malformed", path },
    { when: "it is endless", headers: { "idempotency-key": "a".repeat(9999) }, status: 400, code: "attempt.key-malformed", path },
    { when: "it is two", headers: { "idempotency-key": `${crypto.randomUUID()}, ${crypto.randomUUID()}` }, status: 400, path },
  ];
  const nothingSent = { draft: crypto.randomUUID(), ids: [] };
  const bodies: Record<string, string> = {
    "/delegations": JSON.stringify({ number: "34046919030303001X", name: "林晓禾", scopes: ["look"], months: 6, code: "123456" }),
    "/delegations/objections": "{}",
    "/changes": '{"item":"card","hasCard":true}',
    "/enrolments": '{"wish":{"action":"stop","scheme":"110","from":"2026-04","reason":"moved"}}',
    "/duplicates": '{"id":"0123456789abcdef","answer":{"says":"object","text":"不是我参加的"}}',
    "/transfers": '{"wish":{"kind":"employee-pension","from":"320100","to":"340400"}}',
    "/transfers/:receipt/steps": '{"event":"withdrawn"}',
    "/declarations": '{"insurance":"pension","reasons":[{"code":"P01"}]}',
    "/registrations/new": JSON.stringify({ ...aStranger(), residence, status: "FLEXIBLE", evidence: nothingSent }),
    "/children": JSON.stringify({
      certificate: "Z340000001",
      sex: "F",
      birth: "2026-03-01",
      as: "mother",
      evidence: nothingSent,
    }),
    "/registrations": JSON.stringify(allKept),
    "/access-log/challenges": JSON.stringify({ look: "a".repeat(64), words: "为什么看" }),
    "/phone-replacements": '{"number":"1","name":"林晓禾","phone":"19900001234","code":"123456"}',
  };
  const anyBody = ({ path }: AContract) => (bodies[path] ? { body: bodies[path] } : {});

  test.each(named.filter(({ contract }) => contract.attempt))("$name wants an Idempotency-Key", async ({ contract }) => {
    const before = await everything();

    expect(
      await wrongAnswers(
        contract,
        keys.map((bad) => ({ ...bad, ...anyBody(contract) })),
      ),
    ).toEqual([]);
    expect(await everything()).toEqual(before);
  });
});

describe("an address that cannot be", () => {
  const odd = ["x", "%00", "%ff", "%", "..%2f..", "%E4%BD%A0", "A".repeat(5000), "C7K2-94MD-61QX%20", "' OR 1=1", "{{7*7}}"];

  test.each(named.filter(({ contract }) => contract.params))("$name knows nothing there", async ({ contract }) => {
    const statuses: number[] = [];
    for (const part of odd) {
      const at = { ...contract, path: addressOf(contract.path, part) };
      statuses.push((await send(at, {})).response.status);
    }
    expect(statuses).toEqual(odd.map(() => 404));
  });
});
