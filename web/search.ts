// Finds cards by what people type: words, or in Chinese any two characters side by side. Pure; slices/policy.ts shows what it finds.

/** As the site carries it, `policy/cards.json`: address below /policy/, title, text, everyday words. */
export type Entry = readonly [address: string, title: string, text: string, find: string];

const SAYS_NOTHING = /^(the|and|for|how|what|when|can|get|does|have|are|you|not|with|from)$/;

/** 断缴了 is 断缴, 缴了; "missed payments" is miss, payment. */
const piecesOf = (typed: string): string[] =>
  (
    typed
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\u3400-\u9fff]+|[a-z0-9]{3,}/g) ?? []
  ).flatMap((run) => {
    if (run < "\u3400") return SAYS_NOTHING.test(run) ? [] : ` ${run.replace(/(.{3})(ies|y|s|ed|ing)$/, "$1")}`;
    return run.length === 1 ? run : Array.from(run.slice(1), (character, at) => run[at]! + character);
  });

/** The closest first: most of the words, then those that stand earliest in title, everyday words, text. The rest is left out. */
export function findEntries(entries: readonly Entry[], typed: string): Entry[] {
  const pieces = piecesOf(typed);
  const scored = entries.map((entry) => {
    const [, title, text, find] = entry;
    const all = ` ${title} ${find} ${text}`.toLowerCase().replace(/-/g, " ");
    const places = pieces.map((piece) => all.indexOf(piece)).filter((place) => place >= 0);
    return { entry, found: places.length, far: places.reduce((sum, place) => sum + place, 0) };
  });
  const best = Math.max(1, ...scored.map(({ found }) => found));
  return scored
    .filter(({ found }) => found * 3 >= pieces.length && found * 4 >= best * 3)
    .sort((a, b) => b.found - a.found || a.far - b.far)
    .map(({ entry }) => entry);
}
