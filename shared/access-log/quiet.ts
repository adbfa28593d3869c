// Entries that the person reads later: that there is one, and from which day on it is shown, stands there from the first day.
import { type PlainDate, plusDays } from "../kernel/calendar.ts";
import type { QuietReason } from "./contract.ts";

/** Who investigates would warn whom they investigate. */
const investigating: readonly string[] = ["police", "inspection", "court"];

export const isInvestigating = (purpose: string | undefined): boolean => purpose !== undefined && investigating.includes(purpose);

export const quietBecause = (purpose: string | undefined): QuietReason =>
  isInvestigating(purpose) ? "investigation" : "third-person";

/** From that day on it is shown. `days`: what the rule gives for it (parameter `look.quiet`). */
export const quietUntil = (today: PlainDate, days: number): PlainDate => plusDays(today, days);

export const isQuiet = (until: PlainDate | undefined, today: PlainDate): until is PlainDate =>
  until !== undefined && today < until;
