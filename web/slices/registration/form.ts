// The registration form, for oneself or for a child, which the address names. Its pages share one draft.

import type { GenericSchema } from "valibot";
import { FORM_VERSION } from "../../../shared/registration/form.ts";
import { byId } from "../../dom.ts";
import { putBack } from "../../drafts/in-form.ts";
import type { Typed } from "../../drafts.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { isChild } from "../../is-child.ts";
import type { registrationSays } from "../../messages/registration.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import { type ChangeWords, type FormOf, theForm } from "../change/form.ts";
import type { Bare } from "./answer.ts";
import { readForm } from "./read.ts";

const asked = new URLSearchParams(location.search);
/** Whom it is about, where it is not oneself; a page for which this is not for says nothing of it. */
export const child = asked.get("for") ?? undefined;
/** It is a parent who fills it in, and not who acts for an adult. */
export const byParent = isChild(child);
/** Which insurance a page of part three asks about. */
export const about = asked.get("insurance") ?? "";

export const pageOf = (page: string, insurance = ""): string => {
  const query = new URLSearchParams({ ...(child && { for: child }), ...(insurance && { insurance }) }).toString();
  return here(`/registration${page}`) + (query && `?${query}`);
};

export type RegistrationWords = ChangeWords & Record<keyof typeof registrationSays.zh | "noMemory", string>;

/** `reply`: as much as the page needs. `fields`: how they stand as it is registered; what was typed before comes over it. */
export const registrationOf = <Of extends Bare>(
  reply: GenericSchema<unknown, Of>,
  words: RegistrationWords,
  fields?: (form: Of) => Typed,
): FormOf<Of> => ({
  form: child ? `registration.${child}` : "registration",
  version: FORM_VERSION,
  async read() {
    const form = await readForm(reply, words, child);
    const { name } = form.person;
    byId("today").textContent = child ? name : fill(words.forMe, { name }); // the band on top says as what one acts for them
    if (child) for (const id of ["back", "leave"]) (byId(id) as HTMLAnchorElement).search = `?for=${child}`;
    if (fields) putBack(theForm(), fields(form));
    return form;
  },
});

/** The page is answered, if nothing is wrong: what stands in its fields counts from now on. */
export function answered(complaints: Complaint[]): Complaint[] {
  const seen = theForm().querySelector<HTMLInputElement>("[data-seen]");
  if (seen && complaints.length === 0) {
    const { [seen.name]: _, ...standing } = typedIn(theForm());
    seen.value = JSON.stringify(standing);
  }
  return complaints;
}
