// A chunk of an agency's file of states: which of its rows are steps that may be taken, and whose transfer each is about.
import type { TransferDelta } from "../../shared/insured/delta.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import type { Reckoning } from "../../shared/transfer/clock.ts";
import { columnOf, isSaidBefore, type TransferRejection, type TransferRow } from "../../shared/transfer/feed-row.ts";
import { step } from "../../shared/transfer/step.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import type { Feeds } from "../feeds/bucket.ts";
import type { Comparison, RejectedRow, Row, TransferChunk } from "../feeds/chunk.ts";
import { eventIdOf, receiptOf } from "../feeds/ids.ts";
import { transferRowsOf } from "../feeds/row-of.ts";
import { sideFor, sidesIn } from "./from-file.ts";
import type { Transfers } from "./transfers.ts";

type Deps = {
  feeds: Feeds;
  whoseReceipt(receipt: Receipt): Promise<PersonId[]>;
  transfers: Transfers;
  reckoning: Reckoning;
  send(deltas: readonly TransferDelta[]): Promise<void>;
};
type Read = { row: Row; said: TransferRow };

/** The worker asks the same rule again; here it is asked so that the agency reads at once what is wrong with which row. */
export const compareTransfersIn =
  ({ feeds, whoseReceipt, transfers, reckoning, send }: Deps) =>
  async ({ feed, chunk: number }: Comparison): Promise<void> => {
    const chunk = await feeds.transferChunk(feed, number);
    const { read, rejected } = readAll(chunk);
    const deltas: TransferDelta[] = [];
    let taken = 0;
    for (const [transfer, rows] of Map.groupBy(read, ({ said }) => said.transfer)) {
      const found = await theOne(transfer);
      const right = found && sidesIn(chunk.agency, found).length > 0 ? follow(found, rows, chunk) : undefined;
      for (const { row } of right ? [] : rows)
        rejected.push({ ...row, reasons: [{ column: "RECEIPT", code: "transfer-unknown" }] });
      if (!found || !right) continue;
      rejected.push(...right.rejected);
      taken += right.rows.length;
      const [first] = right.rows;
      if (first === undefined) continue;
      const { personId } = found;
      const names = { receipt: receiptOf(chunk.file, first), eventId: eventIdOf(feed, first) };
      deltas.push({ feed, chunk: number, rows: right.rows, personId, transfer, ...names });
    }
    rejected.sort((a, b) => a.row - b.row);
    await feeds.keepCompared(feed, number, { rows: chunk.rows.length, accepted: taken, rejected });
    await send(deltas);

    /** A receipt is as good as always one person's. Whose transfer it is not, has none of that receipt. */
    async function theOne(receipt: Receipt): Promise<Transfer | undefined> {
      for (const personId of await whoseReceipt(receipt)) {
        const transfer = await transfers.one(personId, receipt);
        if (transfer) return transfer;
      }
      return undefined;
    }

    /** Row after row, each seen against what the ones before it would leave. */
    function follow(found: Transfer, rows: readonly Read[], { agency, file, receivedAt }: TransferChunk) {
      let transfer = found;
      const [right, wrong]: [Read[], RejectedRow[]] = [[], []];
      for (const each of rows) {
        const { row, said } = each;
        const receipt = receiptOf(file, row.row);
        const earlier = right.map((one) => one.said);
        if (isSaidBefore(transfer.trail, said, receipt, earlier)) {
          right.push(each);
          continue;
        }
        const { transfer: _, ...happened } = said;
        const as = sideFor(agency, transfer, said.event) ?? "new";
        const next = step(transfer, { ...happened, by: { as }, recordedAt: receivedAt, receipt }, reckoning);
        if (next.ok) {
          transfer = next.value;
          right.push(each);
        } else wrong.push({ ...row, reasons: next.refusal.map(({ code, path }) => ({ column: columnOf(path), code })) });
      }
      return { rows: right.map(({ row }) => row.row), rejected: wrong };
    }
  };

function readAll(chunk: TransferChunk) {
  const [read, rejected]: [Read[], RejectedRow[]] = [[], []];
  const rowOf = transferRowsOf(chunk);
  for (const row of chunk.rows) {
    const result = rowOf(row);
    if (result.ok) read.push({ row, said: result.value });
    else rejected.push({ ...row, reasons: result.refusal satisfies TransferRejection[] });
  }
  return { read, rejected };
}
