// Excel keeps fifteen digits of a number. Of the numbers it damaged, one in eleven has a right check digit by chance and
// names somebody else; of right numbers not one in a thousand ends in 000. So the file as a whole tells which it is.
const DAMAGED = /^(?:\d{15}000|\d(?:\.\d+)?E\+?1[67])$/i;
const MORE_THAN_CHANCE = 1 / 50;

/** `column`: where the numbers are. */
export function countDamage(column: number) {
  let [rows, damaged] = [0, 0];
  return {
    look(cells: readonly string[]) {
      rows++;
      if (DAMAGED.test(cells[column]?.trim() ?? "")) damaged++;
    },
    rows: () => rows,
    isLikely: () => damaged > rows * MORE_THAN_CHANCE,
  };
}
