// The form of a wish to join, to change or to stop: what the person is offered, and what was chosen so far. The page that chooses
// and the page that sends share a draft.

import * as v from "valibot";
import { sayForWhom } from "../../acting-for.ts";
import { call } from "../../call.ts";
import { showNotice } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { type FormOf, type Keyed, theForm } from "../change/form.ts";
import { readKnown } from "../change/known.ts";
import { offerAgain } from "./broken.ts";

const query = new URLSearchParams(location.search);
/** For whom they do it, where it is not themselves: a child of theirs, or an adult who has allowed it. */
export const child = query.get("for") ?? "";
/** What is wished: the name of the page that chooses, or of the change of what one has, `change-base.110`. */
export const what = query.get("what") ?? theForm().dataset["name"] ?? "";

/** What the draft is kept as. */
export const draftName = ["enrolment", what, child].filter(Boolean).join(".");

/** `offer` is read by the file that comes later, which knows what it should look like. */
export type Joiner = Keyed & { offer: unknown };

/** `readOffer` of shared/enrolment/contract.ts without its schema, which weighs as much as the form. */
const readOffer = {
  method: "GET",
  path: "/enrolments/offer",
  title: "",
  signedIn: true,
  status: 200,
  reply: v.custom<unknown>(() => true),
} as const;

export const theEnrolment: FormOf<Joiner> = {
  form: draftName,
  async read(words) {
    sayForWhom();
    const asked = call(readOffer, child ? { query: { for: child } } : {});
    const { draftKeys } = await readKnown(words); // says why where nothing can be read, and what to do instead
    const answer = await asked;
    if (answer.is === "value") return { draftKeys, offer: answer.value };
    theForm().hidden = true;
    if (answer.is === "outage") offerAgain(answer.outage, words);
    else showNotice(wordsOnPage<Record<"notYours", string>>().notYours, [words.tryAgain]);
    return new Promise(() => {}); // nothing can be chosen
  },
};
