// Where I am insured twice: one sheet for each, what waits for me first.
import type { Duplicates, DuplicateView } from "../../../shared/duplicates/shown.ts";
import { byId, element } from "../../dom.ts";
import { here } from "../../paths.ts";
import { signedIn } from "../../signed-in.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { drawRule, drawSides, drawThen, type Piece, paragraph } from "./draw.ts";
import { pageFor, readInto } from "./read.ts";
import { dayText, type ListWords, saidText, settledThen } from "./words.ts";

const words = wordsOnPage<ListWords>();

signedIn(words);
readInto(words, show);

function show({ duplicates, asOf }: Duplicates): void {
  const text = asOf ? fill(words.noneText, { date: dayText(asOf) }) : words.noneNoDate;
  const none = element(
    "div",
    { class: "note" },
    element("h2", {}, words.none),
    paragraph(text),
    element("p", {}, element("a", { href: here("/check") }, words.toCheck)),
  );
  byId("pairs").replaceChildren(...(duplicates.length > 0 ? duplicates.map(drawPair) : [none]));
  byId("as-of").textContent = asOf && duplicates.length > 0 ? fill(words.asOf, { date: dayText(asOf) }) : "";
}

const waits = ({ answered }: DuplicateView) =>
  answered !== undefined && ["received", "queued", "in-review"].includes(answered.status);

const isUpheld = ({ answered }: DuplicateView) => answered?.status === "applied" && answered.says === "object";

function tagOf(view: DuplicateView): [look: string, word: string] {
  if (view.settled) return ["tag", words["tag.done"]];
  if (isUpheld(view)) return ["tag", words["tag.upheld"]];
  if (waits(view)) return ["tag", words["tag.waiting"]];
  if (!view.operational) return ["tag", words["tag.counted"]];
  return view.says === "NEEDS_STAFF" ? ["tag warn", words["tag.staff"]] : ["tag warn", words["tag.todo"]];
}

function drawPair(view: DuplicateView): HTMLElement {
  const { id, insurance, operational } = view;
  const [look, word] = tagOf(view);
  const title = `pair-${id}`;
  const statistics = statisticsText(view);
  return element(
    "section",
    { class: "sheet pair", "aria-labelledby": title },
    element("span", { class: look }, word),
    element("h2", { id: title }, words[`kind.${insurance}`]),
    drawSides(view, words),
    ...(view.settled ? settled(view, view.settled) : drawRule(view, words)),
    statistics !== "" && paragraph(statistics, "src"),
    !operational && !view.settled && paragraph(words.onlyStatistical, "src"),
    ...said(view),
    element("div", { class: "acts" }, ...ways(view)),
  );
}

function statisticsText({ statistical, insurance, settled }: DuplicateView): string {
  if (insurance === "medical" || settled) return "";
  return statistical === undefined ? words.noStatistics : statistical ? words.statistical : words.notStatistical;
}

function settled(view: DuplicateView, done: NonNullable<DuplicateView["settled"]>): Piece[] {
  const then = settledThen(done, view.sides[done.kept === 0 ? 1 : 0], words);
  return [
    element("h3", {}, fill(words["settled.title"], { date: dayText(done.on) })),
    drawThen(view, done.kept, then, words),
    paragraph(words[`says.${view.says}`], "src"),
  ];
}

/** What became of the last thing that was said to it. */
function said(view: DuplicateView): Piece[] {
  const { answered, settled: done } = view;
  if (!answered || done) return [];
  if (waits(view)) {
    const { receipt } = answered;
    return [paragraph(fill(view.others ? words.waitingOthers : words.waiting, { receipt, what: saidText(view, words) }))];
  }
  if (answered.status === "refused") return [paragraph(words["answered.refused"])];
  return isUpheld(view) ? [paragraph(words["answered.upheld"])] : [];
}

function ways(view: DuplicateView): Piece[] {
  const { id, operational, transferFirst, answered, settled: done, says, insurance, keeps } = view;
  const hidden = () => element("span", { class: "vh" }, ` ${words[`kind.${insurance}`]}`);
  const link = (look: string, href: string, text: string) => element("a", { ...(look && { class: look }), href }, text, hidden());
  const receipt = done?.receipt ?? answered?.receipt;
  const mayMove = transferFirst || (!operational && says === "OFFER_TRANSFER_MERGE");
  const mayChoose = keeps.length > 0 && !transferFirst;
  const asked = mayChoose ? words.toChoose : words.toObject;
  return [
    mayMove && link("btn", pageFor("/transfer"), words.toTransfer),
    operational &&
      !done &&
      !waits(view) &&
      link(mayChoose && !isUpheld(view) ? "btn" : "btn alt", pageFor("/duplicates/choose", { id }), asked),
    (operational || done) && link("btn alt", pageFor("/duplicates/letter", { id }), words.toLetter),
    receipt && !view.others && link("", `${here("/submissions/receipt")}#${receipt}`, words.toReceipt),
  ];
}
