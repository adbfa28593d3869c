// What the worker writes for a transfer, in the transaction of the submission that moves it: the transfer itself, that one of its kind is
// on its way, and the step in the desk's list.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import type { FullRecord } from "../../shared/registration.ts";
import type { Outcome, Submission } from "../../shared/submission.ts";
import { type Sent, type Settled, settleStep, settleTransfer } from "../../shared/transfer/effect.ts";
import type { TransferAccepted, TransferStepAccepted } from "../../shared/transfer/sent.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { Fault } from "../log.ts";
import { type Beside, type Effect, wholeOf } from "../matter.ts";
import { deployedPolicy } from "../policy.ts";
import { stepItems } from "./listed.ts";
import { marks, moves, opens, readTransfers } from "./transfers.ts";

type Table = { table: string };
type Options = { client: DynamoDBClient; casework: Table; desk: Table; register: Table };
export type TransferEffects = ReturnType<typeof transfersIn>;

const reckoning = { calendar: loadedCalendar, policy: deployedPolicy };

/** Each look is made afresh, so of two at once the second one meets what the first one left. */
export function transfersIn({ client, casework, desk, register }: Options) {
  const tables = { casework: casework.table, register: register.table };
  const transfers = readTransfers({ client, table: casework.table });

  /** `settle` also says which transfer it was before. */
  function effect(
    settle: (record: FullRecord, now: Parameters<Effect["submitted"]>[1]) => Promise<Settled & { before?: Transfer }>,
  ) {
    let last: (Settled & { before?: Transfer }) | undefined;
    return {
      whole: true,
      async submitted(before, now): Promise<Outcome> {
        last = await settle(wholeOf(before), now);
        return last.outcome;
      },
      decided: () => {
        throw new Fault("settle.foreign-event");
      },
      async beside(outcome): Promise<Beside> {
        const { before, next } = last ?? {};
        if (outcome.status !== "applied" || !next) return { writes: [] };
        const own = before ? [...moves(tables.casework, before, next), ...marks(tables, before, next)] : opens(tables, next);
        return { writes: [...own, ...stepItems(desk.table, before, next)] };
      },
    } satisfies Effect;
  }

  return {
    applied: (sent: Submission, content: TransferAccepted): Effect =>
      effect(async (record) => settleTransfer(record, content, { sent, reckoning })),

    stepped: (sent: Sent, content: TransferStepAccepted): Effect =>
      effect(async (record, now) => {
        const before = await transfers.one(sent.personId, content.transfer);
        return { ...settleStep(record, content, { sent, transfer: before, reckoning }, now), ...(before && { before }) };
      }),
  };
}
