// A long list to choose from: typing narrows it from the first character on, and what is on no list can be written.
import { searchDivisions } from "../../../shared/divisions/search.ts";
import { element } from "../../dom.ts";
import type { placeSays } from "../../messages/change-says.ts";
import { fill } from "../../words.ts";

export type Place = { code: string; name: string; place?: string };
type Words = Record<keyof typeof placeSays.zh, string>;

const SHOWN = 7; // more than a phone shows at once is no help
export const OWN = "own"; // the value of "none of these"

/** The section has a search field, a fieldset with "none of these" as its last choice, a line for results, and `[data-own]`. */
export function openChoices(section: HTMLElement, name: string, words: Words) {
  const search = section.querySelector<HTMLInputElement>("[data-find]")!;
  const fieldset = section.querySelector("fieldset")!;
  const result = section.querySelector("[data-find] ~ [role=status]")!;
  const own = fieldset.querySelector<HTMLInputElement>("input")!;
  const ownField = section.querySelector<HTMLElement>("[data-own]")!;
  let list: readonly Place[] = [];
  let always: readonly Place[] = [];

  const checked = () => fieldset.querySelector<HTMLInputElement>(":checked")?.value;
  const inList = (code: string | undefined) => [...list, ...always].find((entry) => entry.code === code);

  /** Their room was kept; that there is nothing else to choose is only true now. */
  const open = () => section.querySelector(".reading")?.classList.remove("reading");

  function draw(chosen = checked()): void {
    open();
    const found = searchDivisions(search.value.trim() ? list : always, search.value);
    const kept = inList(chosen);
    const shown = found.slice(0, SHOWN);
    if (kept && !shown.includes(kept)) shown.unshift(kept); // what was chosen does not vanish while one types
    for (const old of Array.from(fieldset.querySelectorAll(".pick"))) if (!old.contains(own)) old.remove();
    own.closest(".pick")!.before(
      ...shown.map(({ code, name: label, place }, index) => {
        const id = `${name}-found-${index}`;
        const input = element("input", { type: "radio", name, id, value: code });
        input.checked = code === chosen;
        return element(
          "div",
          { class: "pick" },
          input,
          element("label", { for: id }, label, place && element("span", {}, place)),
        );
      }),
    );
    own.checked = chosen === OWN;
    ownField.hidden = !own.checked;
    const said = found.length > SHOWN ? words.foundMore : found.length > 0 ? words.foundSome : words.foundNone;
    result.textContent = search.value.trim() ? fill(said, { n: found.length, shown: SHOWN }) : "";
  }

  search.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) draw(); // pinyin on its way is no name yet
  });
  search.addEventListener("compositionend", () => draw());
  fieldset.addEventListener("change", () => {
    ownField.hidden = !own.checked;
  });

  return {
    open,
    /** `always`: what is shown before anything is typed. */
    offer(all: readonly Place[], shownAlways: readonly Place[], chosen?: string): void {
      list = all;
      always = shownAlways;
      search.closest<HTMLElement>(".field")!.hidden = all.length <= SHOWN && !search.value; // a short list needs no search
      draw(chosen);
    },
    say: (text: string) => {
      result.textContent = text;
    },
    chosen: (): Place | typeof OWN | undefined => (own.checked ? OWN : inList(checked())),
  };
}
