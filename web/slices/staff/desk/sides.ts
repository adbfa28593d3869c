// Side by side, a column each; what is not the same as in the first column says so in a word and a shape.
import type { MatterView, SideShown } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import type { Page } from "./words.ts";

const ROWS = [
  "name",
  "docType",
  "number",
  "sex",
  "birth",
  "phones",
  "residence",
  "verified",
  "reason",
  "relation",
  "diedOn",
  "mother",
] as const;
/** Only these are compared: somebody may well have moved, or another phone. */
const COMPARED: readonly string[] = ["name", "docType", "number", "sex", "birth", "diedOn"];

export function drawSides({ sides }: MatterView, { words, said }: Page): void {
  byId("compare").hidden = sides.length === 0;
  const frame = byId("sides").parentElement!;
  frame.tabIndex = 0; // on a narrow screen it is moved sideways, by keyboard too
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-labelledby", "compare-title");
  const textOf = (side: SideShown, row: (typeof ROWS)[number]): string => {
    const value = side[row];
    if (row === "phones") return (side.phones ?? []).join("、");
    if (!value) return "";
    if (row === "birth" || row === "diedOn") return dateIn(langOfPage(), String(value));
    if (row === "docType") return said[value === "OTHER" ? "doc.OTHER" : String(value)] ?? "";
    if (row === "sex") return said[`sex.${value}`] ?? "";
    if (row === "verified") return said[`verified.${value}`] ?? "";
    if (row === "relation") return said[`relative.${value}`] ?? "";
    if (row === "reason") return side.reason === "other" ? (side.text ?? "") : (said[`why-name.${value}`] ?? "");
    return String(value);
  };
  const head = sides.map(({ is }) => element("th", { scope: "col" }, words[`side.${is}`]));
  const body = ROWS.filter((row) => sides.some((side) => textOf(side, row) !== "")).map((row) => {
    const first = sides[0] ? textOf(sides[0], row) : "";
    const cells = sides.map((side, nth) => {
      const text = textOf(side, row);
      const differs = nth > 0 && COMPARED.includes(row) && text !== "" && first !== "" && text !== first;
      const mark = differs && element("span", { class: "tag warn" }, words.differs);
      return element("td", differs ? { class: "diff" } : {}, element("span", { lang: langFor(row) }, text), mark);
    });
    return element("tr", {}, element("th", { scope: "row" }, words[`row.${row}`]), ...cells);
  });
  byId("sides").replaceChildren(element("thead", {}, element("tr", {}, element("td"), ...head)), element("tbody", {}, ...body));
}

const langFor = (row: string): string => (["name", "residence"].includes(row) || langOfPage() === "zh" ? "zh-CN" : "en");
