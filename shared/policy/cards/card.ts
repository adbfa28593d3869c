// A card of policy: what a rule means, in plain words, with a person to whom it happens. A number in it is read from the parameters
// or computed by a rule; a key that does not exist does not compile.
import type { PlainDate } from "../../kernel/calendar.ts";
import type { Result } from "../../kernel/result.ts";
import type { Key, ValueOf } from "../keys.ts";
import type { Law, NeedsStaff } from "../law.ts";
import type { Parameter } from "../parameter.ts";
import type { Source } from "./documents.ts";
import type { Say } from "./say.ts";

export type Lang = "zh" | "en";
/** Pension, unemployment, injury; medical, maternity; payment. */
export type Helpline = "12333" | "12393" | "12366";
/** Where the person can go on: a page of this site. */
export type Next =
  | "/check"
  | "/change/employment"
  | "/change/hukou"
  | "/estimate/retirement"
  | "/estimate/pension"
  | "/estimate/resident-pension"
  | "/estimate/medical-gap"
  | "/estimate/flexible"
  | "/policy/pay"
  | "/transfer"
  | "/policy/employer#complain";

/** How a card gets at numbers. `rule` opens what a rule answered; `course` is a number from today on, as it will change. */
export type Reader = {
  law: Law;
  of<K extends Key>(key: K): ValueOf<K>;
  rule<Value>(answer: Result<Value, NeedsStaff>): Value;
  course<K extends Key>(key: K): { from: PlainDate; to: PlainDate | null; value: ValueOf<K> }[];
};

type Told<Found> = string | ((found: Found, say: Say) => string);
/** `find`: everyday words by which people look for it. */
export type CardWords<Found> = { title: string; find: string; text: Told<Found>; example: Told<Found> };

type About = {
  ask: readonly [Helpline, ...Helpline[]];
  sources: readonly [Source, ...Source[]];
  next?: Next;
  /** Regions have their own numbers or rules. */
  regional?: true;
  /** Of the words; the numbers bring their own. */
  confidence?: Parameter["confidence"];
  /** What is not certain, where it can be said more exactly than "ask first". */
  unsure?: Readonly<Record<Lang, string>>;
};
type Made<Found> = About & { found: (reader: Reader) => Found; zh: CardWords<Found>; en: CardWords<Found> };

export type Card = About & {
  words: Readonly<Record<Lang, { title: string; find: string }>>;
  tell(lang: Lang, reader: Reader, say: Say): { text: string; example: string };
};

export const card = <Found>({ found, zh, en, ...about }: Made<Found>): Card => ({
  ...about,
  words: { zh: wordsOf(zh), en: wordsOf(en) },
  tell: (lang, reader, say) => {
    const [words, numbers] = [lang === "zh" ? zh : en, found(reader)];
    const told = (part: Told<Found>) => (typeof part === "string" ? part : part(numbers, say));
    return { text: told(words.text), example: told(words.example) };
  },
});

const wordsOf = ({ title, find }: { title: string; find: string }) => ({ title, find });

/** A card without a number of policy. */
export const plainCard = (made: Omit<Made<null>, "found">): Card => card({ ...made, found: () => null });
