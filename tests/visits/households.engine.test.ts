// Households in the register: lines that stand and fall with the records they are made of.
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { readHouseholds, villagesIn } from "../../functions/register/households.ts";
import { openRegister } from "../../functions/register/register.ts";
import { itemOf } from "../../functions/register/table.ts";
import { linesOf } from "../../shared/households/member.ts";
import type { InsuredRow } from "../../shared/insured/row.ts";
import { DivisionCode, type PersonId } from "../../shared/kernel/fields.ts";
import { withEngine } from "../support/around.ts";
import { aFact, noon } from "../support/build.ts";
import { callsOf, everythingIn } from "../support/table.ts";
import { COUNTY, idOfHome, inHome, living, move, summaryOf, VILLAGE } from "./village.ts";

const engine = withEngine();
let households: ReturnType<typeof readHouseholds>;
beforeAll(() => {
  households = readHouseholds({ client: engine.client, table: "register" });
});

const village = { division: v.parse(DivisionCode, COUNTY), village: VILLAGE };
const here = async () => (await households.linesIn(village, { most: 3000 })).map(({ personId }) => personId);
const lineOf = async (home: string, personId: PersonId) =>
  (await households.household(idOfHome(home))).find((member) => member.personId === personId);

describe("a line of a household", () => {
  test("is written with the record, and says how their insurances stand", async () => {
    const personId = await living(engine.client, "000000101", { insured: ["pension"], stopped: ["medical"] });

    expect(await lineOf("000000101", personId)).toMatchObject({
      relation: "02",
      village: VILLAGE,
      insurances: { pension: "active", medical: "paused" },
    });
    expect(await here()).toContain(personId);
  });

  test("changes with an insurance that begins, and with nothing that it does not tell", async () => {
    const personId = await living(engine.client, "000000102");
    const writes = async (changes: Parameters<typeof move>[2]) => {
      const register = openRegister({ client: engine.client, table: "register" });
      const before = await register.record(personId);
      const from = { by: "insured-340422", channel: "import", receipt: "r", recordedAt: noon("2026-11-01") } as const;
      return JSON.stringify(register.moves({ ...from, personId, before, changes })).split("MEMBER#").length - 1;
    };
    expect(await writes({ facts: [aFact({ name: "contact", division: COUNTY, lines: "幸福路1号" })] })).toBe(0);
    expect(await writes({ summary: summaryOf({}) })).toBe(0);
    expect(await writes({ summary: summaryOf({ insured: ["medical"] }) })).toBeGreaterThan(0);

    await move(engine.client, personId, { summary: summaryOf({ insured: ["medical"] }) });
    expect(await lineOf("000000102", personId)).toMatchObject({ insurances: { medical: "active" } });
  });

  test("goes along to another household and another village", async () => {
    const personId = await living(engine.client, "000000103");
    await move(engine.client, personId, { facts: [inHome("000000104", { relation: "10", village: "寿春镇西街村" })] });

    expect(await lineOf("000000103", personId)).toBeUndefined();
    expect(await lineOf("000000104", personId)).toMatchObject({ relation: "10", village: "寿春镇西街村" });
    expect(await here()).not.toContain(personId);
  });

  test("leaves the village, and not the household, of who has died", async () => {
    const personId = await living(engine.client, "000000105");
    const register = openRegister({ client: engine.client, table: "register" });
    const { version: _, ...held } = (await register.page(personId))!.registration;
    await move(engine.client, personId, { registration: { ...held, status: "closed" } });

    expect(await here()).not.toContain(personId);
    expect(await lineOf("000000105", personId)).toMatchObject({ closed: true });
  });

  test("stands in one village where two agencies name two", async () => {
    const personId = await living(engine.client, "000000106");
    const other = { ...inHome("000000107", { village: "寿春镇南门村" }), source: "insured-340421", asOf: "2026-09-01" };
    await move(engine.client, personId, { facts: [aFact(other)] });

    expect(await here()).not.toContain(personId);
    expect(await lineOf("000000106", personId)).not.toHaveProperty("village");
    expect(await lineOf("000000107", personId)).toHaveProperty("village");
  });

  test("names a household of which nobody says where it is in no village", async () => {
    const personId = await living(engine.client, "000000108", {});
    await move(engine.client, personId, { facts: [inHome("000000108", { village: "" })] });

    expect(await here()).not.toContain(personId);
    expect(await lineOf("000000108", personId)).toBeDefined();
  });
});

test("a family told by rows side by side has everybody in it, and every line is what its record says", async () => {
  const family = await Promise.all(
    Array.from({ length: 6 }, (_, nth) => living(engine.client, "000000200", { relation: nth === 0 ? "02" : `2${nth}` })),
  );
  await Promise.all(
    family.flatMap((personId, nth) => [
      move(engine.client, personId, { summary: summaryOf(nth % 2 ? { insured: ["pension"] } : { stopped: ["medical"] }) }),
    ]),
  );
  expect((await households.household(idOfHome("000000200"))).map(({ personId }) => personId).sort()).toEqual(family.sort());

  const register = openRegister({ client: engine.client, table: "register" });
  const kept = (await everythingIn(engine.client, "register")).filter(({ sk }) => String(sk).startsWith("MEMBER#"));
  const ids = [...new Set(kept.map(({ personId }) => personId as PersonId))];
  const pages = await Promise.all(ids.map((id) => register.page(id)));
  const told = pages.flatMap((page) => (page ? linesOf(page).map(({ home, member }) => itemOf.member(home, member)) : []));
  expect(kept).toHaveLength(told.length);
  expect(kept.map(({ pk, sk, villageKey }) => `${pk} ${sk} ${villageKey}`).sort()).toEqual(
    told.map((item) => `${item["pk"]?.S} ${item["sk"]?.S} ${item["villageKey"]?.S}`).sort(),
  );
});

test("of two who move a record at once, the line is of the one that was written", async () => {
  const personId = await living(engine.client, "000000300");
  const register = openRegister({ client: engine.client, table: "register" });
  const before = await register.record(personId);
  const from = { by: "insured-340422", channel: "import", recordedAt: noon("2026-11-01"), personId, before } as const;
  const tell = (insured: readonly ("pension" | "medical")[]) =>
    engine.client.send(
      new TransactWriteItemsCommand({
        TransactItems: register.moves({ ...from, receipt: crypto.randomUUID(), changes: { summary: summaryOf({ insured }) } }),
      }),
    );
  const ended = await Promise.allSettled([tell(["pension"]), tell(["medical"])]);
  expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);

  const page = await register.page(personId);
  expect(Object.keys((await lineOf("000000300", personId))?.insurances ?? {})).toEqual(
    Object.keys(page?.summary.insurances ?? {}),
  );
});

test("a village is read from a household on, whole households at a time", async () => {
  const lines = await households.linesIn(village, { most: 3000 });
  const first = idOfHome(lines[0]!.household!.number);
  const rest = await households.linesIn(village, { after: first, most: 3000 });

  expect(rest.some(({ household }) => idOfHome(household!.number) === first)).toBe(false);
  expect(rest.length + lines.filter(({ household }) => idOfHome(household!.number) === first).length).toBe(lines.length);
});

test("a village that rows name is written down once by a worker, with its county", async () => {
  const calls = callsOf(engine.client);
  const villages = villagesIn({ client: engine.client, table: "register" });
  const nowhere: InsuredRow = { docType: "RIC", number: "", name: "林晓禾", sex: "F", division: village.division };
  const row: InsuredRow = { ...nowhere, household: { number: "1", relation: "02", village: "瓦埠镇新庄村" } };
  const rows = [row, row, nowhere];
  await villages.note(rows);
  await villages.note(rows);

  expect(calls.filter((call) => call === "PutItemCommand")).toHaveLength(1);
  expect(await households.villages(village.division)).toContain("瓦埠镇新庄村");
});
