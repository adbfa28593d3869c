// In whose hands the step is. It keeps nobody from acting: who looks is told whom to ask first.
import { passStaffTransfer, type StaffTransfer } from "../../../../shared/transfer/staff.ts";
import { byId, element } from "../../../dom.ts";
import { showNotice } from "../../../notice.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill, wordsFor } from "../../../words.ts";
import { momentText } from "../moment-text.ts";
import type { Page } from "./words.ts";

export function drawHands({ taken, hands, may }: StaffTransfer, page: Page): void {
  const { words } = page;
  byId("hands-pane").hidden = !taken && hands.length === 0;
  const time = taken ? momentText(taken.at) : "";
  const who = !taken ? words.handsNobody : fill(taken.mine ? words.handsMine : words.handsOther, { name: taken.by, time });
  const takes = hands.includes("take");
  const text = !takes ? words.giveBack : taken ? fill(words.takeOver, { name: taken.by }) : words.take;
  const button = element("button", { class: "btn alt", type: "button", id: takes ? "take" : "give-back" }, text);
  const body = takes ? { to: "me" as const, ...(taken && { since: taken.at }) } : { to: "nobody" as const };
  button.onclick = async () => {
    button.disabled = true;
    const answer = await callStaff(passStaffTransfer, { params: { transfer: page.name }, body });
    button.disabled = false;
    if (answer.is === "outage") return showNotice(words.handsUnsure, [], "blind");
    const [found] = answer.is === "problem" ? answer.problem.findings : [];
    const done = words[takes ? "next.taken" : "next.given"];
    await page.reload([answer.is === "value" ? done : wordsFor(found?.code ?? "desk.changed", words)]);
  };
  byId("hands").replaceChildren(
    element("p", {}, who),
    ...(taken && !taken.mine && may.length > 0 ? [element("p", {}, fill(words.handsBeware, { name: taken.by }))] : []),
    ...(hands.length > 0 ? [element("div", { class: "acts" }, button)] : []),
  );
}
