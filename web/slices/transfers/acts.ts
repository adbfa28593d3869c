// What the person can do about a transfer: take it back, or say that what it was returned for is put right. Each is one attempt.
import { sendStep } from "../../../shared/transfer/seen.ts";
import { attemptFor, newUuid } from "../../attempt.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import { openEvidenceLater } from "../../evidence/later.ts";
import type { EvidenceWords } from "../../messages/evidence.ts";
import type { FormWords } from "../../messages/kit.ts";
import type { transferActs } from "../../messages/transfers.ts";
import { clearNotice, showNotice } from "../../notice.ts";
import { keepInTab, keptInTab } from "../../tab.ts";
import { wordsFor } from "../../words.ts";
import type { Told } from "./words.ts";

/** Those of the findings too: what the API refuses is said here. */
type Words = FormWords & EvidenceWords & Record<keyof typeof transferActs.zh, string> & Record<string, string>;

type Event = "withdrawn" | "corrected";
const button = (text: string, look: "btn" | "btn alt", act: () => void): HTMLButtonElement => {
  const made = element("button", { class: look, type: "button" }, text);
  made.onclick = act;
  return made;
};

/** `sent`: look what became of it. `child`: for whom it is done. */
export type Doing = { view: Told["view"]; child: string; sent(): void };

export const actsIn = (words: Words) =>
  function actsFor({ view, child, sent }: Doing): HTMLElement[] {
    const { receipt, may } = view;
    let underway = false;

    async function send({ event, note, evidence }: Said, pressed: HTMLElement): Promise<void> {
      if (underway) return;
      underway = true;
      clearNotice();
      const label = pressed.textContent ?? "";
      pressed.textContent = words.sending;
      const attempt = attemptFor(`transfer.${event}.${receipt}.${view.trail.length}`);
      const body = { ...(child && { for: child }), event, ...(note && { note }), ...(evidence && { evidence }) };
      const answer = await call(sendStep, { params: { receipt }, body, attemptKey: attempt.key() });
      pressed.textContent = label;
      underway = false;
      if (answer.is === "outage") return showNotice(words.unsent, [words.unsentText], "blind");
      attempt.end();
      if (answer.is === "value") {
        for (const act of acts) act.hidden = true;
        showNotice(words.stepSent, [words.stepSentText]);
      } else showNotice(wordsFor(answer.problem.findings[0]?.code ?? `problem.${answer.type}`, words), []);
      sent();
    }

    const acts = [
      ...(may.includes("corrected") ? [correcting(send, receipt, words)] : []),
      ...(may.includes("withdrawn") ? [withdrawing(send, receipt, words)] : []),
    ];
    return acts;
  };

type Said = { event: Event; note?: string; evidence?: { draft: string; ids: string[] } };
type Send = (said: Said, pressed: HTMLElement) => Promise<void>;

function correcting(send: Send, receipt: string, words: Words): HTMLElement {
  const id = `note-${receipt}`;
  const field = element("textarea", { class: "in", id, rows: "3", maxlength: "300", "aria-describedby": `${id}-h` });
  const box = element(
    "div",
    { class: "field" },
    element("label", { for: id }, words.correct),
    element("p", { class: "hint", id: `${id}-h` }, words.correctHint),
    field,
  );
  // A page that is read again shows the papers again that were handed over already.
  const draft = keptInTab(id) || newUuid();
  keepInTab(id, draft);
  const paper = byId("paper").cloneNode() as HTMLElement; // its address is in the page
  paper.removeAttribute("id");
  paper.replaceChildren(element("legend", {}, words.paper), element("p", { class: "hint" }, words.hint));
  paper.hidden = false;
  let papers: EvidenceBox | undefined;
  void openEvidenceLater(paper, { draft, purpose: "transfer", words, changed: calm }).then((opened) => {
    papers = opened;
  });
  function calm(): void {
    if (papers?.underway()) return;
    box.querySelector(".err")?.remove();
    box.classList.remove("bad");
  }
  const done = button(words.correctSend, "btn", () => {
    const note = field.value.normalize("NFC").replace(/\s+/g, " ").trim();
    const wrong = !note ? words["correct.missing"] : papers?.underway() ? words.underway : "";
    box.querySelector(".err")?.remove();
    box.classList.toggle("bad", wrong !== "");
    field.toggleAttribute("aria-invalid", !note);
    const ids = papers?.ids() ?? [];
    if (!wrong) return void send({ event: "corrected", note, ...(ids.length > 0 && { evidence: { draft, ids } }) }, done);
    field.before(element("p", { class: "err", role: "alert" }, wrong));
    field.focus();
  });
  return element("div", {}, box, paper, element("div", { class: "acts" }, done));
}

/** Asked once more on the page. */
function withdrawing(send: Send, receipt: string, words: Words): HTMLElement {
  const title = element("h3", { id: `sure-${receipt}`, tabindex: "-1" }, words.withdrawSure);
  const turn = (asking: boolean) => {
    ask.hidden = asking;
    sure.hidden = !asking;
    (asking ? title : ask).focus();
  };
  const ask = button(words.withdraw, "btn alt", () => turn(true));
  const yes = button(words.withdrawYes, "btn", () => void send({ event: "withdrawn" }, yes));
  const no = button(words.withdrawNo, "btn alt", () => turn(false));
  const sure = element(
    "div",
    { class: "note" },
    title,
    element("p", {}, words.withdrawText),
    element("div", { class: "acts" }, yes, no),
  );
  sure.hidden = true;
  return element("div", {}, element("div", { class: "acts" }, ask), sure);
}
