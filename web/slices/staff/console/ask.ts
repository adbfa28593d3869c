// One request with words for all that can come of it. What was typed stays where it is, whatever comes.
import type { Answer } from "../../../call.ts";
import { element, withPhones } from "../../../dom.ts";
import { whenToTry } from "../../../notice.ts";
import { fill, wordsFor } from "../../../words.ts";
import { aloud, note } from "./draw.ts";
import type { ConsoleWords } from "./words.ts";

type Asked<Value> = {
  words: ConsoleWords;
  /** Where it is told: screen readers follow it. */
  place: HTMLElement;
  /** Waits with words on it, and is not pressed twice. */
  button?: HTMLButtonElement | undefined;
  /** Reading: an outage is then told as one of reading. */
  reading?: boolean;
  /** What the caller is told in an outage. */
  say?: string;
  /** When somebody else changed it meanwhile. */
  conflict?: () => Promise<void>;
  send(): Promise<Answer<Value>>;
};

const SLOW_MS = 2000;

/** The value, or nothing: then the place says why. */
export async function ask<Value>({
  words,
  place,
  button,
  reading,
  say,
  conflict,
  send,
}: Asked<Value>): Promise<Value | undefined> {
  if (button?.getAttribute("aria-disabled")) return undefined;
  button?.setAttribute("aria-disabled", "true");
  place.replaceChildren();
  const slow = setTimeout(() => place.replaceChildren(element("p", { class: "hint" }, words.slowly)), SLOW_MS);
  try {
    const answer = await send();
    clearTimeout(slow);
    place.replaceChildren();
    if (answer.is === "value") return answer.value;
    if (answer.is === "outage") {
      place.replaceChildren(blind(answer.outage, words, reading === true), say ? aloud(words.aloud, say) : "");
      return undefined;
    }
    if (answer.type === "conflict" && conflict) await conflict();
    place.replaceChildren(refusal(answer, words));
    return undefined;
  } finally {
    clearTimeout(slow);
    button?.removeAttribute("aria-disabled");
  }
}

type Refused = Extract<Answer<unknown>, { is: "problem" }>;

function refusal({ type, problem }: Refused, words: ConsoleWords): HTMLElement {
  const said: Record<string, string> = words;
  const seconds = problem.retryAfterSeconds;
  if (type === "wait" && seconds) {
    const wait = fill(words.minutes, { n: Math.ceil(seconds / 60) });
    return note(words.tooMany, [element("p", {}, fill(words.tooManyText, { wait }))], "note warn");
  }
  if (type === "not-found") return note(words.goneTicket, [element("p", {}, words.goneTicketText)], "note warn");
  if (type === "conflict") return note(words.conflict, []);
  const texts = problem.findings.map(({ code }) => wordsFor(code, { ...said, "problem.refused": said[`problem.${type}`] ?? "" }));
  const told = Array.from(new Set(texts.length > 0 ? texts : [said[`problem.${type}`] ?? words["problem.refused"]]));
  return element("div", { class: "note warn" }, ...told.map((text) => element("p", {}, ...withPhones(text))));
}

type Outage = Extract<Answer<unknown>, { is: "outage" }>["outage"];

/** We cannot see: that is never a fact about the caller. What was not sent is still there. */
export function blind({ because, retryAfterSeconds }: Outage, words: ConsoleWords, reading: boolean): HTMLElement {
  const unsent = { offline: words.offlineText, slow: words.unsure, lost: words.unsure, broken: words.sendOutageText }[because];
  const titles = { offline: words.offline, slow: words.slow, lost: words.lost, broken: words.sendOutage };
  const title = because === "offline" || !reading ? titles[because] : words.readOutage;
  const texts = [reading ? words.readOutageText : unsent, whenToTry(retryAfterSeconds, words)];
  return note(
    title,
    texts.map((text) => element("p", {}, text)),
    "note blind",
  );
}
