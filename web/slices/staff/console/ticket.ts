// The card of the ticket: noted, answered, passed on. Nothing typed is lost before it is saved.
import type { TicketView } from "../../../../shared/helpline/contract.ts";
import { isEnded } from "../../../../shared/helpline/ticket.ts";
import { byId } from "../../../dom.ts";
import { drawActs, save } from "./acts.ts";
import type { Call } from "./call.ts";
import { beginCards, offerCards } from "./cards.ts";
import { paragraph } from "./draw.ts";
import { keptText } from "./kept.ts";
import { announce } from "./keys.ts";
import { drawLimit } from "./limit.ts";
import { drawSteps } from "./steps.ts";
import { field, keep, picks } from "./typed.ts";
import { named } from "./words.ts";

let shown = "";

/** Once: what is typed is kept, cards can be found. */
export function beginTickets(call: Call): void {
  for (const target of Array.from(byId("note").querySelectorAll<HTMLElement>("[data-key]"))) announce(target);
  byId("note").oninput = (event) => event.target !== byId("cards") && keep(call);
  byId("note").onsubmit = (event) => {
    event.preventDefault();
    void save(call);
  };
  offerCards(call.words, () => keep(call));
}

export function drawTicket(call: Call): void {
  const { words } = call;
  const ticket = call.ticket();
  byId("ticket").hidden = false;
  byId("ticket-no").textContent = ticket.ticket;
  byId("ticket-state").textContent = named(words, "state", ticket.state);
  byId("limit").replaceChildren(...drawLimit(call, ticket));
  if (shown !== ticket.ticket) fillIn(call, ticket);
  shown = ticket.ticket;
  const ended = isEnded(ticket.state);
  for (const text of ["asked", "answer"]) (field(text) as HTMLTextAreaElement).readOnly = ended;
  field("category").disabled = ended;
  for (const pick of picks()) pick.disabled = ended;
  byId("card-search").hidden = ended;
  drawActs(call, ticket);
  drawSteps(call, ticket);
}

/** Of another ticket: what is saved, and over it what was typed and not saved. */
function fillIn(call: Call, ticket: TicketView): void {
  const kept = keptText(ticket.ticket);
  field("category").value = kept?.["category"] ?? ticket.category ?? "consultation";
  field("asked").value = kept?.["summary"] ?? ticket.summary ?? "";
  field("answer").value = kept?.["answer"] ?? ticket.answer?.text ?? "";
  const topics = kept?.["parts"]?.split(" ") ?? ticket.parts.map(({ topic }) => topic);
  for (const pick of picks()) pick.checked = topics.some((topic) => topic === pick.value);
  (byId("parts") as HTMLDetailsElement).open = topics.some(Boolean);
  beginCards(kept?.["cards"]?.split("\n").filter(Boolean) ?? [], call.words, () => keep(call));
  byId("note-said").replaceChildren(...(kept ? [paragraph(call.words.unsaved, "hint end")] : []));
  byId("step-said").replaceChildren();
  byId("hits").replaceChildren();
}
