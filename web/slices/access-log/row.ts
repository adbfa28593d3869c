// One look in words: when, who, why, at what, and what somebody asked about it.
import { askWhy, type ChallengeView, type Logged } from "../../../shared/access-log/contract.ts";
import { attemptFor } from "../../attempt.ts";
import { call } from "../../call.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { showNotice } from "../../notice.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { digestInBrowser } from "./digest.ts";
import { kindOf, type LookShown, lookIn, type Words } from "./words.ts";

const day = (date: string) => dateIn(langOfPage(), date);
const momentOf = (at: string) => `${day(at.slice(0, 10))}${langOfPage() === "zh" ? "" : ", "}${at.slice(11, 16)}`;

export function rowOf(row: Logged, words: Words, child: string | undefined): HTMLLIElement {
  const { at, text, link, quiet, challenge } = row;
  const number = link?.number ?? "";
  const when = element("p", { class: "src" }, at && element("time", { datetime: at }, momentOf(at)));
  if (text === undefined) {
    const title = quiet ? (link ? fill(words.quiet, { number }) : words.quietNew) : fill(words.gone, { number });
    const why = quiet && fill(words[`quiet.${quiet.because}`]!, { date: day(quiet.until) });
    return element("li", {}, when, element("div", {}, element("h3", {}, title), element("p", {}, why)));
  }
  const look = lookIn(row);
  const said = element(
    "div",
    {},
    element("h3", {}, whoOf(look, words, child)),
    element("p", {}, whyOf(look, words)),
    element("p", { class: "src" }, sawOf(look, words)),
  );
  const item = element("li", {}, when, said);
  if (challenge) said.append(...askedAbout(challenge, words));
  else if (kindOf(row) === "staff" && look.kind) item.append(askButton(item, said, row, words, child));
  return item;
}

function whoOf({ kind, role, agency, workNumber, by, calls }: LookShown, words: Words, child: string | undefined): string {
  if (kind === "session") return child ? words.childSelf : words.session;
  if (kind === "copy") return child ? words.childSelf : words.copy;
  if (kind === "parent") return words.parent;
  if (kind === "delegate") return fill(words.delegate, { name: calls ?? "" });
  if (kind !== "staff") return words.other;
  if (!workNumber) return fill(words.byName, { name: by ?? "" });
  return fill(words.by, { agency: agency ?? "", role: words[`role.${role}`] ?? role ?? "", number: workNumber });
}

function whyOf({ kind, purpose, reason, ticket, receipt, scope }: LookShown, words: Words): string {
  const what = words[kind === "delegate" ? `why.for.${scope}` : `why.${purpose ?? kind}`];
  const said = what && reason ? fill(words.why, { what, reason }) : (reason ?? what ?? words.noWhy);
  const papers = [ticket && fill(words.ticket, { ticket }), receipt && fill(words.receipt, { receipt })].filter(Boolean);
  return papers.length > 0
    ? `${said}${langOfPage() === "zh" ? "（" : " ("}${papers.join(words.comma)}${langOfPage() === "zh" ? "）" : ")"}`
    : said;
}

function sawOf({ kind, fields = [], evidence }: LookShown, words: Words): string {
  if (kind !== "staff") return "";
  if (evidence) return words.sawPaper;
  const names = fields.map((field) => words[`field.${field}`] ?? words.fieldOther);
  return names.length > 0 ? fill(words.saw, { fields: [...new Set(names)].join(words.comma) }) : words.sawMasked;
}

function askedAbout({ state, due, words: own, answer, receipt }: ChallengeView, words: Words): HTMLElement[] {
  const line = (text: string) => element("p", {}, ...withPhones(text));
  const mine = own ? [line(fill(words.askedAbout, { words: own }))] : [];
  if (state === "withdrawn") return [...mine, line(words.withdrawn)];
  if (answer) {
    const verdict = element("p", {}, element("span", { class: "tag" }, words[answer.right ? "answer.right" : "answer.wrong"]));
    return [...mine, verdict, line(fill(words.answered, { words: answer.words })), line(fill(words.next, { receipt }))];
  }
  const waiting = state === "in-review" && due ? fill(words.askedDue, { date: day(due.day) }) : words.asked;
  return [...mine, element("p", {}, element("span", { class: "tag" }, waiting))];
}

function askButton(item: HTMLElement, said: HTMLElement, row: Logged, words: Words, child: string | undefined): HTMLElement {
  const time = momentOf(row.at ?? "");
  const hidden = element("span", { class: "vh" }, fill(words.askOf, { time }));
  const button = element(
    "button",
    { class: "btn alt", type: "button" },
    element("span", { "aria-hidden": "true" }, words.ask),
    hidden,
  );
  button.onclick = () => {
    const form = askForm(row, words, child, (challenge) => {
      form.remove();
      if (challenge) {
        button.remove();
        said.append(...askedAbout(challenge, words));
        item.setAttribute("tabindex", "-1");
        item.focus();
      } else {
        button.hidden = false;
        button.focus();
      }
    });
    button.hidden = true;
    said.append(form);
    form.querySelector("textarea")?.focus();
  };
  return button;
}

function askForm(
  row: Logged,
  words: Words,
  child: string | undefined,
  done: (challenge?: ChallengeView) => void,
): HTMLFormElement {
  const id = `ask-${row.link?.number ?? row.at}`;
  const typed = element("textarea", { class: "in", id, maxlength: "200", rows: "3", "aria-describedby": `${id}-hint` });
  const send = element("button", { class: "btn", type: "submit" }, words.askSend);
  const not = element("button", { class: "btn alt", type: "button" }, words.askNot);
  const form = element(
    "form",
    {},
    element("p", { class: "field" }, element("label", { for: id }, words.askLabel), typed),
    element("p", { class: "hint", id: `${id}-hint` }, words.askHint),
    element("div", { class: "acts" }, send, not),
  );
  not.onclick = () => done();
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (send.getAttribute("aria-disabled")) return;
    send.setAttribute("aria-disabled", "true");
    send.textContent = words.sending;
    const look = await digestInBrowser(row.text ?? "");
    const attempt = attemptFor(`challenge.${look.slice(0, 16)}`);
    const own = typed.value.replace(/\s+/g, " ").trim();
    const body = { look, ...(own && { words: own }), ...(child && { for: child }) };
    const answer = await call(askWhy, { body, attemptKey: attempt.key() });
    send.removeAttribute("aria-disabled");
    send.textContent = words.askSend;
    if (answer.is !== "value") return showNotice(words.unsent, [words.unsentText], "blind");
    attempt.end();
    row.challenge = { receipt: answer.value.receipt, state: "received", askedAt: row.at!, ...(own && { words: own }) };
    done(row.challenge);
  };
  return form;
}
