// The end of a transfer, with every call failing once.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { itemOf as caseworkItems } from "../../functions/casework/table.ts";
import { filingFor } from "../../functions/desk/filing.ts";
import { itemOf } from "../../functions/register/table.ts";
import { readTransfers } from "../../functions/transfers/transfers.ts";
import { dateOf, instantAt } from "../../shared/kernel/calendar.ts";
import { AttemptKey, type PersonId } from "../../shared/kernel/fields.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import type { Sender } from "../../shared/submission.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { paidFor } from "../duplicate/someone.ts";
import { aFact, anEnrolment, aPersonId } from "../support/build.ts";
import { aTransfer } from "../transfer/someone.ts";
import { casework, desk, engine, insist, register, run, sweepAll, tellWithEveryFault, world } from "./story.ts";

const inNanjing = anEnrolment({ region: "320100", from: "2020-01", insuredAs: "employee" });
const handler: Sender = {
  ...{ staffId: v.parse(StaffId, aPersonId()), role: "handler", agency: "淮南市社保中心", workNumber: "0001", channel: "desk" },
};
const transfers = () => readTransfers({ client: engine.client, table: "casework" });

/** Years in Nanjing, at home in Huainan. */
async function worksInNanjing(personId: PersonId) {
  const items = [
    itemOf.enrolment(personId, inNanjing),
    ...paidFor(inNanjing, { 2025: "pppppppppppp" }).map((year) => itemOf.paidYear(personId, year)),
    itemOf.fact(personId, aFact({ name: "hukou", division: "340422", lines: "某街1号" })),
  ];
  for (const Item of items) await engine.client.send(new PutItemCommand({ TableName: "register", Item }));
}

/** On its way, and all of it has arrived. */
async function hasArrived(personId: PersonId): Promise<Transfer> {
  const arrived: Transfer = { ...aTransfer({ on: dateOf(instantAt(Date.now())) }), personId, state: "arrived" };
  const { kind, receipt, to } = arrived;
  const moving = itemOf.moving(personId, { kind, receipt, to: to.division, scheme: to.scheme });
  await engine.client.send(new PutItemCommand({ TableName: "casework", Item: caseworkItems.transfer(arrived) }));
  await engine.client.send(new PutItemCommand({ TableName: "register", Item: moving }));
  return arrived;
}

describe("whatever call fails while an insurance is moved", () => {
  test("at its end the months are carried over once, the old enrolment ends and another may begin", async () => {
    const moves = async (personId: PersonId) => {
      await world.look(() => worksInNanjing(personId));
      const { receipt } = await world.look(() => hasArrived(personId));
      const acceptedAt = instantAt(Date.now());
      const filing = filingFor({ client: engine.client, desk, casework }, handler);
      const attempt = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
      await insist(() =>
        filing.submit(personId, attempt, {
          ...{ slice: "transfer-step", transfer: receipt, event: "completed", at: dateOf(acceptedAt), by: { as: "new" } },
          acceptedAt,
        }),
      );
      await run("desk");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(moves, async (personId, point) => {
      const [submissions, record, [transfer]] = [
        await casework.submissions(personId),
        await register.record(personId),
        await transfers().all(personId),
      ];
      expect(
        submissions.map(({ status }) => status),
        point,
      ).toEqual(["applied"]);
      expect(transfer, point).toMatchObject({ state: "completed", version: 2 });
      expect(transfer?.trail.length, point).toBe(2);
      expect(record?.moving, point).toBeUndefined();
      expect(await register.history(personId), point).toHaveLength(1);
      expect(record?.enrolments, point).toMatchObject([
        { region: "320100", status: "ended", to: "2025-12" },
        { region: "340400", carries: [{ scheme: "110", region: "320100", from: "2020-01" }] },
      ]);
      expect(record?.summary.paid, point).toEqual({ "110": 12 });
    });
    expect(faults).toBeGreaterThan(20);
  }, 300_000);
});
