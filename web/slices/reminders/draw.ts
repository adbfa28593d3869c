// One reminder after the other, and the year as twelve cells.
import type { Reminders, ReminderView, TransferStep } from "../../../shared/reminder/shown.ts";
import { byId, element, withPhones } from "../../dom.ts";
import type { RemindersWords } from "../../messages/reminders.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import { causeOf, date, type Shown, titleOf, valuesOf } from "./said.ts";
import type { yearIn } from "./year.ts";

const pages = {
  "medical-period": "/enrolment",
  "payment-gap": "/check",
  "reason-expires": "/declaration",
  newborn: "/enrolment",
  "sixteenth-birthday": "/enrolment",
  graduation: "/enrolment",
  discharge: "/contact", // no kind of transfer of ours: handbook 6.6
  release: "/enrolment",
  "sixtieth-birthday": "/estimate/resident-pension",
  retirement: "/estimate/retirement",
  "minimum-months": "/estimate/pension",
} as const satisfies Record<ReminderView["what"], string>;

/** What is due later than that is not in the list: a child's sixtieth birthday helps nobody. */
const YEARS_AHEAD = 5;

export function drawReminders(value: Reminders, words: RemindersWords, whom: string): void {
  const { reminders, transfers, children, told } = value;
  const one = (due: ReminderView) => lineOf(due, value, words, whom, reminders.indexOf(due));
  list("now", reminders.filter(({ open }) => open).map(one));
  const until = `${Number(value.today.slice(0, 4)) + YEARS_AHEAD}${value.today.slice(4)}`;
  list("later", reminders.filter(({ open, on }) => !open && on <= until).map(one));
  list(
    "transfers",
    transfers.map((step) => stepOf(step, words, whom)),
  );
  list(
    "children",
    children.map(({ child, name, open }) =>
      element(
        "li",
        {},
        element("a", { href: `${here("/reminders")}?for=${child}` }, fill(open ? words.child : words.none, { n: open, name })),
      ),
    ),
  );
  list(
    "told",
    told
      .slice(-10)
      .reverse()
      .map((due) => element("li", {}, `${date(due.at.slice(0, 10))}：${titleOf(due, value, words)}`)),
  );
  void drawYear(value, words, whom);
  drawUnknown(value, words);
}

/** Nobody has loaded when to pay there: that is said, and whom to ask. */
function drawUnknown({ unknown, places, today }: Reminders, words: RemindersWords): void {
  const place = places.find(({ division }) => division === unknown)?.name ?? "";
  const text = fill(words.unknownText, { place, year: Number(today.slice(0, 4)) + 1 });
  byId("unknown").hidden = !unknown;
  byId("unknown").replaceChildren(element("h2", {}, words.unknownTitle), element("p", {}, ...withPhones(text)));
}

function list(id: string, lines: readonly HTMLElement[]): void {
  byId(id).hidden = lines.length === 0;
  byId(id)
    .querySelector("ul")!
    .replaceChildren(...lines);
}

function lineOf(due: ReminderView, shown: Shown, words: RemindersWords, whom: string, nth: number): HTMLElement {
  const values = valuesOf(due, shown, words);
  const { what, step, day, told, open, usual } = due;
  const link = element("a", { href: here(pages[what]) + (whom && `?for=${whom}`) }, words[`l.${what}`]);
  const sent = told ? fill(words.sent, { date: date(told.slice(0, 10)) }) : open ? "" : fill(words.from, { day: date(day) });
  return element(
    "li",
    { id: `due-${nth}` },
    element("h3", {}, titleOf(due, shown, words)),
    element("p", {}, ...withPhones(fill(words[usual ? "d.usual" : step === "opens" ? "d.opens" : `d.${what}`] ?? "", values))),
    element("p", { class: "src" }, [causeOf(due, shown, words), sent].filter(Boolean).join(" · ")),
    element("p", {}, link),
  );
}

function stepOf(
  { receipt, kind, who, since, dueAt, provisional, overdue }: TransferStep,
  words: RemindersWords,
  whom: string,
): HTMLElement {
  const due = dueAt && fill(provisional ? words.dueAbout : words.due, { date: date(dueAt) });
  const tone = overdue || who === "person" ? "tag warn" : "tag";
  return element(
    "li",
    {},
    element("h3", {}, words[kind] ?? kind),
    element(
      "p",
      {},
      due && element("span", { class: tone }, overdue ? words.late : due),
      fill(words.turn, { who: words[`who.${who}`] ?? "", date: date(since) }),
    ),
    element("p", {}, element("a", { href: `${here("/transfers")}${whom && `?for=${whom}`}#${receipt}` }, words.toTransfers)),
  );
}

type Later = { drawYear: ReturnType<typeof yearIn> };
/** The twelve months come by themselves; without them the list still says it all. */
async function drawYear(value: Reminders, words: RemindersWords, whom: string): Promise<void> {
  const box = byId("year");
  const later: Later | undefined = await import(box.dataset["then"]!).catch(() => undefined);
  later?.drawYear(box, value, (due) => titleOf(due, value, words), whom === "");
}
