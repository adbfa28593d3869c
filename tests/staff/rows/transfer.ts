import {
  openStaffTransfer,
  passStaffTransfer,
  readStaffTransferEvidence,
  stepStaffTransfer,
} from "../../../shared/transfer/staff.ts";
import { aWaitingTransfer } from "../../transfer-desk/transfers.ts";
import { bodies } from "../bodies/transfer.ts";
import type { Row } from "./row.ts";

export const rows: readonly Row[] = [
  {
    contract: openStaffTransfer,
    reach: "place",
    about: async ({ client }) => ({ params: { transfer: (await aWaitingTransfer(client)).name } }),
    answers: 200,
  },
  {
    contract: stepStaffTransfer,
    reach: "place",
    about: async ({ client }) => ({
      params: { transfer: (await aWaitingTransfer(client)).name },
      body: bodies[stepStaffTransfer.path],
    }),
    answers: 202,
  },
  {
    contract: passStaffTransfer,
    reach: "place",
    about: async ({ client }) => ({
      params: { transfer: (await aWaitingTransfer(client)).name },
      body: bodies[passStaffTransfer.path],
    }),
    answers: 204,
  },
  {
    contract: readStaffTransferEvidence,
    reach: "place",
    about: async ({ client }) => {
      const { name, evidence } = await aWaitingTransfer(client);
      return { params: { transfer: name, id: evidence } };
    },
    answers: 200,
  },
];
