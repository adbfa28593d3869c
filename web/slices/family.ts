// For whom I act, who acts for me, and the button that ends it.

import { listChildren } from "../../shared/children/contract.ts";
import { endDelegation, listDelegations, objectToGuardians } from "../../shared/delegation/contract.ts";
import type { DelegationView } from "../../shared/delegation/shown.ts";
import { attemptFor } from "../attempt.ts";
import { call } from "../call.ts";
import { byId, element } from "../dom.ts";
import { onSubmit, typedIn } from "../form.ts";
import { dateIn } from "../lang.ts";
import type { familySays } from "../messages/family.ts";
import type { FormWords } from "../messages/kit.ts";
import { showNotice, showUnread, showUnsent } from "../notice.ts";
import { here, langOfPage } from "../paths.ts";
import { signedIn } from "../signed-in.ts";
import { fill, wordsOnPage } from "../words.ts";
import { showLimited } from "./limited.ts";

const words = wordsOnPage<
  FormWords & Record<keyof typeof familySays.zh | "limitedTitle" | "limitedText" | "limitedLink", string>
>();
const form = byId("form") as HTMLFormElement;
const attempt = attemptFor("family.objection");
const names: Record<string, string> = words;

signedIn(words);
onSubmit(form, words, object);
void open();

async function open(): Promise<void> {
  const [answer, family] = await Promise.all([call(listDelegations, {}), call(listChildren, {})]);
  if (answer.is === "outage") return showUnread(answer.outage, words);
  if (answer.is === "problem") return showLimited(words);
  const { actsFor, actsForMe, mayObject, objection } = answer.value;
  // Who has proved too little ends what there is, and begins nothing; an agent who shows this page to a caller does no more either.
  const mayMore = family.is !== "problem" && !frameElement;
  byId("for").replaceChildren(...itemsOf(actsFor, words.nobodyFor, (one) => (mayMore ? linksFor(one) : []), true));
  byId("me").replaceChildren(...itemsOf(actsForMe, words.nobodyMe, () => [], false));
  for (const id of ["ask", "log"]) byId(id).hidden = !mayMore;
  byId("little").hidden = family.is !== "problem";
  const children = mayMore && family.is === "value" ? family.value.children : [];
  byId("kids").hidden = children.length === 0;
  byId("children").replaceChildren(
    ...children.map(({ child, name, objected }) =>
      element(
        "li",
        {},
        element("h3", {}, name),
        objected && element("p", {}, words.childObjected),
        acts(
          link(`/registration?for=${child}`, objected ? words.childLook : words.childForm),
          !objected && link(`/enrolment/resident-medical?for=${child}`, words.childMedical),
        ),
      ),
    ),
  );
  byId("objection").hidden = !mayMore || (!mayObject && !objection);
  form.hidden = !mayObject;
  if (objection) {
    const { receipt, state } = objection;
    const said = element("a", { href: `${here("/submissions/receipt")}#${receipt}` }, words.toReceipt);
    byId("objected").replaceChildren(fill(words[state === "open" ? "objected" : "upheld"], { receipt }), " ", said);
  }
  byId("family").hidden = false;
}

const link = (path: string, text: string) => element("a", { href: here(path) }, text);
const acts = (...pieces: (Node | false)[]) => element("div", { class: "acts" }, ...pieces);

/** A ward objects, further below on the page. */
const isNoGuardian = ({ as }: DelegationView) => as !== "guardian";

type Links = (one: DelegationView) => Node[];

/** `mine`: those for whom I act. */
function itemsOf(all: readonly DelegationView[], nobody: string, links: Links, mine: boolean): Node[] {
  if (all.length === 0) return [element("li", {}, nobody)];
  return all.map((one) => {
    const scopes = one.scopes.map((scope) => names[`scope.${scope}`] ?? scope).join(langOfPage() === "zh" ? "、" : "; ");
    const about = [scopes, one.as === "guardian" && words.guardian, one.proven === "desk" && words.byDesk].filter(Boolean);
    return element(
      "li",
      {},
      element("h3", {}, one.name),
      element("p", {}, stateOf(one, mine)),
      one.objected && element("p", {}, words.childObjected),
      element("p", { class: "src" }, about.join(langOfPage() === "zh" ? "。" : ". ")),
      one.state !== "ended" && acts(...links(one), (mine || isNoGuardian(one)) && endButton(one, mine)),
    );
  });
}

function stateOf({ state, ends, opensAt, ended }: DelegationView, mine: boolean): string {
  const lang = langOfPage();
  const date = dateIn(lang, ended?.at.slice(0, 10) ?? ends);
  if (state === "active") return fill(words.active, { date });
  if (state === "look-only")
    return fill(words.lookOnly, { time: `${dateIn(lang, opensAt.slice(0, 10))} ${opensAt.slice(11, 16)}`, date });
  const by = ended?.by;
  if (by === "closed") return fill(words.endedClosed, { date });
  if (by === "court") return fill(words.endedCourt, { date });
  if (by !== "giver" && by !== "delegate") return fill(words.endedOver, { date });
  if ((by === "delegate") === mine) return fill(words.endedMe, { date });
  return fill(by === "giver" ? words.endedGiver : words.endedDelegate, { date });
}

/** Only what they may do, and from when on they may. */
function linksFor({ delegation, scopes, state, objected }: DelegationView): Node[] {
  const pages = {
    changes: ["/registration", words.toForm],
    enrolment: ["/enrolment", words.toEnrol],
    transfer: ["/transfer/apply", words.toTransfer],
  } as const;
  const more = Object.entries(pages).filter(([scope]) => state === "active" && !objected && scopes.some((one) => one === scope));
  return [["/check", words.toCheck] as const, ...more.map(([, page]) => page)].map(([path, text]) =>
    link(`${path}?for=${delegation}`, text),
  );
}

/** Pressed once it asks, pressed again it ends: nothing pops up. */
function endButton({ delegation, name }: DelegationView, mine: boolean): Node {
  const button = element(
    "button",
    { class: "btn alt", type: "button" },
    mine ? words.endFor : words.endMe,
    element("span", { class: "vh" }, ` ${name}`),
  );
  let sure = false;
  button.onclick = async () => {
    if (!sure) {
      sure = true;
      button.firstChild!.textContent = words.endSure;
      return;
    }
    const answer = await call(endDelegation, { params: { delegation } });
    if (answer.is === "outage") return showUnsent(answer.outage, words);
    if (answer.is === "problem") return showNotice(words.notSent, [whyNot(answer)], "warn");
    await open();
    showNotice(words.endedTitle, [fill(mine ? words.endedText : words.endedTextMe, { name })]);
    byId("notice").scrollIntoView();
  };
  return button;
}

let isSure = false;
/** Pressed once it asks here too: what is sent is not taken back. */
async function object(): Promise<void> {
  const button = form.querySelector("button")!;
  if (!isSure) {
    isSure = true;
    button.textContent = words.objectSure;
    button.removeAttribute("aria-disabled"); // it was on its way nowhere
    return;
  }
  const typed = (typedIn(form)["words"] ?? "").trim();
  const answer = await call(objectToGuardians, { body: typed ? { words: typed } : {}, attemptKey: attempt.key() });
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  if (answer.is === "problem") return showNotice(words.notSent, [whyNot(answer)], "warn");
  attempt.end();
  await open();
  showNotice(words.objectedTitle, [fill(words.objected, { receipt: answer.value.receipt })]);
}

const whyNot = ({ problem }: { problem: { findings: { code: string }[] } }): string =>
  names[problem.findings[0]?.code ?? ""] ?? words.notSentText;
