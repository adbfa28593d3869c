// Steps of a transfer that an agency has not taken in time: marked, shown to the agency above, and told to the person; each deadline
// once. Two transactions cannot both mark it: the second finds another version.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dateOf, type Instant, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import { escalate } from "../../shared/transfer/escalate.ts";
import { isOpen } from "../../shared/transfer/machine.ts";
import { named } from "../casework/table.ts";
import type { Tell } from "../tell.ts";
import { transacted } from "../transact.ts";
import { stepItems } from "../transfers/listed.ts";
import { moves, readTransfers } from "../transfers/transfers.ts";
import { dueJob } from "./due.ts";
import type { Job } from "./job.ts";

type Options = { client: DynamoDBClient; tables: { casework: string; desk: string }; tell: Tell };

export function deadlinesIn({ client, tables, tell }: Options): Job {
  const transfers = readTransfers({ client, table: tables.casework });

  async function handle(personId: Parameters<Tell>[0], receipt: Parameters<typeof transfers.one>[1], now: Instant) {
    const before = await transfers.one(personId, receipt);
    const after = before && isOpen(before) && escalate(before, now);
    if (!before || !after) return;
    // Told first, once under its key: killed in between, the next minute finds it here still. Of the whole's limit once for all steps.
    if (before.lateTold !== after.lateTold) await tell(personId, "transfer-overdue", `${receipt}#${after.lateTold}`);
    await transacted(client, [...moves(tables.casework, before, after), ...stepItems(tables.desk, before, after)]);
  }

  return dueJob({
    ...{ client, table: tables.casework, kind: "deadline", metric: "DeadlineOldestSeconds" },
    until: (now) => plusDays(dateOf(now), -1),
    since: (dueAt) => Date.parse(`${plusDays(dueAt as PlainDate, 1)}T00:00:00.000+08:00`),
    async handle(item, now) {
      const { personId, receipt } = named.transfer(item);
      await handle(personId, receipt, now);
    },
  });
}
