import { cardDiffers } from "../../../shared/change/rules.ts";
import { complaintsOf } from "../../errors.ts";
import type { cardSays } from "../../messages/change-says.ts";
import type { codeWords, items } from "../../messages/items.ts";
import { wordsOnPage } from "../../words.ts";
import { sayToday, theForm, typed } from "./form.ts";
import { type SendWords, travel } from "./journey.ts";
import { findingsOn } from "./rules.ts";

type Words = SendWords & Record<keyof typeof cardSays.zh | keyof typeof codeWords.zh | keyof typeof items.zh, string>;
const words = wordsOnPage<Words>();

void travel("card", words, (known) => {
  const said = (hasCard: boolean) => words[hasCard ? "card.yes" : "card.no"];
  const today = known.card && said(known.card.hasCard);
  sayToday(today, words);
  const change = () => ({ item: "card" as const, hasCard: typed("hasCard") === "yes" });
  const complaints = () => {
    if (!typed("hasCard")) return [{ field: "hasCard", text: words["card.missing"] }];
    return complaintsOf(theForm(), findingsOn(known, change(), [cardDiffers]), words);
  };
  return {
    steps: [{ name: "card", done: () => typed("hasCard") !== "", leave: complaints }],
    rows: () => [{ label: words.card, was: today, becomes: said(change().hasCard), href: "#card" }],
    request: change,
  };
});
