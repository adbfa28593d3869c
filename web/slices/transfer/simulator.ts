// The simulator of a transfer: nothing that is typed here leaves the page. Who is signed in may work with their record. What works
// the answer out comes in a file of its own when a kind of move has been chosen.
import { dateOf, instantAt } from "../../../shared/kernel/calendar.ts";
import { byId, element } from "../../dom.ts";
import { putBack, putBackUnder } from "../../drafts/in-form.ts";
import { keepInTab, keptInTab } from "../../drafts/tab.ts";
import { showErrors } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { askOf } from "../estimate/ask.ts";
import { draftOf } from "../estimate/kept.ts";
import { showOutage } from "../estimate/outage.ts";
import { estimateWords } from "../estimate/words.ts";
import { type AskingWords, readMove } from "./asking.ts";
import { namedIn } from "./named.ts";
import { offerMine, type RecordKnown } from "./record.ts";

const DRAFT = draftOf("transfer");
type Answers = typeof import("./answering.ts");

const words = estimateWords<AskingWords>();
const form = byId("form") as HTMLFormElement;
const shown = byId("answer");
let mine: RecordKnown | undefined;
let asked = 0;
let failures = 0;
let loading: Promise<Answers> | undefined;

function answers(): Promise<Answers> {
  const module: Promise<Answers> = loading ?? import(`${shown.dataset["then"]}${failures > 0 ? `?${failures}` : ""}`);
  loading = module;
  module.catch(() => {
    loading = undefined;
    failures += 1; // browsers remember a failure
  });
  return module;
}

function changed(): void {
  const typed = typedIn(form);
  for (const box of Array.from(form.querySelectorAll<HTMLElement>("[data-for]")))
    box.hidden = !box.dataset["for"]!.split(" ").includes(typed["kind"] ?? "");
  byId("before").hidden = !/^\d/.test(typed["earlier"] ?? "");
  byId("claimed").hidden = typed["claims"] !== "yes";
  if (typed["kind"]) answers().catch(() => {}); // whoever presses asks again, and is told
}
function keep(): void {
  shown.hidden = true; // it answers what was asked before
  keepInTab(DRAFT, typedIn(form));
  changed();
}

async function workOut(turn: number): Promise<void> {
  const today = dateOf(instantAt(Date.now()));
  const ask = askOf(form, today, words);
  const typed = readMove(ask, words);
  showErrors(form, namedIn(form, ask.complaints), words);
  shown.hidden = true;
  if (!typed || ask.complaints.length > 0) return;
  const move = mine?.instead(typed, typedIn(form)) ?? typed;
  const pieces = await (await answers()).answer(move, today, (division) => mine?.place(division));
  if (turn !== asked) return; // pressed again meanwhile
  const heading = element("h2", { id: "answer-title", tabindex: "-1" }, words.title);
  shown.replaceChildren(heading, ...pieces);
  shown.hidden = false;
  heading.focus();
}

putBackUnder(form, keptInTab(DRAFT) ?? {});
form.addEventListener("input", keep);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  asked += 1;
  keepInTab(DRAFT, typedIn(form));
  workOut(asked).catch(showOutage);
});
// On paper nothing can be opened: the sources are printed too.
addEventListener("beforeprint", () => {
  for (const closed of shown.querySelectorAll("details")) closed.open = true;
});
offerMine(words, (record, isAsked) => {
  mine = record;
  const before = JSON.stringify(typedIn(form));
  if (isAsked) putBack(form, record.filled);
  else putBackUnder(form, record.filled);
  if (JSON.stringify(typedIn(form)) !== before) keep();
});
changed();
form.dataset["open"] = "yes";
