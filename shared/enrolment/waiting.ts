// What was chosen here and the agency's file does not show yet: a line for the page of the five insurances.
import type { Waiting } from "../check/contract.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import type { RecordPage } from "../registration.ts";
import { joiningState } from "./joined.ts";
import { knownFrom } from "./known.ts";

export function waitingIn(record: RecordPage, today: PlainDate, placeName: (code: string) => string): Waiting[] {
  if (record.joinings.length === 0) return [];
  const known = knownFrom(record);
  return record.joinings.flatMap((joining): Waiting[] => {
    const { scheme } = joining;
    const is = joiningState(joining, known, today);
    if (is === "seen") return [];
    if (joining.state === "stopped") return [{ scheme, is, region: placeName(joining.region) }];
    const { region, cost, payBy } = joining.terms;
    return [{ scheme, is, region: placeName(region), ...(cost !== undefined && { cost }), ...(payBy && { payBy }) }];
  });
}
