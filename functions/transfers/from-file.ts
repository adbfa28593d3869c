// An agency's file of states: on whose side it speaks, what its rows come to, and the worker's part: each row in ONE transaction.
import { type DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { newlyDouble } from "../../shared/duplicates/find.ts";
import type { TransferDelta } from "../../shared/insured/delta.ts";
import type { RowOutcome } from "../../shared/insured/effect.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { covers } from "../../shared/staff/regions.ts";
import { isSaidBefore, type TransferRow } from "../../shared/transfer/feed-row.ts";
import { sidesFor } from "../../shared/transfer/machine.ts";
import type { AgencySide } from "../../shared/transfer/staff.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { conditionFailed, reasonsOf } from "../cancellation.ts";
import type { Feeds } from "../feeds/bucket.ts";
import { receiptOf } from "../feeds/ids.ts";
import { resultPut } from "../feeds/results.ts";
import { transferRowsOf } from "../feeds/row-of.ts";
import { Fault } from "../log.ts";
import { noticeOfStep } from "../notify/texts.ts";
import type { Register } from "../register/register.ts";
import type { Tell } from "../tell.ts";
import { holds } from "../transact.ts";
import type { TransferEffects } from "./effect.ts";
import type { Transfers } from "./transfers.ts";

/** Of the agency of a division, or of all agencies below it. */
export const sidesIn = (agency: DivisionCode, { from, to }: Pick<Transfer, "from" | "to">): AgencySide[] => [
  ...(covers(agency, to.division) ? (["new"] as const) : []),
  ...(covers(agency, from.division) ? (["old"] as const) : []),
];

/** As whose word an event counts: of the side whose turn it is, where it is theirs. */
export const sideFor = (agency: DivisionCode, transfer: Transfer, event: TransferRow["event"]): AgencySide | undefined => {
  const [first, ...others] = sidesIn(agency, transfer);
  const theirs = sidesFor(transfer.kind, transfer.state, event);
  return [first, ...others].find((side) => side && theirs.includes(side)) ?? first;
};

type Deps = {
  client: DynamoDBClient;
  /** The register's table: what became of rows is kept there. */
  table: string;
  feeds: Pick<Feeds, "transferChunk">;
  register: Register;
  transfers: Transfers;
  effects: Pick<TransferEffects, "stepped">;
  tell: Tell;
  now: () => Instant;
};
const LOOKS_AT_CONFLICT = 4;

export function settleReportedIn({ client, table, feeds, register, transfers, effects, tell, now }: Deps) {
  return async function settleReported(delta: TransferDelta): Promise<void> {
    const chunk = await feeds.transferChunk(delta.feed, delta.chunk);
    const read = transferRowsOf(chunk);
    const first = chunk.rows[0]?.row ?? 0;
    const earlier: TransferRow[] = [];
    for (const row of delta.rows) {
      const written = chunk.rows[row - first];
      const said = written && read(written);
      if (!said?.ok) throw new Fault("feed.row-not-taken");
      const { file, agency, receivedAt: acceptedAt } = chunk;
      await settleRow(delta, { ...said.value, row, file, agency, acceptedAt }, earlier);
      earlier.push(said.value);
    }
  };

  type Said = TransferRow & { row: number; file: string; agency: DivisionCode; acceptedAt: Instant };

  /** Looked at afresh each time somebody else was quicker: what is not legal any more changes nothing. */
  async function settleRow(delta: TransferDelta, said: Said, earlier: readonly TransferRow[]): Promise<void> {
    for (let look = 0; look < LOOKS_AT_CONFLICT; look++) if (await settledOnce(delta, said, earlier)) return;
    throw new Fault("settle.version-conflict");
  }

  async function settledOnce(
    { feed, chunk, personId }: TransferDelta,
    said: Said,
    earlier: readonly TransferRow[],
  ): Promise<boolean> {
    const { row, file, agency, acceptedAt, transfer: receipt, ...step } = said;
    const at = now();
    const own = receiptOf(file, row);
    const result = (outcome: RowOutcome) => resultPut(table, feed, chunk, { rows: [row], outcomes: [outcome], personId }, at);
    const transfer = await transfers.one(personId, receipt);
    const as = transfer && sideFor(agency, transfer, step.event);
    if (!transfer || !as) return noted(result("overtaken"));
    if (isSaidBefore(transfer.trail, step, own, earlier)) return noted(result("unchanged"));

    const record = await register.record(personId);
    const content = { slice: "transfer-step", transfer: receipt, ...step, by: { as }, acceptedAt } as const;
    const effect = effects.stepped({ personId, receipt: own, fromFile: true }, content);
    const outcome = await effect.submitted(record, at);
    if (outcome.status !== "applied") return noted(result("overtaken"));
    const beside = (await effect.beside?.(outcome, record, at)) ?? { writes: [] };
    // As after a step at the desk; but a file may tell of many at once, and of one transfer that is one message a day. Before it is
    // stored: told again under the same name it goes out once, told afterwards a crash would keep it from them.
    await tell(personId, noticeOfStep(step.event), `${receipt}#${dateOf(acceptedAt)}`);
    for (const found of newlyDouble(record?.summary, outcome.changes?.summary)) await tell(personId, "duplicate-found", found);
    const origin = { by: `transfer-${agency}`, channel: "import" as const };
    const moves = outcome.changes
      ? register.moves({ ...origin, personId, before: record, changes: outcome.changes, receipt: own, recordedAt: at })
      : [];
    try {
      const TransactItems = [{ Put: result("changed") }, ...moves, ...beside.writes];
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return true;
    } catch (error) {
      const reasons = reasonsOf(error);
      if (conditionFailed(reasons[0])) return true; // delivered before
      if (reasons.some(conditionFailed) || reasons.some(({ Code }) => Code === "TransactionConflict")) return false;
      throw error;
    }
  }

  /** Delivered before, it is there. */
  async function noted(put: ReturnType<typeof resultPut>): Promise<true> {
    await holds(() => client.send(new PutItemCommand(put)));
    return true;
  }
}
