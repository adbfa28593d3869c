// Unsent work, kept on this device until there is a receipt. In sessionStorage: it survives a reload and signing in again,
// and does not stay behind on a shared computer when the tab is closed.
import * as v from "valibot";

const Draft = v.object({ person: v.string(), version: v.string(), typed: v.record(v.string(), v.string()) });

/** What was typed, by name. */
export type Typed = Readonly<Record<string, string>>;

/** `person`: any text that is this person's alone. `version`: of the form; a draft of another version is not put back. */
export type DraftOf = { form: string; person: string; version: string };

const NEVER_KEPT = /code/i; // codes are used once, and a kept one is a key left in the door

/** Called on every input. */
export function keepDraft({ form, person, version }: DraftOf, typed: Record<string, string>): void {
  const kept: Record<string, string> = {};
  for (const name of Object.keys(typed)) if (!NEVER_KEPT.test(name) && typed[name]) kept[name] = typed[name];
  try {
    sessionStorage.setItem(`draft:${form}`, JSON.stringify({ person, version, typed: kept }));
  } catch {
    // Full or forbidden: the page itself still holds what was typed.
  }
}

/** What this person typed and did not send, if there is any. Somebody else's is never shown. */
export function keptDraft({ form, person, version }: DraftOf): Record<string, string> | undefined {
  try {
    const draft = v.parse(Draft, JSON.parse(sessionStorage.getItem(`draft:${form}`) ?? "null"));
    const mine = draft.person === person && draft.version === version && Object.keys(draft.typed).length > 0;
    return mine ? draft.typed : undefined;
  } catch {
    return undefined;
  }
}

/** Only after a receipt. */
export function dropDraft(form: string): void {
  try {
    sessionStorage.removeItem(`draft:${form}`);
  } catch {
    // Then it was never kept.
  }
}

/** Puts a draft back into its form. Assigning values fires no event, so that restoring cannot save over what it restores. */
export function putBack(form: HTMLFormElement, typed: Record<string, string>): void {
  for (const input of Array.from(form.querySelectorAll<HTMLInputElement>("input, select, textarea"))) {
    const value = typed[input.name];
    if (value === undefined) continue;
    if (input.type === "radio" || input.type === "checkbox") input.checked = input.value === value;
    else input.value = value;
  }
}
