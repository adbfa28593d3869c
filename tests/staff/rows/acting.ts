import { acting, readActing } from "../../../shared/acting/contract.ts";
import { aCall, aFiled, consented } from "../../acting/call.ts";
import { bodies } from "../bodies/acting.ts";
import type { Asker, Level, Row, Stage } from "./row.ts";

/** A call on a ticket of this agent's, with the code read out. */
async function onCall(stage: Stage, by: Asker, level: Level) {
  const call = await aCall(stage, by.member, level);
  await consented(stage, call);
  return call;
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
        const receipt = contract.path.includes(":receipt") ? await aFiled(stage, by.member, call) : undefined;
        return { params: { ticket: call.ticket, ...(receipt && { receipt }) }, body: bodies[contract.path] };
      },
    }),
  ),
];
