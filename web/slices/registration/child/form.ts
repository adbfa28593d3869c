// The form of a newborn: its pages share one draft. First the child, then the paper, then the last look.
import * as v from "valibot";
import { type KnownReply, readKnown } from "../../../../shared/check/seen.ts";
import { dateOf, instantAt, PlainDate } from "../../../../shared/kernel/calendar.ts";
import type { Typed } from "../../../drafts.ts";
import { here } from "../../../paths.ts";
import type { ChangeWords, FormOf } from "../../change/form.ts";
import { readAs } from "../../change/known.ts";
import type { Way } from "../../change/steps.ts";

export type Parent = Extract<KnownReply, { limited: false }>;
export type ChildWords = ChangeWords & { noMemory: string };

export const today = (): PlainDate => dateOf(instantAt(Date.now()));
export const pageOf = (page: string): string => here(`/registration/child${page}`);

export const theChild: FormOf<Parent> = { form: "newborn", read: (words) => readAs<Parent>(readKnown, words) };

const pages = [2, 1, 1] as const;
/** How many steps the other pages have. `page`: the child, the paper, the last look. */
export const wayOf = (page: 0 | 1 | 2): Way => {
  const sum = (from: number, to: number) => pages.slice(from, to).reduce<number>((all, steps) => all + steps, 0);
  return { before: () => sum(0, page), after: () => sum(page + 1, 3) };
};

const Said = v.object({ sex: v.picklist(["M", "F"]), birth: PlainDate, as: v.picklist(["mother", "father"]) });

/** What was said of the child, as it is to be sent; undefined while something is missing. */
export function childIn(kept: Typed) {
  const said = v.safeParse(Said, { sex: kept["sex"], birth: kept["kept-birth"], as: kept["as"] });
  const text = (name: string) => (kept[name] ?? "").replace(/\s+/g, " ").trim();
  if (!said.success || !text("certificate")) return undefined;
  const version = v.safeParse(PlainDate, kept["consent"]);
  const { as } = said.output;
  return {
    ...said.output,
    certificate: text("certificate").normalize("NFKC").replace(/[\s-]/g, "").toUpperCase(),
    ...(text("child") && { name: text("child") }),
    ...(as === "father" && { mother: text("mother") }),
    ...(version.success && { consent: { version: version.output, relation: "parent" as const } }),
  };
}

export const papersIn = (kept: Typed): string[] => (kept["papers"] ?? "").split(" ").filter(Boolean);
