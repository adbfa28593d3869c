// Policy cards: found by a few words, put into the answer with one press. The API stamps their version when the answer is given.
import { byId, element } from "../../../dom.ts";
import { type Entry, findEntries } from "../../../search.ts";
import { announce } from "./keys.ts";
import type { ConsoleWords } from "./words.ts";

const MOST = 4;
let entries: Promise<Entry[]> | undefined;
const inserted = new Map<string, string>();

/** As the card was called when it was put in; its id is no name. */
export const titleOf = (id: string): string => inserted.get(id) ?? id;
/** Ids of the cards in the answer. */
export const cardsIn = (): string[] => [...inserted.keys()];

/** `changed`: a card came or went, for what is kept of the answer. */
export function offerCards(words: ConsoleWords, changed: () => void): void {
  const field = byId("cards") as HTMLInputElement;
  announce(field);
  const search = () => void show(field, words, changed);
  field.addEventListener("input", (event) => (event as InputEvent).isComposing || search());
  field.addEventListener("compositionend", search);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // the first one found goes in: the form is not sent by it
    byId("hits").querySelector<HTMLButtonElement>("button")?.click();
  });
}

async function load(): Promise<Entry[]> {
  const answer = await fetch(byId("ticket").dataset["cards"]!);
  const all: Entry[] = await answer.json(); // our own file (web/search-index.ts)
  return all.filter(([id]) => id.includes("#")); // pages beside the cards have no version
}

async function show(field: HTMLInputElement, words: ConsoleWords, changed: () => void): Promise<void> {
  const typed = field.value;
  const hits = byId("hits");
  if (typed.trim() === "") return hits.replaceChildren();
  entries ??= load();
  try {
    const found = findEntries(await entries, typed).slice(0, MOST);
    if (typed !== field.value) return;
    const rows = found.map((entry) => row(entry, words, changed));
    hits.replaceChildren(
      rows.length > 0 ? element("ul", { class: "list hits" }, ...rows) : element("p", { class: "hint" }, words.noCards),
    );
  } catch {
    entries = undefined;
    hits.replaceChildren(element("p", { class: "hint" }, words.cardsUnread));
  }
}

function row([id, title, text]: Entry, words: ConsoleWords, changed: () => void): HTMLElement {
  const put = element("button", { class: "link", type: "button" }, words.insert, element("span", { class: "vh" }, ` ${title}`));
  put.onclick = () => {
    insert(id, title, words, changed);
    const answer = byId("answer") as HTMLTextAreaElement;
    answer.value = [answer.value.trim(), text].filter(Boolean).join("\n");
    (byId("cards") as HTMLInputElement).value = "";
    byId("hits").replaceChildren();
    changed();
    answer.focus();
  };
  return element("li", {}, element("b", {}, title), text, " ", put);
}

export function insert(id: string, title: string, words: ConsoleWords, changed: () => void): void {
  inserted.set(id, title);
  drawInserted(words, changed);
}

/** Another ticket: none yet; or those that were kept, `id title` each. */
export function beginCards(kept: readonly string[], words: ConsoleWords, changed: () => void): void {
  inserted.clear();
  for (const one of kept) inserted.set(one.slice(0, one.indexOf(" ")), one.slice(one.indexOf(" ") + 1));
  drawInserted(words, changed);
}

export const keptCards = (): string => Array.from(inserted, ([id, title]) => `${id} ${title}`).join("\n");

function drawInserted(words: ConsoleWords, changed: () => void): void {
  const rows = Array.from(inserted, ([id, title]) => {
    const out = element(
      "button",
      { class: "link", type: "button" },
      words.takeOut,
      element("span", { class: "vh" }, ` ${title}`),
    );
    out.onclick = () => {
      inserted.delete(id);
      drawInserted(words, changed);
      changed();
      byId("answer").focus();
    };
    return element("li", {}, element("span", {}, title), out);
  });
  byId("cards-in").replaceChildren(
    ...(rows.length > 0
      ? [
          element("p", { class: "label" }, words.cardsIn),
          element("ul", { class: "list people" }, ...rows),
          element("p", { class: "src" }, words.stamped),
        ]
      : []),
  );
}
