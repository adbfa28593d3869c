// The one-time code to the registered phone, which the caller reads out.
import { sendCallerCode, type Verification } from "../../../../shared/helpline/contract.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { put, verifying } from "./answering.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { aloud, keyed, paragraph } from "./draw.ts";

export function codeForm(call: Call, verification: Verification, place: HTMLElement): HTMLElement | undefined {
  const { words } = call;
  const { code, asks, level, closed } = verification;
  const isNamed = asks.every(({ worth, state, question }) => worth !== undefined || question === "code" || state === "right");
  if (level === 2 || closed === "wrong-twice" || !isNamed) return undefined;
  if (code.state === "no-phone")
    return element(
      "div",
      {},
      paragraph(code.limited ? words.limitedText : words.noPhoneCode, "src"),
      aloud(words.aloud, words["aloud.no-phone"]),
    );
  if (code.state === "closed") return undefined;
  const send = keyed(code.state === "sent" ? words.resend : words.sendCode, "m", () => void sendCode(call, send, place));
  const about = paragraph(words.sendCodeText, "src");
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
    verifying.minutes > 0 && paragraph(fill(words.codeSent, { n: verifying.minutes }), "src"),
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
  verifying.minutes = sent.expiresInMinutes;
  const caller = call.caller();
  if (caller) {
    const { verification } = caller;
    call.show({ caller: { ...caller, verification: { ...verification, code: { ...verification.code, state: "sent" } } } });
  }
  byId("code").focus();
}
