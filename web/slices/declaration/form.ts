// The form of a declaration: one for each insurance, which the address names. Its pages share a draft.
import * as v from "valibot";
import { type DeclarableReply, readDeclarable } from "../../../shared/check/seen.ts";
import { dateOf, instantAt, type PlainDate } from "../../../shared/kernel/calendar.ts";
import { Insurance } from "../../../shared/registration.ts";
import type { check } from "../../messages/check.ts";
import { here } from "../../paths.ts";
import type { FormOf } from "../change/form.ts";
import { readAs } from "../change/known.ts";
import type { Way } from "../change/steps.ts";
import { asksEmployer, asksGraduation, asksText, asksUntil, pagesAfter } from "./said.ts";

export type Declarable = Extract<DeclarableReply, { limited: false }>;
/** Of the insurances. */
export type Names = Record<keyof typeof check.zh.insurances, string>;

export const today = (): PlainDate => dateOf(instantAt(Date.now()));
export const pageOf = (page: string): string => here(`/declaration${page}`) + location.search;

const asked = v.safeParse(Insurance, new URLSearchParams(location.search).get("insurance"));
/** Which insurance it is about. */
export const insurance: Insurance | undefined = asked.success ? asked.output : undefined;

export const notInsured = ({ insurances }: Declarable) => insurances.filter(({ insured }) => !insured);

/** Whoever comes here about an insurance they have, or about none, begins at the first page. */
export const theDeclaration: FormOf<Declarable> = {
  form: `declaration.${insurance}`,
  async read(words) {
    const known = await readAs<Declarable>(readDeclarable, words);
    if (notInsured(known).some((each) => each.insurance === insurance)) return known;
    location.replace(here("/declaration"));
    return new Promise(() => {}); // this page is being left
  },
};

const ownSteps = (page: string, codes: readonly string[]): number => {
  if (page === "") return codes.length > 1 ? 2 : 1;
  if (page !== "/details") return 1;
  return [asksEmployer, asksUntil, asksGraduation, asksText].filter((asks) => asks(codes)).length;
};

/** How many steps the other pages have. */
export function wayOf(page: string, codes: () => readonly string[]): Way {
  const steps = (which: (at: number, here: number) => boolean) => {
    const pages = ["", ...pagesAfter(codes())];
    const at = pages.indexOf(page);
    return pages.reduce((sum, one, index) => sum + (which(index, at) ? ownSteps(one, codes()) : 0), 0);
  };
  return { before: () => steps((index, at) => index < at), after: () => steps((index, at) => index > at) };
}
