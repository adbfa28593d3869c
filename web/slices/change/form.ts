// The form of a change, opened: what is registered today is known, what was typed before is back, its steps are ready.
import type { ChangeItem } from "../../../shared/change/contract.ts";
import { byId } from "../../dom.ts";
import { keepDraft, keptDraft, putBack } from "../../drafts.ts";
import { typedIn } from "../../form.ts";
import type { todaySays } from "../../messages/change-says.ts";
import type { FormWords } from "../../messages/kit.ts";
import { showNotice } from "../../notice.ts";
import { fill } from "../../words.ts";
import { type Known, type KnownWords, nameOf, readKnown } from "./known.ts";
import { openSteps, type Step, type Steps, type Way } from "./steps.ts";

export type ChangeWords = KnownWords & FormWords & Record<keyof typeof todaySays.zh | "step", string>;

const VERSION = "1"; // of the forms: a draft of an older one is not put back

export const theForm = () => byId("form") as HTMLFormElement;
export const typed = (name: string): string => typedIn(theForm())[name] ?? "";

/** What stands before the first question: the value that is registered now. */
export function sayToday(value: string | undefined, words: ChangeWords): void {
  byId("today").textContent = value ? fill(words.today, { value }) : words.nothing;
}

/** `opened`: with what was kept, if anything was. */
export type Begun = { steps: readonly Step[]; opened?(draft: Record<string, string>): void | Promise<void> };

/** `keep` says whether this device lets anything be kept. */
export async function openForm<As extends Begun>(
  item: ChangeItem,
  words: ChangeWords,
  begin: (known: Known) => As,
  way?: Way,
): Promise<{ form: HTMLFormElement; begun: As; steps: Steps; keep(): boolean }> {
  const form = theForm();
  const known = await readKnown(words);
  const draft = { form: `change.${item}`, person: nameOf(known), version: VERSION };
  const kept = keptDraft(draft) ?? {};
  (byId("fields") as HTMLFieldSetElement).disabled = false; // what is disabled counts as not filled in
  putBack(form, kept);
  const begun = begin(known);
  const comesBack = kept["at"] && !location.hash;
  const steps = openSteps(form, begun.steps, words, kept["at"], way);
  if (comesBack && steps.current() === kept["at"]) showNotice(words.restored, [words.restoredText]);
  void begun.opened?.(kept);

  const keep = () => {
    const { declared: _, ...rest } = typedIn(form); // nobody declares in advance
    keepDraft(draft, { ...kept, ...rest, at: steps.current() });
    return keptDraft(draft) !== undefined;
  };
  form.addEventListener("input", keep);
  return { form, begun, steps, keep };
}
