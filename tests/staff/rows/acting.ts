import { acting, readActing } from "../../../shared/acting/contract.ts";
import { aCall, aFiled, consented, type OnCall } from "../../acting/call.ts";
import { aWaitingTransfer } from "../../transfer-desk/transfers.ts";
import { bodies } from "../bodies/acting.ts";
import type { Asker, Level, Row, Stage } from "./row.ts";

/** A call on a ticket of this agent's, with the code read out. */
async function onCall(stage: Stage, by: Asker, level: Level) {
  const call = await aCall(stage, by.member, level);
  await consented(stage, call);
  return call;
}
/** Of a transfer that is on its way, or of what was sent on this ticket. */
async function receiptFor(path: string, stage: Stage, by: Asker, call: OnCall): Promise<string | undefined> {
  if (path.includes("/transfers/:receipt")) return (await aWaitingTransfer(stage.client, { person: call })).transfer.receipt;
  return path.includes(":receipt") ? aFiled(stage, by.member, call) : undefined;
}
const ofTicket = { reach: "place", level: { needs: 2, below: 403 } } as const;

export const rows: readonly Row[] = [
  {
    contract: readActing,
    ...ofTicket,
    about: async (stage, by, level) => ({ params: { ticket: (await onCall(stage, by, level)).ticket } }),
  },
  ...acting.map(
    ({ contract }): Row => ({
      contract,
      ...ofTicket,
      about: async (stage, by, level) => {
        const call = await onCall(stage, by, level);
        const receipt = await receiptFor(contract.path, stage, by, call);
        const body = contract.method === "POST" ? bodies[contract.path] : undefined;
        return { params: { ticket: call.ticket, ...(receipt && { receipt }) }, ...(body !== undefined && { body }) };
      },
    }),
  ),
];
