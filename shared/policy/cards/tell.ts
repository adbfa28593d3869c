// Fills a card with the numbers of a day, and hears which entries it used.
import { type PlainDate, plusDays } from "../../kernel/calendar.ts";
import type { Result } from "../../kernel/result.ts";
import type { Key } from "../keys.ts";
import { type Law, type NeedsStaff, openPolicy } from "../law.ts";
import type { Parameter } from "../parameter.ts";
import type { Card, Lang, Reader } from "./card.ts";
import { type Say, sayIn } from "./say.ts";

/** The numbers that hold on a day. */
export type Basis = { parameters: readonly Parameter[]; asOf: PlainDate };

/** `missing`: a number has no valid entry. Then the card has no text: nothing is guessed. */
export type Told = { text: string; example: string; entries: readonly Parameter[]; missing: Key | null };

/** `say` is another one where a test asks which digits are nobody's. */
export function tell(card: Card, lang: Lang, { parameters, asOf }: Basis, say: Say = sayIn[lang]): Told {
  const entries: Parameter[] = [];
  const law = openPolicy(parameters, (entry) => entries.push(entry))({ region: "national", asOf });
  try {
    return { ...card.tell(lang, readerOf(law), say), entries, missing: null };
  } catch (error) {
    if (!(error instanceof NumberMissing)) throw error;
    return { text: "", example: "", entries, missing: error.key };
  }
}

/** Thrown inside a card only, so that cards read like sentences; `tell` catches it. */
class NumberMissing extends Error {
  readonly key: Key;
  constructor(key: Key) {
    super(key);
    this.key = key;
  }
}

function readerOf(law: Law): Reader {
  const rule = <Value>(answer: Result<Value, NeedsStaff>): Value => {
    if (answer.ok) return answer.value;
    throw new NumberMissing(answer.refusal.key);
  };
  const of: Reader["of"] = (key) => rule(law.read({ it: key })).it;
  const course: Reader["course"] = (key) => {
    const { from, to } = rule(law.entry(key));
    const now = { from, to, value: of(key) };
    return to === null ? [now] : [now, ...readerOf(law.on(plusDays(to, 1))).course(key)];
  };
  return { law, of, rule, course };
}
