// The form of somebody new: its pages share a draft. Who it is about was asked before the code, and stays in the tab.

import * as v from "valibot";
import { dateOf, instantAt, PlainDate } from "../../../../shared/kernel/calendar.ts";
import { currentNewcomer } from "../../../../shared/newcomer/contract.ts";
import { call } from "../../../call.ts";
import type { Typed } from "../../../drafts.ts";
import { showUnread } from "../../../notice.ts";
import { signedIn } from "../../../signed-in.ts";
import type { ChangeWords, FormOf } from "../../change/form.ts";
import type { Way } from "../../change/steps.ts";
import { type Kept, keptAsked, pageOf } from "./kept.ts";

export type NewWords = ChangeWords & { noMemory: string };
/** `birth` and `sex` where the number says them. */
export type Known = { asked: Kept; sex?: "M" | "F"; birth?: PlainDate; draftKeys?: string[] | undefined };

export const today = (): PlainDate => dateOf(instantAt(Date.now()));
const away = (): Promise<never> => {
  location.replace(pageOf(""));
  return new Promise(() => {});
};

/** Whoever has no session of this kind, or comes with a new tab, says first who it is about. */
export const theNewcomer: FormOf<Known> = {
  form: "newcomer",
  async read(words) {
    signedIn(words);
    const asked = keptAsked();
    if (!asked) return away();
    const session = await call(currentNewcomer, { signedOut: "tell" });
    if (session.is === "problem") return away();
    if (session.is === "outage") {
      showUnread(session.outage, words);
      return new Promise(() => {});
    }
    const [sex, birth] = [v.safeParse(v.picklist(["M", "F"]), asked.sex), v.safeParse(PlainDate, asked.birth)];
    const { draftKeys } = session.value;
    return { asked, ...(sex.success && { sex: sex.output }), ...(birth.success && { birth: birth.output }), draftKeys };
  },
};

const STEPS_OF_ADDRESS = 3;
/** Pages in their order, with how many steps each has. The first two are the number and the code. */
const pages = { about: 1, home: STEPS_OF_ADDRESS + 1, evidence: 1, check: 1 };
export type Page = keyof typeof pages;

export function wayOf(page: Page): Way {
  const order = Object.keys(pages) as Page[];
  const sum = (some: Page[]) => some.reduce((all, one) => all + pages[one], 0);
  const at = order.indexOf(page);
  return { before: () => 2 + sum(order.slice(0, at)), after: () => sum(order.slice(at + 1)) };
}

/** What the first page of the form has to have. */
export const isAnswered = (kept: Typed): boolean => Boolean(kept["status"]);
export const papersIn = (kept: Typed): string[] => (kept["papers"] ?? "").split(" ").filter(Boolean);
