import type { actingSays } from "../../../messages/acting.ts";
import type { items } from "../../../messages/items.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import type { ActingPath } from "../../../staff/acting.ts";
import { wordsOnPage } from "../../../words.ts";

export const words = wordsOnPage<StaffWords & typeof actingSays.zh & typeof items.zh>();

const names: Record<ActingPath, keyof typeof words> = {
  "/change/phone": "phone",
  "/change/residence": "residence",
  "/change/contact": "contact",
  "/change/hukou": "hukou",
  "/change/employment": "employment",
  "/change/card": "card",
  "/declaration": "go.declaration",
  "/enrolment": "go.enrolment",
  "/duplicates": "go.duplicates",
  "/registration": "go.registration",
  "/check": "go.check",
  "/submissions": "go.submissions",
  "/family": "go.family",
};
export const nameOf = (path: ActingPath): string => words[names[path]];
