// The reviewer's word on a visit, with a reason.
import { call } from "../../../call.ts";
import { element } from "../../../dom.ts";
import { type Complaint, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { clearNotice, showNotice, showUnsent } from "../../../notice.ts";
import { checkVisit } from "../../../visits/check-routes.ts";
import { fill } from "../../../words.ts";
import { relationOf } from "./review-card.ts";
import { said, type Visit, words } from "./review-words.ts";

const pick = (type: "radio" | "checkbox", name: string, id: string, value: string, text: string) =>
  element("div", { class: "pick" }, element("input", { type, name, id, value }), element("label", { for: id }, text));

export function decision(visit: Visit, decided: () => Promise<void>): HTMLFormElement {
  const id = (name: string) => `${name}-${visit.visit}`;
  const again = element(
    "fieldset",
    {},
    element("legend", { class: "label" }, words.again),
    ...visit.members.map((member) =>
      pick("checkbox", `again.${member.member}`, id(`again-${member.member}`), member.member, relationOf(member)),
    ),
  );
  again.hidden = true;
  const hint = element("p", { class: "hint", id: id("reason-h") }, words.reasonHint);
  const reason = element("textarea", {
    class: "in",
    id: id("reason"),
    name: "reason",
    rows: "2",
    maxlength: "200",
    "aria-describedby": hint.id,
  });
  const form = element(
    "form",
    { novalidate: "" },
    element(
      "fieldset",
      {},
      element("legend", {}, fill(words.decide, { n: visit.short })),
      pick("radio", "verdict", id("confirmed"), "confirmed", words.confirm),
      pick("radio", "verdict", id("returned"), "returned", words.return),
    ),
    again,
    element("div", { class: "field" }, element("label", { for: id("reason") }, words.reason), hint, reason),
    element(
      "div",
      { class: "acts" },
      element("button", { class: "btn", type: "submit", disabled: "", "data-ready": "" }, words.save),
    ),
  );
  form.addEventListener("change", () => {
    again.hidden = typedIn(form)["verdict"] !== "returned";
  });
  onSubmit(form, words, () => send(form, visit, decided));
  return form;
}

async function send(form: HTMLFormElement, { visit, short, members }: Visit, decided: () => Promise<void>): Promise<void> {
  const typed = typedIn(form);
  const reason = (typed["reason"] ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
  const { verdict } = typed;
  const wrong: Complaint[] = [
    ...(verdict ? [] : [{ field: "verdict", text: words["missing.verdict"] }]),
    ...(reason ? [] : [{ field: "reason", text: words["missing.reason"] }]),
  ];
  clearNotice();
  showErrors(form, wrong, words);
  if (wrong.length > 0) return;
  const again = members.flatMap(({ member }) => (typed[`again.${member}`] ? [member] : []));
  const body = verdict === "returned" ? { verdict, reason, ...(again.length > 0 && { again }) } : { verdict, reason };
  const answer = await call(checkVisit, { params: { visit }, body });
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  if (answer.is === "problem") {
    const [found] = answer.problem.findings;
    return showErrors(
      form,
      [{ text: (found && said[found.code]) ?? said[`problem.${answer.type}`] ?? words["problem.refused"] }],
      words,
    );
  }
  await decided();
  showNotice(fill(verdict === "returned" ? words.returned : words.confirmed, { n: short }), []);
}
