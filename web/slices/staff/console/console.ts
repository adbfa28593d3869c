// The helpline console: one box, one call, one screen.

import * as v from "valibot";
import { type Caller, readTicket, type TicketView } from "../../../../shared/helpline/contract.ts";
import { TicketNo } from "../../../../shared/helpline/ticket.ts";
import { byId } from "../../../dom.ts";
import { ready } from "../../../form.ts";
import { here, langOfPage } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { todayInChina } from "../../../staff/clock.ts";
import { enterStaff } from "../../../staff/session.ts";
import { wordsOnPage } from "../../../words.ts";
import { offerActing, showActing } from "./acting.ts";
import { beginVerifying } from "./answering.ts";
import type { Call } from "./call.ts";
import { noCall, offerEnd, startClock, stopClock } from "./calling.ts";
import { note } from "./draw.ts";
import { forgetTexts, keepOpen, keptOpen } from "./kept.ts";
import { listenForKeys } from "./keys.ts";
import { clearNextStep, offerNextSteps } from "./next-step.ts";
import { openingOf } from "./opening.ts";
import { drawRecord } from "./record.ts";
import { beginTickets, drawTicket } from "./ticket.ts";
import { understood } from "./understood.ts";
import { drawVerification } from "./verify.ts";
import { drawWaiting } from "./waiting.ts";
import type { ConsoleWords } from "./words.ts";

const words = wordsOnPage<ConsoleWords>();
const box = byId("q") as HTMLInputElement;
let ticket: TicketView | undefined;
let caller: Caller | undefined;
/** What stands in the box once somebody is opened: masked, so that no number stays on the screen. */
let masked = "";

const call: Call = {
  words,
  lang: langOfPage(),
  today: todayInChina,
  ticket: () => {
    if (!ticket) throw new Error("no ticket is open");
    return ticket;
  },
  caller: () => caller,
  show(next) {
    if (next.ticket) ticket = next.ticket;
    const before = caller;
    if (next.caller) caller = next.caller;
    byId("desk").className = caller ? "desk" : "desk alone";
    byId("waiting").hidden = true;
    showActing(caller?.may === "all");
    masked = caller?.shown.number ?? "";
    if (next.ticket) drawTicket(call);
    if (next.caller) drawVerification(call);
    if (caller && caller !== before) drawRecord(call);
  },
  moved() {
    if (ticket) ticket = { ...ticket, version: ticket.version + 1 };
  },
  async again() {
    const answer = await callStaff(readTicket, { params: { ticket: call.ticket().ticket } });
    if (answer.is === "problem" && answer.type === "not-found") return call.left(words.goneTicket);
    if (answer.is !== "value") return;
    call.show(answer.value);
    box.value = masked;
  },
  left(why) {
    stopClock(call.ticket().ticket);
    over();
    ticket = undefined;
    byId("desk").hidden = true;
    byId("found").replaceChildren(note(why, []));
  },
};

const { search, open, resume } = openingOf(words, opened);
void start();

async function start(): Promise<void> {
  if (!(await enterStaff(words, ["agent"]))) return;
  ready();
  listenForKeys(byId("single") as HTMLInputElement);
  byId("find").onsubmit = (event) => {
    event.preventDefault();
    if (box.value.trim() === "") return box.focus();
    void (masked && box.value === masked ? call.again() : search(box.value));
  };
  box.oninput = () => tell(understood(box.value, todayInChina(), words));
  box.onfocus = () => box.select();
  beginTickets(call);
  offerNextSteps(call, async () => ticket !== undefined || open({}));
  offerEnd(call, over);
  offerActing(call);
  byId("sign-out").addEventListener("click", forgetTexts);
  const kept = v.safeParse(TicketNo, new URLSearchParams(location.search).get("ticket") ?? keptOpen());
  if (kept.success && (await resume(kept.output))) return;
  box.focus();
  void drawWaiting(call);
}

const tell = (text: string) => byId("understood").replaceChildren(text || words.opensBoth);

function opened(next: TicketView, who: Caller | undefined): void {
  beginVerifying();
  clearNextStep();
  ticket = undefined;
  caller = undefined;
  byId("found").replaceChildren();
  byId("desk").hidden = false;
  byId("who-calls").hidden = !who;
  byId("middle").hidden = !who;
  call.show({ ticket: next, caller: who });
  box.value = masked;
  tell("");
  if (next.callUntil) startClock(next.ticket);
  else noCall(call);
  keepOpen(next.callUntil && next.ticket);
  history.replaceState(null, "", `${here("/staff/console")}?ticket=${next.ticket}`);
  (document.getElementById("said") ?? byId("ticket-title")).focus();
}

/** The call is over: nothing of the person stays on the screen, the ticket does. */
function over(): void {
  caller = undefined;
  keepOpen(undefined);
  showActing(false);
  byId("who-calls").hidden = true;
  byId("middle").hidden = true;
  byId("middle").replaceChildren();
  byId("desk").className = "desk alone";
  masked = "";
  box.value = "";
  box.focus();
  void drawWaiting(call);
}
