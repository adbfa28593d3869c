// In whose hands a matter is, and on to whose.
import { listColleagues, type MatterView, passMatter } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { momentText } from "../moment-text.ts";
import { sent } from "./send.ts";
import type { Page } from "./words.ts";

export function drawHands({ taken, may, state }: MatterView, page: Page): void {
  const { words } = page;
  byId("hands-pane").hidden = state !== "open";
  const time = taken ? momentText(taken.at) : "";
  const who = !taken ? words.handsNobody : fill(taken.mine ? words.handsMine : words.handsOther, { name: taken.by, time });
  const button = (text: string, id: string, press: (made: HTMLButtonElement) => void) => {
    const made = element("button", { class: "btn alt", type: "button", id }, text);
    made.onclick = () => press(made);
    return made;
  };
  const pass = (made: HTMLButtonElement, to: "me" | "nobody") =>
    void sent(
      page,
      made,
      () => callStaff(passMatter, { params: { task: page.task }, body: { to } }),
      () => words[to === "me" ? "next.taken" : "next.given"],
    );
  const room = element("div");
  const acts = [
    may.includes("take") &&
      button(taken ? fill(words.takeOver, { name: taken.by }) : words.take, "take", (made) => pass(made, "me")),
    may.includes("give-back") && button(words.giveBack, "give-back", (made) => pass(made, "nobody")),
    may.includes("hand-over") && button(words.handOver, "hand-over", () => void offer(room, page)),
  ];
  byId("hands").replaceChildren(element("p", {}, who), element("div", { class: "acts" }, ...acts), room);
}

async function offer(room: HTMLElement, page: Page): Promise<void> {
  const { words, task } = page;
  const answer = await callStaff(listColleagues, { params: { task } });
  if (answer.is !== "value") return room.replaceChildren(element("p", {}, words.readOutage));
  const { colleagues } = answer.value;
  if (colleagues.length === 0) return room.replaceChildren(element("p", {}, words.noColleague));
  const select = element(
    "select",
    { class: "in", id: "colleague", lang: "zh-CN" },
    ...colleagues.map(({ staffId, name, workNumber, agency }) =>
      element("option", { value: staffId }, `${name}（${fill(words.number, { number: workNumber })}，${agency}）`),
    ),
  );
  const note = element("input", { class: "in", type: "text", id: "hand-note", maxlength: "200", autocomplete: "off" });
  const go = element("button", { class: "btn", type: "submit" }, words.handOverNow);
  const form = element(
    "form",
    { novalidate: "" },
    element("div", { class: "field" }, element("label", { for: "colleague" }, words.colleague), select),
    element("div", { class: "field" }, element("label", { for: "hand-note" }, words.note), note),
    go,
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const said = note.value.trim();
    const body = { to: select.value, ...(said && { note: said }) };
    void sent(
      page,
      go,
      () => callStaff(passMatter, { params: { task }, body }),
      () => words["next.given"],
    );
  };
  room.replaceChildren(form);
  select.focus();
}
