// Which of the two stays, or that one does not agree: asked, looked at once more, sent once.

import * as v from "valibot";
import {
  answerDuplicate,
  type DuplicateRequest,
  type Duplicates,
  type DuplicateView,
  readDuplicates,
} from "../../../shared/duplicates/contract.ts";
import { DuplicateId, type Which } from "../../../shared/duplicates/duplicate.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import { openEvidenceLater } from "../../evidence/later.ts";
import type { chooseSays } from "../../messages/duplicates.ts";
import type { EvidenceWords } from "../../messages/evidence.ts";
import { showUnread } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { type Keyed, theForm, typed } from "../change/form.ts";
import { type Journey, type SendWords, travelAs } from "../change/journey.ts";
import { readKnown } from "../change/known.ts";
import { drawRule, drawSides } from "./draw.ts";
import { pageFor, showGone, wanted, whom } from "./read.ts";
import { type DuplicateWords, sideName, thenOf } from "./words.ts";

type Words = SendWords &
  DuplicateWords &
  EvidenceWords &
  Record<keyof typeof chooseSays.zh, string> &
  Record<"answer" | "object" | "text" | "waiver", string>;
const words = wordsOnPage<Words>();
const id = new URLSearchParams(location.search).get("id") ?? "";
const never = () => new Promise<never>(() => {});

type Known = Keyed & { view: DuplicateView };
type Answer = Journey & { request(): v.InferInput<typeof DuplicateRequest> };

async function read(said: SendWords): Promise<Known> {
  const asked = call(readDuplicates, whom ? { query: { for: whom } } : {});
  const { draftKeys } = await readKnown(said); // says why where nothing can be read, and what to do instead
  const answer = await asked;
  const view = answer.is === "value" ? wanted(answer.value as Duplicates) : undefined;
  if (view?.operational && !view.settled) return { draftKeys, view };
  theForm().hidden = true;
  if (answer.is === "outage") showUnread(answer.outage, words);
  else showGone(words);
  return never();
}

const chosen = (): Which | "object" | undefined => {
  const answer = typed("answer");
  return answer === "object" ? answer : answer === "0" ? 0 : answer === "1" ? 1 : undefined;
};

function begin({ view }: Known, _: unknown, draft: string): Answer {
  let box: EvidenceBox | undefined;
  drawChoices(view);
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
function drawChoices(view: DuplicateView): void {
  byId("pair").replaceChildren(
    element("h2", {}, words[`kind.${view.insurance}`]),
    drawSides(view, words),
    ...drawRule(view, words).filter((piece): piece is Node => piece instanceof Node),
  );
  const open = view.transferFirst ? [] : view.keeps.filter((which) => !view.ifKept[which].obstacle);
  const picks = open.map((which) => {
    const input = element("input", { type: "radio", name: "answer", id: `answer-${which + 1}`, value: String(which) });
    const { becomes, money } = thenOf(view, which, words);
    const about = element("span", {}, `${words.otherOne}${becomes}${words.joint}${money}`);
    const label = element("label", { for: input.id }, sideName(view, which, words), about);
    return element("div", { class: "pick" }, input, label);
  });
  byId("object").before(...picks);
  theForm().addEventListener("change", showText);
}

function showText(): void {
  byId("why-not").hidden = chosen() !== "object";
}

void travelAs<Known, Answer>(
  {
    form: `duplicate.${id}`,
    read,
    send: ({ request }, attemptKey) => call(answerDuplicate, { body: request(), attemptKey }),
  },
  words,
  begin,
);
for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>("#back, a.leave"))) link.href = pageFor("/duplicates");
