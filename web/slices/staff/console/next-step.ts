// A next step at once, for who is angry, has no phone or will not be checked: one key each, with the words to say. Without a
// ticket the first press opens one, about nobody.
import * as v from "valibot";
import { askCallBack, makeAppointment, type TicketView } from "../../../../shared/helpline/contract.ts";
import { PlainDate, plusDays } from "../../../../shared/kernel/calendar.ts";
import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { aloud } from "./draw.ts";

type Way = "policy" | "callback" | "desk";
const field = (id: string) => byId(id) as HTMLInputElement;
const FURTHEST_DAYS = 30;

/** `opened`: a ticket is there, or nothing where it could not be opened. */
export function offerNextSteps(call: Call, opened: () => Promise<boolean>): void {
  const press = (way: Way) => async () => {
    if (await opened()) lead(call, way);
  };
  byId("way-policy").onclick = press("policy");
  byId("way-callback").onclick = press("callback");
  byId("way-desk").onclick = press("desk");
  (byId("callback") as HTMLFormElement).onsubmit = (event) => {
    event.preventDefault();
    void callBack(call);
  };
  (byId("appointment") as HTMLFormElement).onsubmit = (event) => {
    event.preventDefault();
    void book(call);
  };
}

function lead({ words, today }: Call, way: Way): void {
  const said = { policy: words["aloud.policy"], callback: words["aloud.callback-open"], desk: words["aloud.desk"] };
  byId("step-aloud").replaceChildren(aloud(words.aloud, said[way]));
  byId("step-said").replaceChildren();
  byId("callback").hidden = way !== "callback";
  byId("appointment").hidden = way !== "desk";
  const day = field("day");
  day.min = plusDays(today(), 1);
  day.max = plusDays(today(), FURTHEST_DAYS);
  const first = { policy: "cards", callback: "back-phone", desk: "day" } as const;
  byId(first[way]).focus();
}

/** Another ticket: nothing is being arranged. */
export function clearNextStep(): void {
  byId("step-aloud").replaceChildren();
  byId("callback").hidden = true;
  byId("appointment").hidden = true;
}

async function callBack(call: Call): Promise<void> {
  const { words } = call;
  const suits = field("suits").value.trim();
  const body = { phone: field("back-phone").value, ...(suits && { suits }) };
  const params = { ticket: call.ticket().ticket };
  const button = byId("callback").querySelector<HTMLButtonElement>("button") ?? undefined;
  const place = byId("step-said");
  const left = await ask({ words, place, button, conflict: call.again, send: () => callStaff(askCallBack, { params, body }) });
  if (!left) return;
  call.show(left);
  const date = left.ticket.callBack?.dueAt;
  const promise = date ? fill(words["aloud.callback"], { date: dateIn(call.lang, date) }) : "";
  arranged(call, left.ticket, date ? fill(words.callBackIs, { date: dateIn(call.lang, date) }) : "", promise);
}

async function book(call: Call): Promise<void> {
  const { words, lang } = call;
  const half = field("half-m").checked ? ("morning" as const) : ("afternoon" as const);
  const params = { ticket: call.ticket().ticket };
  const day = v.safeParse(PlainDate, field("day").value);
  if (!day.success) return field("day").focus();
  const body = { day: day.output, half };
  const button = byId("appointment").querySelector<HTMLButtonElement>("button") ?? undefined;
  const place = byId("step-said");
  const booked = await ask({
    words,
    place,
    button,
    conflict: call.again,
    send: () => callStaff(makeAppointment, { params, body }),
  });
  if (!booked) return;
  call.show(booked);
  const { appointment } = booked.ticket;
  const said =
    appointment &&
    fill(words.bookedFor, { date: dateIn(lang, appointment.day), half: words[appointment.half], place: appointment.desk.name });
  arranged(call, booked.ticket, said ?? "");
}

function arranged({ words }: Call, ticket: TicketView, said: string, promise = ""): void {
  clearNextStep();
  byId("step-said").replaceChildren(
    element("p", {}, element("span", { class: "tag" }, said)),
    aloud(words.aloud, promise, fill(words["aloud.kept"], { ticket: ticket.ticket })),
  );
  byId("ticket-title").focus();
}
