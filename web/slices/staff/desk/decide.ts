// Yes or no with a reason, a last look, and then it stands. Of work: what was done.
import { decideMatter, finishMatter, type MatterView, returnMatter } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { complaintsOf, showErrors } from "../../../errors.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { sent } from "./send.ts";
import type { Page } from "./words.ts";

/** Here yes says that these are two people. */
const TWO_PEOPLE: readonly string[] = ["same-number", "same-person"];

/** What was typed stays when the matter is read again, for as long as it is the same turn. */
const kept = { turn: "", choice: "", reason: "" };

export function drawDecision(view: MatterView, page: Page): void {
  const { words } = page;
  const { may, why, state } = view;
  const title = byId("decide-title");
  if (view.what === "do") title.textContent = title.dataset["finish"] ?? "";
  byId("decide-pane").hidden = state !== "open";
  const whyNot = why ? (page.said[why.code] ?? words["problem.refused"]) : "";
  if (may.includes("decide")) askVerdict(view, page);
  else if (may.includes("finish")) askDone(page);
  else byId("decide").replaceChildren(element("p", {}, whyNot));
}

function askVerdict(view: MatterView, page: Page): void {
  const { words, said } = page;
  const { turn, kind, proposed } = view;
  const confirms = turn === "checker";
  const asks = !confirms && TWO_PEOPLE.includes(kind) ? "two" : turn;
  const choices = confirms ? (["yes", "no"] as const) : view.objection ? (["no"] as const) : (["yes", "no"] as const);
  const text = element("textarea", {
    class: "in",
    id: "reason",
    name: "reason",
    maxlength: "500",
    "aria-describedby": "reason-h",
    lang: "zh-CN",
  });
  const label = element("label", { for: "reason" }, words.reason);
  const hint = element("p", { class: "hint", id: "reason-h" }, confirms ? words.reasonHintChecker : words.reasonHint);
  const sentences = element("div", { class: "say" });
  const room = element("div", { role: "status" });
  const picks = choices.map((choice) => {
    const input = element("input", { type: "radio", name: "verdict", id: `verdict-${choice}`, value: choice });
    const called = element("label", { for: `verdict-${choice}` }, words[`${choice}.${asks}`]);
    return element("div", { class: "pick" }, input, called);
  });
  const form = element(
    "form",
    { novalidate: "" },
    confirms &&
      proposed &&
      element("p", {}, fill(words["step.proposed"], { by: proposed.by, verdict: words[`verdict.${proposed.verdict}`] })),
    element("fieldset", {}, element("legend", {}, words.verdict), ...picks),
    element("div", { class: "field" }, label, hint, text),
    sentences,
    element("button", { class: "btn", type: "submit" }, words.review),
    room,
  );
  const chosen = () => new FormData(form).get("verdict");
  /** A checker who confirms says what the handler said; who does not writes to the handler. */
  const verdict = (): "applied" | "refused" | "back" =>
    confirms ? (chosen() === "yes" ? (proposed?.verdict ?? "applied") : "back") : chosen() === "yes" ? "applied" : "refused";

  form.onchange = (event) => {
    room.replaceChildren();
    if (!(event.target instanceof HTMLInputElement)) return;
    const back = verdict() === "back";
    label.textContent = back ? words.backReason : words.reason;
    hint.hidden = back;
    if (confirms && !back && text.value.trim() === "") text.value = proposed?.reason ?? "";
    else if (back && text.value === proposed?.reason) text.value = "";
    const ready = back ? [] : (said[`${verdict()}.${kind}`] ?? "").split("\n").filter(Boolean);
    sentences.replaceChildren(
      ...(ready.length > 0 ? [element("p", { class: "hint" }, words.suggest)] : []),
      ...ready.map((sentence) => {
        const use = element("button", { class: "btn alt", type: "button", lang: "zh-CN" }, sentence);
        use.onclick = () => {
          text.value = sentence;
          Object.assign(kept, { turn, reason: sentence });
          room.replaceChildren();
          text.focus();
        };
        return use;
      }),
    );
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const findings = [
      ...(chosen() ? [] : [{ code: "pickOne", path: ["verdict"] }]),
      ...(text.value.trim() ? [] : [{ code: "writeReason", path: ["reason"] }]),
    ];
    showErrors(form, complaintsOf(form, findings, said), words);
    if (findings.length === 0) lastLook();
  };

  function lastLook(): void {
    const wanted = verdict();
    const reason = text.value.trim();
    const final = view.deciders === 1 || confirms;
    const happens = wanted === "back" ? words.willReturn : wanted === "applied" ? words.willApply : words.willRefuse;
    const go = element("button", { class: "btn", type: "button", id: "confirm" }, words.confirm);
    const edit = element("button", { class: "btn alt", type: "button" }, words.change);
    const params = { task: page.task };
    const day = dateIn(langOfPage(), view.dueAt);
    go.onclick = () =>
      void (wanted === "back"
        ? sent(
            page,
            go,
            () => callStaff(returnMatter, { params, body: { reason } }),
            () => words["next.returned"],
          )
        : sent(
            page,
            go,
            () => callStaff(decideMatter, { params, body: { verdict: wanted, reason } }),
            (done) => (done.final ? words["next.final"] : fill(words["next.waiting"], { day })),
          ));
    edit.onclick = () => {
      room.replaceChildren();
      text.focus();
    };
    const title = element("h3", { tabindex: "-1" }, words.lastLook);
    room.replaceChildren(
      element(
        "div",
        { class: "note warn" },
        title,
        element("p", {}, happens),
        wanted !== "back" && !final && element("p", {}, words.willWait),
        element("blockquote", { lang: "zh-CN" }, reason),
        element("p", {}, element("b", {}, words.noUndo)),
        element("div", { class: "acts" }, go, edit),
      ),
    );
    title.focus();
  }

  form.oninput = () => Object.assign(kept, { turn, choice: String(chosen() ?? ""), reason: text.value });
  byId("decide").replaceChildren(form);
  if (kept.turn !== turn) return;
  const before = form.querySelector<HTMLInputElement>(`#verdict-${kept.choice || "none"}`);
  if (before) before.checked = true;
  text.value = kept.reason;
}

function askDone(page: Page): void {
  const { words, said } = page;
  const text = element("textarea", {
    class: "in",
    id: "note",
    name: "note",
    maxlength: "500",
    "aria-describedby": "note-h",
    lang: "zh-CN",
  });
  const go = element("button", { class: "btn", type: "submit" }, words.finishNow);
  const form = element(
    "form",
    { novalidate: "" },
    element(
      "div",
      { class: "field" },
      element("label", { for: "note" }, words.finishNote),
      element("p", { class: "hint", id: "note-h" }, words.finishHint),
      text,
    ),
    go,
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const note = text.value.trim();
    showErrors(form, note ? [] : complaintsOf(form, [{ code: "writeNote", path: ["note"] }], said), words);
    if (note)
      void sent(
        page,
        go,
        () => callStaff(finishMatter, { params: { task: page.task }, body: { note } }),
        () => words["next.done"],
      );
  };
  byId("decide").replaceChildren(form);
}
