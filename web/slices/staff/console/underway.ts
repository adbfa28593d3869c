// What is under way for whom the ticket is about: what they sent, and their other tickets.
import type { Caller } from "../../../../shared/helpline/contract.ts";
import type { SubmissionView } from "../../../../shared/submissions/contract.ts";
import { element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { here } from "../../../paths.ts";
import type { Call } from "./call.ts";
import { pane, paragraph } from "./draw.ts";
import { named } from "./words.ts";

export function drawUnderway(call: Call, caller: Caller): HTMLElement[] {
  const { words } = call;
  // That an application was taken says nothing of the move: where a transfer is stands below, step by step.
  const isMove = ({ slice }: SubmissionView) => slice === "transfer" || slice === "transfer-step";
  const submissions = caller.may === "all" ? caller.submissions.filter((view) => !isMove(view)) : [];
  const tickets = caller.tickets.filter(({ ticket }) => ticket !== call.ticket().ticket);
  if (submissions.length + tickets.length === 0) {
    if (caller.may === "all" && caller.transfers.length > 0) return []; // it stands below
    const nothing = caller.may === "all" ? words.nothingUnderway : words.underwayLocked; // what is not shown is not said to be nothing
    return [pane("underway", words.underway, paragraph(nothing, "end"))];
  }
  const rows = [...submissions.map((view) => submission(call, view)), ...tickets.map((ticket) => ticketRow(call, ticket))];
  const head = [words.receipt, words.matter, words.where, words.when].map((text) => element("th", { scope: "col" }, text));
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
  const title = pane("underway", words.underway, table);
  title.classList.add("scroll");
  title.tabIndex = 0; // what can be moved sideways can be reached by keyboard
  return [title];
}

const row = (name: Node, ...cells: (Node | string)[]): HTMLElement =>
  element("tr", {}, element("th", { scope: "row" }, name), ...cells.map((cell) => element("td", {}, cell)));

function submission({ words, lang }: Call, { receipt, item, status, history }: SubmissionView): HTMLElement {
  const all: Record<string, string> = words;
  const at = history[history.length - 1]?.at.slice(0, 10);
  const name = all[item] ?? all[`slice.${item}`] ?? all[`insurance.${item}`] ?? item;
  const when = at ? element("time", { datetime: at }, dateIn(lang, at)) : "";
  return row(element("data", { value: receipt }, receipt), name, named(words, "status", status), when);
}

function ticketRow(
  { words, lang }: Call,
  { ticket, category, state, openedAt, dueAt, mine }: Caller["tickets"][number],
): HTMLElement {
  const name = mine
    ? element("a", { href: `${here("/staff/ticket")}?no=${ticket}` }, ticket)
    : element("data", { value: ticket }, ticket);
  const day = dueAt ?? openedAt.slice(0, 10);
  const what = category ? named(words, "category", category) : words.ticket;
  return row(name, what, named(words, "state", state), element("time", { datetime: day }, dateIn(lang, day)));
}
