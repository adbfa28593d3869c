import { openDelegations } from "../../../functions/delegations/delegations.ts";
import { acting, readActing } from "../../../shared/acting/contract.ts";
import { aCall, aFiled, consented, type OnCall } from "../../acting/call.ts";
import { aDelegation } from "../../delegation/family.ts";
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
let refs = 0;
/** Of the caller, who let somebody act for them. */
async function delegationFor(path: string, { client, staff }: Stage, { personId }: OnCall): Promise<string | undefined> {
  if (!path.includes("/:delegation")) return undefined;
  const one = aDelegation({ delegation: `D-CCCC-CCCC-${String(refs++).padStart(4, "0")}`, giver: personId });
  await openDelegations({ client, table: "casework" }).begin(one, [], staff.now());
  return one.delegation;
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
        const delegation = await delegationFor(contract.path, stage, call);
        const body = contract.method === "POST" ? bodies[contract.path] : undefined;
        return {
          params: { ticket: call.ticket, ...(receipt && { receipt }), ...(delegation && { delegation }) },
          ...(body !== undefined && { body }),
        };
      },
    }),
  ),
];
