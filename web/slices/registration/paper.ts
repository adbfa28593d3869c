// The official table, drawn with what was filled in. What came from the form is in another type than the form itself.
import { element } from "../../dom.ts";
import type { Row } from "./official-form.ts";

/** What stands on the lines, by name, and which boxes are ticked. */
export type Filled = { texts: Readonly<Record<string, string>>; ticked: ReadonlySet<string> };
type Words = Record<"box.on" | "box.off", string>;

type Piece = { is: "text" | "heading" | "line"; text: string } | { is: "box"; text: string; label: string };

const PIECE = /_([a-z.]+)_|□([A-Za-z_0-9.]+) ([^□_]*)/;
const LONG = 18; // what is longer than any number is set smaller in a narrow cell

/** `□name label` and `_name_` among the words; what a part of the form is called comes first, and is bold. */
export function piecesOf(cell: string): Piece[] {
  const [, heading = "", rest = ""] = cell.match(/^([一二三四五]、(?:如|[^：]*：)?|本人声明：)?(.*)$/s) ?? [];
  const bold = heading.replace(/如$/, "");
  const pieces: Piece[] = bold ? [{ is: "heading", text: bold }] : [];
  for (let left = heading.slice(bold.length) + rest; left; ) {
    const found = left.match(PIECE);
    const before = left.slice(0, found?.index);
    if (before) pieces.push({ is: "text", text: before });
    if (!found) break;
    const [whole, line, box, label = ""] = found;
    pieces.push(box ? { is: "box", text: box, label } : { is: "line", text: line ?? "" });
    left = left.slice((found.index ?? 0) + whole.length);
  }
  return pieces;
}

export function drawCell(cell: string, { texts, ticked }: Filled, words: Words): (Node | string)[] {
  return piecesOf(cell).map((piece) => {
    if (piece.is === "line") return element("u", { "data-line": piece.text }, texts[piece.text] ?? "");
    if (piece.is !== "box") return piece.is === "heading" ? element("b", {}, piece.text) : piece.text;
    const on = ticked.has(piece.text);
    const mark = {
      class: on ? "bx on" : "bx",
      role: "img",
      "aria-label": words[on ? "box.on" : "box.off"],
      "data-box": piece.text,
    };
    return element("span", { class: "o" }, element("i", mark), piece.label);
  });
}

/** Six cells are three names with their values, two stand side by side, three are a text with a signature and its day. */
export function drawTable(rows: readonly Row[], filled: Filled, words: Words): HTMLElement[] {
  const cellOf = (cell: string) => drawCell(cell, filled, words);
  const value = (cell: string) => {
    const name = cell.match(/^_([a-z.]+)_$/)?.[1];
    if (!name) return element("td", {}, ...cellOf(cell));
    const text = filled.texts[name] ?? "";
    return element("td", { class: text.length > LONG ? "v small" : "v", "data-line": name }, text);
  };
  return rows.map((row) => {
    if (row.length === 6)
      return element("tr", {}, ...row.map((cell, at) => (at % 2 ? value(cell) : element("th", { scope: "row" }, cell))));
    if (row.length === 2) return element("tr", {}, ...row.map((cell) => element("td", { colspan: "3" }, ...cellOf(cell))));
    const [said = "", signature = "", day = ""] = row;
    const signed = element(
      "div",
      { class: "signed" },
      element("span", {}, ...cellOf(signature)),
      element("span", {}, ...cellOf(day)),
    );
    return element("tr", {}, element("td", { colspan: "6" }, ...cellOf(said), row.length === 3 && signed));
  });
}
