// Results are written on the page and stay: nothing pops up (LOOK). They stand in #notice, which screen readers follow.
import type { Outage } from "./call.ts";
import { byId, element, withPhones } from "./dom.ts";
import type { FormWords, KitWords } from "./messages/kit.ts";
import { fill } from "./words.ts";

/** `warn`: the person must act. `blind`: we cannot see. Neither: calm. */
export function showNotice(title: string, pieces: readonly (Node | string)[], tone: "" | "warn" | "blind" = ""): void {
  const note = element("div", { class: `note ${tone}`.trim() }, element("h2", {}, title));
  note.append(...pieces.map((piece) => (typeof piece === "string" ? element("p", {}, ...withPhones(piece)) : piece)));
  byId("notice").replaceChildren(note);
}

export const clearNotice = (): void => byId("notice").replaceChildren();

/** The record could not be read. An outage is never shown as a fact about a person (design 2.7). */
export function showUnread({ because, retryAfterSeconds }: Outage, words: KitWords): void {
  const title = because === "offline" ? words.offline : words.readOutage;
  showNotice(title, [words.readOutageText, whenToTry(retryAfterSeconds, words)], "blind");
}

/** Something could not be sent, or nobody knows whether it arrived. */
export function showUnsent({ because, retryAfterSeconds }: Outage, words: FormWords): void {
  const said = {
    offline: [words.offline, words.offlineText],
    slow: [words.slow, words.unsure],
    lost: [words.lost, words.unsure],
    broken: [words.sendOutage, words.sendOutageText],
  } as const;
  const [title, text] = said[because];
  showNotice(title, [text, whenToTry(retryAfterSeconds, words)], "blind");
}

/** "Please try again after 10:41". */
export const whenToTry = (seconds: number | undefined, words: KitWords): string =>
  seconds ? fill(words.tryAfter, { time: clockIn(seconds) }) : words.tryAgain;

/** What the clock on this device shows after so many seconds: the next full minute, never one too early. */
export function clockIn(seconds: number): string {
  const at = new Date(Date.now() + seconds * 1000 + 59_000);
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;
}
