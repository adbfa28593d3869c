// A step of a transfer that is overdue: shown to the agency above, told to the person; each deadline once.
import { DeleteItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { toAttributes } from "../../functions/attributes.ts";
import { deadlinesIn } from "../../functions/clock/deadlines.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { readTransfers } from "../../functions/transfers/transfers.ts";
import { plusDays } from "../../shared/kernel/calendar.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import type { Side, TransferEvent } from "../../shared/transfer/transfer.ts";
import { day, noon } from "../support/build.ts";
import { everythingIn } from "../support/table.ts";
import { aTransfer, takes } from "./a-transfer.ts";
import { openStage, type Stage, silent } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(silent);
afterAll(() => stage.stop());

const reckoning = { calendar: loadedCalendar, policy: deployedPolicy };
const jobs = () => [deadlinesIn({ client: stage.client, tables: { casework: "casework", desk: "desk" }, tell: stage.tell })];
const transferOf = ({ personId, receipt }: Awaited<ReturnType<typeof moving>>) =>
  readTransfers({ client: stage.client, table: "casework" }).one(personId, receipt);
/** Applied for on the second of March: fifteen working days end on the 23rd. */
const moving = () => aTransfer(stage, noon("2026-03-02"), reckoning);
const [lastDay, dayAfter] = [noon("2026-03-23"), noon("2026-03-24")];
const heardBy = (phone: string) => stage.heard.filter(({ to, text }) => to === phone && text.includes("超过了期限")).length;

async function listedIn(division: string, receipt: string) {
  const { Items = [] } = await stage.client.send(
    new QueryCommand({
      TableName: "desk",
      IndexName: "due",
      KeyConditionExpression: "dueRegion = :at",
      ExpressionAttributeValues: { ":at": { S: `REGION#${division}` } },
    }),
  );
  return Items.filter((item) => item["receipt"]?.S === receipt).length;
}

/** As the table's own expiry does it. */
async function messagesForgotten() {
  const sent = (await everythingIn(stage.client, "sessions")).filter(({ pk }) => String(pk).startsWith("SENT#"));
  expect(sent).not.toEqual([]);
  for (const { pk, sk } of sent)
    await stage.client.send(
      new DeleteItemCommand({ TableName: "sessions", Key: toAttributes({ pk: String(pk), sk: String(sk) }) }),
    );
}

describe("a step of a transfer that is overdue", () => {
  test("goes to the agency above once, and is told once, whatever call the clock dies at", async () => {
    const kills = await stage.everyKill(moving, { now: dayAfter, later: dayAfter, jobs: jobs() }, async (one, point) => {
      const transfer = await transferOf(one);
      expect(transfer, point).toMatchObject({ version: 2, state: "submitted", escalated: { at: dayAfter, to: "340400" } });
      expect(transfer?.step.agency, point).toBe("340422");
      expect([await listedIn("340422", one.receipt), await listedIn("340400", one.receipt)], point).toEqual([1, 1]);
      expect(heardBy(one.phone), point).toBe(1);
    });
    expect(kills).toBeGreaterThan(10);
  });

  test("is left to its agency on its last day, and found after an outage of a week, once, by two clocks at a time", async () => {
    const one = await moving();
    await stage.minute(lastDay, ...jobs());
    expect(await transferOf(one)).toMatchObject({ version: 1 });

    const late = noon("2026-03-31");
    await Promise.all([stage.minute(late, ...jobs()), stage.minute(late, ...jobs())]);
    await stage.minute(late, ...jobs());
    await stage.bring(late);
    expect(await transferOf(one)).toMatchObject({ version: 2, escalated: { at: late } });
    expect(heardBy(one.phone)).toBe(1);
  });

  test("leaves the list above as soon as it is taken; the next step has a deadline of its own", async () => {
    const one = await moving();
    await stage.minute(dayAfter, ...jobs());
    const [at, recordedAt] = [day("2026-03-25"), noon("2026-03-25")];
    let transfer = await takes(stage, (await transferOf(one))!, { event: "accepted", by: "new", at, recordedAt }, reckoning);
    transfer = await takes(stage, transfer, { event: "contact-sent", by: "new", at, recordedAt }, reckoning);
    expect(transfer).not.toHaveProperty("escalated");
    expect([await listedIn("340400", one.receipt), await listedIn("320102", one.receipt)]).toEqual([0, 1]);

    await stage.minute(noon("2026-05-06"), ...jobs());
    await stage.bring(noon("2026-05-06"));
    expect(await transferOf(one)).toMatchObject({ escalated: { to: "320100" } });
    expect(heardBy(one.phone)).toBe(2);
  });

  test("that was late before the letter went out is told once: accepting it late is no second deadline", async () => {
    const one = await moving();
    await stage.minute(dayAfter, ...jobs());
    const [at, recordedAt] = [day("2026-03-25"), noon("2026-03-25")];
    await takes(stage, (await transferOf(one))!, { event: "accepted", by: "new", at, recordedAt }, reckoning);
    await stage.minute(noon("2026-03-26"), ...jobs());
    await stage.bring(noon("2026-03-26"));

    expect(await transferOf(one)).toMatchObject({ state: "accepted", escalated: { to: "340400" } });
    expect(heardBy(one.phone)).toBe(1);
  });

  test("by the limit of the whole is told once, also when the next step is late by it after messages are forgotten", async () => {
    const one = await moving();
    let transfer = (await transferOf(one))!;
    const passes = async (event: TransferEvent, by: Side, date: string) => {
      const happened = { event, by, at: day(date), recordedAt: noon(date) };
      transfer = await takes(stage, (await transferOf(one)) ?? transfer, happened, reckoning);
    };
    await passes("accepted", "new", "2026-03-04");
    await passes("contact-sent", "new", "2026-03-05");
    await passes("out-done", "old", "2026-03-20");
    const last = transfer.whole?.dueAt ?? day("2000-01-01");
    for (const days of [1, 41, 42]) {
      const late = plusDays(last, days);
      if (days === 41) {
        await messagesForgotten();
        await passes("sheet-received", "new", late);
      }
      await stage.minute(noon(late), ...jobs());
      await stage.bring(noon(late));
      expect(await transferOf(one)).toMatchObject({ escalated: { to: "340400" } });
    }
    expect(heardBy(one.phone)).toBe(1);
  });
});
