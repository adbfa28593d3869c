// What every answer has: its parts in words, what it lacks, where its numbers come from.
import type { Law, NeedsStaff } from "../../../shared/policy/law.ts";
import type { Parameter } from "../../../shared/policy/parameter.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { regionName } from "./region.ts";
import { valueInWords } from "./value.ts";
import type { EstimateWords } from "./words.ts";

export type Piece = Node | string;

/** The one sentence that answers. */
export const outcome = (text: string): Piece => element("p", { class: "outcome" }, text);
/** How it was worked out, in words, with the person's numbers. */
export const formula = (text: string): Piece => element("p", { class: "formula" }, text);
export const title = (text: string): Piece => element("h3", {}, text);
export const paragraph = (text: string): Piece => element("p", {}, ...withPhones(text));

/** Its first column names the row. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Piece {
  const line = (cells: readonly string[], of: "th" | "td") =>
    element(
      "tr",
      {},
      ...cells.map((cell, index) => (of === "th" ? th(cell, "col") : index ? element("td", {}, cell) : th(cell, "row"))),
    );
  const th = (text: string, scope: string) => element("th", { scope }, text);
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "group", "aria-label": caption },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, line(head, "th")),
      element("tbody", {}, ...rows.map((row) => line(row, "td"))),
    ),
  );
}

/** Whom to ask about a number: medical insurance, what is paid to the tax office, everything else. */
export const phoneFor = (key: string): string =>
  /medical/.test(key) ? "12393" : /^(?:late-fee|undeclared)/.test(key) ? "12366" : "12333";

/** In the place of what cannot be worked out: which number of which region is missing, and whom to ask. */
export function needsStaff({ key }: NeedsStaff, { region }: Pick<Law, "region">, words: EstimateWords): Piece {
  const place = regionName(region, words.nationwide);
  return element(
    "div",
    { class: "note" },
    element("h3", {}, fill(words.missing, { region: place, name: words[`name.${key}`] ?? key })),
    element("p", {}, ...withPhones(fill(words.missingText, { phone: phoneFor(key) }))),
    element(
      "p",
      {},
      element("a", { href: here("/contact") }, words.missingLink),
      " · ",
      element("a", { href: here(words.cardPath) }, words.card),
    ),
  );
}

/** Every number that was used, closed: name, value, document, when it was last checked and how sure. */
export function sources(entries: readonly Parameter[], words: EstimateWords): Piece {
  const lang = langOfPage();
  const described = entries.flatMap(({ key, value, document, url, region, verifiedOn, confidence }) => {
    const text = fill(words.source, {
      document: "\0",
      region: regionName(region, words.nationwide),
      date: dateIn(lang, verifiedOn),
      confidence: words[`confidence.${confidence}`],
    });
    const [before = "", after = ""] = text.split("\0");
    const named = url ? element("a", { href: url, lang: "zh-CN" }, document) : element("span", { lang: "zh-CN" }, document);
    return [
      element("dt", {}, `${words[`name.${key}`] ?? key}: ${valueInWords(key, value, words)}`),
      element("dd", {}, element("p", { class: "src" }, before, named, after)),
    ];
  });
  return element(
    "details",
    {},
    element("summary", {}, fill(words.sources, { n: entries.length })),
    element("dl", { class: "sources" }, ...described),
    element("p", {}, element("a", { href: here(words.cardPath) }, words.card)),
  );
}
