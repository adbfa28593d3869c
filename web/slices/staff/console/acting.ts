// What can be sent for the caller from level 2 on: each opens the caller's own form, with the caller's record in it.
import { byId, element } from "../../../dom.ts";
import { type ActingPath, startActing } from "../../../staff/acting.ts";
import type { Call } from "./call.ts";
import { keyed, pane, paragraph } from "./draw.ts";

const PATHS = [
  "/change/phone",
  "/change/residence",
  "/change/contact",
  "/change/hukou",
  "/change/employment",
  "/change/card",
  "/declaration",
  "/enrolment",
  "/registration",
  "/duplicates",
] as const satisfies readonly ActingPath[];

export function offerActing(call: Call): void {
  const { words } = call;
  const names: Record<(typeof PATHS)[number], string> = {
    "/change/phone": words.phone,
    "/change/residence": words.residence,
    "/change/contact": words.contact,
    "/change/hukou": words.hukou,
    "/change/employment": words.employment,
    "/change/card": words.card,
    "/declaration": words["act.declaration"],
    "/enrolment": words["act.enrolment"],
    "/registration": words["act.registration"],
    "/duplicates": words["act.duplicates"],
  };
  byId("act").onclick = () => {
    const buttons = PATHS.map((path, nth) =>
      keyed(names[path], String((nth + 1) % 10), () => startActing(call.ticket().ticket, path)),
    );
    const close = element("button", { class: "link", type: "button" }, words.notNow);
    close.onclick = () => {
      byId("acting").replaceChildren();
      byId("act").focus();
    };
    const section = pane(
      "act-what",
      words.act,
      paragraph(words["act.text"]),
      element("div", { class: "acts" }, ...buttons, close),
    );
    byId("acting").replaceChildren(section);
    byId("act-what-title").focus();
  };
}

/** From level 2 on, and not a moment longer. */
export function showActing(may: boolean): void {
  byId("act").hidden = !may;
  if (!may) byId("acting").replaceChildren();
}
