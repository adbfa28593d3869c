// The cards of policy as the site shows them: with the numbers that hold on the day its texts were last checked. At build time.
import * as v from "valibot";
import { rowsIn } from "../scripts/policy/rows.ts";
import { PlainDate } from "../shared/kernel/calendar.ts";
import { type ShownCard, showCards } from "../shared/policy/cards/cards.ts";
import type { Basis } from "../shared/policy/cards/tell.ts";
import type { Topic } from "../shared/policy/cards/topics.ts";
import national from "../shared/policy/data/000000.csv?raw";
import { examineRows } from "../shared/policy/examine.ts";
import type { Lang } from "./messages/both.ts";
import { site } from "./site.config.ts";

const checkedOn = v.parse(PlainDate, site.checkedOn);

/** The national numbers; the build stops where they are not fit to be used. */
export function cardBasis(): Basis {
  const examined = examineRows(rowsIn("000000.csv", national), null);
  if (!examined.ok) throw new Error("shared/policy/data/000000.csv is not fit to be used: npm run policy -- check");
  return { parameters: examined.value, asOf: checkedOn };
}

export const cardsIn = (lang: Lang): ShownCard[] => showCards(lang, cardBasis(), checkedOn);
export const cardsOf = (lang: Lang, topic: Topic): ShownCard[] => cardsIn(lang).filter((card) => card.topic === topic);
