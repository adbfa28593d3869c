// One field unmasked: with a reason, for some seconds that are counted down, and then it masks itself again.
import { type RevealField, revealField } from "../../../../shared/helpline/contract.ts";
import { REVEAL_SECONDS } from "../../../../shared/helpline/levels.ts";
import { element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { solidCells } from "./clock.ts";
import { keyed } from "./draw.ts";

const REASONS = ["compare", "correct", "call-back", "post"] as const;
const CELLS = 10;
const LASTS_MS = REVEAL_SECONDS * 1000;
const running = new Set<() => void>();

/** The call is over, or another ticket is open: nothing stays uncovered. */
export function coverAll(): void {
  for (const cover of Array.from(running)) cover();
}

/** A row of the record: the masked value, and the way to see it whole. */
export function revealRow(call: Call, field: RevealField, masked: string | undefined, key: string, may: boolean): HTMLElement[] {
  const { words } = call;
  const label = words[`field.${field}`];
  const value = element("span", field === "number" || field === "phone" ? { class: "no" } : {}, masked ?? words.covered);
  const place = element("div", { role: "status" });
  const room = element("div", { class: "reveal", hidden: "" });
  const open = keyed(words.show, key, () => (room.hidden ? askWhy() : close()), "link");
  open.append(element("span", { class: "vh" }, ` ${label}`));
  open.setAttribute("aria-expanded", "false");
  const row = element("dd", {}, value, may && open, room);

  function close(): void {
    room.hidden = true;
    open.hidden = false;
    open.setAttribute("aria-expanded", "false");
  }

  function askWhy(): void {
    const reasons = REASONS.map((reason) => {
      const button = element("button", { class: "btn alt", type: "button" }, words[`reason.${reason}`]);
      button.onclick = () => void show(reason, button);
      return button;
    });
    const keep = element("button", { class: "link", type: "button" }, words.keep);
    keep.onclick = () => {
      close();
      open.focus();
    };
    room.replaceChildren(element("p", {}, words.why), element("div", { class: "acts" }, ...reasons, keep), place);
    room.hidden = false;
    open.setAttribute("aria-expanded", "true");
    reasons[0]!.focus();
  }

  async function show(reason: (typeof REASONS)[number], button: HTMLButtonElement): Promise<void> {
    const params = { ticket: call.ticket().ticket };
    const send = () => callStaff(revealField, { params, body: { field, reason } });
    const shown = await ask({ words, place, button, reading: true, send });
    if (!shown) return;
    countDown(shown.value);
  }

  function countDown(whole: string): void {
    const end = Date.now() + LASTS_MS; // not the moment that came with it: the clock of this machine may be wrong
    const text = element("span", {});
    const cells = element(
      "span",
      { class: "cells", "aria-hidden": "true" },
      ...Array.from({ length: CELLS }, () => element("i")),
    );
    const hide = element("button", { class: "link", type: "button" }, words.hideNow);
    const cover = () => {
      clearInterval(timer);
      running.delete(cover);
      const hadFocus = room.contains(document.activeElement);
      value.textContent = masked ?? words.covered;
      value.removeAttribute("lang");
      room.replaceChildren(element("p", { class: "src end", role: "status" }, words.hidden));
      open.hidden = false;
      open.setAttribute("aria-expanded", "false");
      setTimeout(() => room.childElementCount === 1 && close(), 4000);
      if (hadFocus) open.focus();
    };
    const tick = () => {
      const left = end - Date.now();
      if (left <= 0) return cover();
      text.textContent = fill(words.left, { n: Math.ceil(left / 1000) });
      const solid = solidCells(left, LASTS_MS, CELLS);
      for (const [nth, cell] of Array.from(cells.children).entries()) cell.className = nth < solid ? "" : "o";
    };
    value.textContent = whole;
    value.lang = "zh-CN";
    open.hidden = true;
    room.replaceChildren(element("div", { class: "left" }, text, cells), hide);
    hide.onclick = cover;
    hide.focus();
    const timer = setInterval(tick, 250);
    running.add(cover);
    tick();
  }

  return [element("dt", {}, label), row];
}
