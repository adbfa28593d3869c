import { expect, vi } from "vitest";

/** Listens to every console line from now on. `holdsNone` fails when one of them holds any of these words. */
export function listen() {
  const lines: string[] = [];
  for (const method of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, method).mockImplementation((...said) => void lines.push(said.map(String).join(" ")));

  return {
    lines,
    holdsNone(words: readonly string[]) {
      expect(words.every((word) => word.length > 1)).toBe(true);
      expect(lines.filter((line) => words.some((word) => line.includes(word)))).toEqual([]);
    },
  };
}
