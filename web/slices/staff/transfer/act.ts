// What an agency has to do with a transfer now, and whose turn it is.
import type { StaffTransfer } from "../../../../shared/transfer/staff.ts";
import { byId, element } from "../../../dom.ts";
import { fill, wordsFor } from "../../../words.ts";
import { type Event, formOf } from "./form.ts";
import type { Page } from "./words.ts";

const isAct = (event: StaffTransfer["may"][number]): event is Event =>
  event !== "submitted" && event !== "corrected" && event !== "withdrawn";

/** `waits`: what was sent is not there yet. */
type On = { page: Page; place(division: string): string; waits: boolean };

export function drawAct(view: StaffTransfer, { page, place, waits }: On): void {
  const { words, said } = page;
  const { transfer } = view;
  const acts = view.may.filter(isAct);
  const room = byId("act");
  const isWaiting = waits || view.underway.length > 0;
  if (transfer.state === "completed" && !view.why && !isWaiting && acts.length > 0) {
    const more = element("details", {}, element("summary", {}, words.toldToo), formOf(view, acts, page));
    room.replaceChildren(element("p", {}, words.toldAlready), more);
    return;
  }
  room.replaceChildren(
    element("p", {}, view.why ? wordsFor(view.why.code, said) : isWaiting ? words.nothingNow : turnOf(view, page, place)),
    ...(view.why || isWaiting ? [] : [acts.length > 0 ? formOf(view, acts, page) : element("p", {}, words.nothingNow)]),
  );
}

function turnOf({ transfer: { step, from, to, state } }: StaffTransfer, { words }: Page, place: (division: string) => string) {
  if (step.who === "person") return words.turnPerson;
  if (step.who === "none") return state === "suspended" ? words["now.suspended"] : words.turnNone;
  const { division } = step.who === "new" ? to : from;
  return fill(step.who === "new" ? words.turnNew : words.turnOld, { place: place(step.agency ?? division) });
}
