// The kit of the estimate pages. A page is three files:
// - web/messages/estimate-<name>.ts: its words, `both(zh, en)`; those its script says in an export of their own;
// - web/components/pages/Estimate<Name>.astro: <Estimate name title description lead words keys card> around its fields:
//   <Field> (money, numbers), <Choice>, <MonthField> (year and month), <SpanField> (years and months), a second <Region name>.
//   `keys`: every parameter its answer rests on or may lack; `card`: the policy card, `retirement#age`.
//   The two pages (zh, en) are thin as ever;
// - web/slices/estimate/<name>.ts: words = estimateWords<keyof typeof says.zh>() and
//   openEstimate({ name, read, answer, record?, regions? }):
//   · read(ask) takes the fields: ask.month("birth"), ask.span("paid", { most: 60 }), ask.yuan, ask.count, ask.decimal,
//     ask.choice, ask.complain(field, text). Each gives undefined and complains at the field; give undefined if you cannot go on;
//   · answer(facts, law, second, ask) gives pieces: outcome("…"), formula("…"), title, paragraph, table(caption, head, rows),
//     picture(barShapes(…) | timelineShapes(…), label), and for a refusal of a rule needsStaff(refusal, law, words): show the
//     rest beside it. Region, rough line and sources (every entry that `law` was asked for) are put around it;
//   · record(mine) says what of the record fills which input: monthFilled("birth", …), spanFilled("paid", paidIn(mine, "110"));
//   · regions: ids of the <Region>s whose law is needed, ["region"] if not said; the second is answer's third argument.
// Rules are in shared/, the arithmetic of an answer in shared/estimate/ (pure, tested in node). Nothing typed leaves the page; it
// survives a reload in the tab (web/drafts/tab.ts), and so does the region from one estimate to the next. The page comes with the form and
// web/slices/estimate.ts, which fetches <name>.ts at the first touch: the page ≤ 13,000 bytes brotli, that script as well.
import { dateOf, instantAt } from "../../../shared/kernel/calendar.ts";
import type { Law } from "../../../shared/policy/law.ts";
import type { Parameter } from "../../../shared/policy/parameter.ts";
import { byId, element } from "../../dom.ts";
import { putBackUnder } from "../../drafts/in-form.ts";
import { keepInTab, keptInTab } from "../../drafts/tab.ts";
import { showErrors } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { fill } from "../../words.ts";
import { type Piece, paragraph, sources } from "./answer.ts";
import { type Ask, askOf } from "./ask.ts";
import { draftOf, keepRegion } from "./kept.ts";
import { showOutage } from "./outage.ts";
import { lawFor } from "./policy.ts";
import { type Mine, offerRecord } from "./record.ts";
import { chosenRegion, regionName } from "./region.ts";
import { estimateWords } from "./words.ts";

export type Estimate<Facts> = {
  name: string;
  read(ask: Ask): Facts | undefined;
  /** It may complain too, of what only the law can say: then nothing is answered. */
  answer(facts: Facts, law: Law, second: Law, ask: Ask): readonly Piece[];
  record?(mine: Mine): Record<string, string>;
  regions?: readonly string[];
  /** After a draft or the record has filled fields, and whenever something is typed: to show what depends on it. */
  changed?(form: HTMLFormElement): void;
};

export function openEstimate<Facts>({ name, read, answer, record, regions = ["region"], changed }: Estimate<Facts>): void {
  const words = estimateWords();
  const form = byId("form") as HTMLFormElement;
  const shown = byId("answer");
  const draft = draftOf(name);

  putBackUnder(form, keptInTab(draft) ?? {});
  const keepTyped = () => keepInTab(draft, { ...keptInTab(draft), ...typedIn(form) }); // two pages may share one
  const keep = () => {
    shown.hidden = true; // it answers what was asked before
    keepTyped();
    keepRegion(chosenRegion());
    changed?.(form);
  };
  form.addEventListener("input", keep);
  if (record) offerRecord(words, record, keep);
  if (form.contains(document.activeElement))
    keep(); // what was typed before this file was there
  else changed?.(form);

  let asked = 0;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asked += 1;
    keepTyped();
    const button = form.querySelector("[type=submit]");
    button?.setAttribute("aria-disabled", "true"); // it shows that something is on its way; pressing again is allowed
    workOut(asked)
      .catch(showOutage)
      .finally(() => button?.removeAttribute("aria-disabled"));
  });
  // On paper nothing can be opened: the sources are printed too.
  addEventListener("beforeprint", () => {
    for (const closed of shown.querySelectorAll("details")) closed.open = true;
  });
  form.dataset["open"] = "yes";

  async function workOut(turn: number): Promise<void> {
    const ask = askOf(form, dateOf(instantAt(Date.now())), words);
    const facts = read(ask);
    showErrors(form, ask.complaints, words);
    shown.hidden = true;
    if (facts === undefined || ask.complaints.length > 0) return;

    const used = new Map<string, Parameter>();
    const heard = (entry: Parameter) => used.set([entry.key, entry.region, entry.from].join(), entry);
    const laws = await Promise.all(regions.map((id) => lawFor(chosenRegion(id), ask.asOf, heard)));
    if (turn !== asked) return; // pressed again meanwhile
    const [law, second = law] = laws as [Law, Law?];
    const pieces = answer(facts, law, second, ask);
    showErrors(form, ask.complaints, words);
    if (ask.complaints.length === 0) show(pieces, law, [...used.values()]);
  }

  function show(pieces: readonly Piece[], law: Law, entries: readonly Parameter[]): void {
    const { region } = law;
    const said = region === "national" ? words.resultNational : fill(words.result, { region: regionName(region, "") });
    const heading = element("h2", { id: "answer-title", tabindex: "-1" }, said);
    shown.replaceChildren(heading, ...pieces, element("div", { class: "note" }, paragraph(words.rough)), sources(entries, words));
    shown.hidden = false;
    heading.focus();
  }
}
