import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { itemOf } from "../../functions/register/table.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { packMonths } from "../../shared/paid-months.ts";
import { Copy } from "../../shared/privacy/contract.ts";
import { fieldNames } from "../../shared/privacy/fields.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { type Hall, openHall } from "../evidence/desk.ts";
import { signInAs } from "../support/app.ts";
import { aFact, anEnrolment, aPersonId, day, noon } from "../support/build.ts";
import { someoneNew } from "../support/people.ts";
import { callsOf, everythingIn } from "../support/table.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.stop());

const put = (table: string, Item: ReturnType<typeof itemOf.fact>) =>
  hall.client.send(new PutItemCommand({ TableName: table, Item }));
const month = { state: "paid", base: 500_000, personal: 40_000, unit: 80_000, subsidy: 0 } as const;

async function somebody() {
  const person = await someoneNew(hall.client);
  const { personId } = person.record.registration;
  const { browser } = await signInAs(hall.started, person);
  return { ...person, personId, browser };
}
const version = (personId: PersonId, nth: number, weight = "") =>
  put(
    "register",
    itemOf.history(personId, {
      version: nth,
      receipt: `receipt ${nth}`,
      by: "insured-340400",
      channel: "import",
      recordedAt: noon("2026-01-05"),
      before: {},
      after: { REGISTRATION: { personId, note: weight } },
    }),
  );
const said = {
  source: "resident",
  asOf: day("2026-03-01"),
  recordedAt: noon("2026-03-02"),
  acceptedAt: noon("2026-03-02"),
} as const;

describe("a copy of my data", () => {
  test("holds all of it, unmasked, by the names of the field table; and the look is written down", async () => {
    const { personId, browser, number, name, phone } = await somebody();
    const enrolled = anEnrolment();
    await put("register", itemOf.enrolment(personId, enrolled));
    await put(
      "register",
      itemOf.paidYear(personId, { ...enrolled, year: 2026, months: packMonths(Array.from({ length: 12 }, () => month)) }),
    );
    await put("register", itemOf.fact(personId, aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" })));
    await put("register", itemOf.reason(personId, { ...said, insurance: "injury", reasons: [{ code: "O04" }] }));
    await put("register", itemOf.reason(personId, { ...said, insurance: "medical", reasons: [{ code: "P02" }] }));
    await version(personId, 1);
    await browser.post("/changes", { item: "card", hasCard: true }, { headers: { "idempotency-key": crypto.randomUUID() } });
    const response = await browser.get("/privacy/export");
    const { fields, olderThan } = v.parse(Copy, await response.json());

    expect(response.status).toBe(200);
    expect(olderThan).toBeUndefined();
    expect(Object.keys(fields).filter((field) => !fieldNames.some((known) => known === field))).toEqual([]);
    expect(fields).toMatchObject({
      name: [{ name }],
      number: [{ docType: "RIC", number }],
      birth: [{ birth: "1903-03-03" }],
      phone: [{ phone, source: "insured-340400", asOf: "2026-03-01" }],
      residence: [{ lines: "龙泉街道学院路8号" }],
      enrolments: [{ scheme: "110", region: "340400", from: "2019-07" }],
      paidMonths: [{ year: 2026, months: Array.from({ length: 12 }, (_, index) => ({ month: index + 1, ...month })) }],
      sentence: [{ insurance: "injury", reasons: [{ code: "O04" }] }],
      reason: [{ insurance: "medical", reasons: [{ code: "P02" }] }],
      history: [{ version: 1, by: "insured-340400" }],
      submissions: [{ status: "received", content: { slice: "change", change: { item: "card", hasCard: true } } }],
      notice: [{ version: NOTICE_VERSION }],
    });
    expect(fields["looks"]?.map(({ kind }) => kind).sort()).toEqual(["copy", "session"]);
    const rows = await everythingIn(hall.client, "looks");
    expect(rows.filter(({ pk, sk }) => pk === `PERSON#${personId}` && String(sk).startsWith("COPY#"))).toHaveLength(1);
  });

  test("holds nothing that opens doors: no id of ours, no digest of a body", async () => {
    const { personId, browser } = await somebody();
    const parent = aPersonId();
    await version(personId, 1);
    await hall.started.looks.note(personId, { kind: "parent", sessionId: "theirs", by: parent });
    await browser.post("/changes", { item: "card", hasCard: true }, { headers: { "idempotency-key": crypto.randomUUID() } });
    const text = await (await browser.get("/privacy/export")).text();

    expect([personId, parent].filter((id) => text.includes(id))).toEqual([]);
    expect(text).not.toMatch(/fingerprint|eventId|submittedBy|personId/);
    expect(JSON.parse(text).fields.looks).toContainEqual(expect.objectContaining({ kind: "parent", by: "parent" }));
  });

  test("is one Query of each partition, after the look", async () => {
    const { browser } = await somebody();
    const calls = callsOf(hall.client);
    await browser.get("/privacy/export");

    expect(calls.slice(0, 2)).toEqual(["GetItemCommand", "PutItemCommand"]);
    expect(calls.slice(2)).toEqual(["QueryCommand", "QueryCommand", "QueryCommand", "QueryCommand", "QueryCommand"]);
  });

  test("never outgrows an answer: a long history comes in turns, each version once, the newest first", async () => {
    const { personId, browser } = await somebody();
    const versions = Array.from({ length: 8 }, (_, nth) => nth + 1);
    for (const nth of versions) await version(personId, nth, "重".repeat(80_000));
    const seen: unknown[] = [];
    const turns: string[][] = [];
    let before: number | undefined;
    do {
      const response = await browser.get(`/privacy/export${before ? `?before=${before}` : ""}`);
      const text = await response.text();
      expect(text.length).toBeLessThan(2_000_000);
      const { fields, olderThan } = v.parse(Copy, JSON.parse(text));
      seen.push(...(fields["history"] ?? []).map(({ version: nth }) => nth));
      turns.push(Object.keys(fields));
      before = olderThan;
    } while (before);

    expect(seen).toEqual(versions.toReversed());
    expect(turns.slice(1).every((names) => names.join() === "history")).toBe(true);
    expect(turns.length).toBeGreaterThan(1);
  });

  test("of a version that is none is not to be had", async () => {
    const { browser } = await somebody();

    expect((await browser.get("/privacy/export?before=0")).status).toBe(400);
    expect((await browser.get("/privacy/export?before=x")).status).toBe(400);
  });
});
