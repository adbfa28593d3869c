// One ticket, whole: what was asked and answered, its life so far, what can be done now. Nothing of the record: that is for a call.

import * as v from "valibot";
import { ownTicket, readTicket, search, type TicketView } from "../../../../shared/helpline/contract.ts";
import { TicketNo } from "../../../../shared/helpline/ticket.ts";
import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { here, langOfPage } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { todayInChina } from "../../../staff/clock.ts";
import { enterStaff } from "../../../staff/session.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { moment } from "../../submissions/moment.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { pane, paragraph } from "./draw.ts";
import { drawFound } from "./found.ts";
import { listenForKeys } from "./keys.ts";
import { ratingRow } from "./steps.ts";
import { beginTickets, drawTicket } from "./ticket.ts";
import { type ConsoleWords, named } from "./words.ts";

const words = wordsOnPage<ConsoleWords>();
const lang = langOfPage();
let ticket: TicketView | undefined;

const call: Call = {
  words,
  lang,
  today: todayInChina,
  ticket: () => {
    if (!ticket) throw new Error("no ticket is open");
    return ticket;
  },
  caller: () => undefined,
  show(next) {
    if (next.ticket) ticket = next.ticket;
    drawTicket(call);
    drawLife(call.ticket());
  },
  moved() {},
  left(why) {
    byId("desk").hidden = true;
    byId("found").replaceChildren(element("div", { class: "note" }, element("h2", {}, why)));
  },
  async again() {
    const answer = await callStaff(readTicket, { params: { ticket: call.ticket().ticket } });
    if (answer.is === "value") call.show(answer.value);
  },
};

void start();

async function start(): Promise<void> {
  if (!(await enterStaff(words, ["agent"]))) return;
  listenForKeys(byId("single") as HTMLInputElement);
  const no = v.safeParse(TicketNo, new URLSearchParams(location.search).get("no") ?? "");
  if (!no.success) return void byId("found").replaceChildren(paragraph(words["search.unreadable"]));
  beginTickets(call);
  await open(no.output);
}

async function open(no: string): Promise<void> {
  const answer = await callStaff(readTicket, { params: { ticket: no } });
  if (answer.is === "value") return shown(answer.value.ticket);
  if (answer.is === "problem" && answer.type === "not-found") return others(no);
  await ask({ words, place: byId("found"), reading: true, send: async () => answer });
}

function shown(next: TicketView): void {
  byId("found").replaceChildren();
  byId("desk").hidden = false;
  call.show({ ticket: next });
}

/** Somebody else's: it can be taken over, where it is of my places. */
async function others(no: string): Promise<void> {
  const place = byId("found");
  const answer = await ask({ words, place, reading: true, send: () => callStaff(search, { body: { typed: no } }) });
  if (!answer) return;
  const take = async () => {
    const mine = await ask({ words, place, send: () => callStaff(ownTicket, { params: { ticket: no }, body: { owner: "me" } }) });
    if (mine) shown(mine.ticket);
  };
  place.replaceChildren(
    answer.ticket
      ? drawFound(answer, words, { person: () => {}, ticket: () => void take() })
      : element("div", { class: "note warn" }, element("h2", {}, words.goneTicket), paragraph(words.goneTicketText)),
  );
}

function drawLife({ ticket: no, history, callBack, appointment, answer, reason, transferredTo }: TicketView): void {
  const life = history.map(({ state, at }) => element("li", {}, element("b", {}, named(words, "state", state)), " ", moment(at)));
  const cards = (answer?.cards ?? []).map(({ id, version }) => element("li", {}, `${id}　${fill(words.version, { version })}`));
  const half = appointment && words[appointment.half];
  const arranged = [
    callBack &&
      paragraph(`${fill(words.callBackIs, { date: dateIn(lang, callBack.dueAt) })} ${named(words, "callBack", callBack.state)}`),
    appointment &&
      paragraph(fill(words.bookedFor, { date: dateIn(lang, appointment.day), half: half ?? "", place: appointment.desk.name })),
    transferredTo && paragraph(`${words.toLine}${lang === "zh" ? "：" : ": "}${words[`line.${transferredTo}`]}`),
    reason && paragraph(reason),
  ];
  byId("life").replaceChildren(
    pane("life-so-far", words.life, element("ol", {}, ...life), ...arranged, ratingRow(call)),
    ...(cards.length > 0 ? [pane("stamps", words.cardsIn, element("ul", { class: "list" }, ...cards))] : []),
    element("p", {}, element("a", { class: "btn alt", href: `${here("/staff/console")}?ticket=${no}` }, words.openConsole)),
  );
}
