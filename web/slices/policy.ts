// Search over the cards. The page is complete without it: topics are below.
import { type Entry, findEntries } from "../search.ts";

const byId = (id: string) => document.getElementById(id)!;
const [field, said, hits] = [byId("q") as HTMLInputElement, byId("said"), byId("hits")]; // the page's own
const index = said.dataset["then"]!;
let entries: Promise<Entry[]> | undefined;

const link = (href: string, text: string) => Object.assign(document.createElement("a"), { href, textContent: text });

async function search(): Promise<void> {
  const typed = field.value;
  if (!typed.trim()) return show("", []);
  entries ??= fetch(index).then((answer) => answer.json());
  try {
    const found = findEntries(await entries, typed);
    if (typed === field.value)
      show(found[0] ? said.dataset["found"]!.replace("N", String(found.length)) : said.dataset["none"]!, found);
  } catch {
    entries = undefined;
    show(said.dataset["failed"]!, []);
  }
}

function show(text: string, found: readonly Entry[]): void {
  said.textContent = text;
  hits.replaceChildren(
    ...found.map(([address, title, about]) => {
      const item = document.createElement("li");
      item.append(link(index.replace("cards.json", address), title), about);
      return item;
    }),
  );
}

// While a Chinese word is being spelt in letters there is nothing to look for yet.
field.addEventListener("input", (event) => (event as InputEvent).isComposing || search());
field.addEventListener("compositionend", search);
addEventListener("pageshow", search); // back from a card: the browser has put the words back
