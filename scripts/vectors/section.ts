import * as v from "valibot";
import type { PlainDate } from "../../shared/kernel/calendar.ts";

export type Answer = Readonly<Record<string, unknown>>;

/** How the cases of one list are run. `inputs` names every input; all other keys of a case are expected outputs. */
export type Runner = {
  inputs: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** Keys that describe a case in this section alone. */
  described?: readonly string[];
  /** Outputs that are decimal numbers in text: "139" equals "139.0". */
  decimals?: readonly string[];
  /** Where the cases are not in a list: how to make one of the section's content. */
  casesOf?: (content: Readonly<Record<string, unknown>>) => readonly unknown[];
  answer: (inputs: unknown, today: PlainDate) => Answer;
};

/** The lists of a section that hold cases, `cases` first of all; a section that is a list has only that. */
export type Section = Readonly<Record<string, Runner>>;

/** Ties the answer to what the schema lets through. */
export const runner = <Entries extends v.ObjectEntries>(
  inputs: v.ObjectSchema<Entries, undefined>,
  answer: (inputs: v.InferOutput<v.ObjectSchema<Entries, undefined>>, today: PlainDate) => Answer,
  more: Pick<Runner, "described" | "decimals"> = {},
): Runner => ({ inputs, answer: (given, today) => answer(v.parse(inputs, given), today), ...more });
