// Whose matter it is, masked; one field unmasked for some seconds, with a reason that the person can read.
import { type MatterView, type RevealField, revealInMatter } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { whenToTry } from "../../../notice.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import type { Page } from "./words.ts";

const REASONS = ["compare", "call", "write"] as const;

export function drawPerson({ person, reveals }: MatterView, page: Page): void {
  const { words, said } = page;
  if (!person) {
    byId("person").replaceChildren(element("p", {}, words.nobody));
    return;
  }
  const fields = (["name", "number", "phone", "residence"] as const).filter((field) => person[field]);
  const rows = fields.flatMap((field) => rowOf(field, person[field] ?? "", reveals.includes(field), page));
  const standing = words[`verified.${person.closed ? "closed" : person.verified}`];
  const document = said[person.docType === "OTHER" ? "doc.OTHER" : person.docType];
  const more = [
    ...[element("dt", {}, words["row.docType"]), element("dd", {}, document)],
    ...[element("dt", {}, words["row.verified"]), element("dd", {}, standing)],
  ];
  byId("person").replaceChildren(element("dl", { class: "kv" }, ...rows, ...more), element("p", { class: "src" }, words.noted));
}

function rowOf(field: RevealField, covered: string, may: boolean, page: Page): HTMLElement[] {
  const { words, task } = page;
  const label = words[`field.${field}`];
  const value = element("span", { lang: "zh-CN" }, covered);
  const room = element("div", { class: "room", role: "status" });
  const open = element("button", { class: "link", type: "button" }, words.show, element("span", { class: "vh" }, ` ${label}`));
  const button = (text: string, press: () => void, kind = "btn alt") => {
    const made = element("button", { class: kind, type: "button" }, text);
    made.onclick = press;
    return made;
  };
  const close = () => {
    room.replaceChildren();
    open.hidden = false;
    value.textContent = covered;
    open.focus();
  };
  open.onclick = () => {
    open.hidden = true;
    const reasons = REASONS.map((reason) => button(words[`why.${reason}`], () => void show(reason)));
    room.replaceChildren(
      element("p", {}, words.why),
      element("div", { class: "acts" }, ...reasons, button(words.keep, close, "link")),
    );
    reasons[0]!.focus();
  };

  async function show(reason: (typeof REASONS)[number]): Promise<void> {
    const answer = await callStaff(revealInMatter, { params: { task }, body: { field, reason } });
    if (answer.is !== "value") {
      const wait = answer.is === "outage" ? answer.outage.retryAfterSeconds : answer.problem.retryAfterSeconds;
      room.replaceChildren(element("p", {}, whenToTry(wait, words)), button(words.keep, close, "link"));
      return;
    }
    const end = Date.now() + answer.value.seconds * 1000;
    const left = element("span", { "aria-hidden": "true" });
    const hide = button(words.hide, () => cover(), "link");
    const cover = () => {
      clearInterval(timer);
      close();
    };
    const tick = () => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds <= 0) return cover();
      left.textContent = fill(words.left, { n: seconds });
    };
    value.textContent = answer.value.value;
    room.replaceChildren(left, " ", hide);
    hide.focus();
    const timer = setInterval(tick, 250);
    tick();
  }

  return [element("dt", {}, label), element("dd", {}, value, may && open, room)];
}
