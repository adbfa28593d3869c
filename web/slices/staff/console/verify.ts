// Who calls? One question at a time: the agent reads it out, types what the caller says, and the API says right or wrong. The
// answer is never here.
import type { Caller, Question, Verification } from "../../../../shared/helpline/contract.ts";
import { byId, element } from "../../../dom.ts";
import { fill } from "../../../words.ts";
import { put, verifying } from "./answering.ts";
import { behalfForm } from "./behalf.ts";
import type { Call } from "./call.ts";
import { codeForm } from "./code.ts";
import { aloud, keyed, note, paragraph } from "./draw.ts";
import { announce } from "./keys.ts";

export function drawVerification(call: Call): void {
  const caller = call.caller();
  byId("who-calls").hidden = !caller;
  if (!caller) return;
  const { level } = caller.verification;
  for (const [nth, item] of Array.from(byId("levels").children).entries()) item.classList.toggle("on", nth <= level);
  for (const [nth, item] of Array.from(byId("levels").children).entries())
    if (nth === level) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  byId("may").replaceChildren(
    ...call.words[`may.${level}`].split("|").map((text) => element("li", {}, element("span", { class: "tag" }, text))),
  );
  byId("verify").replaceChildren(...cardOf(call, caller));
}

function cardOf(call: Call, { verification, behalf }: Caller): (Node | string)[] {
  const { words } = call;
  const { points, needed, level, closed } = verification;
  const place = element("div", { role: "status" });
  const question = nextOf(verification);
  const pieces: (Node | undefined | false)[] = [
    behalf && paragraph(fill(behalf.proven ? words.behalfProven : words.behalfUnproven, { as: words[`as.${behalf.as}`] })),
    proofs(call, verification),
    closed !== "wrong-twice" && level < 1 && paragraph(fill(words.points, { points, needed }), "src"),
    verifying.wrong && closed !== "wrong-twice" && aloud(words.aloud, words["aloud.wrong"]),
    closed !== undefined && level < 1 && whyClosed(call, closed, verification),
    place,
    question && questionForm(call, question, verification, place),
    codeForm(call, verification, place),
    !behalf && closed !== "wrong-twice" && behalfForm(call, place),
  ];
  return pieces.filter((piece): piece is Node => piece instanceof Node);
}

/** Name and number first; then what was not put yet, what was skipped last. */
function nextOf({ asks, closed }: Verification): Question | undefined {
  const open = asks.filter(({ state, question }) => state !== "right" && question !== "code");
  if (closed === "wrong-twice") return undefined;
  const [identity] = open.filter(({ worth }) => worth === undefined);
  if (identity) return identity.question;
  if (closed) return undefined;
  const unasked = open.filter(({ state }) => state === "open");
  return (unasked.find(({ question }) => !verifying.skipped.has(question)) ?? unasked[0])?.question;
}

function proofs({ words }: Call, { asks }: Verification): HTMLElement | undefined {
  const done = asks.filter(({ state }) => state !== "open");
  if (done.length === 0) return undefined;
  const rows = done.map(({ question, state }) =>
    element(
      "li",
      {},
      words[`question.${question}`],
      element("span", { class: state === "right" ? "tag" : "tag off" }, state === "right" ? words.isRight : words.notRight),
    ),
  );
  return element("ul", { class: "list proofs" }, ...rows);
}

function whyClosed({ words }: Call, closed: NonNullable<Verification["closed"]>, { code }: Verification): HTMLElement {
  if (closed === "too-little" && (code.state === "can-be-sent" || code.state === "sent")) return note(words.byCode, []);
  const said = { "wrong-twice": "aloud.locked", "wrong-before": "aloud.locked-before", "too-little": "aloud.none" } as const;
  const title = closed === "too-little" ? words["too-little"] : words["locked.title"];
  return element("div", {}, note(title, [paragraph(words["locked.next"])], "note warn"), aloud(words.aloud, words[said[closed]]));
}

/** Six digits while a code is out are the code, unless a month was asked for and they are one. */
const isTheCode = (question: Question, typed: string) =>
  /^\d{6}$/.test(typed) && !(question === "last-paid" && /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(typed));

function questionForm(call: Call, question: Question, { asks, wrongLeft }: Verification, place: HTMLElement): HTMLElement {
  const { words } = call;
  const isFirst = asks.every(({ state, worth }) => worth === undefined || state === "open");
  const worth = asks.find((one) => one.question === question)?.worth;
  const input = element("input", { class: "in", id: "said", name: "said", type: "text", autocomplete: "off", "data-key": "v" });
  const submit = element("button", { class: "btn", type: "submit" }, words.checkIt);
  const canSkip =
    asks.filter(({ state, worth: counts }) => state === "open" && counts !== undefined).length > 1 && worth !== undefined;
  const skip = keyed(words.skip, "n", () => {
    verifying.skipped.add(question);
    drawVerification(call);
    byId("said").focus();
  });
  announce(input);
  const form = element(
    "form",
    { id: "ask" },
    aloud(words.aloud, isFirst && worth !== undefined && words["aloud.begin"], words[`ask.${question}`]),
    element(
      "div",
      { class: "field" },
      element("label", { for: "said" }, words.heard, element("kbd", { class: "one", "aria-hidden": "true" }, "V")),
      input,
    ),
    worth !== undefined && worth < 1 && paragraph(words.half, "src"),
    element("div", { class: "acts" }, submit, canSkip && skip),
    wrongLeft < 2 && paragraph(fill(words.wrongLeft, { n: wrongLeft }), "src"),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const typed = input.value.trim();
    const code = document.getElementById("code");
    if (!(code instanceof HTMLInputElement) || !isTheCode(question, typed)) {
      if (typed !== "") void put(call, question, input.value, submit, place);
      return;
    }
    input.value = "";
    code.value = typed;
    code.focus();
    void put(call, "code", typed, submit, place);
  };
  return form;
}
