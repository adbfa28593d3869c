// A correction: its pages share one draft. First what is right, then the paper, then the last look.
import * as v from "valibot";
import { correctionItems } from "../../../shared/change/corrections.ts";
import { type CorrectableReply, readCorrectable } from "../../../shared/check/seen.ts";
import { dateOf, instantAt, type PlainDate } from "../../../shared/kernel/calendar.ts";
import type { Typed } from "../../drafts.ts";
import { here } from "../../paths.ts";
import { type Begun, type ChangeWords, carryOn, type FormOf, openForm, theForm } from "./form.ts";
import { readAs } from "./known.ts";
import type { Way } from "./steps.ts";

export type Correctable = Extract<CorrectableReply, { limited: false }>;
export type QuestionWords = ChangeWords & { noMemory: string };

export const item = v.parse(v.picklist(correctionItems), theForm().dataset["item"]);
export const asked = here(`/change/${item}`);
export const today = (): PlainDate => dateOf(instantAt(Date.now()));

export const theCorrection: FormOf<Correctable> = {
  form: `change.${item}`,
  read: (words) => readAs<Correctable>(readCorrectable, words),
};

const pages = [item === "death" ? 2 : 1, 1, 1] as const;
/** How many steps the other pages have. `page`: the question, the paper, the last look. */
export const wayOf = (page: 0 | 1 | 2): Way => {
  const sum = (from: number, to: number) => pages.slice(from, to).reduce<number>((all, steps) => all + steps, 0);
  return { before: () => sum(0, page), after: () => sum(page + 1, 3) };
};

/** The page that asks what is right. */
export async function ask(words: QuestionWords, begin: (known: Correctable, kept: Typed) => Begun): Promise<void> {
  const opened = await openForm(theCorrection, words, begin, wayOf(0));
  carryOn(opened, words, () => `${asked}/evidence`);
}

/** Whether there is anything to prove: sent already, or never written. */
const first = { name: "name", sex: "sex", birth: "kept-birth", number: "number", death: "kept-diedOn" } as const;
export const isAnswered = (kept: Typed): boolean => Boolean(kept[first[item]]);
