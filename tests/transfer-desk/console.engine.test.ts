// What an agent of 12333 is told of somebody's transfers: as far as the call allows, and where the transfer is theirs to speak of.
import { beforeAll, expect, test } from "vitest";
import type { WithCaller } from "../../shared/helpline/contract.ts";
import { aTicket } from "../acting/call.ts";
import { withEngine } from "../support/around.ts";
import { HOME, type StartedStaff, startStaff } from "../support/staff.ts";
import { aWaitingTransfer } from "./transfers.ts";

const engine = withEngine();
let hall: StartedStaff;
beforeAll(() => {
  hall = startStaff({ client: engine.client });
});

test.each([0, 1, 2] as const)("at level %i the caller hears of their transfers what that level may hear", async (level) => {
  const { person, transfer } = await aWaitingTransfer(engine.client);
  const agent = await hall.as("agent");
  const { personId } = person.record.registration;
  const ticket = await aTicket({ client: engine.client, staff: hall }, agent.member, personId, level);
  const reply = await agent.get(`/staff/tickets/${ticket}`);
  const { caller } = (await reply.json()) as WithCaller;
  if (level < 2) return expect(JSON.stringify(caller)).not.toContain(transfer.receipt);
  expect(caller).toMatchObject({
    may: "all",
    transfers: [
      { receipt: transfer.receipt, state: "submitted", step: { who: "new", agency: HOME, dueAt: transfer.step.dueAt } },
    ],
    places: expect.arrayContaining([expect.objectContaining({ division: "320100", name: "江苏省南京市" })]),
  });
  expect(JSON.stringify(caller)).not.toContain(personId);
});

test("where a transfer on its way goes to, and where it comes from, its person belongs; once it has ended, no longer", async () => {
  const opens = async (place: string, number: string) => {
    const answer = await (await hall.as("agent", [place])).post(
      "/staff/tickets",
      { search: { typed: number } },
      { headers: { "idempotency-key": crypto.randomUUID() } },
    );
    return (await answer.json()).opened;
  };
  const open = await aWaitingTransfer(engine.client, { to: "510100" });
  expect([await opens("510100", open.person.number), await opens("330100", open.person.number)]).toEqual([true, false]);
  const over = await aWaitingTransfer(engine.client, {
    to: "510100",
    steps: [{ event: "withdrawn", at: "2026-03-31", as: "person" }],
  });
  expect(await opens("510100", over.person.number)).toBe(false);
});
