import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage, here as pathTo } from "../../../paths.ts";
import type { CoveredHousehold } from "../../../visits/coverage-routes.ts";
import { classes, countsOf, gapsOf, hasGap, insuranceOrder, pathsOf, sizeOf } from "../../../visits/picture.ts";
import { fill } from "../../../words.ts";
import { count, form } from "./coverage-give.ts";
import { here, said, words } from "./coverage-here.ts";

const SVG = "http://www.w3.org/2000/svg";

export const drawing = (tag: "svg" | "path", attributes: Record<string, string>): SVGElement => {
  const made = document.createElementNS(SVG, tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]!);
  return made;
};

function picture(household: CoveredHousehold): SVGElement {
  const { width, height } = sizeOf(household.members.length);
  const svg = drawing("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    "aria-hidden": "true",
  });
  svg.append(
    ...pathsOf(household).map(({ cell, d }) => drawing("path", { class: classes[cell] ?? "", d, "fill-rule": "evenodd" })),
  );
  return svg;
}

/** What is read out of a household. */
function nameOf(household: CoveredHousehold): string {
  const gaps = gapsOf(household).map(({ insurance, cell, n }) =>
    fill(words.homeGap, { name: said[`ins.${insurance}`] ?? "", cell: said[`cell.${cell}`] ?? "", n }),
  );
  const comma = langOfPage() === "zh" ? "，" : ", ";
  return [
    fill(words.home, { n: household.short, people: household.members.length }),
    ...(gaps.length > 0 ? gaps : [words.homeFull]),
  ].join(comma);
}

/** Who gives out lists ticks it; who visits goes there. */
function tile(household: CoveredHousehold): HTMLElement {
  const kind = hasGap(household) ? "home gap" : "home";
  const number = element("span", { class: "no" }, household.short);
  if (!here.gives) {
    const link = element("a", {
      href: `${pathTo("/staff/visits")}#house/${household.household}`,
      "aria-label": `${nameOf(household)}: ${words.visit}`,
    });
    link.append(picture(household), number);
    return element("li", { class: kind }, link);
  }
  const id = `h-${household.household}`;
  const input = element("input", {
    type: "checkbox",
    id,
    name: "household",
    value: household.household,
    "aria-label": nameOf(household),
  });
  const label = element("label", { for: id });
  label.append(picture(household), number);
  return element("li", { class: kind }, input, label);
}

function table(): HTMLElement {
  const head = [
    words.householdColumn,
    words.relation,
    ...insuranceOrder.map((insurance) => said[`ins.${insurance}`] ?? ""),
    words.confirmedColumn,
  ];
  const rows = here.shown.flatMap(({ short, members }) =>
    members.map(({ relation, cells, confirmed }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, short),
        element("td", {}, said[`relation.${relation.slice(0, 1)}`] ?? relation),
        ...insuranceOrder.map((insurance) => element("td", {}, said[`cell.${cells[insurance]}`] ?? "")),
        element("td", {}, confirmed ? words.confirmedYes : words.confirmedNo),
      ),
    ),
  );
  const columns = element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)));
  return element("table", {}, element("thead", {}, columns), element("tbody", {}, ...rows));
}

export function draw(): void {
  const { village, asOf, next } = here.about!;
  byId("picture").hidden = here.shown.length === 0;
  byId("summary").textContent = here.shown.length === 0 ? words.none : fill(words.summary, { village, ...countsOf(here.shown) });
  byId("as-of").textContent = [
    fill(words.asOf, { date: dateIn(langOfPage(), asOf) }),
    next && fill(words.more, { n: here.shown.length }),
  ]
    .filter(Boolean)
    .join(" ");
  const states = ["insured", "missing", "stopped", "open"];
  const people = here.shown.flatMap(({ members }) => members);
  byId("totals")
    .querySelector("tbody")!
    .replaceChildren(
      ...insuranceOrder.map((insurance) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, said[`ins.${insurance}`] ?? ""),
          ...states.map((cell) => element("td", {}, String(people.filter(({ cells }) => cells[insurance] === cell).length))),
        ),
      ),
    );
  byId("map").replaceChildren(...here.shown.map(tile));
  byId("more").hidden = !next;
  form().hidden = !here.gives || here.shown.length === 0;
  drawTable();
  count();
}

/** Some thousand cells: only when somebody wants them as words. */
export function drawTable(): void {
  const details = byId("as-table");
  byId("rows").replaceChildren(...(details instanceof HTMLDetailsElement && details.open ? [table()] : []));
}
