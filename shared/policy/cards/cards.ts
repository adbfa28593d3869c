// Cards as pages show them and functions remember them.
import type { PlainDate } from "../../kernel/calendar.ts";
import type { Key } from "../keys.ts";
import type { Parameter } from "../parameter.ts";
import type { Helpline, Lang, Next } from "./card.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Basis, tell } from "./tell.ts";
import { type CardId, everyCard, type Topic } from "./topics.ts";

export type ShownCard = {
  id: CardId;
  topic: Topic;
  anchor: string;
  title: string;
  /** Everyday words by which people look for it. */
  find: string;
  text: string;
  example: string;
  /** A number has no valid entry: the card says whom to ask, and no more. */
  missing: Key | null;
  ask: readonly Helpline[];
  sources: readonly { text: string; url: string | null }[];
  next: Next | null;
  regional: boolean;
  /** The least of its words and its numbers. */
  confidence: Parameter["confidence"];
  unsure: string | null;
  verifiedOn: PlainDate;
};

/** `wordsCheckedOn`: when somebody last held the words against their sources; numbers bring their own day. */
export function showCards(lang: Lang, basis: Basis, wordsCheckedOn: PlainDate): ShownCard[] {
  return everyCard.map(({ id, topic, anchor, card }) => {
    const { text, example, missing, entries } = tell(card, lang, basis);
    const days = [wordsCheckedOn, ...entries.map(({ verifiedOn }) => verifiedOn)].sort();
    return {
      id,
      topic,
      anchor,
      ...card.words[lang],
      text,
      example,
      missing,
      ask: card.ask,
      sources: card.sources.map((source) => ({ text: source[lang], url: addressOf(source.document, basis) })),
      next: card.next ?? null,
      regional: card.regional ?? false,
      confidence: leastOf([card.confidence ?? "high", ...entries.map(({ confidence }) => confidence)]),
      unsure: card.unsure?.[lang] ?? null,
      verifiedOn: days[0]!,
    };
  });
}

/** What a ticket or an answer remembers of a card. `keys`: the numbers it quotes; `version` changes with words and numbers. */
export type CardStamp = { id: CardId; topic: Topic; keys: readonly Key[]; version: string };

export const stampCards = (basis: Basis): CardStamp[] =>
  everyCard.map(({ id, topic, card }) => {
    const [zh, en] = [tell(card, "zh", basis), tell(card, "en", basis)];
    const said = [card.words, card.sources, zh.text, zh.example, en.text, en.example];
    const keys = [...new Set(zh.entries.map(({ key }) => key))];
    return { id, topic, keys, version: fingerprint(JSON.stringify(said)) };
  });

const worstFirst = ["low", "medium", "high"] as const;
const leastOf = (all: readonly Parameter["confidence"][]) => worstFirst.find((one) => all.includes(one)) ?? "low";

/** Where a document can be read, as the parameters have it. */
const addressOf = (document: string, { parameters }: Basis): string | null =>
  parameters.find((entry) => entry.url !== "" && entry.document.startsWith(document))?.url ?? null;
