import type { Parameter } from "../../../shared/policy/parameter.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";

/** Every document that a number came from, and the day on which the oldest of them was last checked. */
export function drawBasis(used: readonly Parameter[], text: string): HTMLElement {
  const [oldest = ""] = used.map(({ verifiedOn }) => verifiedOn).sort();
  const documents = Array.from(new Set(used.map(({ document }) => document))).join("、");
  const said = fill(text, { documents: "\0", date: oldest && dateIn(langOfPage(), oldest) });
  const [before = "", after = ""] = said.split("\0");
  const named = element("span", { lang: "zh-CN" }, documents); // a document is looked up by its own name
  return element("p", { class: "src" }, before, named, ...withPhones(after));
}
