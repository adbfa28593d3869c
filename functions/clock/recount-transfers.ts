// The days of a transfer by the calendar that is loaded now. Who was told a day, and it moved, is told so.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Reckoning } from "../../shared/transfer/clock.ts";
import { isOpen } from "../../shared/transfer/machine.ts";
import { recount } from "../../shared/transfer/step.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { named } from "../casework/table.ts";
import type { Item } from "../register/table.ts";
import type { Tell } from "../tell.ts";
import { transacted } from "../transact.ts";
import { stepItems } from "../transfers/listed.ts";
import { moves, readTransfers } from "../transfers/transfers.ts";

type Options = { client: DynamoDBClient; tables: { casework: string; desk: string }; tell: Tell; reckoning: Reckoning };

export function transferAgainIn({ client, tables, tell, reckoning }: Options) {
  const transfers = readTransfers({ client, table: tables.casework });

  return async function transferAgain(item: Item): Promise<void> {
    const { personId, receipt } = named.transfer(item);
    const before = await transfers.one(personId, receipt);
    if (!before || !isOpen(before)) return;
    const counted = recount(before, reckoning);
    if (clocksOf(counted) === clocksOf(before)) return;
    const after = { ...counted, version: before.version + 1 };
    // Told first, once under its key: killed in between, it is found again as it was.
    if (dayOf(before) && dayOf(after) && dayOf(before) !== dayOf(after))
      await tell(personId, "transfer-date", `${receipt}#${before.trail.length}#${dayOf(after)}`);
    await transacted(client, [...moves(tables.casework, before, after), ...stepItems(tables.desk, before, after)]);
  };
}

const clocksOf = ({ step, whole, held }: Transfer) => JSON.stringify([step, whole, held].map((clock) => sorted(clock)));
const sorted = (clock: object | undefined) =>
  clock ? Object.entries(clock).sort(([one], [other]) => (one < other ? -1 : 1)) : [];
const dayOf = ({ step }: Transfer) => step.dueAt;
