// What was said on the pages of a correction, as it is to be sent.
import * as v from "valibot";
import { Correction } from "../../../shared/change/corrections.ts";
import type { Typed } from "../../drafts.ts";
import { item } from "./correction.ts";

/** As each of them is kept in the draft; days as they were understood. */
const answers = {
  name: ["name", "reason", "text"],
  sex: ["sex"],
  birth: ["birth"],
  number: ["docType", "number"],
  death: ["name", "number", "relation", "diedOn"],
} as const;
const keptAs = (answer: string) => (answer === "birth" || answer === "diedOn" ? `kept-${answer}` : answer);

/** What is to be sent, if all of it is there. */
export function correctionIn(kept: Typed): Correction | undefined {
  const said = answers[item].flatMap((answer): [string, string][] => {
    const typed = (kept[keptAs(answer)] ?? "").replace(/\s+/g, " ").trim();
    return typed ? [[answer, typed]] : [];
  });
  const whole = v.safeParse(Correction, { ...Object.fromEntries(said), item });
  return whole.success ? whole.output : undefined;
}

/** The ids of the papers that have arrived. */
export const papersIn = (kept: Typed): string[] => (kept["papers"] ?? "").split(" ").filter(Boolean);
