// Pictures: what is drawn is reckoned here, without a browser; `picture` puts it on the page. Beside each stands a table.
// Widths are shares of the page, heights are in lines of text: the words stay as large as all others on every screen.

export type Shape = readonly [tag: "rect" | "text", attributes: Readonly<Record<string, string>>, text?: string];

/** `least` and `most`: a range, where there is more than one answer. `text` says the value. */
export type Bar = { label: string; text: string; value: number; most?: number };

const LINE_EM = 1.5;
const ROW_EM = 3.25;
const BAR_EM = 1;
const share = (part: number, whole: number) => `${whole > 0 ? Math.round((Math.max(0, part) / whole) * 10_000) / 100 : 0}%`;

/** One row a bar: its words, and under them how long it is, beside the longest. */
export function barShapes(bars: readonly Bar[]): Shape[] {
  const longest = Math.max(0, ...bars.map(({ value, most = value }) => most));
  return bars.flatMap(({ label, text, value, most }, row) => {
    const y = `${row * ROW_EM + LINE_EM}em`;
    const drawn = (kind: string, width: string): Shape => [
      "rect",
      { class: kind, x: "0", y, width, height: `${BAR_EM}em`, rx: "2" },
    ];
    return [
      ...words(row, label, text),
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
  const placed = (at: number) => share(((at - first) * (100 - MARK_PERCENT)) / 100, length);
  return moments.flatMap(({ label, text, at }, row) => {
    const y = row * ROW_EM + LINE_EM;
    return [
      ...words(row, label, text),
      ["rect", { class: "track", x: "0", y: `${y + 0.3}em`, width: "100%", height: ".4em" }],
      ["rect", { class: "range", x: "0", y: `${y + 0.3}em`, width: placed(at), height: ".4em" }],
      ["rect", { class: "bar", x: placed(at), y: `${y}em`, width: `${MARK_PERCENT}%`, height: `${BAR_EM}em` }],
    ] satisfies Shape[];
  });
}

function words(row: number, label: string, text: string): Shape[] {
  const y = `${row * ROW_EM + 1.1}em`;
  return [
    ["text", { x: "0", y }, label],
    ["text", { class: "value", x: "100%", y, "text-anchor": "end" }, text],
  ];
}

const SVG = "http://www.w3.org/2000/svg";

/** `rows` of the picture; `label` says what it shows to who cannot see it, the table beside it says the rest. */
export function picture(shapes: readonly Shape[], label: string): SVGElement {
  const rows = shapes.filter(([, { class: kind }]) => kind === "value").length;
  const drawn = document.createElementNS(SVG, "svg");
  const all = { class: "picture", role: "img", "aria-label": label, height: `${rows * ROW_EM}em` };
  for (const [name, value] of Object.entries(all)) drawn.setAttribute(name, value);
  for (const [tag, attributes, text] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    if (text) shape.textContent = text;
    drawn.append(shape);
  }
  return drawn;
}
