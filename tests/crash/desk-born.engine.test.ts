// What an agent sends for who is on the phone, with every call failing once: from the desk into the person's casework and the register.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { describe, expect, test, vi } from "vitest";
import { filingFor } from "../../functions/desk/filing.ts";
import { keyOf } from "../../functions/desk/table.ts";
import { openConsentCodes } from "../../functions/helpline/codes.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { AttemptKey, type PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import type { Sender } from "../../shared/submission.ts";
import { aChange } from "../support/build.ts";
import { aliasSecret } from "../support/people.ts";
import { staffIdOf } from "../support/staff.ts";
import { casework, desk, engine, insist, register, run, sweepAll, tellWithEveryFault, world } from "./story.ts";

const ticket = "G-0331-7K2M-94QX";
const sender: Sender = {
  staffId: staffIdOf("crash"),
  role: "agent",
  agency: "测试县社保中心",
  workNumber: "T0001",
  channel: "helpline",
  ticket,
};
const now = () => instantAt(Date.now());
const filing = () => filingFor({ client: engine.client, desk, casework }, sender);
const consents = () =>
  openConsentCodes({ client: engine.client, table: "desk", secret: async () => aliasSecret(), carry: async () => {}, now });

async function consent(personId: PersonId): Promise<void> {
  const Item = {
    ...keyOf.consent(ticket, personId),
    expiresAt: { N: `${Math.floor(Date.now() / 1000) + 600}` },
    givenAt: { S: now() },
  };
  await world.look(() => engine.client.send(new PutItemCommand({ TableName: "desk", Item })));
}

describe("whatever call fails while an agent acts for a caller", () => {
  test("what was sent is applied once, shown to the person, and used up one consent", async () => {
    const receipts = new Map<PersonId, Receipt>();
    const actFor = async (personId: PersonId) => {
      await consent(personId);
      vi.setSystemTime(Date.now() + 5);
      const content = { slice: "change", change: aChange({ item: "card", hasCard: true }), acceptedAt: now() } as const;
      const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
      const stored = await insist(() =>
        filing().submit(personId, sent, content, { using: [consents().spends({ ticket, personId })] }),
      );
      if (stored.stored === "no") throw new Error("not stored");
      receipts.set(personId, stored.submission.receipt);
      await run("desk");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(actFor, async (personId, point) => {
      const receipt = receipts.get(personId)!;
      const shown = await casework.submissions(personId);

      expect(shown, point).toMatchObject([
        { receipt, status: "applied", sender: { workNumber: "T0001", channel: "helpline", ticket } },
      ]);
      expect(shown[0]?.history, point).toHaveLength(2);
      expect(await register.history(personId), point).toMatchObject([{ version: 2, by: sender.staffId, channel: "helpline" }]);
      expect(await consents().consent({ ticket, personId }), point).toBeUndefined();
    });
    expect(faults).toBeGreaterThan(20);
  }, 300_000);
});
