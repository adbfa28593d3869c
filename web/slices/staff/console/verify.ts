// Who calls? One question at a time: the agent reads it out, types what the caller says, and the API says right or wrong. The
// answer is never here.
import {
  answerQuestion,
  type Caller,
  callOnBehalf,
  type Question,
  sendCallerCode,
  type Verification,
} from "../../../../shared/helpline/contract.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { aloud, keyed, note, paragraph } from "./draw.ts";
import { announce } from "./keys.ts";

const skipped = new Set<Question>();
let last: { question: Question; right: boolean } | undefined;
let minutes = 0;

/** Another ticket: nothing was skipped or said yet. */
export function beginVerifying(): void {
  skipped.clear();
  last = undefined;
}

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
    last?.right === false && closed !== "wrong-twice" && aloud(words.aloud, words["aloud.wrong"]),
    closed !== undefined && level < 1 && whyClosed(call, closed),
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
  return (unasked.find(({ question }) => !skipped.has(question)) ?? unasked[0])?.question;
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

function whyClosed({ words }: Call, closed: NonNullable<Verification["closed"]>): HTMLElement {
  const said = { "wrong-twice": "aloud.locked", "wrong-before": "aloud.locked-before", "too-little": "aloud.none" } as const;
  const title = closed === "too-little" ? words["too-little"] : words["locked.title"];
  return element("div", {}, note(title, [paragraph(words["locked.next"])], "note warn"), aloud(words.aloud, words[said[closed]]));
}

function questionForm(call: Call, question: Question, { asks, wrongLeft }: Verification, place: HTMLElement): HTMLElement {
  const { words } = call;
  const isFirst = asks.every(({ state, worth }) => worth === undefined || state === "open");
  const worth = asks.find((one) => one.question === question)?.worth;
  const input = element("input", { class: "in", id: "said", name: "said", type: "text", autocomplete: "off", "data-key": "v" });
  const submit = element("button", { class: "btn", type: "submit" }, words.checkIt);
  const canSkip =
    asks.filter(({ state, worth: counts }) => state === "open" && counts !== undefined).length > 1 && worth !== undefined;
  const skip = keyed(words.skip, "n", () => {
    skipped.add(question);
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
    if (input.value.trim() !== "") void put(call, question, input.value, submit, place);
  };
  return form;
}

async function put(call: Call, question: Question, said: string, button: HTMLButtonElement, place: HTMLElement): Promise<void> {
  const { words } = call;
  const params = { ticket: call.ticket().ticket };
  const send = () => callStaff(answerQuestion, { params, body: { question, said } });
  const answer = await ask({ words, place, button, conflict: call.again, send });
  if (!answer) return;
  call.moved();
  last = { question, right: answer.right };
  call.show({ caller: answer.caller });
  const field = document.getElementById(question === "code" && !answer.right ? "code" : "said");
  if (field && answer.caller.verification.level === 0) field.focus();
  else byId("verify-title").focus(); // the field has gone: the keys work at once
}

function codeForm(call: Call, verification: Verification, place: HTMLElement): HTMLElement | undefined {
  const { words } = call;
  const { code, asks, level, closed } = verification;
  const isNamed = asks.every(({ worth, state, question }) => worth !== undefined || question === "code" || state === "right");
  if (level === 2 || closed === "wrong-twice" || !isNamed) return undefined;
  if (code.state === "no-phone")
    return element("div", {}, paragraph(words.noPhoneCode, "src"), aloud(words.aloud, words["aloud.no-phone"]));
  if (code.state === "closed") return undefined;
  const send = keyed(code.state === "sent" ? words.resend : words.sendCode, "m", () => void sendCode(call, send, place));
  const about = paragraph(code.limited ? words.limitedText : words.sendCodeText, "src");
  if (code.state === "can-be-sent") return element("div", { class: "code" }, send, about);

  const input = element("input", {
    class: "in code",
    id: "code",
    name: "code",
    type: "text",
    inputmode: "numeric",
    maxlength: "6",
    autocomplete: "off",
  });
  const submit = element("button", { class: "btn", type: "submit" }, words.checkIt);
  const form = element(
    "form",
    { class: "code" },
    aloud(words.aloud, words["aloud.code"]),
    element("div", { class: "field" }, element("label", { for: "code" }, words["question.code"]), input),
    minutes > 0 && paragraph(fill(words.codeSent, { n: minutes }), "src"),
    element("div", { class: "acts" }, submit, send),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    if (/^\s*\d/.test(input.value)) void put(call, "code", input.value.trim(), submit, place);
  };
  return form;
}

async function sendCode(call: Call, button: HTMLButtonElement, place: HTMLElement): Promise<void> {
  const { words } = call;
  const params = { ticket: call.ticket().ticket };
  const sent = await ask({
    words,
    place,
    button,
    conflict: call.again,
    send: () => callStaff(sendCallerCode, { params, body: {} }),
  });
  if (!sent) return;
  call.moved();
  minutes = sent.expiresInMinutes;
  const caller = call.caller();
  if (caller) {
    const { verification } = caller;
    call.show({ caller: { ...caller, verification: { ...verification, code: { ...verification.code, state: "sent" } } } });
  }
  byId("code").focus();
}

/** Somebody else calls for the person: from then on it is they who are checked. */
function behalfForm(call: Call, place: HTMLElement): HTMLElement {
  const { words } = call;
  const kinds = ["parent", "guardian", "mandate"] as const;
  const select = element("select", { class: "in", id: "as", name: "as", "aria-label": words.behalf });
  for (const kind of kinds) select.append(element("option", { value: kind }, words[`as.${kind}`]));
  const input = element("input", { class: "in", id: "behalf-who", name: "who", type: "text", autocomplete: "off" });
  const submit = element("button", { class: "btn alt", type: "submit" }, words.behalfCheck);
  const form = element(
    "form",
    {},
    paragraph(words.behalfText, "src"),
    element("div", { class: "field" }, select),
    element("div", { class: "field" }, element("label", { for: "behalf-who" }, words.behalfWho), input),
    submit,
  );
  form.onsubmit = async (event) => {
    event.preventDefault();
    const as = kinds.find((kind) => kind === select.value);
    if (!as || input.value.trim() === "") return;
    const params = { ticket: call.ticket().ticket };
    const send = () => callStaff(callOnBehalf, { params, body: { as, typed: input.value } });
    const answer = await ask({ words, place, button: submit, conflict: call.again, send });
    if (!answer) return;
    beginVerifying();
    call.show(answer);
    byId("verify-title").focus();
  };
  return element("details", { class: "end" }, element("summary", {}, words.behalf), form);
}
