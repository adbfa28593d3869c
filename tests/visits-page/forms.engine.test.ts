// Forms of a visit: their visitor learns what became of them, and who checks them sees each beside what the register has.
import * as v from "valibot";
import { beforeAll, expect, test } from "vitest";
import { VisitList, VisitSheet } from "../../shared/visits/contract.ts";
import { openForms, readReceipts } from "../../shared/visits/forms.ts";
import { allKept } from "../registration/form.ts";
import { withEngine } from "../support/around.ts";
import { noon } from "../support/build.ts";
import { startMachine } from "../support/machine.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { COUNTY, idOfHome, living, ROUTE } from "../visits/village.ts";

const engine = withEngine();
let staff: StartedStaff;
beforeAll(() => {
  staff = startStaff({ client: engine.client, startAt: noon("2026-11-22") });
});

const keyed = () => ({ headers: { "idempotency-key": crypto.randomUUID() } });

test("a form is followed by its receipt, and checked beside the register under a look of its own", async () => {
  const [handler, visitor, checker] = [
    await staff.as("handler", [COUNTY]),
    await staff.as("visitor", [COUNTY], { name: "高原" }),
    await staff.as("checker", [COUNTY]),
  ];
  const person = await living(engine.client, "000000911", { insured: ["medical"] });
  const households = [idOfHome("000000911")];
  const body = { ...ROUTE, visitor: visitor.member.staffId, households };
  const { list } = v.parse(VisitList, await (await handler.post("/staff/visit-lists", body, keyed())).json());
  const copy = await visitor.post(`/staff/visit-lists/${list}/copies`, { offline: true });
  const { author, visits } = v.parse(VisitSheet, await copy.json());
  const { visit } = visits[0]!;
  const form = { ...allKept, work: { without: "FLEXIBLE" } };
  await visitor.post(`/staff/visits/${visit}/forms`, { author, member: "1", filledAt: staff.now(), seen: [], form }, keyed());

  const receipts = async () => {
    const answer = await visitor.get(`/staff/visits/${visit}/receipts`);
    return v.parse(readReceipts.reply, await answer.json()).forms.map(({ member, status }) => [member, status]);
  };
  expect(await receipts()).toEqual([["1", "received"]]);
  const looksBefore = (await staff.looks.at(person)).length;
  const opened = await checker.post(`/staff/visits/${visit}/forms/copies`, {});
  const { forms } = v.parse(openForms.reply, await opened.json());

  expect(forms.map(({ anew, signedBy, said, had }) => [anew, signedBy, said?.work?.without, had?.work?.without])).toEqual([
    [["work"], "self", "FLEXIBLE", "UNEMPLOYED"],
  ]);
  expect(JSON.stringify(forms)).not.toContain("林晓禾");
  const looks = await staff.looks.at(person);
  expect(looks).toHaveLength(looksBefore + 1);
  expect(looks.map((look) => "purpose" in look && [look.by, look.purpose, look.ticket])).toContainEqual([
    ...[checker.member.staffId, "visit"],
    list,
  ]);

  const machine = await startMachine(engine.client);
  await machine.run();
  expect(await receipts()).toEqual([["1", "applied"]]);
});

test("another region's checker, and another visitor, find no such visit", async () => {
  const [handler, visitor] = [await staff.as("handler", [COUNTY]), await staff.as("visitor", [COUNTY])];
  await living(engine.client, "000000912");
  const body = { ...ROUTE, visitor: visitor.member.staffId, households: [idOfHome("000000912")] };
  const { list } = v.parse(VisitList, await (await handler.post("/staff/visit-lists", body, keyed())).json());
  const [colleague, far] = [await staff.as("visitor", [COUNTY]), await staff.as("checker", ["320102"])];

  expect((await colleague.get(`/staff/visits/${list}-001/receipts`)).status).toBe(404);
  expect((await far.get(`/staff/visits/${list}-001/receipts`)).status).toBe(404);
  expect((await far.post(`/staff/visits/${list}-001/forms/copies`, {})).status).toBe(404);
});
