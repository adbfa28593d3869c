// Pictures: what is drawn is reckoned here, without a browser; `picture` puts it on the page. Beside each stands a table.
// Widths are shares of the page, heights are in lines of text: the words stay as large as all others on every screen.

export type Shape = readonly [tag: "rect" | "text", attributes: Readonly<Record<string, string>>, text?: string];

/** `least` and `most`: a range, where there is more than one answer. `text` says the value. */
export type Bar = { label: string; text: string; value: number; most?: number };

const LINE_EM = 1.5;
export const BAR_EM = 1;
const GAP_EM = 0.75;
/** As many narrow characters as a line of large print holds on a small phone; a Chinese one is two wide. */
const LINE_CHARACTERS = 26;

export const share = (part: number, whole: number) =>
  `${whole > 0 ? Math.round((Math.max(0, part) / whole) * 10_000) / 100 : 0}%`;
export const em = (length: number) => `${Math.round(length * 100) / 100}em`;

export type Words = { label: string; text: string };
const width = (text: string) => Array.from(text).reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);

/** The words of all rows on one line each, or on two where one line is not enough for all of them; `top`: of what is drawn below. */
export function rowsOf<Row extends Words>(rows: readonly Row[]): { row: Row; top: number; words: Shape[] }[] {
  const lines = rows.some(({ label, text }) => width(label) + width(text) >= LINE_CHARACTERS) ? 2 : 1;
  const height = lines * LINE_EM + BAR_EM + GAP_EM;
  return rows.map((row, index) => {
    const first = index * height + 1.1;
    const value = { class: "value", y: em(first + (lines - 1) * LINE_EM) };
    const end: Record<string, string> = lines === 1 ? { ...value, x: "100%", "text-anchor": "end" } : { ...value, x: "0" };
    return {
      row,
      top: index * height + lines * LINE_EM,
      words: [
        ["text", { x: "0", y: em(first) }, row.label],
        ["text", end, row.text],
      ],
    };
  });
}

/** One row a bar: its words, and under them how long it is, beside the longest. */
export function barShapes(bars: readonly Bar[]): Shape[] {
  const longest = Math.max(0, ...bars.map(({ value, most = value }) => most));
  return rowsOf(bars).flatMap(({ row: { value, most }, top, words }) => {
    const drawn = (kind: string, length: string): Shape => [
      "rect",
      { class: kind, x: "0", y: em(top), width: length, height: em(BAR_EM), rx: "2" },
    ];
    return [
      ...words,
      drawn("track", "100%"),
      ...(most === undefined ? [] : [drawn("range", share(most, longest))]),
      drawn("bar", share(value, longest)),
    ];
  });
}

/** `at` in any unit, the same for all. */
export type Moment = { label: string; text: string; at: number };

const MARK_PERCENT = 3; // a mark at the end is still on the picture

/** One row a moment: its words, and under them where it lies between the first and the last. */
export function timelineShapes(moments: readonly Moment[]): Shape[] {
  const first = Math.min(...moments.map(({ at }) => at));
  const length = Math.max(...moments.map(({ at }) => at)) - first;
  return rowsOf(moments).flatMap(({ row: { at }, top, words }) => {
    const placed = share(((at - first) * (100 - MARK_PERCENT)) / 100, length);
    const line = { x: "0", y: em(top + 0.3), height: em(BAR_EM - 0.6) };
    return [
      ...words,
      ["rect", { ...line, class: "track", width: "100%" }],
      ["rect", { ...line, class: "range", width: placed }],
      ["rect", { class: "bar", x: placed, y: em(top), width: `${MARK_PERCENT}%`, height: em(BAR_EM) }],
    ] satisfies Shape[];
  });
}

const SVG = "http://www.w3.org/2000/svg";

/** `label` says what it shows to who cannot see it; the table beside it says the rest. */
export function picture(shapes: readonly Shape[], label: string): SVGElement {
  const drawn = document.createElementNS(SVG, "svg");
  const bottom = Math.max(
    0,
    ...shapes.map(([, { y = "", height = "" }]) => Number.parseFloat(y) + (Number.parseFloat(height) || 0)),
  );
  const all = { class: "picture", role: "img", "aria-label": label, height: em(bottom + GAP_EM) };
  for (const [name, value] of Object.entries(all)) drawn.setAttribute(name, value);
  for (const [tag, attributes, text] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    if (text) shape.textContent = text;
    drawn.append(shape);
  }
  return drawn;
}
