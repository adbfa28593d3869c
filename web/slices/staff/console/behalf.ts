// Somebody else calls for the person of the ticket.
import { callOnBehalf } from "../../../../shared/helpline/contract.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { beginVerifying } from "./answering.ts";
import { ask } from "./ask.ts";
import type { Call } from "./call.ts";
import { paragraph } from "./draw.ts";

/** Somebody else calls for the person: from then on it is they who are checked. */
export function behalfForm(call: Call, place: HTMLElement): HTMLElement {
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
