import type { TransferKind, TransferState } from "../../../../shared/transfer/transfer.ts";

/** What an agency has to do. With medical insurance the old place sends at once, without a letter before. */
export function todoOf({ kind, state }: { kind: TransferKind; state: TransferState }, said: Record<string, string>): string {
  const isAtOnce = kind === "medical" && (state === "submitted" || state === "corrected");
  return said[`todo.${isAtOnce ? "out" : state}`] ?? "";
}
