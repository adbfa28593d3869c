import type { Figure } from "./goals.ts";

const LINE = 120;

/** One line a figure: what, how much, what was asked, met or missed; notes below it. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => ({
    name: figure.name,
    value: shown(figure),
    goal: figure.goal,
    met: figure.met ? "met" : "MISSED",
    note: figure.note,
  }));
  const widest = (column: "name" | "value" | "goal") => Math.max(column.length, ...rows.map((row) => row[column].length));
  const [name, value, goal] = [widest("name"), widest("value"), widest("goal")];
  const line = (cells: { name: string; value: string; goal: string; met: string }) =>
    `${cells.name.padEnd(name)}  ${cells.value.padStart(value)}  ${cells.goal.padEnd(goal)}  ${cells.met}`;
  const head = line({ name: "name", value: "value", goal: "goal", met: "" }).trimEnd();
  return [head, "-".repeat(head.length), ...rows.flatMap((row) => [line(row), ...(row.note ? wrapped(row.note) : [])])].join(
    "\n",
  );
}

function shown({ value, unit, against, ratio }: Figure): string {
  const number = (figure: number) => figure.toLocaleString("en", { maximumFractionDigits: figure < 100 ? 3 : 0 });
  const absolute = `${number(value)} ${unit}${against === undefined ? "" : ` : ${number(against)}`}`;
  return ratio === undefined ? absolute : `${number(ratio)} (${absolute})`;
}

function wrapped(note: string): string[] {
  const lines: string[] = [];
  let line = "   ";
  for (const word of note.split(" ")) {
    if (line.length + word.length >= LINE) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
