// What an agent does with the ticket: save it, answer and close it, pass it on.
import { noteTicket, type TicketView, takeStep } from "../../../../shared/helpline/contract.ts";
import { type Category, isEnded, ownerOf, type Topic } from "../../../../shared/helpline/ticket.ts";
import { clockAt } from "../../../../shared/kernel/calendar.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { cardsIn, titleOf } from "./cards.ts";
import { aloud, keyed, paragraph } from "./draw.ts";
import { keepText } from "./kept.ts";
import { drawLimit } from "./limit.ts";
import { field, keep, picked } from "./typed.ts";
import { named } from "./words.ts";

const categories: readonly Category[] = ["consultation", "query", "complaint", "suggestion", "plea"];

export function drawActs(call: Call, ticket: TicketView): void {
  const { words } = call;
  const may = (step: string) => ticket.may.includes(step);
  const buttons = [
    may("answer") && keyed(words["do.answer"], "x", () => void answer(call, "answer"), "btn"),
    may("reply") && keyed(words["do.reply"], "x", () => void answer(call, "reply"), "btn"),
    may("close") && keyed(words["do.close"], "x", () => void step(call, "close"), "btn"),
    ["NEW", "ACCEPTED", "REOPENED"].includes(ticket.state) && keyed(words.forward, "f", () => void forward(call)),
    !isEnded(ticket.state) && keyed(words.save, "s", () => void save(call)),
  ];
  byId("acts").replaceChildren(...buttons.filter((button): button is HTMLButtonElement => button instanceof HTMLButtonElement));
}

/** Category, summary, parts; the answer goes with its own step. */
export async function save(call: Call): Promise<TicketView | undefined> {
  const { words } = call;
  const category = categories.find((one) => one === field("category").value) ?? "consultation";
  const topics = picked();
  const summary = field("asked").value.trim();
  const body = {
    version: call.ticket().version,
    category,
    ...(category === "complaint" && topics.includes("labour-rights") && { labour: true as const }),
    ...(summary && { summary }),
    parts: topics.map((topic) => ({ topic })),
  };
  const params = { ticket: call.ticket().ticket };
  const place = byId("note-said");
  const saved = await ask({ words, place, conflict: call.again, send: () => callStaff(noteTicket, { params, body }) });
  if (!saved) return undefined;
  call.show(saved);
  const unsent = field("answer").value.trim() !== (saved.ticket.answer?.text ?? "");
  if (unsent) keep(call);
  else keepText(params.ticket, undefined);
  place.replaceChildren(
    paragraph(fill(words.saved, { time: clockAt(Date.now()).slice(11, 16) }), "hint end"),
    ...otherLines(call, topics),
  );
  return saved.ticket;
}

/** What belongs to another line is told to the caller, line by line. */
function otherLines({ words, lang }: Call, topics: readonly Topic[]): Node[] {
  const lines = (["12393", "12366"] as const).flatMap((owner) => {
    const theirs = topics.filter((topic) => ownerOf(topic) === owner).map((topic) => words[`topic.${topic}`]);
    return theirs.length > 0
      ? [fill(words["aloud.other-line"], { topics: theirs.join(lang === "zh" ? "、" : ", "), owner })]
      : [];
  });
  const several = topics.length > 1 && words["aloud.split"];
  return several || lines.length > 0 ? [aloud(words.aloud, several, ...lines)] : [];
}

async function answer(call: Call, what: "answer" | "reply"): Promise<void> {
  const { words } = call;
  const place = byId("note-said");
  const text = field("answer").value.trim();
  if (text === "") {
    place.replaceChildren(element("p", { class: "err" }, words.answerMissing));
    return field("answer").focus();
  }
  const noted = await save(call);
  if (!noted) return;
  const params = { ticket: noted.ticket };
  const body = { step: what, text, cards: cardsIn() } as const;
  const done = await ask({ words, place, conflict: call.again, send: () => callStaff(takeStep, { params, body }) });
  if (!done) return;
  keepText(params.ticket, undefined);
  call.show(done);
  tellKept(call, done.ticket);
}

async function step(call: Call, what: "accept" | "assign" | "start" | "close"): Promise<TicketView | undefined> {
  const params = { ticket: call.ticket().ticket };
  const send = () => callStaff(takeStep, { params, body: { step: what } });
  const done = await ask({ words: call.words, place: byId("note-said"), conflict: call.again, send });
  if (done) call.show(done);
  return done?.ticket;
}

/** Saved, accepted and with somebody: one press. */
async function forward(call: Call): Promise<void> {
  if (field("asked").value.trim() === "") {
    byId("note-said").replaceChildren(element("p", { class: "err" }, call.words.summaryMissing));
    return field("asked").focus();
  }
  let ticket = await save(call);
  for (const what of ["accept", "assign"] as const) if (ticket?.may.includes(what)) ticket = await step(call, what);
  if (ticket) tellKept(call, ticket);
}

/** What happened, and the number to tell the caller. */
export function tellKept({ words, lang, today }: Call, ticket: TicketView): void {
  const { state, answer: given } = ticket;
  const versions = (given?.cards ?? []).map(({ id, version }) =>
    element("li", { class: "src" }, `${titleOf(id)}　${fill(words.version, { version })}`),
  );
  byId("note-said").replaceChildren(
    paragraph(fill(words.done, { state: named(words, "state", state) })),
    ...(versions.length > 0 ? [element("ul", { class: "list" }, ...versions)] : []),
    aloud(words.aloud, fill(words["aloud.kept"], { ticket: ticket.ticket })),
    ...drawLimit({ words, lang, today }, ticket),
  );
}
