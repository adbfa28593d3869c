// The line that is always in sight during a call: how long it lasts, which ticket, that every look is recorded, and its end.
import { markCall } from "../../../../shared/helpline/contract.ts";
import { CALL_MINUTES } from "../../../../shared/helpline/levels.ts";
import { isAnswered } from "../../../../shared/helpline/ticket.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { lasting } from "./clock.ts";
import { aloud, keyed, note, pane, paragraph } from "./draw.ts";
import { coverAll } from "./reveal.ts";
import { ratingRow } from "./steps.ts";

const NAME = "console-call:";
let began = 0;
/** After its half hour the level is gone: nothing that it opened may stay on the screen. */
let lapse = () => {};
let timer: ReturnType<typeof setInterval> | undefined;

/** The clock goes on over a reload: what it began with is kept in this tab. */
export function startClock(ticket: string): void {
  began = startOf(ticket);
  byId("calling").hidden = false;
  byId("ticket-link").textContent = ticket; // it leads to the card
  clearInterval(timer);
  const tick = () => {
    const lasts = Date.now() - began;
    byId("clock").textContent = lasting(lasts);
    if (lasts < CALL_MINUTES * 60_000) return;
    lapse();
  };
  timer = setInterval(tick, 1000);
  tick();
}

function startOf(ticket: string): number {
  try {
    const kept = Number(sessionStorage.getItem(NAME + ticket));
    if (kept > 0) return kept;
    sessionStorage.setItem(NAME + ticket, String(Date.now()));
  } catch {
    // Then it begins again with the page.
  }
  return Date.now();
}

/** How long it lasted. */
export function stopClock(ticket: string): string {
  clearInterval(timer);
  byId("calling").hidden = true;
  try {
    sessionStorage.removeItem(NAME + ticket);
  } catch {
    // Nothing was kept.
  }
  return lasting(Date.now() - began);
}

/** First the last words and the caller's mark, then the same key again ends it. `over`: the record is covered, the box is free. */
export function offerEnd(call: Call, over: () => void): void {
  lapse = () => {
    over();
    noCall(call);
  };
  byId("end").onclick = () => {
    if (document.getElementById("ending")) return void end(call, over);
    const place = element("div", { id: "ending-said", role: "status" });
    const sure = keyed(call.words.endSure, "e", () => void end(call, over), "btn");
    const { words } = call;
    const { ticket, state } = call.ticket();
    const last = isAnswered(state) ? words["aloud.end"] : fill(words["aloud.end-open"], { ticket });
    const ending = pane("ending", words.ending, aloud(words.aloud, last), ratingRow(call), sure, place);
    ending.id = "ending";
    byId("found").replaceChildren(ending);
    byId("ending-title").focus();
  };
}

async function end(call: Call, over: () => void): Promise<void> {
  const { words } = call;
  const { ticket } = call.ticket();
  const place = byId("ending-said");
  const ended = await ask({ words, place, send: () => callStaff(markCall, { params: { ticket }, body: { call: "ended" } }) });
  if (!ended) return;
  coverAll();
  const time = stopClock(ticket);
  over();
  offerAgain(call, fill(words.ended, { time }), fill(words.endedText, { ticket }));
}

/** A ticket of an earlier call is open: nothing of the record shows before the next one. */
export function noCall(call: Call): void {
  stopClock(call.ticket().ticket);
  offerAgain(call, call.words.callOver, call.words.callOverText);
}

function offerAgain(call: Call, title: string, text: string): void {
  const again = keyed(call.words.backToCall, "b", () => void begin(call, again));
  byId("found").replaceChildren(note(title, [paragraph(text), again]), element("div", { id: "begin-said", role: "status" }));
}

async function begin(call: Call, button: HTMLButtonElement): Promise<void> {
  const { ticket } = call.ticket();
  const place = byId("begin-said");
  const send = () => callStaff(markCall, { params: { ticket }, body: { call: "begun" } });
  if (!(await ask({ words: call.words, place, button, conflict: call.again, send }))) return;
  byId("found").replaceChildren();
  startClock(ticket);
  await call.again();
}
