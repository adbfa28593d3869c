// Which insurance, and why: the first page of a declaration.

import { readDeclarable } from "../../../shared/check/seen.ts";
import { byId, element } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { dateIn } from "../../lang.ts";
import { seals } from "../../messages/check.ts";
import type { whySays } from "../../messages/declaration.ts";
import { showNotice } from "../../notice.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { type ChangeWords, carryOn, openForm, theForm, typed } from "../change/form.ts";
import { readAs } from "../change/known.ts";
import { type Declarable, insurance, type Names, notInsured, pageOf, theDeclaration, wayOf } from "./form.ts";
import { codesIn, pageAfter } from "./said.ts";

const MOST = 5; // shared/declaration/contract.ts

const words = wordsOnPage<ChangeWords & Names & Record<keyof typeof whySays.zh | "noMemory", string>>();
const chosen = () => codesIn(typedIn(theForm()));
const labelOf = (code: string) => document.querySelector(`[for="why.${code}"]`)?.firstChild?.textContent ?? "";

function leaveWhy(): Complaint[] {
  const now = chosen().length;
  if (now === 0) return [{ field: "why.P01", text: words["why.missing"] }];
  return now > MOST ? [{ field: "why.P01", text: fill(words["why.many"], { n: MOST, now }) }] : [];
}

/** What was chosen, to say which of it matters most. */
function drawMain(main: string | undefined): void {
  const wanted = typed("main") || main;
  const picks = chosen().map((code) => {
    const input = element("input", { type: "radio", name: "main", id: `main.${code}`, value: code });
    input.checked = code === wanted;
    return element("div", { class: "pick" }, input, element("label", { for: input.id }, labelOf(code)));
  });
  const box = byId("main-ones");
  for (const old of Array.from(box.querySelectorAll(".pick"))) old.remove();
  box.append(...picks);
}

function sayBefore({ insurances }: Declarable): void {
  const { reason } = insurances.find((each) => each.insurance === insurance) ?? {};
  const about = fill(words.about, { name: insurance ? words[insurance] : "" });
  const reasons = reason?.codes
    .map(labelOf)
    .filter(Boolean)
    .join(langOfPage() === "zh" ? "；" : "; ");
  const before = reason && reasons ? fill(words.before, { date: dateIn(langOfPage(), reason.asOf), reasons }) : "";
  byId("today").textContent = [about, before].join(langOfPage() === "zh" ? "" : " ");
}

/** Nothing in the address, or an insurance that the person has: those there are to speak of. */
function offer(known: Declarable): void {
  const open = notInsured(known);
  theForm().hidden = true;
  byId("step").textContent = ""; // no step yet
  const siteName = document.title.replace(document.querySelector("h1")!.textContent ?? "", "");
  document.querySelector("h1")!.textContent = words.which;
  document.title = words.which + siteName;
  if (insurance) showNotice(fill(words.isInsured, { name: words[insurance] }), []);
  else if (open.length === 0) showNotice(words.allInsured, []);
  const rows = open.map(({ insurance: name, next, reason }) => {
    const said = reason && !reason.expired && fill(words.saidOn, { date: dateIn(langOfPage(), reason.asOf) });
    const about = said || (next === "not-required" && words.notDue);
    const text = element("div", {}, element("b", {}, words[name]), about && element("span", {}, about));
    const seal = element("i", { class: "seal off", "aria-hidden": "true" }, seals[name]);
    return element("li", {}, element("a", { class: "way", href: `${here("/declaration")}?insurance=${name}` }, seal, text));
  });
  theForm().before(element("ul", { class: "list ways" }, ...rows));
}

async function begin(): Promise<void> {
  const known = await readAs<Declarable>(readDeclarable, words);
  if (!notInsured(known).some((each) => each.insurance === insurance)) return offer(known);
  const opened = await openForm(
    { ...theDeclaration, read: async () => known },
    words,
    (_, kept) => {
      sayBefore(known);
      byId("why.O05").closest<HTMLElement>(".pick")!.hidden = insurance === "medical"; // they are insured where they study
      return {
        steps: [
          { name: "why", done: () => chosen().length > 1, leave: leaveWhy },
          {
            name: "main",
            applies: () => chosen().length > 1,
            done: () => false,
            leave: () => (chosen().includes(typed("main")) ? [] : [{ field: "main", text: words["main.missing"] }]),
            shown: () => drawMain(kept["main"]),
          },
        ],
      };
    },
    wayOf("", chosen),
  );
  const recount = () => opened.steps.recount();
  opened.form.addEventListener("change", recount);
  carryOn(opened, words, () => pageOf(pageAfter("", chosen())));
}

void begin();
