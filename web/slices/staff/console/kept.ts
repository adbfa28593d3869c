// What was typed on a ticket and is not saved yet: in this tab, so that a lock, a reload and signing in again lose nothing.
import { newUuid } from "../../../attempt.ts";
import { keepInTab, keptInTab } from "../../../tab.ts";

const NAME = "console-text:";
const OPEN = "console-open";

export type Text = Record<string, string>;

export function keepText(ticket: string, text: Text | undefined): void {
  keepInTab(NAME + ticket, text && Object.values(text).some(Boolean) ? JSON.stringify(text) : "");
}

export function keptText(ticket: string): Text | undefined {
  try {
    const kept: unknown = JSON.parse(keptInTab(NAME + ticket) || "null");
    if (typeof kept !== "object" || kept === null) return undefined;
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return undefined;
  }
}

/** The ticket of the call that is going on: whoever comes back from another page goes on with it. Else it is found by its number. */
export const keepOpen = (ticket: string | undefined): void => keepInTab(OPEN, ticket ?? "");
export const keptOpen = (): string => keptInTab(OPEN);

/** Whoever signs out takes it along. */
export function forgetTexts(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith("console-")) sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** The same key for the same thing asked again: one search opens one ticket, however often it is sent. */
export function attempts(): (what: string) => string {
  let last = { what: "", key: "" };
  return (what) => {
    if (last.what !== what || !last.key) last = { what, key: newUuid() };
    return last.key;
  };
}
