// A tree over the leaves of a day: whoever has one leaf and some twenty hashes comes to the same top.
import { type Hash, NOTHING_BEFORE, nodeText } from "../../shared/access-log/chain.ts";
import { sha256 } from "./told.ts";

/** Every level, from the leaves to the top. One that has no neighbour goes up as it is. */
export function treeOver(leaves: readonly Hash[]): Hash[][] {
  const levels: Hash[][] = [[...leaves]];
  for (let level = levels[0]!; level.length > 1; level = levels.at(-1)!) {
    const above: Hash[] = [];
    for (let nth = 0; nth < level.length; nth += 2) {
      const [left, right] = [level[nth]!, level[nth + 1]];
      above.push(right === undefined ? left : sha256(nodeText(left, right)));
    }
    levels.push(above);
  }
  return levels;
}

/** Of a day on which nothing grew there is a top too. */
export const topOf = (levels: readonly Hash[][]): Hash => levels.at(-1)?.[0] ?? NOTHING_BEFORE;

export function pathOf(levels: readonly Hash[][], leaf: number): string[] {
  const path: string[] = [];
  let nth = leaf;
  for (const level of levels.slice(0, -1)) {
    const neighbour = level[nth ^ 1];
    if (neighbour !== undefined) path.push(`${nth % 2 ? "L" : "R"}${neighbour}`);
    nth >>= 1;
  }
  return path;
}
