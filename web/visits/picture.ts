// The picture of one household: a row for each person, a cell for each insurance. A state is a shape; the colour only repeats it.
import type { CoveredHousehold } from "./coverage-routes.ts";

export const insuranceOrder = ["pension", "medical", "unemployment", "injury", "maternity"] as const;
export const isGap = (cell: string | undefined): boolean => cell === "missing" || cell === "stopped";
export const hasGap = ({ members }: CoveredHousehold): boolean =>
  members.some(({ cells }) => insuranceOrder.some((insurance) => isGap(cells[insurance])));

/** Names of classes are written whole: a page carries only the styles that it names (web/page-styles.ts). */
export const classes: Readonly<Record<string, string>> = {
  insured: "c-insured",
  missing: "c-missing",
  stopped: "c-stopped",
  open: "c-open",
  none: "c-none",
  unknown: "c-unknown",
};

const SIDE = 12;
/** Within a cell of 12 by 12. */
const shapes: Readonly<Record<string, string>> = {
  insured: "M1 1h10v10h-10z", // full
  missing: "M6 0l6 6l-6 6l-6-6zm0 3.2l-2.8 2.8l2.8 2.8l2.8-2.8z", // a hollow diamond
  stopped: "M1 1h10v10zm0 2.6v7.4h7.4z", // cut in two
  open: "M1 1h10v10h-10zm1.5 1.5v7h7v-7z", // a hollow square
  none: "M5 5h2v2h-2z", // a dot
  unknown: "M0 5h3v2h-3zm4.5 0h3v2h-3zm4.5 0h3v2h-3z", // dashes
};

/** One path for each state that occurs, by state. */
export function pathsOf({ members }: Pick<CoveredHousehold, "members">): { cell: string; d: string }[] {
  const paths = new Map<string, string>();
  for (const [row, { cells }] of members.entries())
    for (const [column, insurance] of insuranceOrder.entries()) {
      const cell = cells[insurance] ?? "unknown";
      paths.set(cell, (paths.get(cell) ?? "") + shapeAt(cell, column * (SIDE + 2), row * (SIDE + 2)));
    }
  return [...paths].map(([cell, d]) => ({ cell, d }));
}

/** The first point is moved, the rest is relative to it; `M`s after it are relative as well (`m`). */
export function shapeAt(cell: string, x: number, y: number): string {
  const shape = shapes[cell] ?? shapes["unknown"]!;
  return shape.replace(/^M([\d.]+) ([\d.]+)/, (_, left, top) => `M${Number(left) + x} ${Number(top) + y}`);
}

export const sizeOf = (people: number): { width: number; height: number } => ({
  width: insuranceOrder.length * (SIDE + 2) - 2,
  height: Math.max(1, people) * (SIDE + 2) - 2,
});

/** How many people lack what, for a name that is read out. */
export function gapsOf({ members }: CoveredHousehold): { insurance: string; cell: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const { cells } of members)
    for (const insurance of insuranceOrder) {
      const cell = cells[insurance] ?? "";
      if (isGap(cell)) counts.set(`${insurance} ${cell}`, (counts.get(`${insurance} ${cell}`) ?? 0) + 1);
    }
  return [...counts].map(([name, n]) => {
    const [insurance = "", cell = ""] = name.split(" ");
    return { insurance, cell, n };
  });
}

/** What the sentence above the picture counts. */
export const countsOf = (households: readonly CoveredHousehold[]) => {
  const people = households.flatMap(({ members }) => members);
  const withGap = people.filter(({ cells }) => insuranceOrder.some((insurance) => isGap(cells[insurance])));
  const homes = households.filter(hasGap).length;
  return {
    households: households.length,
    people: people.length,
    missing: withGap.length,
    gaps: homes,
    full: households.length - homes,
    confirmed: people.filter(({ confirmed }) => confirmed).length,
  };
};
