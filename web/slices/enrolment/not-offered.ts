// Whoever comes to a page about something they may not join is told why, and where to look.
import type { Offer } from "../../../shared/enrolment/contract.ts";
import type { JoinableScheme } from "../../../shared/enrolment/joining.ts";
import { element } from "../../dom.ts";
import { showNotice } from "../../notice.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { Chooser } from "./page.ts";
import { answeredWork } from "./work.ts";

/** An answer of the person's own may be needed: then the API has the last word. */
export const mayJoin = (offer: Offer, scheme: JoinableScheme): boolean =>
  offer.standings.some(
    (one) => one.scheme === scheme && (one.is === "may" || (one.why === "work-unknown" && answeredWork(offer) !== undefined)),
  );

/** True where the scheme may be joined. */
export function showNotOffered(
  scheme: JoinableScheme,
  offer: Offer,
  form: HTMLFormElement,
  words: Record<"notOffered" | "back", string>,
  whys: Record<string, string>,
): boolean {
  if (mayJoin(offer, scheme)) return true;
  form.hidden = true;
  const { why = "" } = offer.standings.find((one) => one.scheme === scheme) ?? {};
  const link = element("a", { class: "btn", href: here("/enrolment") }, words.back);
  const text = whys[`why.${why}`] ?? "";
  showNotice(why === "work-unknown" ? text : fill(words.notOffered, { why: text }), [link]); // who has not been asked may well join
  return false;
}

/** Nothing can be chosen: the form is hidden. */
export const nothing = (name: string): Chooser => ({ steps: [{ name, done: () => false, leave: () => "stay" }], after: () => 0 });
