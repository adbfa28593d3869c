// One transfer, told like a parcel: how long still and whose turn it is, the steps done and to come, what comes along.
import type { PlainDate } from "../../../shared/kernel/calendar.ts";
import type { WorkingCalendar } from "../../../shared/kernel/working-days.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { drawClock, leftInWords, leftOf } from "./clock.ts";
import { comesIn, doneIn } from "./comes.ts";
import { trackOf } from "./track.ts";
import type { Told } from "./words.ts";

const dateOf = (date: string) => dateIn(langOfPage(), date.slice(0, 10));
const paragraph = (text: string) => element("p", {}, ...withPhones(text));

/** `calendar`: not where it could not be read; then no days are counted. */
export function drawTransfer(told: Told, today: PlainDate, calendar: WorkingCalendar | undefined): HTMLElement {
  const { view, words } = told;
  const { receipt, kind, open } = view;
  const title = `t-${receipt}`;
  const number = element("data", { value: receipt }, receipt);
  return element(
    "section",
    { class: "sheet parcel", id: receipt, "aria-labelledby": title },
    element("h2", { id: title }, words[kind]),
    element("p", { class: "src" }, routeOf(told), " · ", words.number, " ", number),
    ...(open ? underway(told, today, calendar) : ended(told)),
    element("h3", {}, words.track),
    element("ol", { class: "list track" }, ...trackOf(told)),
    ...planOf(told),
  );
}

const routeOf = ({ view: { from, to }, words, place }: Told) =>
  from.scheme === to.scheme && from.division !== to.division
    ? fill(words.route, { from: place(from.division), to: place(to.division) })
    : fill(words.switch, { from: words[`scheme${from.scheme}` as "scheme110"], to: words[`scheme${to.scheme}` as "scheme110"] });

function underway(told: Told, today: PlainDate, calendar: WorkingCalendar | undefined): Node[] {
  const { view, words, place } = told;
  const { step, escalated, whole } = view;
  const left = calendar && leftOf(step, today, calendar);
  const yours = step.who === "person";
  const stands = step.who === "none" ? words.paused : words.open;
  const head = yours ? words.yours : left ? leftInWords(left, words) : stands;
  const says = [
    fill(words.turn, { who: whoOf(told), what: whatIn(told) }),
    fill(words.since, { date: dateOf(step.since) }),
    step.dueAt ? fill(words[step.provisional ? "dueAbout" : "due"], { date: dateOf(step.dueAt) }) : "",
    step.missing ? words.unknown : "",
    yours || escalated ? "" : words.nothing,
  ];
  const between = langOfPage() === "zh" ? "" : " ";
  // While it waits for the person, or is suspended, it stands still: its last day will be another.
  const wholly =
    step.agency && whole?.dueAt && fill(words[whole.provisional ? "wholeAbout" : "whole"], { date: dateOf(whole.dueAt) });
  return [
    element("p", { class: "big" }, yours ? element("span", { class: "tag warn" }, head) : head),
    ...(yours || step.who === "none" ? lastNote(told) : []),
    step.who === "none" ? paragraph(whatIn(told)) : paragraph(says.filter(Boolean).join(between)),
    ...(escalated
      ? [
          element(
            "div",
            { class: "note" },
            paragraph(fill(words.escalated, { date: dateOf(escalated.at), place: place(escalated.to) })),
          ),
        ]
      : []),
    ...(left ? drawClock(step, left, words) : []),
    ...(wholly ? [element("p", { class: "src" }, wholly)] : []),
  ];
}

function ended({ view, words }: Told): Node[] {
  const { state } = view;
  const failed = state === "rejected" || state === "withdrawn" ? state : undefined;
  const head = words[`end.${failed ?? "notified"}`];
  const title = failed === "rejected" ? element("span", { class: "tag warn" }, head) : head;
  return [
    element("p", { class: "big" }, title),
    ...(failed === "rejected" ? lastNote({ view, words }) : []),
    paragraph(words[failed ? (`endText.${failed}` as const) : doneIn(view)]),
  ];
}

/** Why it was returned, held or refused: in the words of who did it. */
function lastNote({ view: { trail }, words }: Pick<Told, "view" | "words">): Node[] {
  const note = trail[trail.length - 1]?.note;
  return note ? [element("div", { class: "note" }, paragraph(fill(words.note, { note })))] : [];
}

function whoOf({ view: { step, from, to }, words, place }: Told): string {
  const division = step.agency ?? (step.who === "old" ? from : to).division;
  return step.who === "person" ? words["who.person"] : fill(words.office, { place: place(division) });
}

/** For medical insurance the old place acts first: it is asked for the same as others are after the letter. */
function whatIn({ view: { state, step }, words }: Told): string {
  const isAtOnce = step.who === "old" && (state === "submitted" || state === "corrected");
  return words[`now.${isAtOnce ? "contact-sent" : state}`];
}

/** Only while it is on its way, or done: of what was given up nothing comes along. */
function planOf(told: Told): Node[] {
  const {
    view: { state },
    words,
  } = told;
  if (state === "rejected" || state === "withdrawn") return [];
  const lines = comesIn(told);
  const list = element("ul", {}, ...lines.map((line) => element("li", {}, line)));
  return lines.length > 0 ? [element("details", {}, element("summary", {}, words.plan), list)] : [];
}
