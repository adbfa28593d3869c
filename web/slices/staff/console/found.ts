// What a search came to where it opened nothing: nobody, several people, another region, a ticket. Each has its next step.
import type { Found, SearchReply } from "../../../../shared/helpline/contract.ts";
import { element } from "../../../dom.ts";
import { fill } from "../../../words.ts";
import { aloud, keyed, note, paragraph } from "./draw.ts";
import { type ConsoleWords, named } from "./words.ts";

type Choose = { person(ref: string): void; ticket(no: string, take: boolean): void };

export function drawFound({ found, more, ticket }: SearchReply, words: ConsoleWords, choose: Choose): HTMLElement {
  if (ticket) return ticketFound(ticket, words, choose);
  const people = found.filter((one) => one.is === "person");
  const [elsewhere] = found.filter((one) => one.is === "elsewhere");
  if (people.length === 0 && elsewhere) return inOtherRegion(elsewhere.province.name, words);
  if (people.length === 0) {
    const text = paragraph(words.noneText);
    return note(words.nobody, [text, aloud(words.aloud, words["aloud.not-found"])], "note warn");
  }
  return element(
    "section",
    { class: "pane", "aria-labelledby": "people-title" },
    element("h2", { id: "people-title", tabindex: "-1" }, fill(words.several, { n: people.length })),
    paragraph(words.severalText),
    element("ul", { class: "list people" }, ...people.map((person, index) => row(person, index + 1, words, choose))),
    more && paragraph(words.more, "hint"),
    elsewhere && paragraph(fill(words.elsewhere, { place: elsewhere.province.name }), "hint"),
  );
}

function row(person: Extract<Found, { is: "person" }>, nth: number, words: ConsoleWords, choose: Choose): HTMLElement {
  const { name, number, county, birthYear, status } = person;
  const said = [
    element("b", { lang: "zh-CN" }, name),
    element("data", { value: "" }, number),
    county && element("span", { lang: "zh-CN" }, county.name),
    birthYear !== undefined && element("span", {}, fill(words.born, { year: birthYear })),
    status === "closed" && element("span", { class: "tag off" }, words.closed),
  ];
  const open = keyed(words.choose, nth < 10 ? String(nth) : "", () => choose.person(person.ref));
  open.append(element("span", { class: "vh" }, ` ${name} ${number}`));
  return element("li", {}, element("span", { class: "who-is" }, ...said), open);
}

const inOtherRegion = (place: string, words: ConsoleWords): HTMLElement =>
  note(
    fill(words.elsewhere, { place }),
    [paragraph(words.elsewhereText), aloud(words.aloud, fill(words["aloud.elsewhere"], { place }))],
    "note warn",
  );

function ticketFound(ticket: NonNullable<SearchReply["ticket"]>, words: ConsoleWords, choose: Choose): HTMLElement {
  const state = named(words, "state", ticket.state);
  const label = ticket.mine ? words.ticketMine : words.ticketTake;
  const open = keyed(label, "1", () => choose.ticket(ticket.ticket, !ticket.mine), "btn");
  return note(fill(words.ticketThere, { ticket: ticket.ticket, state }), [open]);
}
