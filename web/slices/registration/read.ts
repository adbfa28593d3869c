// Reads what the form begins with; where it cannot be read, the page says why and what to do instead.
import type { GenericSchema } from "valibot";
import { readFormAs } from "../../../shared/registration/seen.ts";
import { sayForWhom } from "../../acting-for.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { clearNotice, showNotice, showUnread } from "../../notice.ts";
import { signedIn } from "../../signed-in.ts";
import { theForm } from "../change/form.ts";
import type { KnownWords } from "../change/known.ts";
import { showLimited } from "../limited.ts";

const SLOW_MS = 2000;

/** Settles when it is read. `child`: whom it is about, where it is not oneself. */
export function readForm<Of>(reply: GenericSchema<unknown, Of>, words: KnownWords, child: string | undefined): Promise<Of> {
  const route = readFormAs(reply);
  signedIn(words);
  sayForWhom();
  const line = byId("today"); // has its room already: nothing jumps
  return new Promise((known) => {
    async function read(): Promise<void> {
      theForm().hidden = false;
      clearNotice();
      const slow = setTimeout(() => {
        line.textContent = words.slow;
      }, SLOW_MS);
      const answer = await call(route, child ? { query: { for: child } } : {});
      clearTimeout(slow);
      line.textContent = "";
      if (answer.is === "value") return known(answer.value);
      theForm().hidden = true; // what cannot be sent is not asked
      if (answer.is === "problem") {
        if (answer.type === "not-this-session") showLimited(words);
        else showNotice(words.readOutage, [words.noRecord], "blind");
        return;
      }
      showUnread(answer.outage, words);
      const again = element("button", { class: "btn", type: "button" }, words.again);
      again.onclick = () => void read();
      document.querySelector("#notice .note")!.append(again);
    }
    void read();
  });
}
