// What people ask about looks, and the answer to them.
import { answerChallenge, type ChallengeSeen, listChallenges } from "../../../../shared/audit/contract.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { type AuditWords, dayOf, momentOf, whyOf } from "./words.ts";

export async function drawAsked(words: AuditWords): Promise<void> {
  const list = byId("asked");
  const answer = await callStaff(listChallenges, {});
  if (answer.is !== "value") {
    const again = element("button", { class: "btn alt", type: "button" }, words.again);
    again.onclick = () => void drawAsked(words);
    return list.replaceChildren(element("li", {}, element("p", {}, words.unread), element("p", {}, words.unreadText), again));
  }
  const { challenges } = answer.value;
  list.replaceChildren(
    ...(challenges.length > 0 ? challenges.map((one) => itemOf(one, words)) : [element("li", {}, words.noAsked)]),
  );
}

function itemOf(challenge: ChallengeSeen, words: AuditWords): HTMLElement {
  const { look, record, region, askedAt, due, provisional, own } = challenge;
  const line = (text: string, attributes = {}) => element("p", attributes, text);
  const name = look && fill(words.hereNumber, { number: look.workNumber ?? "" });
  const who = look && [look.agency, look.role && words[`role.${look.role}`], name].filter(Boolean).join(words.comma);
  const seen = look
    ? fill(words.looked, { time: momentOf(look.at), who: who ?? "", record, why: whyOf(look, words) })
    : words.unseen;
  const item = element(
    "li",
    {},
    element("p", {}, limitOf(challenge, words)),
    element("h3", {}, seen),
    line(challenge.words ? fill(words.words, { words: challenge.words }) : words.noWords),
    line(
      fill(words.askedOf, { region: region.name, date: dayOf(askedAt), due: dayOf(due) }) +
        (provisional ? words.provisional : ""),
      { class: "src" },
    ),
  );
  item.append(own ? line(words.ownLook) : formOf(challenge, item, words));
  return item;
}

function limitOf({ left }: ChallengeSeen, words: AuditWords): HTMLElement {
  if (left < 0) return element("span", { class: "tag warn" }, fill(words.over, { n: -left }));
  if (left === 0) return element("span", { class: "tag warn" }, words.today);
  return element("span", { class: "tag" }, fill(words.left, { n: left }));
}

function formOf({ receipt, look }: ChallengeSeen, item: HTMLElement, words: AuditWords): HTMLElement {
  const pick = (value: "right" | "wrong") => {
    const id = `${value}-${receipt}`;
    return element(
      "div",
      { class: "pick" },
      element("input", { type: "radio", name: `verdict-${receipt}`, id, value }),
      element("label", { for: id }, words[value]),
    );
  };
  const next = element("p", { class: "note" });
  next.textContent = fill(words.wrongNext, { agency: look?.agency ?? "", number: look?.workNumber ?? "" });
  next.hidden = true;
  const typed = element("textarea", {
    class: "in",
    id: `words-${receipt}`,
    rows: "3",
    maxlength: "300",
    "aria-describedby": `hint-${receipt}`,
  });
  const send = element("button", { class: "btn", type: "submit" }, words.send);
  const said = element("p", { role: "status" });
  const form = element(
    "form",
    { novalidate: "" },
    element("fieldset", {}, element("legend", {}, words.verdict), pick("right"), pick("wrong")),
    next,
    element("p", { class: "field" }, element("label", { for: typed.id }, words.answer), typed),
    element("p", { class: "hint", id: `hint-${receipt}` }, words.answerHint),
    send,
    said,
  );
  const chosen = () => form.querySelector<HTMLInputElement>("input:checked")?.value;
  form.onchange = () => {
    next.hidden = chosen() !== "wrong";
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    const verdict = chosen();
    const own = typed.value.replace(/\s+/g, " ").trim();
    if (!verdict || !own) {
      said.textContent = words.missing;
      return;
    }
    send.disabled = true;
    said.textContent = words.sending;
    const answer = await callStaff(answerChallenge, { params: { receipt }, body: { right: verdict === "right", words: own } });
    send.disabled = false;
    if (answer.is === "outage") {
      said.textContent = words.unsentText;
      return;
    }
    const gone = answer.is === "problem" && (answer.type === "not-found" || answer.type === "conflict");
    if (answer.is === "problem" && !gone) {
      said.textContent = words["problem.refused"];
      return;
    }
    const done = gone ? words.gone : verdict === "right" ? words.answered : words.answeredWrong;
    form.replaceWith(element("p", { role: "status", tabindex: "-1" }, element("span", { class: "tag" }, done)));
    item.querySelector<HTMLElement>("[tabindex]")?.focus();
  };
  return form;
}
