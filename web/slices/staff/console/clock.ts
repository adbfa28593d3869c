/** How long a call lasts: 04:12, 61:05. */
export function lasting(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (count: number) => String(count).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** The cells of a time that runs out: so many of `cells` are still solid. The last one goes with the last second. */
export const solidCells = (leftMs: number, wholeMs: number, cells: number): number =>
  Math.min(cells, Math.max(0, Math.ceil((leftMs / wholeMs) * cells)));
