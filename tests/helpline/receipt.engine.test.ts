// What people read out of their own papers: the number of a receipt leads to whose it is.
import { expect, test } from "vitest";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { startStaff } from "../support/staff.ts";
import { aCaller, called } from "./caller.ts";

const engine = withEngine();

test("a receipt finds its person the moment it is given, and what was sent is beside the record at level 2 alone", async () => {
  const residents = startApp({ client: engine.client });
  const hall = startStaff({ client: engine.client });
  const person = await aCaller(engine.client);
  const { browser } = await signInAs(residents, person);
  const headers = { "idempotency-key": crypto.randomUUID() };
  const change = { item: "residence", address: { division: "320102", lines: "梅园新村街道长江路1号" } };
  const sent = await browser.post("/changes", change, { headers });
  expect(sent.status).toBe(202);
  const { receipt } = await sent.json();

  const agent = await hall.as("agent");
  const { opened } = await called(agent, receipt.toLowerCase().replaceAll("-", " "));
  expect(opened.caller).toMatchObject({ may: "nothing", shown: { name: "林*禾" } });
  expect(opened.caller.verification.asks.slice(0, 2)).toEqual([
    { question: "name", state: "open" },
    { question: "number", state: "open" },
  ]);
  expect(JSON.stringify(opened)).not.toContain(receipt);
  const nobodys = await agent.post("/staff/search", { typed: "0000-0000-0000" });
  expect(await nobodys.json()).toEqual({ kind: "receipt", found: [] });
});
