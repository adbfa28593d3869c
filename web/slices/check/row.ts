import type { Insurance } from "../../../shared/registration.ts";
import { byId, element } from "../../dom.ts";
import type { Tag } from "./words.ts";

/** The row of an insurance, which said "cannot be read" until now. */
export function drawRow(insurance: Insurance, { look, word }: Tag, text = "", about?: Node): void {
  const row = byId(insurance);
  const seal = row.querySelector(".seal")!;
  seal.className = `seal ${look}`.trim();
  const name = row.querySelector("h3")!;
  const tag = element("p", {}, element("span", { class: `tag ${look}`.trim() }, word));
  row.replaceChildren(seal, element("div", {}, name, tag, text && element("p", { class: "end" }, text)), about ?? "");
}
