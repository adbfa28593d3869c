// A village as a picture: the numbers are those of the records, counted again.
import * as v from "valibot";
import { beforeAll, expect, test } from "vitest";
import { leading } from "../../shared/facts.ts";
import { CoverageReply } from "../../shared/households/contract.ts";
import { VisitList } from "../../shared/visits/contract.ts";
import { withEngine } from "../support/around.ts";
import { aFact } from "../support/build.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { callsOf, everythingIn } from "../support/table.ts";
import { COUNTY, idOfHome, living, move, ROUTE, summaryOf, VILLAGE } from "./village.ts";

const engine = withEngine();
let staff: StartedStaff;
let [handler, visitor]: Awaited<ReturnType<StartedStaff["as"]>>[] = [];
beforeAll(async () => {
  staff = startStaff({ client: engine.client });
  handler = await staff.as("handler", [COUNTY]);
  visitor = await staff.as("visitor", [COUNTY]);
  const people = Array.from({ length: 12 }, (_, nth) => ({
    home: String(900 + Math.floor(nth / 3)).padStart(9, "0"),
    relation: ["02", "10", "20"][nth % 3]!,
    birth: nth % 3 === 2 ? "2020-05-05" : "1975-05-05",
    insured: nth % 4 === 0 ? (["pension", "medical"] as const) : nth % 4 === 1 ? (["medical"] as const) : [],
    stopped: nth % 4 === 2 ? (["pension"] as const) : [],
    ...(nth % 5 === 0 && { confirmedOn: "2026-02-01" }),
  }));
  for (const { home, ...about } of people) await living(engine.client, home, about);
  const worker = await living(engine.client, "000000903", { relation: "30" });
  await move(engine.client, worker, { facts: [aFact({ name: "employment", status: "EMPLOYED" })] });
  await living(engine.client, "000000950", { division: "340421" });
});

const coverage = async (by = handler!) => {
  const answer = await by.get(`/staff/coverage?${new URLSearchParams(ROUTE)}`);
  return { status: answer.status, ...(answer.ok && { told: v.parse(CoverageReply, await answer.json()) }) };
};

test("is read with one Query of the register, opens nobody's record, and names nobody", async () => {
  const calls = callsOf(engine.client);
  const { told } = await coverage();
  expect(calls.filter((call) => call === "QueryCommand").length).toBe(3); // the village, who asked for a visit, and who is asking
  expect(calls).not.toContain("PutItemCommand");
  expect(JSON.stringify(told)).not.toMatch(/林|1975|2020-05|PERSON|3404691903/);
});

test("its numbers are those of the records, counted one by one", async () => {
  const { told } = await coverage();
  const ids = (await everythingIn(engine.client, "register")).flatMap(({ sk, personId }) =>
    sk === "REGISTRATION" ? [String(personId)] : [],
  );
  const pages = await Promise.all(ids.map((id) => staff.register.page(id as Parameters<typeof staff.register.page>[0])));
  const here = pages.flatMap((page) => {
    const home = page && leading(page.facts, "household");
    return page && home?.division === COUNTY && home.village === VILLAGE ? [{ page, home }] : [];
  });
  const standing = (insurance: "pension" | "medical", status: string) =>
    here.filter(({ page }) => page.summary.insurances[insurance]?.status === status).length;

  expect(told?.totals).toMatchObject({
    people: here.length,
    households: new Set(here.map(({ home }) => home.number)).size,
    confirmed: here.filter(({ page }) => page.registration.confirmed).length,
    insurances: {
      pension: { insured: standing("pension", "active") },
      medical: { insured: standing("medical", "active") },
    },
  });
  expect(told?.households.flatMap(({ members }) => members)).toHaveLength(here.length);
});

test("shows what the law demands and what one may have as two things, and a child no pension", async () => {
  const { told } = await coverage();
  const last = told?.households.find(({ household }) => household === idOfHome("000000903"));
  expect(last?.members.find(({ relation }) => relation === "30")?.cells).toMatchObject({ pension: "missing", injury: "missing" });
  expect(told?.households[0]?.members.find(({ relation }) => relation === "20")?.cells.pension).toMatch(/none|insured/);
  const stopped = told?.households.flatMap(({ members }) => members).filter(({ cells }) => cells.pension === "stopped") ?? [];
  expect(stopped.length).toBe(told?.totals.insurances.pension.stopped);
});

test("follows an insurance at once", async () => {
  const before = (await coverage()).told!.totals.insurances.pension.insured;
  await living(engine.client, "000000960", { insured: ["pension"] });
  const joined = await living(engine.client, "000000960", { relation: "10" });
  await move(engine.client, joined, { summary: summaryOf({ insured: ["pension"] }) });
  expect((await coverage()).told!.totals.insurances.pension.insured).toBe(before + 2);
});

test("is open to a visitor for the villages of their own lists alone", async () => {
  expect((await coverage(visitor)).status).toBe(404);
  const body = { ...ROUTE, visitor: visitor!.member.staffId, households: [idOfHome("000000901")] };
  const given = await handler!.post("/staff/visit-lists", body, { headers: { "idempotency-key": crypto.randomUUID() } });
  const { list } = v.parse(VisitList, await given.json());

  expect((await coverage(visitor)).told?.totals.people).toBeGreaterThan(0);
  expect(await (await visitor!.get(`/staff/villages?division=${COUNTY}`)).json()).toEqual({
    villages: [{ division: COUNTY, name: VILLAGE }],
  });
  await handler!.post(`/staff/visit-lists/${list}/withdrawals`, { reason: "换人走访" });
  expect((await coverage(visitor)).status).toBe(404);
});
