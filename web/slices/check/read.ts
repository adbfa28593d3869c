import type { GenericSchema } from "valibot";
import type { readShown } from "../../../shared/check/seen.ts";
import { sayForWhom } from "../../acting-for.ts";
import { call } from "../../call.ts";
import { byId } from "../../dom.ts";
import type { readSays } from "../../messages/check.ts";
import type { KitWords } from "../../messages/kit.ts";
import { clearNotice, showNotice, showUnread } from "../../notice.ts";
import { here } from "../../paths.ts";
import { signedIn } from "../../signed-in.ts";

export type ReadWords = KitWords & Record<keyof typeof readSays.zh, string>;
const SLOW_MS = 2000;
/** An adult for whom somebody looks. */
const whom = new URLSearchParams(location.search).get("for");
type Reading<Reply> = Omit<typeof readShown, "reply"> & { reply: GenericSchema<unknown, Reply> };

/** Reads the record when the page opens, and again when the person asks. What cannot be read looks like that, and says so. */
export function readRecord<Reply>(route: Reading<Reply>, words: ReadWords, show: (reply: Reply) => void): void {
  const retry = byId("retry");

  async function read(): Promise<void> {
    retry.hidden = true;
    const slow = setTimeout(() => showNotice(words.slowTitle, [words.slowText]), SLOW_MS);
    const answer = await call(route, whom ? { query: { for: whom } } : {});
    clearTimeout(slow);
    clearNotice();
    byId("record").classList.remove("reading");
    if (answer.is === "value") return show(answer.value);
    // Whoever registers for the first time sees what became of that, and no record yet.
    if (answer.is === "problem" && answer.type === "not-this-session") return location.replace(here("/submissions"));
    if (whom && answer.is === "problem") return; // the band says why
    retry.hidden = false;
    if (answer.is === "outage") showUnread(answer.outage, words);
    else showNotice(words.readOutage, [words.noRecord], "blind");
  }

  byId("opening").replaceWith(byId("notice")); // under the heading: here it says how the whole page stands
  byId("again").onclick = read;
  signedIn(words);
  sayForWhom();
  void read();
}
