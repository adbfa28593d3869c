// Words for scripts. They come with the page, in its language: no bundle carries them.
import type { KitWords } from "./messages/kit.ts";

/** The words that the page was given (`words` of JourneyLayout). */
export function wordsOnPage<More = KitWords>(): KitWords & More {
  return JSON.parse(document.getElementById("words")!.textContent!);
}

/** `有{n}处要改`, `{n} thing|{n} things`: the second form is for every number but one. */
export function fill(text: string, values: Record<string, string | number>): string {
  const [one, many = one] = text.split("|") as [string, string?];
  const form = Object.values(values)[0] === 1 ? one : many;
  return form.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** The words of a finding. A newer server may find something that this page has no words for yet. */
export const wordsFor = (code: string, words: Record<string, string>): string => words[code] ?? words["problem.refused"]!;
