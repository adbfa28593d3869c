// Excel keeps fifteen digits of a number, the rest becomes zeroes. Of the numbers it damaged one in eleven has a right check
// digit by chance and names somebody else, while of right numbers one in 1,100 ends in 000. Which of the two such a number
// is, the file tells: from so many certainly damaged ones on, it is rather a damaged one than a right one.
import { checkDigit } from "../../shared/kernel/number-parts.ts";

const NOTATION = /^\d(?:\.\d+)?E\+?1[67]$/i;
const ZEROES = /^\d{15}000$/;
const RATHER_DAMAGED_FROM = 10 / 1100; // of all rows

const isDamaged = (number: string) => NOTATION.test(number) || (ZEROES.test(number) && checkDigit(number) !== "0");

/** `column`: where the numbers are. */
export function countDamage(column: number) {
  let [rows, damaged] = [0, 0];
  return {
    look(cells: readonly string[]) {
      rows++;
      if (isDamaged(cells[column]?.trim() ?? "")) damaged++;
    },
    rows: () => rows,
    isLikely: () => damaged > rows * RATHER_DAMAGED_FROM,
  };
}
