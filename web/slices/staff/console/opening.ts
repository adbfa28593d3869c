// How a ticket comes onto the screen: by what was typed, chosen from a list, gone on with, taken over.
import {
  type Caller,
  openTicket,
  ownTicket,
  readTicket,
  type SearchReply,
  type TicketView,
} from "../../../../shared/helpline/contract.ts";
import { byId } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { ask } from "./ask.ts";
import { drawFound } from "./found.ts";
import { attempts, keepOpen } from "./kept.ts";
import type { ConsoleWords } from "./words.ts";

type Opened = (ticket: TicketView, caller: Caller | undefined) => void;

export function openingOf(words: ConsoleWords, opened: Opened) {
  const attempt = attempts();

  /** Enter: the ticket and whom it is about in one step. */
  async function search(typed: string, pick?: string): Promise<void> {
    await open({ search: { typed, ...(pick && { pick }) } });
  }

  async function open(body: { search?: { typed: string; pick?: string } }): Promise<boolean> {
    const button = byId("find").querySelector<HTMLButtonElement>("button") ?? undefined;
    const send = () => callStaff(openTicket, { attemptKey: attempt(JSON.stringify(body)), body });
    const answer = await ask({ words, place: byId("found"), button, reading: true, say: words["aloud.outage"], send });
    if (!answer) return false;
    attempt(""); // the next one is another call, also by the same number
    if (!answer.opened) {
      found(answer, body.search?.typed ?? "");
      return false;
    }
    opened(answer.ticket, answer.caller);
    return true;
  }

  function found(reply: SearchReply, typed: string): void {
    if (reply.ticket?.mine) return void resume(reply.ticket.ticket);
    byId("found").replaceChildren(
      drawFound(reply, words, {
        person: (ref) => void search(typed, ref),
        ticket: (no, take) => void (take ? takeOver(no) : resume(no)),
      }),
    );
    byId("found").querySelector<HTMLElement>("#people-title, .btn")?.focus(); // out of the box: digits choose
  }

  async function resume(no: string): Promise<boolean> {
    const answer = await callStaff(readTicket, { params: { ticket: no } });
    if (answer.is === "value") {
      opened(answer.value.ticket, answer.value.caller);
      return true;
    }
    if (answer.is === "problem" && answer.type === "not-found") keepOpen(undefined); // somebody else has taken it over
    await ask({ words, place: byId("found"), reading: true, send: async () => answer });
    return false;
  }

  async function takeOver(no: string): Promise<void> {
    const send = () => callStaff(ownTicket, { params: { ticket: no }, body: { owner: "me" } });
    const answer = await ask({ words, place: byId("found"), send });
    if (answer) opened(answer.ticket, answer.caller);
  }

  return { search, open, resume };
}
