// What the person can do about a transfer: take it back, or say that what it was returned for is put right. Each is one attempt.
import { readDraftKeys } from "../../../shared/check/seen.ts";
import { sendStep } from "../../../shared/transfer/seen.ts";
import { attemptFor, newUuid } from "../../attempt.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { putBackUnder, standingIn } from "../../drafts/in-form.ts";
import { isAnythingKept, openDraft } from "../../drafts.ts";
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

    async function send({ event, note, evidence, received }: Said, pressed: HTMLElement): Promise<void> {
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
        received?.(answer.value.receipt);
        for (const act of acts) act.hidden = true;
        showNotice(words.stepSent, [words.stepSentText]);
      } else showNotice(wordsFor(answer.problem.findings[0]?.code ?? `problem.${answer.type}`, words), []);
      sent();
    }

    const acts = [
      ...(may.includes("corrected") ? [correcting(send, { view, child }, words)] : []),
      ...(may.includes("withdrawn") ? [withdrawing(send, receipt, words)] : []),
    ];
    return acts;
  };

/** `received`: nothing of it has to be kept any more. */
type Said = {
  event: Event;
  note?: string;
  evidence?: { draft: string; ids: string[] };
  received?(receipt: string): void;
};
type Send = (said: Said, pressed: HTMLElement) => Promise<void>;

/** What was typed for one return of one transfer stays on the phone: each return is a form of its own. */
async function openNote(form: HTMLFormElement, { view, child }: Pick<Doing, "view" | "child">) {
  const isKept = isAnythingKept();
  const answer = await call(readDraftKeys, {});
  const keys = answer.is === "value" && !answer.value.limited ? (answer.value.draftKeys ?? []) : [];
  const name = ["transfer.corrected", view.receipt, view.trail.length, child].filter(Boolean).join(".");
  const draft = await openDraft({ form, name, version: "1", keys }, isKept);
  const before = { ...standingIn(form), note: "" };
  putBackUnder(form, draft.typed);
  draft.watch({ before, at: () => "", again: () => {} }, Boolean(draft.typed["note"]));
  if (standingIn(form)["note"]) void draft.keep(); // it could be typed before this was open
  return draft;
}

function correcting(send: Send, doing: Pick<Doing, "view" | "child">, words: Words): HTMLElement {
  const { receipt } = doing.view;
  const id = `note-${receipt}`;
  const field = element("textarea", {
    class: "in",
    id,
    name: "note",
    rows: "3",
    maxlength: "300",
    "aria-describedby": `${id}-h`,
  });
  const box = element(
    "div",
    { class: "field" },
    element("label", { for: id }, words.correct),
    element("p", { class: "hint", id: `${id}-h` }, words.correctHint),
    field,
  );
  const form = element("form", {}, box, element("p", { class: "src", "data-until-ready": "" }));
  form.onsubmit = (event) => event.preventDefault();
  const kept = openNote(form, doing);
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
    const received = (got: string) => void kept.then((opened) => opened.received(got)).catch(() => {});
    if (!wrong)
      return void send({ event: "corrected", note, received, ...(ids.length > 0 && { evidence: { draft, ids } }) }, done);
    field.before(element("p", { class: "err", role: "alert" }, wrong));
    field.focus();
  });
  return element("div", {}, form, paper, element("div", { class: "acts" }, done));
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
