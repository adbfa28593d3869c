// Names as they are: one character or fifty, rare ones, ones with a dot. They are kept as typed and compared by a key.
import * as v from "valibot";

export const NAME_CHARACTERS = 50;

/** Controls, invisible marks that reorder or hide, line breaks, halves of a character. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Not "an assigned character": characters of the newest standard, and of a printer's own set, are as good as any. */
export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text);
/** Something that is no digit, mark or punctuation. Not "a letter": an old browser does not know the newest characters as letters. */
const SAYS_SOMETHING = /[^\p{N}\p{P}\p{S}\p{M}\p{Z}]/u;

/** As typed but for blanks at its ends: no other form is ever made of a name (handbook 1.8). */
export const Name = v.pipe(
  v.string(),
  v.transform((typed) => typed.trim()),
  v.check((name) => Array.from(name).length <= NAME_CHARACTERS),
  v.check(isPrintable),
  v.regex(SAYS_SOMETHING),
  v.brand("Name"),
);
export type Name = v.InferOutput<typeof Name>;

/** What keyboards give for U+00B7, the dot inside Uygur, Tibetan, Mongolian and foreign names. */
const DOTS = /[•‧∙⋅・･．.ꞏ᛫]/g;
const APOSTROPHES = /[‘’ʼʻ′`]/g;
/** Which drawing of a character is meant, not which character. */
const VARIATION_SELECTORS = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;

/** For comparison only: equal for the ways in which one name is typed. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(DOTS, "·")
    .replace(APOSTROPHES, "'")
    .replace(VARIATION_SELECTORS, "")
    .replace(/\s/g, "")
    .toLowerCase();

export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);
