import type { TransferKind } from "../../../shared/transfer/transfer.ts";

/** Written out: the list of the contract would bring its schemas onto the page. */
export const kinds = [
  "employee-pension",
  "resident-pension",
  "pension-switch",
  "medical",
  "unemployment",
] as const satisfies readonly TransferKind[];
