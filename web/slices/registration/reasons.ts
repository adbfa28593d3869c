// Part three: why an insurance is missing, in the words of a declaration.
import { byId, element } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import type { whySays } from "../../messages/declaration.ts";
import { langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { carryOn, openForm, typed } from "../change/form.ts";
import { codesIn } from "../declaration/said.ts";
import { Bare } from "./answer.ts";
import { about, pageOf, type RegistrationWords, registrationOf } from "./form.ts";
import { pageAfter } from "./order.ts";
import { named, nameFields, setSeen, standingHere } from "./prefix.ts";
import type { Insurance } from "./said.ts";

const MOST = 5; // shared/declaration/contract.ts

type Says = "why.missing" | "why.many" | "main.missing" | "about";
const words = wordsOnPage<RegistrationWords & Pick<Record<keyof typeof whySays.zh, string>, Says> & Record<Insurance, string>>();
const chosen = () => codesIn(standingHere());
const labelOf = (code: string) => document.querySelector(`[for="why.${code}"]`)?.firstChild?.textContent ?? "";

function leaveWhy(): Complaint[] {
  const now = chosen().length;
  setSeen(pageAfter("", chosen()) === "");
  byId("told").setAttribute(
    "value",
    chosen()
      .map(labelOf)
      .join(langOfPage() === "zh" ? "；" : "; "),
  );
  const field = named("why.P01");
  if (now === 0) return [{ field, text: words["why.missing"] }];
  return now > MOST ? [{ field, text: fill(words["why.many"], { n: MOST, now }) }] : [];
}

/** What was chosen, to say which of it matters most. */
function drawMain(main: string | undefined): void {
  const wanted = typed(named("main")) || main;
  const picks = chosen().map((code) => {
    const input = element("input", { type: "radio", name: named("main"), id: `main.${code}`, value: code });
    input.checked = code === wanted;
    return element("div", { class: "pick" }, input, element("label", { for: input.id }, labelOf(code)));
  });
  const box = byId("main-ones");
  for (const old of Array.from(box.querySelectorAll(".pick"))) old.remove();
  box.append(...picks);
}

if (nameFields())
  void openForm(registrationOf(Bare, words), words, (_, kept) => {
    byId("about").textContent = fill(words.about, { name: words[about as Insurance] });
    byId("why.O05").closest<HTMLElement>(".pick")!.hidden = about === "medical"; // they are insured where they study
    return {
      steps: [
        { name: "why", done: () => chosen().length > 1, leave: leaveWhy },
        {
          name: "main",
          applies: () => chosen().length > 1,
          done: () => false,
          leave: () => (chosen().includes(typed(named("main"))) ? [] : [{ field: named("main"), text: words["main.missing"] }]),
          shown: () => drawMain(kept[named("main")]),
        },
      ],
    };
  }).then((opened) => {
    opened.form.addEventListener("change", opened.steps.recount);
    carryOn(opened, words, () => pageOf(pageAfter("", chosen()), about));
  });
