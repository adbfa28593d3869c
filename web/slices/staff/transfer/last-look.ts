// A last look at what will be said, and then it is sent. However it ends, what the page shows is how it stands.
import { amends } from "../../../../shared/transfer/amends.ts";
import type { AgencysStep } from "../../../../shared/transfer/sent.ts";
import { type StaffTransfer, stepStaffTransfer } from "../../../../shared/transfer/staff.ts";
import { attemptFor } from "../../../attempt.ts";
import { element } from "../../../dom.ts";
import { complaintsOf, showErrors } from "../../../errors.ts";
import { dateIn } from "../../../lang.ts";
import { showNotice, whenToTry } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill, wordsFor } from "../../../words.ts";
import { inYuan } from "../../estimate/amounts.ts";
import { isUnlike } from "./unlike.ts";
import { actIn, type Page } from "./words.ts";

/** `room`: where it stands. `edit`: back to the form. */
type Last = {
  view: StaffTransfer;
  page: Page;
  form: HTMLFormElement;
  room: HTMLElement;
  body: AgencysStep;
  edit(): void;
};

export function lastLook(of: Last): void {
  const { view, page, room, body, edit: again } = of;
  const { words, said } = page;
  const { event, at, note: reason, amounts } = body;
  const title = element("h3", { tabindex: "-1" }, words.lastLook);
  const go = element("button", { class: "btn", type: "button", id: "confirm" }, words.confirm);
  const edit = element("button", { class: "btn alt", type: "button" }, words.change);
  const langTag = langOfPage();
  const planned = event === "out-done" && view.transfer.plan.money;
  go.onclick = () => void send(of, go);
  edit.onclick = () => {
    room.replaceChildren();
    again();
  };
  room.replaceChildren(
    element(
      "div",
      { class: "note warn" },
      title,
      element("p", {}, element("b", {}, actIn(event, view, said)), ` ${dateIn(langTag, at)}`),
      amounts && element("p", {}, fill(words.total, { total: inYuan(amounts.total) })),
      amounts &&
        planned &&
        isUnlike(amounts.total, planned.total) &&
        element("p", {}, fill(words.reckoned, { total: inYuan(planned.total) })),
      element("p", {}, words[amends(view.transfer, event) ? "sure.amended" : (`sure.${event}` as const)]),
      reason !== undefined && element("blockquote", { lang: "zh-CN" }, reason),
      element("p", {}, element("b", {}, words.noUndo)),
      element("div", { class: "acts" }, go, edit),
    ),
  );
  title.focus();
}

async function send({ view, page, form, room, body }: Last, go: HTMLButtonElement): Promise<void> {
  const { words, said, name } = page;
  const attempt = attemptFor(`staff-transfer.${name}.${view.transfer.trail.length}`);
  go.disabled = true;
  const answer = await callStaff(stepStaffTransfer, { params: { transfer: name }, body, attemptKey: attempt.key() });
  go.disabled = false;
  if (answer.is === "outage") return showNotice(words.unsure, [], "blind");
  if (answer.is === "value") {
    attempt.end();
    return page.reload([words.taken, words.takenText], true);
  }
  const { type, problem } = answer;
  if (type === "wait") return showNotice(words["problem.wait"], [whenToTry(problem.retryAfterSeconds, words)], "warn");
  attempt.end();
  room.replaceChildren();
  if (type === "refused") return showErrors(form, complaintsOf(form, problem.findings, said), words);
  await page.reload([wordsFor(problem.findings[0]?.code ?? "transfer.step-not-legal", words)]);
}
