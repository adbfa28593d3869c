// A lead about an employer comes with what the register knows of it by its code.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { employersIn } from "../../functions/register/employers.ts";
import { type Hall, openHall } from "../evidence/desk.ts";
import { noon } from "../support/build.ts";
import { startMachine } from "../support/machine.ts";

let hall: Hall;
let machine: Awaited<ReturnType<typeof startMachine>>;
beforeAll(async () => {
  hall = await openHall();
});
beforeEach(async () => {
  machine = await startMachine(hall.client);
});
afterAll(() => hall.stop());

const KNOWN = { name: "淮南安居物业", code: "91340403MA0000001X" };

async function leadAbout(employer: { name: string; code?: string }) {
  const { browser, personId } = await hall.someone();
  const reasons = [{ code: "U01", employer, named: false }];
  const attempt = { headers: { "idempotency-key": crypto.randomUUID() } };
  expect((await browser.post("/declarations", { insurance: "injury", reasons }, attempt)).status).toBe(202);
  expect(await machine.run()).toEqual([]);
  const [lead] = (await openDesk({ client: hall.client, table: "desk" }).openWork()).filter((work) => work.personId === personId);
  return lead;
}

test("its registered name, its place, and since when files name it; nothing where the code is unknown or was not given", async () => {
  const rows = [{ division: "340403", asOf: "2026-10-31", enrolment: { employer: { ...KNOWN, name: "淮南安居物业有限公司" } } }];
  await employersIn({ client: hall.client, table: "register" }).note(rows as never, noon("2026-11-01"));

  expect(await leadAbout(KNOWN)).toMatchObject({
    work: "LABOUR_INSPECTION_LEAD",
    employer: KNOWN,
    registered: { name: "淮南安居物业有限公司", division: "340403", since: "2026-10-31" },
  });
  expect(await leadAbout({ name: "某某公司", code: "91340403MA0000008T" })).not.toHaveProperty("registered");
  expect(await leadAbout({ name: "某某公司" })).not.toHaveProperty("registered");
});
