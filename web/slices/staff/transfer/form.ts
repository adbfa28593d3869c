// What has happened, on which day, with which money and why: read as it is sent.

import { readYuan } from "../../../../shared/kernel/money.ts";
import { readDate } from "../../../../shared/kernel/plain-date.ts";
import type { Finding } from "../../../../shared/kernel/rule.ts";
import { amends } from "../../../../shared/transfer/amends.ts";
import type { AgencysStep } from "../../../../shared/transfer/sent.ts";
import type { StaffTransfer } from "../../../../shared/transfer/staff.ts";
import { element } from "../../../dom.ts";
import { complaintsOf, showErrors } from "../../../errors.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";
import { inYuan } from "../../estimate/amounts.ts";
import { lastLook } from "./last-look.ts";
import { actIn, type Page } from "./words.ts";

export type Event = AgencysStep["event"];
/** These are written to the person in their own words. */
const IN_WRITING: readonly Event[] = ["rejected", "returned", "suspended"];
const WITH_MONEY: readonly Event[] = ["out-done", "money-received"];

export function formOf(view: StaffTransfer, acts: readonly Event[], page: Page): HTMLFormElement {
  const { words, said } = page;
  const { transfer, today, sent } = view;
  const picks = acts.map((event) => {
    const input = element("input", { type: "radio", name: "event", id: `event-${event}`, value: event });
    return element("div", { class: "pick" }, input, element("label", { for: input.id }, actIn(event, view, said)));
  });
  const day = element("input", {
    class: "in",
    type: "text",
    id: "at",
    name: "at",
    autocomplete: "off",
    "aria-describedby": "at-h",
  });
  day.value = langOfPage() === "zh" ? dateIn("zh", today) : today;
  const readDay = () => readDate(day.value, { asOf: today, future: true });
  const understood = element("p", { class: "tag", role: "status", hidden: "" });
  day.oninput = () => {
    const read = readDay();
    understood.hidden = !read.ok;
    understood.textContent = read.ok ? fill(words.understood, { date: dateIn(langOfPage(), read.value) }) : "";
  };
  const account = amount("account");
  const pool = amount("pool");
  const note = element("textarea", {
    ...{ class: "in", id: "note", name: "note", maxlength: "300", lang: "zh-CN" },
    "aria-describedby": "note-h",
  });
  const noteLabel = element("label", { for: "note" }, words.noteLabel);
  const noteHint = element("p", { class: "hint", id: "note-h" }, words.noteHint);
  const known = sent
    ? fill(words.sentMoney, { account: inYuan(sent.account), pool: inYuan(sent.pool), total: inYuan(sent.total) })
    : transfer.plan.money &&
      fill(words.planned, { account: inYuan(transfer.plan.money.account), pool: inYuan(transfer.plan.money.pool) });
  const money = element(
    "div",
    { id: "money" },
    known && element("p", { class: "hint" }, known),
    field("account", words.account, account),
    field("pool", words.pool, pool),
  );
  const more = element(
    "div",
    { id: "more" },
    element(
      "div",
      { class: "field" },
      element("label", { for: "at" }, words.on),
      element("p", { class: "hint", id: "at-h" }, words.onHint),
      day,
      understood,
    ),
    money,
    element("div", { class: "field" }, noteLabel, noteHint, note),
    element("button", { class: "btn", type: "submit" }, words.review),
  );
  const last = element("div", { role: "status" });
  const form = element(
    "form",
    { novalidate: "" },
    element("fieldset", {}, element("legend", {}, words.choose), ...picks),
    more,
    last,
  );
  const isWritten = (event: Event) => IN_WRITING.includes(event) || amends(transfer, event);
  const chosen = () => acts.find((event) => event === new FormData(form).get("event"));
  const carries = (event: Event) => WITH_MONEY.includes(event) && transfer.plan.awaits.includes("money");
  const turn = () => {
    const event = chosen();
    more.hidden = !event;
    if (!event) return;
    money.hidden = !carries(event);
    const needed = isWritten(event);
    noteLabel.textContent = needed ? words.noteNeeded : words.noteLabel;
    noteHint.hidden = !needed;
  };
  turn();
  form.onchange = () => {
    last.replaceChildren();
    showErrors(form, [], words); // they were of what was chosen before
    turn();
  };

  /** What is to be sent, or what is wrong with it. */
  function read(): { body: AgencysStep } | { findings: Finding[] } {
    const event = chosen();
    if (!event) return { findings: [{ code: "pickOne", path: ["event"] }] };
    const findings: Finding[] = [];
    const wrong = (code: string, path: string) => findings.push({ code, path: [path] });
    const text = note.value.normalize("NFC").replace(/\s+/g, " ").trim();
    const at = readDay();
    if (!at.ok) wrong(at.refusal === "date.missing" ? "onMissing" : "onUnreadable", "at");
    else if (at.value > today) wrong("transfer.event-future", "at");
    else if (at.value < (transfer.trail[transfer.trail.length - 1]?.at ?? "")) wrong("transfer.event-older", "at");
    if (!text && isWritten(event)) wrong("transfer.note-missing", "note");
    const fen = carries(event)
      ? [account, pool].map((input) => {
          const yuan = readYuan(input.value);
          if (yuan.ok) return yuan.value;
          wrong(yuan.refusal === "money.missing" ? "transfer.amounts-missing" : "amountUnreadable", input.name);
          return 0;
        })
      : undefined;
    if (findings.length > 0 || !at.ok) return { findings };
    const [own = 0, pooled = 0] = fen ?? [];
    const amounts = fen && { amounts: { account: own, pool: pooled, total: own + pooled } };
    return { body: { event, at: at.value, ...(text && { note: text }), ...amounts } };
  }

  form.onsubmit = (event) => {
    event.preventDefault();
    const given = read();
    showErrors(form, "findings" in given ? complaintsOf(form, given.findings, said) : [], words);
    if ("body" in given) lastLook({ view, page, form, room: last, body: given.body, edit: () => day.focus() });
  };

  return form;
}

const amount = (name: "account" | "pool") =>
  element("input", {
    ...{ class: "in no", type: "text", inputmode: "decimal", id: name, name: `amounts.${name}`, autocomplete: "off" },
  });
const field = (id: string, label: string, input: HTMLElement) =>
  element("div", { class: "field" }, element("label", { for: id }, label), input);
