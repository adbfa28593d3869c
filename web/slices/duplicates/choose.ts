// Which of the two stays, or that one does not agree: what is asked, and what comes of each answer. A file of its own for each language,
// fetched while the record is read (choosing.ts).
import * as v from "valibot";
import { type DuplicateRequest, readDuplicates } from "../../../shared/duplicates/contract.ts";
import { DuplicateId, type Which } from "../../../shared/duplicates/duplicate.ts";
import type { Duplicates, DuplicateView } from "../../../shared/duplicates/shown.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import { openEvidenceLater } from "../../evidence/later.ts";
import type { chooseSays, duplicateFindings, duplicateSays } from "../../messages/duplicates.ts";
import type { EvidenceWords } from "../../messages/evidence.ts";
import type { KitWords } from "../../messages/kit.ts";
import { showUnread } from "../../notice.ts";
import { theForm, typed } from "../change/form.ts";
import type { Journey, SendWords } from "../change/journey.ts";
import { drawReason, drawSides, paragraph } from "./draw.ts";
import { nthOf } from "./months.ts";
import { showGone, wanted, whom } from "./read.ts";
import { type DuplicateWords, sideName, thenOf } from "./words.ts";

/** What this file brings along, beside what stands on the page. */
export type Brought = Record<
  keyof typeof duplicateSays.zh | keyof typeof chooseSays.zh | keyof typeof duplicateFindings.zh,
  string
> &
  EvidenceWords &
  Record<"answer" | "object" | "bothSides", string>;
type Words = SendWords & Brought & DuplicateWords;
export type Answer = Journey & { request(): v.InferInput<typeof DuplicateRequest> };
/** `said`: the page's own words, to which these are added. */
export type ChooseFile = {
  brought: Brought;
  read(said: KitWords): Promise<unknown>;
  begin(view: unknown, said: SendWords, draft: string): Answer;
};

/** The module of a language names these (choose-zh.ts). */
export const chooseFile = (brought: Brought): ChooseFile => ({
  brought,
  async read(said) {
    const answer = await call(readDuplicates, whom ? { query: { for: whom } } : {});
    const view = answer.is === "value" ? wanted(answer.value as Duplicates) : undefined;
    if (view?.operational && !view.settled) return view;
    theForm().hidden = true;
    if (answer.is === "outage") showUnread(answer.outage, said);
    else showGone({ ...said, ...brought });
    return new Promise(() => {});
  },
  begin: (view, said, draft) => begin(view as DuplicateView, { ...said, ...brought }, draft),
});

const chosen = (): Which | "object" | undefined => {
  const answer = typed("answer");
  return answer === "object" ? answer : answer === "0" ? 0 : answer === "1" ? 1 : undefined;
};

function begin(view: DuplicateView, words: Words, draft: string): Answer {
  let box: EvidenceBox | undefined;
  drawChoices(view, words);
  const needsWaiver = () => view.waiver === true && typeof chosen() === "number";
  const then = (which: Which) => {
    const { becomes, money } = thenOf(view, which, words);
    return `${becomes}${words.joint}${money}`;
  };
  return {
    steps: [
      {
        name: "answer",
        done: () => chosen() !== undefined && (chosen() !== "object" || typed("text") !== ""),
        shown: showText,
        leave() {
          if (chosen() === undefined) return [{ field: "answer", text: words["answer.missing"] }];
          return chosen() === "object" && typed("text").trim() === "" ? [{ field: "text", text: words["text.missing"] }] : [];
        },
      },
      {
        name: "waiver",
        applies: needsWaiver,
        done: () => (box?.ids().length ?? 0) > 0,
        async shown() {
          box ??= await openEvidenceLater(byId("evidence"), { draft, purpose: "waiver", words });
        },
        leave() {
          if (!box || box.underway()) return [{ text: words.underway }];
          return box.ids().length > 0 ? [] : [{ field: "evidence", text: words["waiver.missing"] }];
        },
      },
    ],
    rows() {
      const answer = chosen();
      const href = "#answer";
      if (answer === "object" || answer === undefined)
        return [{ label: words.answer, was: false, becomes: `${words.object}${words.joint}${typed("text")}`, href }];
      return [
        { label: words.answer, was: false, becomes: sideName(view, answer, words), href },
        { label: words.otherOne, was: false, becomes: then(answer), href },
      ];
    },
    request() {
      const answer = chosen();
      const common = { ...(whom && { for: whom }), id: v.parse(DuplicateId, view.id) };
      if (typeof answer !== "number") return { ...common, answer: { says: "object", text: typed("text").trim() } };
      const { scheme, place, from } = view.sides[answer];
      const { refund } = view.ifKept[answer];
      const told = { says: view.says, ...(refund !== undefined && { refund }) };
      const ids = needsWaiver() ? (box?.ids() ?? []) : [];
      return {
        ...common,
        answer: {
          says: "keep",
          keep: { scheme, region: place.division, from },
          told,
          ...(needsWaiver() && { waiver: true as const }),
        },
        ...(ids.length > 0 && { evidence: { draft, ids } }),
      };
    },
  };
}

/** The one that the rule keeps, or both; and that one does not agree. */
function drawChoices(view: DuplicateView, words: Words): void {
  byId("pair").replaceChildren(
    element("h2", {}, words[`kind.${view.insurance}`]),
    ...drawReason(view, words).filter((piece): piece is HTMLElement => piece instanceof HTMLElement),
    ...(view.keeps.length === 2 && !view.chooses ? [paragraph(words.unknownPlace)] : []),
    element("details", {}, element("summary", {}, words.bothSides), drawSides(view, words)),
  );
  const open = view.transferFirst ? [] : view.keeps.filter((which) => !view.ifKept[which].obstacle);
  const picks = open.map((which) => {
    const input = element("input", { type: "radio", name: "answer", id: `answer-${which + 1}`, value: String(which) });
    const { becomes, money } = thenOf(view, which, words);
    const about = element("span", {}, `${words.otherOne}${becomes}${words.joint}${money}`);
    const label = element("label", { for: input.id }, nthOf(which), ` ${sideName(view, which, words)}`, about);
    return element("div", { class: "pick" }, input, label);
  });
  byId("object").before(...picks);
  theForm().addEventListener("change", showText);
}

function showText(): void {
  byId("why-not").hidden = chosen() !== "object";
}
