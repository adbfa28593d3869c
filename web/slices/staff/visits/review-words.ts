import type { StaffWords } from "../../../messages/staff-frame.ts";
import type { stateWords } from "../../../messages/visits.ts";
import type { reviewSays } from "../../../messages/visits-review.ts";
import type { Note } from "../../../visits/routes.ts";
import type { VisitedMember } from "../../../visits/sheet.ts";
import { wordsOnPage } from "../../../words.ts";

export const words = wordsOnPage<StaffWords & Record<keyof typeof reviewSays.zh | keyof typeof stateWords.zh, string>>();

export const said: Readonly<Record<string, string>> = words;

export type Visit = { visit: string; short: string; state: string; members: VisitedMember[]; notes: Note[] };
