// From the questions to the receipt: a last look before sending, and one attempt however often it is sent.
import type { InferInput } from "valibot";
import { type ChangeItem, type ChangeRequest, submitChange } from "../../../shared/change/contract.ts";
import { type Answer, call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { loadDrafts } from "../../drafts.ts";
import { type Complaint, complaintsOf, showErrors } from "../../errors.ts";
import { onSubmit } from "../../form.ts";
import type { sendSays } from "../../messages/change-says.ts";
import { clearNotice, showUnsent, whenToTry } from "../../notice.ts";
import { here } from "../../paths.ts";
import { showLimited } from "../limited.ts";
import { type Begun, type ChangeWords, type FormOf, formOf, type Keyed, openForm, typed } from "./form.ts";
import type { Known } from "./known.ts";
import type { Step, Way } from "./steps.ts";

export type SendWords = ChangeWords & Record<keyof typeof sendSays.zh, string>;
/** `was`: false for what is not compared. `href`: where it is asked; none: it follows from the answers. */
export type Row = { label: string; was: string | undefined | false; becomes: string; href?: string };

/** Its steps are all but the last, which every journey has: look at it and send it. */
export type Journey = Begun & { rows(): Row[] };
type Change = Journey & { request(): InferInput<typeof ChangeRequest> };
/** `send` under the key of its attempt. `page`: what shows the receipt, where it is a page of their own. */
export type JourneyOf<Of, As> = FormOf<Of> & {
  page?: string;
  send(journey: As, attemptKey: string): Promise<Answer<{ receipt: string }>>;
};

export const travel = (item: ChangeItem, words: SendWords, begin: (known: Known) => Change, way?: Way): Promise<void> => {
  const send = (change: Change, attemptKey: string) => call(submitChange, { body: change.request(), attemptKey });
  return travelAs({ ...formOf(item), send }, words, begin, way);
};

export async function travelAs<Of extends Keyed, As extends Journey>(
  of: JourneyOf<Of, As>,
  words: SendWords,
  begin: (known: Of, kept: Record<string, string>, draft: string) => As,
  way?: Way,
): Promise<void> {
  const withCheck = (known: Of, kept: Record<string, string>, pictures: string) => {
    const journey = begin(known, kept, pictures);
    const check: Step = { name: "check", done: () => false, leave: declared, shown: () => drawRows(journey.rows(), words) };
    return { ...journey, steps: [...journey.steps, check] };
  };
  const { form, begun, steps, draft } = await openForm(of, words, withCheck, way);

  onSubmit(form, words, async () => {
    clearNotice();
    showErrors(form, [], words);
    const next = await steps.next();
    void draft.keep();
    if (typeof next === "object") return complain(next);
    if (next !== "ready" || !(await draft.mayBeSent())) return;
    const answer = await of.send(begun, await draft.attempt());
    if (answer.is !== "value") return explain(answer);
    await draft.received(answer.value.receipt);
    location.replace(`${here(of.page ?? "/submissions/receipt")}#${answer.value.receipt}`);
    return new Promise<void>(() => {}); // the button stays as it is while the next page comes: nothing is sent twice
  });

  async function explain(answer: Exclude<Answer<unknown>, { is: "value" }>): Promise<void> {
    if (answer.is === "outage") return showUnsent(answer.outage, words);
    const { type, problem } = answer;
    const { receipt, retryAfterSeconds, findings } = problem;
    if (type === "not-this-session") return showLimited(words);
    if (type === "attempt-reused" && receipt) {
      const { showEarlier } = await loadDrafts(); // it is here: something was typed
      return showEarlier(receipt, words, async () => {
        await draft.sendAsNew();
        form.querySelector<HTMLButtonElement>("button[type=submit]")!.click();
      });
    }
    const complaints = complaintsOf(form, findings, words);
    if (retryAfterSeconds) complaints.push({ text: whenToTry(retryAfterSeconds, words) });
    complain(complaints.length > 0 ? complaints : [{ text: words["problem.refused"] }]);
  }

  /** Where the field at fault is asked. */
  function complain(complaints: readonly Complaint[]): void {
    const step = complaints.map(({ field }) => field && steps.of(field)).find(Boolean);
    if (step && step !== steps.current()) steps.go(step);
    showErrors(form, complaints, words);
  }

  function declared(): Complaint[] {
    return typed("declared") ? [] : [{ field: "declared", text: words.declare }];
  }
}

/** Whoever looks again declares again. */
function drawRows(rows: readonly Row[], words: SendWords): void {
  document.querySelector<HTMLInputElement>("[name=declared]")!.checked = false;
  byId("rows").replaceChildren(
    ...rows.map(({ label, was, becomes, href }) =>
      element(
        "div",
        {},
        element("dt", {}, label),
        was !== false && element("dd", { class: "was" }, words.was, was ?? words.none),
        element("dd", { class: "now" }, was !== false && words.becomes, becomes),
        href && element("dd", {}, element("a", { href }, words.edit, element("span", { class: "vh" }, ` ${label}`))),
      ),
    ),
  );
}
