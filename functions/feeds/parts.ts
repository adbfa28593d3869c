import { yearsIn } from "../../shared/insured/periods.ts";
import { MOST_MOVES } from "../register/moves.ts";
import type { NumberedRow } from "./chunk-rows.ts";

export type Rows = [NumberedRow, ...NumberedRow[]];

const REGISTRATION_AND_SUMMARY = 2;
const FACTS_OF_A_SOURCE = 5;
const CLAIMS_OF_A_NUMBER = 2; // under two versions of the secret while it rotates

/**
 * As many rows at a time as one transaction takes. It goes by what rows say and not by what is new in it, so that rows
 * which are delivered again fall into the same parts.
 */
export function partsOf(rows: readonly NumberedRow[]): Rows[] {
  const parts: Rows[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && mostMoves([...last, row]) <= MOST_MOVES) last.push(row);
    else parts.push([row]);
  }
  return parts;
}

function mostMoves(rows: readonly NumberedRow[]): number {
  const sources = new Set(rows.map(({ insured }) => insured.division)).size;
  const enrolments = rows.reduce(
    (sum, { insured: { enrolment } }) => sum + (enrolment ? 1 + yearsIn(enrolment.spans).size : 0),
    0,
  );
  const formers = new Set(rows.flatMap(({ insured: { former } }) => (former ? [former.number] : []))).size;
  return REGISTRATION_AND_SUMMARY + formers * CLAIMS_OF_A_NUMBER + sources * FACTS_OF_A_SOURCE + enrolments;
}
