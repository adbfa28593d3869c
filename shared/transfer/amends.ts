import type { TransferEvent, TransferState } from "./transfer.ts";

/** The old agency says again what it has sent: it was another sum than it had said. `state`: before it does. */
export const amends = ({ state }: { state: TransferState }, event: TransferEvent): boolean =>
  event === "out-done" && (state === "out-done" || state === "sheet-received");
