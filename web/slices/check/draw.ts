import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { Lang } from "../../messages/both.ts";
import { here } from "../../paths.ts";

export type Piece = Node | string | undefined | false;

/** A text with its telephone numbers to press, the heart of it, `<…>`, in bold, and cards of policy, `[pay where to pay]`, or other pages, `[/enrolment choose]`. */
export const rich = (text: string): Piece[] =>
  text.split(/(<.+?>|\[.+?\])/).flatMap((piece, index) => {
    if (index % 2 === 0) return withPhones(piece);
    const [inside, gap] = [piece.slice(1, -1), piece.indexOf(" ")];
    const page = inside.slice(0, gap - 1);
    return piece[0] === "<"
      ? element("b", {}, inside)
      : element("a", { href: here(page[0] === "/" ? page : `/policy/${page}`) }, piece.slice(gap + 1, -1));
  });

export const day = (lang: Lang, date: string): HTMLTimeElement => element("time", { datetime: date }, dateIn(lang, date));

/** A sentence with something else than text in its holes. */
export const around = (text: string, holes: Record<string, Piece>): Piece[] =>
  text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? holes[piece] : piece));

/** Terms and what stands beside them; a row without content is left out. */
export const facts = (rows: readonly (readonly [term: string, ...said: Piece[]] | false | undefined)[]): HTMLDListElement =>
  element(
    "dl",
    { class: "facts" },
    ...rows.map((row) => row && element("div", {}, element("dt", {}, row[0]), element("dd", {}, ...row.slice(1)))),
  );

/** `p` paid, `g` missing, `o` owed, `n` not due; what is not paid has the number of its month, where it is one of twelve. */
export const cells = (months: string): HTMLSpanElement =>
  element(
    "span",
    { class: "cells", "aria-hidden": "true" },
    ...Array.from(months, (state, index) => {
      if (state === "p") return element("i");
      return state === "n" ? element("i", { class: "n" }) : element("i", { class: "g" }, months.length > 1 && String(index + 1));
    }),
  );
