/** `EMPLOYED 淮南某公司` and `card.yes` begin with a code; everything else is shown as it is. */
export function inWords(asked: string, words: Record<string, string>): string {
  const [code = "", ...rest] = asked.split(" ");
  return [words[code] ?? code, ...rest].join(" ");
}
