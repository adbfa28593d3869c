import type { DeskTaskWords } from "../../../messages/desk.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";

export type Words = StaffWords &
  DeskTaskWords &
  Record<"overdue" | "late" | "today" | "soon" | "due" | "about" | "missing" | "ofTwo", string>;
/** What the parts of the page share: its words, by name too, and how to read the matter again. */
export type Page = { words: Words; said: Record<string, string>; task: string; reload: (news?: string) => Promise<void> };
