// The receipt that is open, so that it is still known after signing in again: a fragment does not go along there. Where it cannot be
// kept the list of submissions leads there.
import { keepInTab, keptInTab } from "../../tab.ts";

const KEY = "receipt";

export const keepReceipt = (receipt: string): void => keepInTab(KEY, receipt);
export const keptReceipt = (): string => keptInTab(KEY);
