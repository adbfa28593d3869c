// What else can be done with a ticket, as the API says it may be now; and leaving it to somebody else.
import { ownTicket, rateTicket, type TicketView, takeStep } from "../../../../shared/helpline/contract.ts";
import { isAnswered, PartOwner } from "../../../../shared/helpline/ticket.ts";
import { byId, element } from "../../../dom.ts";
import { here } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { keyed, paragraph } from "./draw.ts";
import { named } from "./words.ts";

const LINES = PartOwner.options.filter((line) => line !== "12333");
const SCORES = [1, 2, 3, 4, 5] as const;
type Worded = "turn-down" | "reopen" | "transfer" | "extend";
type Sent = Parameters<typeof callStaff<typeof takeStep>>[1]["body"];

export function drawSteps(call: Call, ticket: TicketView): void {
  const { words } = call;
  const may = (name: string) => ticket.may.includes(name);
  const plain = (["accept", "assign", "start"] as const).filter(may).map((name) => {
    const button = element("button", { class: "btn alt", type: "button" }, words[`do.${name}`]);
    button.onclick = () => void send(call, { step: name }, button);
    return button;
  });
  const forms = (["turn-down", "transfer", "reopen", "extend"] as const).filter(may).map((name) => wordedForm(call, name));
  const leave = keyed(words.handOver, "h", () => void handOver(call, leave));
  const open = element("a", { href: `${here("/staff/ticket")}?no=${ticket.ticket}` }, words.openPage);
  const about = ticket.about === "hidden" && paragraph(words["ticket.about.hidden"], "src");
  byId("steps").replaceChildren(
    ...[about, element("div", { class: "acts" }, ...plain, leave), ...forms, element("p", { class: "end" }, open)].filter(
      (node): node is HTMLElement => node instanceof HTMLElement,
    ),
    element("div", { id: "step-done", role: "status" }),
  );
}

async function send(call: Call, body: Sent, button: HTMLButtonElement): Promise<void> {
  const params = { ticket: call.ticket().ticket };
  const place = byId("step-done");
  const conflict = call.again;
  const done = await ask({ words: call.words, place, button, conflict, send: () => callStaff(takeStep, { params, body }) });
  if (!done) return;
  call.show(done);
  byId("step-done").replaceChildren(paragraph(fill(call.words.done, { state: named(call.words, "state", done.ticket.state) })));
}

/** Steps that want a reason, or what the caller was told. */
function wordedForm(call: Call, name: Worded): HTMLElement {
  const { words } = call;
  const id = `why-${name}`;
  const why = element("textarea", { class: "in", id, rows: "2", maxlength: "200", required: "" });
  const lines = element(
    "select",
    { class: "in", id: "to-line" },
    ...LINES.map((line) => element("option", { value: line }, words[`line.${line}`])),
  );
  const submit = element("button", { class: "btn alt", type: "submit" }, words[`do.${name}`]);
  const form = element(
    "form",
    {},
    name === "transfer" && element("div", { class: "field" }, element("label", { for: "to-line" }, words.toLine), lines),
    element("div", { class: "field" }, element("label", { for: id }, name === "extend" ? words.notice : words.whyStep), why),
    submit,
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const said = why.value.trim();
    const to = LINES.find((line) => line === lines.value);
    if (said === "" || !to) return;
    const body: Sent =
      name === "transfer"
        ? { step: name, to, reason: said }
        : name === "extend"
          ? { step: name, notice: said }
          : { step: name, reason: said };
    void send(call, body, submit);
  };
  return element("details", {}, element("summary", {}, words[`do.${name}`]), form);
}

async function handOver(call: Call, button: HTMLButtonElement): Promise<void> {
  const { words } = call;
  const params = { ticket: call.ticket().ticket };
  const place = byId("step-done");
  const left = await ask({
    words,
    place,
    button,
    conflict: call.again,
    send: () => callStaff(ownTicket, { params, body: { owner: "nobody" } }),
  });
  if (left) call.left(words.handedOver);
}

/** 好差评, as the caller says it. */
export function ratingRow(call: Call): HTMLElement | undefined {
  const { words } = call;
  const ticket = call.ticket();
  if (ticket.rating !== undefined) return paragraph(fill(words.rated, { n: ticket.rating }));
  if (!isAnswered(ticket.state)) return undefined;
  const place = element("div", { role: "status" });
  const buttons = SCORES.map((score) => {
    const button = keyed(fill(words.score, { n: score }), String(score), async () => {
      const params = { ticket: ticket.ticket };
      const rated = await ask({ words, place, button, send: () => callStaff(rateTicket, { params, body: { score } }) });
      if (!rated) return;
      call.show(rated);
      row.replaceChildren(paragraph(fill(words.rated, { n: score })));
    });
    return button;
  });
  const row = element(
    "div",
    {},
    element("p", { class: "label" }, words.rating),
    element("div", { class: "acts" }, ...buttons),
    place,
  );
  return row;
}
