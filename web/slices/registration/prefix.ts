// The pages of part three ask the same of every insurance: their fields are named after the one that the address names.
import type { Typed } from "../../drafts.ts";
import { typedIn } from "../../form.ts";
import { theForm } from "../change/form.ts";
import { about, pageOf } from "./form.ts";
import { insurances, reasonTyped } from "./said.ts";

export const named = (name: string): string => `${about}.${name}`;
const seen = () => theForm().querySelector<HTMLInputElement>("[data-seen]")!;

/** Before anything is put back. False where the address names no insurance: the page is then being left. */
export function nameFields(): boolean {
  if (!insurances.some((insurance) => insurance === about)) {
    location.replace(pageOf(""));
    return false;
  }
  const inputs = theForm().querySelectorAll<HTMLInputElement>("input, select, textarea");
  for (const input of Array.from(inputs)) input.name = input === seen() ? `seen.reasons.${about}` : named(input.name);
  return true;
}

/** What stands on the page, by the names that a declaration has. */
export const standingHere = (): Typed => reasonTyped(typedIn(theForm()), about);

/** All that is asked of this insurance has been said, or not yet. */
export const setSeen = (all: boolean): void => {
  seen().value = all ? "yes" : "";
};
