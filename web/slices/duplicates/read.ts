// Reads what is double, for who is signed in or for a child of theirs (`for`); where it cannot be read the page says so, and never
// that there is nothing.

import { readDuplicates } from "../../../shared/duplicates/contract.ts";
import type { Duplicates, DuplicateView } from "../../../shared/duplicates/shown.ts";
import { sayForWhom } from "../../acting-for.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { clearNotice, showNotice, showUnread } from "../../notice.ts";
import { here } from "../../paths.ts";
import { showLimited } from "../limited.ts";
import type { DuplicateWords } from "./words.ts";

const query = new URLSearchParams(location.search);
export const whom = query.get("for") ?? "";

/** A page of this slice, for the same person: `pageFor("/duplicates/choose", { id })`. */
export const pageFor = (path: string, asked: Record<string, string> = {}): string => {
  const search = new URLSearchParams({ ...asked, ...(whom && { for: whom }) }).toString();
  return here(path) + (search && `?${search}`);
};

export function readInto(words: DuplicateWords, show: (read: Duplicates) => void): void {
  sayForWhom();
  async function read(): Promise<void> {
    const answer = await call(readDuplicates, whom ? { query: { for: whom } } : {});
    byId("opening").hidden = true;
    clearNotice();
    if (answer.is === "value") return show(answer.value);
    if (answer.is === "problem" && answer.type === "not-this-session") return showLimited(words);
    if (answer.is === "problem") return showNotice(words.readOutage, [words.tryAgain], "blind");
    showUnread(answer.outage, words);
    const again = element("button", { class: "btn", type: "button" }, words.again);
    again.onclick = () => void read();
    document.querySelector("#notice .note")?.append(again);
  }
  void read();
}

/** The one that the address names: by its id (`?id=`), or by a receipt (`#…`). */
export function wanted({ duplicates }: Duplicates): DuplicateView | undefined {
  const [id, receipt] = [query.get("id"), location.hash.slice(1)];
  return duplicates.find(
    (one) => one.id === id || (receipt !== "" && [one.settled?.receipt, one.answered?.receipt].some((each) => each === receipt)),
  );
}

export const showGone = (words: DuplicateWords): void =>
  showNotice(words.gone, [words.goneText, element("a", { class: "btn", href: pageFor("/duplicates") }, words.toList)]);
