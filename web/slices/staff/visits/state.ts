// What the page of the tablet knows, and whom it tells when that changes.
import { newUuid } from "../../../attempt.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import type { fieldSays, stateWords } from "../../../messages/visits.ts";
import type { visitsSays } from "../../../messages/visits-says.ts";
import type { Item } from "../../../visits/item.ts";
import type { Copy, ListHead } from "../../../visits/sheet.ts";
import type { Store } from "../../../visits/store.ts";
import { wordsOnPage } from "../../../words.ts";

type Names = keyof typeof visitsSays.zh | keyof typeof stateWords.zh | `field.${keyof typeof fieldSays.zh}`;
export const words = wordsOnPage<StaffWords & Record<Names, string>>();
/** What a code says: of findings, reasons, relations. */
export const said: Readonly<Record<string, string>> = words;

/** `net`: what the last question to the office was answered with. */
export const state: {
  net: "unknown" | "on" | "off" | "signed-out";
  heads: readonly ListHead[];
  store?: Store | undefined;
  name: string;
  copy: Copy;
  takenAt: number;
  items: readonly Item[];
  colleagues: number;
  /** Of the code for the road, and of this page: whether they are on the tablet. */
  codeIsSet: boolean;
  pageIsKept: boolean;
} = {
  net: "unknown",
  heads: [],
  name: "",
  copy: { sheets: [] },
  takenAt: 0,
  items: [],
  colleagues: 0,
  codeIsSet: false,
  pageIsKept: false,
};

export const TAB = newUuid();
export const siteName = document.title.replace(document.querySelector("h1")!.textContent ?? "", "");

const listeners: (() => void)[] = [];
export const onChange = (listener: () => void): void => void listeners.push(listener);
export const changed = (): void => {
  for (const listener of listeners) listener();
};

/** Also those of another tab of this tablet. */
export async function lookAgain(): Promise<void> {
  if (!state.store) return;
  state.items = await state.store.items();
  changed();
}

export const itemsOf = (visit: string, member?: string): Item[] =>
  state.items.filter((item) => item.visit === visit && item.member === member);
