// The form of a change, opened: what is registered today is known, what was typed before is back, its steps are ready.
import type { ChangeItem } from "../../../shared/change/contract.ts";
import { byId } from "../../dom.ts";
import type { Page } from "../../drafts/keeper.ts";
import { type Draft, isAnythingKept, openDraft } from "../../drafts.ts";
import { showErrors } from "../../errors.ts";
import { onSubmit, typedIn } from "../../form.ts";
import type { todaySays } from "../../messages/change-says.ts";
import type { FormWords } from "../../messages/kit.ts";
import { clearNotice, showUnsent } from "../../notice.ts";
import { fill } from "../../words.ts";
import { type Known, type KnownWords, readKnown } from "./known.ts";
import { openSteps, type Step, type Steps, type Way } from "./steps.ts";

export type ChangeWords = KnownWords & FormWords & Record<keyof typeof todaySays.zh | "step", string>;

const VERSION = "1"; // of the forms: a draft of an older one is not put back

export const theForm = () => byId("form") as HTMLFormElement;
export const typed = (name: string): string => typedIn(theForm())[name] ?? "";

/** What stands before the first question: the value that is registered now. */
export function sayToday(value: string | undefined, words: ChangeWords): void {
  byId("today").textContent = value ? fill(words.today, { value }) : words.nothing;
}

/** What a form is kept as, and what has to be known before it can be filled in. `version`: of a form whose questions changed. */
export type FormOf<Of> = { form: string; version?: string; read(words: ChangeWords): Promise<Of> };
/** What every form has to know: `draftKeys` of the same answer (shared/check/contract.ts). */
export type Keyed = { draftKeys?: string[] | undefined };

/** `opened`: with what was kept, if anything was. */
export type Begun = { steps: readonly Step[]; opened?(kept: Record<string, string>): void | Promise<void> };

export const formOf = (item: ChangeItem): FormOf<Known> => ({ form: `change.${item}`, read: readKnown });

/** `keep` says whether this device lets anything be kept. */
export type Opened = { form: HTMLFormElement; steps: Steps; draft: Draft; keep(): Promise<boolean> };

/** `kept`: what was typed before, also on other pages of this form. `draft`: the id of its pictures (web/evidence/box.ts). */
export async function openForm<Of extends Keyed, As extends Begun>(
  of: FormOf<Of>,
  words: ChangeWords,
  begin: (known: Of, kept: Record<string, string>, draft: string) => As,
  way?: Way,
): Promise<Opened & { begun: As }> {
  const form = theForm();
  const isKept = isAnythingKept();
  const known = await of.read(words);
  const { form: name, version = VERSION } = of;
  const draft = await openDraft({ form, name, version, keys: known.draftKeys ?? [] }, isKept);
  const kept = draft.typed;
  (byId("fields") as HTMLFieldSetElement).disabled = false; // what is disabled counts as not filled in
  draft.putBack();
  const begun = begin(known, kept, draft.id);
  const comesBack = kept["at"] && !location.hash;
  const steps = openSteps(form, begun.steps, words, kept["at"], way);
  const page: Page = { before: typedIn(form), at: steps.current, again: steps.again };
  draft.watch(page, Boolean(comesBack) && steps.current() === kept["at"]);
  let isTouched = false;
  form.addEventListener("input", () => {
    isTouched = true;
  });
  void Promise.resolve(begun.opened?.(kept)).then(() => {
    if (!isTouched) page.before = typedIn(form); // lists came, with what was chosen before
  });
  return { form, begun, steps, draft, keep: draft.keep };
}

/** A page of a form that a later page sends: once it is answered the way goes on, with the draft. */
export function carryOn(
  { form, steps, draft }: Pick<Opened, "form" | "steps" | "draft">,
  words: ChangeWords & { noMemory: string },
  next: () => string,
): void {
  onSubmit(form, words, async () => {
    clearNotice();
    const answered = await steps.next();
    const keeping = draft.keep();
    showErrors(form, typeof answered === "object" ? answered : [], words);
    if (answered !== "ready") return;
    const isKept = await keeping;
    if (form.hidden) return; // sent from another tab
    if (isKept) location.assign(next());
    else if (navigator.onLine) showErrors(form, [{ text: words.noMemory }], words);
    else showUnsent({ because: "offline" }, words);
  });
}
