// What was typed on a ticket and is not saved yet: in this tab, so that a lock, a reload and signing in again lose nothing.
import { newUuid } from "../../../attempt.ts";

const NAME = "console-text:";
const OPEN = "console-open";

export type Text = Record<string, string>;

export function keepText(ticket: string, text: Text | undefined): void {
  try {
    if (text && Object.values(text).some(Boolean)) sessionStorage.setItem(NAME + ticket, JSON.stringify(text));
    else sessionStorage.removeItem(NAME + ticket);
  } catch {
    // The page alone remembers it.
  }
}

export function keptText(ticket: string): Text | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME + ticket) ?? "null");
    if (typeof kept !== "object" || kept === null) return undefined;
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return undefined;
  }
}

/** The ticket of the call that is going on: whoever comes back from another page goes on with it. */
export function keepOpen(ticket: string | undefined): void {
  try {
    if (ticket) sessionStorage.setItem(OPEN, ticket);
    else sessionStorage.removeItem(OPEN);
  } catch {
    // Then it is found by its number.
  }
}

export function keptOpen(): string {
  try {
    return sessionStorage.getItem(OPEN) ?? "";
  } catch {
    return "";
  }
}

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
