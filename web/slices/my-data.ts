// All my data: nothing is read before the person has looked around and pressed. What draws it comes then too.
import { type Copy, takeCopy } from "../../shared/privacy/contract.ts";
import { type Answer, call } from "../call.ts";
import { byId } from "../dom.ts";
import { ready } from "../form.ts";
import type { KitWords } from "../messages/kit.ts";
import type { myDataSays } from "../messages/my-data.ts";
import { clearNotice, showNotice, showUnread } from "../notice.ts";
import { signedIn } from "../signed-in.ts";
import { wordsOnPage } from "../words.ts";
import { showLimited } from "./limited.ts";

type Later = typeof import("./my-data/zh.ts");
type Failed = Exclude<Answer<Copy>, { is: "value" }>;

const words = wordsOnPage<KitWords & Record<keyof typeof myDataSays.zh, string>>();
const show = byId("show") as HTMLButtonElement;
const label = show.textContent;
const SLOW_MS = 2000;
const MOST_TURNS = 50; // of a megabyte each
let tries = 0;

byId("opening").remove();
signedIn(words);
show.onclick = open;
ready();

async function open(): Promise<void> {
  if (show.getAttribute("aria-disabled")) return;
  show.setAttribute("aria-disabled", "true");
  show.textContent = words.reading;
  clearNotice();
  const slow = setTimeout(() => showNotice(words.slowTitle, [words.slowText]), SLOW_MS);
  const [answer, later] = await Promise.all([whole(), loadLater()]);
  clearTimeout(slow);
  clearNotice();
  show.textContent = label;
  show.removeAttribute("aria-disabled");
  if (answer.is !== "value") return explain(answer);
  if (!later) return showUnread({ because: "lost" }, { ...words, readOutage: words.unreadTitle });
  byId("before").hidden = true;
  later.draw(answer.value, byId("copy"));
}

/** The history may be long: it comes in turns, the newest first. What of it cannot be read is said. */
async function whole(): Promise<Answer<Copy>> {
  const answer = await call(takeCopy, {});
  if (answer.is !== "value") return answer;
  const { fields } = answer.value;
  const history = [...(fields["history"] ?? [])];
  let { olderThan } = answer.value;
  for (let turn = 0; olderThan !== undefined && turn < MOST_TURNS; turn++) {
    const more = await call(takeCopy, { query: { before: String(olderThan) } });
    if (more.is !== "value") break;
    history.push(...(more.value.fields["history"] ?? []));
    olderThan = more.value.olderThan;
  }
  const { olderThan: _, ...rest } = answer.value;
  const more = olderThan !== undefined && { olderThan };
  return { is: "value", value: { ...rest, ...more, fields: { ...fields, ...(history.length > 0 && { history }) } } };
}

/** A module that could not be fetched once is asked for under another address: browsers remember the failure. */
async function loadLater(): Promise<Later | undefined> {
  try {
    return await import(`${byId("copy").dataset["then"]}?${tries++ || ""}`);
  } catch {
    return undefined;
  }
}

function explain(answer: Failed): void {
  if (answer.is === "problem" && answer.type === "not-this-session") showLimited(words);
  else if (answer.is === "problem") showNotice(words.unreadTitle, [words.noRecord], "blind");
  else showUnread(answer.outage, { ...words, readOutage: words.unreadTitle });
}
