// Reading the log and asking why, through the real API, relay and worker.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { auditedIn } from "../../functions/desk/table.ts";
import type { Look } from "../../functions/looks/table.ts";
import type { AccessLog, Logged } from "../../shared/access-log/contract.ts";
import { verify } from "../../shared/access-log/verify.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { noon } from "../support/build.ts";
import { type Known, someoneNew } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { everythingIn } from "../support/table.ts";
import { aFamily, aLook, auditOf, digest, rowOf } from "./build.ts";

const engine = withEngine();
const machine = withMachine(engine);
let audit: ReturnType<typeof auditOf>;
let started: Started;
let person: Known;
let browser: Browser;

beforeEach(async () => {
  audit = auditOf(engine.client);
  started = startApp({ client: engine.client, roots: audit.roots });
  person = await someoneNew(engine.client);
  browser = (await signInAs(started, person)).browser;
});

const idOf = ({ record }: Known): PersonId => record.registration.personId;
async function looked(at = noon("2026-03-31"), look: Look = aLook(), whom = idOf(person)) {
  const row = rowOf(whom, at, look);
  await engine.client.send(new PutItemCommand({ TableName: "looks", Item: row }));
  await audit.link(whom, row);
}
const read = async (search = ""): Promise<AccessLog> => (await browser.get(`/access-log${search}`)).json();
const told = ({ text = "{}" }: Logged) => JSON.parse(text);
const staffRow = async () => (await read()).rows.find((row) => told(row).kind === "staff")!;
const hashOf = async (row: Logged) => digest(row.text ?? "");
const once = () => ({ headers: { "idempotency-key": crypto.randomUUID() } });
const ask = (body: object, by = browser) => by.post("/access-log/challenges", body, once());
const decide = async (receipt: Receipt, verdict: "applied" | "refused", reason: string, whom = idOf(person)) => {
  const desk = openDesk({ client: engine.client, table: "desk" });
  const task = await desk.task(whom, receipt);
  await desk.decide(task!, { verdict, reason, by: "审计员" }, started.now());
  await machine.run();
};

describe("the log", () => {
  test("says who looked, as what, of which agency, why and at what; page by page, and all of it checks", async () => {
    await browser.get("/check");
    for (let nth = 0; nth < 60; nth++) await looked(noon(`2026-03-${String(10 + (nth % 20)).padStart(2, "0")}`));
    const first = await read();
    expect(first.rows.length).toBeLessThanOrEqual(52);
    const second = await read(`?before=${first.before}`);
    expect(second.before).toBeUndefined();
    const rows = [...first.rows, ...second.rows];

    expect(rows).toHaveLength(61);
    expect(told(rows.find((row) => told(row).kind === "staff")!)).toMatchObject({
      role: "agent",
      agency: "测试县12333",
      workNumber: "6027",
      purpose: "call",
      reason: "来电询问断缴",
      fields: ["phone"],
    });
    expect(await verify({ ...first, rows, proofs: [], roots: [] }, digest)).toMatchObject({ numbered: 61, troubles: [] });
  });

  test("comes with the proofs and, for everybody, with the roots of its months", async () => {
    await looked();
    audit.pass(24);
    started.pass(24 * 3600);
    await audit.seal();
    browser = (await signInAs(started, person)).browser;
    const { proofs } = await (await browser.get("/access-log/proofs")).json();
    const { roots } = await (await started.browser().get("/access-log/roots/2026-03")).json();
    const page = await read();

    const verdict = await verify({ ...page, proofs, roots }, digest);
    expect(verdict).toMatchObject({ sealed: verdict.numbered, sealedTo: "2026-03-31", troubles: [] });
    expect(verdict.sealed).toBeGreaterThan(0);
  });

  test("of a child is read by its parent, and by nobody else", async () => {
    const { parent, child, ref } = await aFamily(engine.client, started);
    await looked(noon("2026-03-30"), aLook({ reason: "核对新生儿登记" }), child);
    const theirs: AccessLog = await (await parent.get(`/access-log?for=${ref}`)).json();

    expect(theirs.rows.map((row) => told(row).reason)).toContain("核对新生儿登记");
    expect((await browser.get(`/access-log?for=${ref}`)).status).toBe(404);
  });
});

describe("why?", () => {
  test("waits for an auditor of the province for so many working days, in no list of the desk", async () => {
    await looked();
    const row = await staffRow();
    const { receipt } = await (await ask({ look: await hashOf(row), words: "那天我没有打电话" })).json();
    expect((await staffRow()).challenge).toMatchObject({ receipt, state: "received", words: "那天我没有打电话" });
    await machine.run();

    expect((await staffRow()).challenge).toMatchObject({ state: "in-review", due: { day: "2026-12-11", provisional: false } });
    const tasks = (await everythingIn(engine.client, "desk")).filter((item) => item["receipt"] === receipt && item["kind"]);
    expect(tasks).toMatchObject([{ kind: "look-challenge", dueAt: "2026-12-11", dueRegion: auditedIn("340469" as never) }]);
  });

  test("asked again about the same look, in other words or from two tabs at once, is the same question", async () => {
    await looked();
    const look = await hashOf(await staffRow());
    const answers = await Promise.all([ask({ look }), ask({ look, words: "为什么" }), ask({ look })]);
    const receipts = await Promise.all(answers.map(async (answer) => (await answer.json()).receipt));

    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(receipts).size).toBe(1);
  });

  test.each([
    { when: "not right", verdict: "applied", right: false },
    { when: "right", verdict: "refused", right: true },
  ] as const)("is answered in the auditor's words: the look was $when", async ({ verdict, right }) => {
    await looked();
    const { receipt } = await (await ask({ look: await hashOf(await staffRow()) })).json();
    await machine.run();
    await decide(receipt, verdict, "查了当天的通话记录");

    const { challenge } = await staffRow();
    expect(challenge).toMatchObject({ state: "answered", answer: { right, words: "查了当天的通话记录" } });
    expect(challenge?.due).toBeUndefined();
  });

  test("may be asked by a parent for a child", async () => {
    const { parent, child, ref } = await aFamily(engine.client, started);
    await looked(noon("2026-03-30"), aLook(), child);
    const { rows }: AccessLog = await (await parent.get(`/access-log?for=${ref}`)).json();
    const look = await hashOf(rows.find((row) => told(row).kind === "staff")!);
    const { receipt } = await (await ask({ look, for: ref }, parent)).json();
    await machine.run();
    await decide(receipt, "refused", "按规定核对", child);
    const after: AccessLog = await (await parent.get(`/access-log?for=${ref}`)).json();

    expect(after.rows.find(({ challenge }) => challenge)?.challenge?.answer?.words).toBe("按规定核对");
  });

  test.each([
    { when: "a look that there is not", of: async () => "0".repeat(64), status: 404, code: "challenge.no-look" },
    {
      when: "one's own",
      of: async () => {
        await browser.get("/check");
        return hashOf((await read()).rows.find((row) => told(row).kind === "session")!);
      },
      status: 422,
      code: "challenge.own-look",
    },
    {
      when: "an entry that is shown later",
      of: async () => {
        await looked(noon("2026-03-31"), aLook({ purpose: "court", quietUntil: "2026-05-01" as never }));
        return (await read()).rows.find(({ quiet: isHidden }) => isHidden)!.row!;
      },
      status: 404,
      code: "challenge.no-look",
    },
  ])("is not asked of $when", async ({ of, status, code }) => {
    const answer = await ask({ look: await of() });
    expect([answer.status, (await answer.json()).findings[0].code]).toEqual([status, code]);
  });

  test("of somebody else's look is not there", async () => {
    const other = await someoneNew(engine.client);
    await looked(noon("2026-03-31"), aLook(), idOf(other));
    const [row] = await everythingIn(engine.client, "looks").then((items) =>
      items.filter(({ pk }) => pk === `LOG#${idOf(other)}`),
    );
    expect((await ask({ look: row!["row"] as string })).status).toBe(404);
  });
});

test("the copy of all one's data keeps quiet what the log keeps quiet", async () => {
  await looked(noon("2026-03-31"), aLook({ purpose: "police", reason: "协助调查", quietUntil: "2026-05-01" as never }));
  const copy = JSON.stringify(await (await browser.get("/privacy/export")).json());
  expect(copy).not.toContain("协助调查");
  expect(copy).toContain("2026-05-01");
});
