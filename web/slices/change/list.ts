// What can be changed, with what is registered today.
import { byId } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { listSays } from "../../messages/change-says.ts";
import type { codeWords } from "../../messages/items.ts";
import { langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { type KnownWords, readKnown } from "./known.ts";

const words = wordsOnPage<KnownWords & Record<keyof typeof listSays.zh | keyof typeof codeWords.zh, string>>();
const names: Record<string, string> = words;

void readKnown(words).then(({ person, phone, residence, contact, employment, card, hukou }) => {
  say("phone", phone, phone?.masked);
  say("residence", residence, residence?.text);
  say("contact", contact, contact?.text);
  say("employment", employment, employment && [names[employment.status], employment.employer].filter(Boolean).join(" "));
  say("card", card, card && words[card.hasCard ? "card.yes" : "card.no"]);
  say("hukou", hukou, hukou?.text);
  show("name", person.name);
  show("number", person.number);
  show("birth", person.birth && dateIn(langOfPage(), person.birth));
  show("sex", names[`sex.${person.sex}`]);
});

/** Its seal is cut when there is something, and hollow when there is nothing: until now it could not be seen. */
function show(item: string, value: string | undefined): HTMLElement {
  const row = byId(item);
  row.querySelector(".seal")!.className = value ? "seal" : "seal off";
  row.querySelector(".now")!.textContent = value ?? words.none;
  return row;
}

/** A fact has its day. */
function say(item: string, fact: { asOf: string } | undefined, value = words.none): void {
  const row = show(item, fact && value);
  row.querySelector(".since")!.textContent = fact ? fill(words.since, { date: dateIn(langOfPage(), fact.asOf) }) : "";
}
