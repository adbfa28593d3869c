// An employer as agencies' files name it, by its unified social credit code (GB 32100).
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line } from "../kernel/fields.ts";
import { Source } from "../registration.ts";

/** `division`: whose agency has it. `since`: the day of the first file that names it; `asOf`: of the one that says this. */
export const EmployerRecord = v.object({
  code: v.string(),
  name: line(100),
  division: DivisionCode,
  source: Source,
  since: PlainDate,
  asOf: PlainDate,
});
export type EmployerRecord = v.InferOutput<typeof EmployerRecord>;

/** What a file says now is news where nothing newer says otherwise. */
export const isNews = (held: EmployerRecord | undefined, told: Omit<EmployerRecord, "since">): boolean =>
  !held || (held.asOf < told.asOf && (held.name !== told.name || held.division !== told.division));
