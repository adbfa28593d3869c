// What the search goes through, /policy/cards.json: every card, and the page of where to pay. At build time.
import { cardsIn } from "./cards.ts";
import type { Lang } from "./messages/both.ts";
import { pay } from "./messages/pay.ts";
import type { Entry } from "./search.ts";

export const searchIndex = (lang: Lang): Entry[] => [
  ...cardsIn(lang).map(({ id, title, text, find }): Entry => [id, title, text, find]),
  ["pay", pay[lang].title, pay[lang].lead, pay[lang].find],
];
