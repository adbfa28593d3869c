// The receipt that is open, so that it is still known after signing in again: a fragment does not go along there. Not by web/tab.ts:
// the form that prints has no byte to spare.
const KEY = "receipt";

export function keepReceipt(receipt: string): void {
  try {
    sessionStorage.setItem(KEY, receipt);
  } catch {
    // Then the list of submissions leads there.
  }
}

export function keptReceipt(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
