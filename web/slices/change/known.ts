// What is registered today: nothing can be changed by somebody of whom nothing is known.
import type { GenericSchema } from "valibot";
import { type KnownReply, readKnown as readKnownReply } from "../../../shared/check/seen.ts";
import { call } from "../../call.ts";
import { element } from "../../dom.ts";
import type { knownSays } from "../../messages/change-says.ts";
import type { KitWords } from "../../messages/kit.ts";
import { clearNotice, showNotice, showUnread } from "../../notice.ts";
import { signedIn } from "../../signed-in.ts";
import { showLimited } from "../limited.ts";

export type Known = Extract<KnownReply, { limited: false }>;
export type KnownWords = KitWords & Record<keyof typeof knownSays.zh, string>;
const SLOW_MS = 2000;

/** `readCheck`, or as much of its answer as a page reads. */
type Reading<Of> = Omit<typeof readKnownReply, "reply"> & { reply: GenericSchema<unknown, Of | { limited: true }> };

export const readKnown = (words: KnownWords): Promise<Known> => readAs<Known>(readKnownReply, words);

/** Settles when it is read; where it cannot be read or may not be changed, the page says why and what to do instead. */
export function readAs<Of extends { limited: false }>(route: Reading<Of>, words: KnownWords): Promise<Of> {
  signedIn(words);
  const form = document.querySelector("form");
  const line = document.querySelector("#today, [data-until-ready]")!; // has its room already: nothing jumps
  const text = line.textContent;
  const hide = (hidden: boolean) => {
    if (form) form.hidden = hidden; // what cannot be sent is not asked
  };
  return new Promise((known) => {
    async function read(): Promise<void> {
      hide(false);
      clearNotice();
      const slow = setTimeout(() => {
        line.textContent = words.slow;
      }, SLOW_MS);
      const answer = await call(route, {});
      clearTimeout(slow);
      line.textContent = text;
      hide(answer.is !== "value" || answer.value.limited);
      if (answer.is === "outage") {
        showUnread(answer.outage, words);
        const again = element("button", { class: "btn", type: "button" }, words.again);
        again.onclick = () => void read();
        document.querySelector("#notice .note")!.append(again);
      } else if (answer.is === "problem") showNotice(words.readOutage, [words.noRecord], "blind");
      else if (answer.value.limited) showLimited(words);
      else known(answer.value);
    }
    void read();
  });
}
