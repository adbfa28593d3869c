import { byId, element } from "../../dom.ts";
import { fill } from "../../words.ts";
import { cells } from "./draw.ts";
import { monthsText, owedMonths } from "./months-in-words.ts";
import { type Insured, needsYou, type Says } from "./words.ts";

/** A grid for every insurance that has months. Those that need the person, and the first, are open. */
export function drawMonths(insured: readonly Insured[], says: Says): Node | false {
  const { words } = says;
  const withMonths = insured.filter(({ years }) => years.length > 0);
  if (withMonths.length === 0) return false;
  const keyOf = (state: string, word: string) => element("li", {}, cells(state), word);
  return element(
    "section",
    { class: "sheet", "aria-labelledby": "grids" },
    element("h2", { id: "grids" }, words.grids),
    element(
      "ul",
      { class: "list key" },
      keyOf("p", words["key.paid"]),
      keyOf("g", words["key.missing"]),
      keyOf("n", words["key.notDue"]),
    ),
    ...withMonths.map((view, index) => grid(view, index === 0 || needsYou(view), says)),
  );
}

function grid(view: Insured, open: boolean, says: Says): Node {
  const { words } = says;
  const name = byId(view.insurance).querySelector("h3")?.textContent ?? "";
  const owed = owedMonths(view);
  return element(
    "details",
    open ? { open: "" } : {},
    element("summary", {}, name, fill(words.total, { n: view.paidMonths })),
    element(
      "table",
      { class: "months" },
      element("caption", { class: "vh" }, name),
      element(
        "thead",
        { class: "vh" },
        element("tr", {}, element("th", {}, words.year), element("td"), element("th", {}, words.paid)),
      ),
      element("tbody", {}, ...view.years.map((year) => row(year, says))),
    ),
    view.gaps.length > 0 && element("p", {}, fill(words.missing, { months: monthsText(view.gaps, says) })),
    owed.length > 0 && element("p", {}, fill(words.owed, { months: monthsText(owed, says) })),
  );
}

/** The same in cells and in words, because cells are not read out; which months are missing is said below. */
function row({ year, months }: Insured["years"][number], says: Says): Node {
  const { words } = says;
  const count = (state: string) => months.split(state).length - 1;
  const [missing, owed] = [count("g"), count("o")];
  const said = [
    missing > 0 && fill(words.yearMissing, { n: missing }),
    owed > 0 && fill(words.yearOwed, { n: owed }),
    missing + owed === 0 && fill(words.yearPaid, { n: count("p") }),
  ].filter((text) => text !== false);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, String(year)),
    element("td", {}, cells(months)),
    element("td", missing + owed > 0 ? { class: "hot" } : {}, said.join(words.and)),
  );
}
