// Where a scheme is joined: what the rules say first, else where the person lives or is registered.
import type { Offer } from "../../../shared/enrolment/contract.ts";
import type { JoinableScheme } from "../../../shared/enrolment/joining.ts";
import type { DivisionCode } from "../../../shared/kernel/fields.ts";
import { element } from "../../dom.ts";
import { showNotice } from "../../notice.ts";
import { here } from "../../paths.ts";

export function placeOf({ standings, known }: Offer, scheme: JoinableScheme): DivisionCode | undefined {
  const places = standings.find((one) => one.scheme === scheme)?.places ?? [];
  const suggested = places.find(({ division }) => division)?.division;
  return suggested ?? (scheme === "170" ? (known.hukou ?? known.residence) : (known.residence ?? known.hukou));
}

/** Nothing can be chosen for no place: the address is a change of its own, and the way back leads here. */
export function showNoPlace(
  form: HTMLFormElement,
  words: Record<"noPlace" | "toResidence", string>,
  to = "/change/residence",
): void {
  form.hidden = true;
  showNotice(words.noPlace, [element("a", { class: "btn", href: here(to) }, words.toResidence)], "warn");
}
