// What is wished goes from the page that chooses to the page that sends in a hidden field, with the draft.
import * as v from "valibot";
import { Wish } from "../../../shared/enrolment/contract.ts";

const FIELD = "wishes";
const Wishes = v.array(Wish);

export function keepWishes(form: HTMLFormElement, wishes: readonly v.InferInput<typeof Wish>[]): void {
  const field = form.elements.namedItem(FIELD);
  if (field instanceof HTMLInputElement) field.value = JSON.stringify(wishes);
}

/** None where nothing was chosen, or by another version of the page. */
export function keptWishes(kept: Readonly<Record<string, string>>): Wish[] {
  try {
    return v.parse(Wishes, JSON.parse(kept[FIELD] ?? "[]"));
  } catch {
    return [];
  }
}
