import { byId, element } from "../../../dom.ts";
import { insurances } from "../../registration/said.ts";
import { all, select } from "./parts.ts";
import { said } from "./state.ts";

/** Parts three and five ask the same of each insurance: the page carries them once. */
export function buildParts(): void {
  for (const [template, box] of [
    ["why", "whys"],
    ["twice", "twices"],
  ] as const)
    byId(box).innerHTML = insurances
      .map((insurance) => byId(template).innerHTML.split("$").join(insurance).split("§").join(said[`ins.${insurance}`]))
      .join("");
  byId("medical.why.O05").closest(".pick")!.remove(); // they are insured where they study
  for (const box of all("[data-why]")) {
    const main = select(`${box.dataset["why"]}.main`);
    for (const input of Array.from(box.querySelectorAll<HTMLInputElement>(".pick [id*='.why.']"))) {
      const label = input.nextElementSibling?.firstChild?.textContent ?? "";
      main.append(element("option", { value: input.id.split(".why.")[1] ?? "" }, label));
    }
  }
}

/** As its box says it. */
export const reasonOf = (code: string): string =>
  document.querySelector(`[for="pension.why.${code}"]`)?.firstChild?.textContent ?? code;

/** The reasons of the insurance above, for this one too. */
export function sameAsAbove(button: Element): void {
  const shown = all("[data-why]").filter(({ hidden: isHidden }) => !isHidden);
  const nth = shown.findIndex((each) => each.contains(button));
  const [above, box] = [shown[nth - 1], shown[nth]];
  const [to, from] = [box?.dataset["why"] ?? "", above?.dataset["why"] ?? ""];
  for (const input of Array.from(above?.querySelectorAll<HTMLInputElement>("input, select") ?? [])) {
    const twin = document.getElementById(input.id.replace(from, to));
    if (twin instanceof HTMLSelectElement && input instanceof HTMLSelectElement)
      twin.replaceChildren(...Array.from(input.cloneNode(true).childNodes));
    if (twin instanceof HTMLSelectElement) twin.value = input.value;
    if (!(twin instanceof HTMLInputElement)) continue;
    if (/checkbox|radio/.test(input.type)) twin.checked = input.checked;
    else twin.value = input.value;
  }
}

/** What is chosen is not hidden among the rest. */
export const openChosen = (): void => {
  for (const details of all<HTMLDetailsElement>("details"))
    if (details.querySelector(":checked:not(option)")) details.open = true;
};
