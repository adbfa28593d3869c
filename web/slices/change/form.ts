// The form of a change, opened: what is registered today is known, what was typed before is back, its steps are ready.
import type { ChangeItem } from "../../../shared/change/contract.ts";
import { byId } from "../../dom.ts";
import { keepDraft, keptDraft, putBack } from "../../drafts.ts";
import { showErrors } from "../../errors.ts";
import { onSubmit, typedIn } from "../../form.ts";
import type { todaySays } from "../../messages/change-says.ts";
import type { FormWords } from "../../messages/kit.ts";
import { clearNotice, showNotice } from "../../notice.ts";
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

/** What a form is kept as, and what has to be known before it can be filled in. */
export type FormOf<Of> = { form: string; read(words: ChangeWords): Promise<Of> };

/** `opened`: with what was kept, if anything was. */
export type Begun = { steps: readonly Step[]; opened?(draft: Record<string, string>): void | Promise<void> };

export const formOf = (item: ChangeItem): FormOf<Known> => ({ form: `change.${item}`, read: readKnown });

export type Opened = { form: HTMLFormElement; steps: Steps; keep(): boolean };

/** `keep` says whether this device lets anything be kept. `kept`: what was typed before, also on other pages of this form. */
export async function openForm<Of extends Pick<Known, "person">, As extends Begun>(
  of: FormOf<Of>,
  words: ChangeWords,
  begin: (known: Of, kept: Record<string, string>) => As,
  way?: Way,
): Promise<Opened & { begun: As }> {
  const form = theForm();
  const known = await of.read(words);
  const draft = { form: of.form, person: nameOf(known), version: VERSION };
  const kept = keptDraft(draft) ?? {};
  (byId("fields") as HTMLFieldSetElement).disabled = false; // what is disabled counts as not filled in
  putBack(form, kept);
  const begun = begin(known, kept);
  const comesBack = kept["at"] && !location.hash;
  const steps = openSteps(form, begun.steps, words, kept["at"], way);
  if (comesBack && steps.current() === kept["at"]) showNotice(words.restored, [words.restoredText]);
  void begun.opened?.(kept);

  const keep = () => {
    const { declared: _, ...rest } = typedIn(form); // nobody declares in advance
    // What this page asks counts as it is now: a box whose tick is gone stays empty.
    const elsewhere = Object.entries(kept).filter(([name]) => !form.elements.namedItem(name));
    keepDraft(draft, { ...Object.fromEntries(elsewhere), ...rest, at: steps.current() });
    return keptDraft(draft) !== undefined;
  };
  form.addEventListener("input", keep);
  return { form, begun, steps, keep };
}

/** A page of a form that a later page sends: once it is answered the way goes on, with the draft. */
export function carryOn({ form, steps, keep }: Opened, words: ChangeWords & { noMemory: string }, next: () => string): void {
  onSubmit(form, words, async () => {
    clearNotice();
    const answered = await steps.next();
    const isKept = keep();
    showErrors(form, typeof answered === "object" ? answered : [], words);
    if (answered !== "ready") return;
    if (!isKept) return showErrors(form, [{ text: words.noMemory }], words);
    location.assign(next());
  });
}
