// What waits for a person at the desk, and how it is decided.
import * as v from "valibot";
import { FeedId } from "../insured/delta.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, EventId, PersonId, Receipt } from "../kernel/fields.ts";
import { sameName } from "../kernel/names.ts";
import { Finding, finding } from "../kernel/rule.ts";
import { Counted } from "../limits/counted.ts";
import { DocType } from "../registration.ts";
import { StaffId } from "../staff/staff.ts";
import { ReviewKind } from "../submission.ts";

/**
 * Two people where a mistake makes one person into two, or two into one (design 3, handbook 10.4: handler and checker differ),
 * where it gives somebody else the key to a record (design 5), and where it says who somebody is, or that they have died.
 */
export const decidersNeeded = {
  "hukou-move": 1,
  "same-number": 2,
  "phone-replacement": 2,
  reason: 1,
  "name-correction": 2,
  "sex-correction": 2,
  "birth-correction": 2,
  "number-correction": 2,
  "death-report": 2,
  "new-person": 1,
  "same-person": 2,
  parentage: 2,
  hardship: 1,
  registration: 1,
  "look-challenge": 1,
  // It takes cover from somebody, or money back: whoever reckons it does not pass it.
  duplicate: 2,
  // Besides whoever saw the papers and handed it in: they never decide it.
  delegation: 1,
  "guardian-objection": 1,
  "guardianship-end": 1,
} as const satisfies Record<ReviewKind, 1 | 2>;

export const Verdict = v.picklist(["applied", "refused"]);
export type Verdict = v.InferOutput<typeof Verdict>;

/** Who has a matter in hand. */
export const InHand = v.object({ staffId: StaffId, name: v.string(), at: Instant });
export type InHand = v.InferOutput<typeof InHand>;

/** One passing from hand to hand: `to` nobody means back to the list. */
export const Passing = v.object({ at: Instant, by: v.string(), to: v.optional(v.string()), note: v.optional(v.string()) });
export type Passing = v.InferOutput<typeof Passing>;

/** `rows`: what an agency's file said, by where it lies in the feeds bucket, for tasks that no submission stands behind. */
export const Task = v.object({
  personId: PersonId,
  receipt: Receipt,
  kind: ReviewKind,
  state: v.picklist(["open", "decided", "closed"]),
  region: DivisionCode,
  openedAt: Instant,
  /** `provisional`: the count ran past the loaded calendar. */
  dueAt: PlainDate,
  provisional: v.boolean(),
  /** The parameter that is not loaded, where there is no limit to count by: then it is due the day it came. */
  missing: v.optional(v.string()),
  counted: v.optional(Counted),
  rows: v.optional(v.object({ feed: FeedId, chunk: v.number(), rows: v.array(v.number()) })),
  /** Whom a reported death is about, where they are registered here. They were told at once. */
  about: v.optional(PersonId),
  /** Whom else a corrected number leads to: it may have been given twice, and no rule makes one person of two. */
  others: v.optional(v.array(PersonId)),
  /** Where what is to stand in the register differs from what the number says: a few genuine numbers are wrong. */
  doubts: v.optional(v.array(v.picklist(["SEX_MISMATCH", "BIRTH_MISMATCH"]))),
  /** What made somebody look: where a form contradicts the register, or who signed it. */
  because: v.optional(v.array(Finding)),
  /** How many pictures and PDFs came with it. */
  papers: v.optional(v.number()),
  /** What is said would have to be proved, and nothing came that proves it. */
  unproved: v.optional(v.boolean()),
  /** Somebody said that it is not so. It can then only be refused. */
  objection: v.optional(v.object({ note: v.string(), by: v.string(), at: Instant })),
  proposed: v.optional(
    v.object({ verdict: Verdict, reason: v.string(), by: v.string(), at: Instant, staffId: v.optional(StaffId) }),
  ),
  taken: v.optional(InHand),
  passed: v.optional(v.array(Passing)),
  /** Everybody who had it in hand before the first word, and who gave that word: none of them checks. */
  handlers: v.optional(v.array(StaffId)),
  /** Who should have confirmed gave it back instead. */
  returned: v.optional(v.object({ reason: v.string(), by: v.string(), at: Instant })),
  /** The other name that a file gives to a number, where the task is whether these are two people. */
  said: v.optional(
    v.object({ name: v.string(), docType: DocType, number: v.string(), sex: v.string(), birth: v.optional(PlainDate) }),
  ),
});
export type Task = v.InferOutput<typeof Task>;

/** The reason is written to the person. */
export const Decision = v.object({
  receipt: Receipt,
  verdict: Verdict,
  reason: v.string(),
  by: v.array(v.string()),
  /** Those of them who decided on the staff pages. */
  staffIds: v.optional(v.array(StaffId)),
  at: Instant,
  eventId: EventId,
});
export type Decision = v.InferOutput<typeof Decision>;

/** `by`: a name. `staffId`: of who is signed in; without it, it is the operator's own command that was used. */
export type Word = { verdict: Verdict; reason: string; by: string; staffId?: StaffId };
export type DeskFinding = "desk.not-open" | "desk.objected" | "desk.same-person-twice" | "desk.verdicts-differ";

/** What one more person's word makes of a task: final, or the first of two. */
export function hear(task: Task, word: Word): { final: boolean; by: string[]; staffIds: StaffId[] } | Finding<DeskFinding> {
  const { proposed } = task;
  if (task.state !== "open") return finding("desk.not-open");
  if (task.objection && word.verdict === "applied") return finding("desk.objected");
  const staffIds = [proposed?.staffId, word.staffId].flatMap((id) => id ?? []);
  if (decidersNeeded[task.kind] === 1) return { final: true, by: [word.by], staffIds };
  if (!proposed) return { final: false, by: [word.by], staffIds };
  if (isSamePerson(task, word)) return finding("desk.same-person-twice", "by");
  if (proposed.verdict !== word.verdict) return finding("desk.verdicts-differ", "verdict");
  return { final: true, by: [proposed.by, word.by], staffIds };
}

/** Two people may have one name; where one of the two words came by the command, the name is all there is. */
function isSamePerson({ proposed, handlers = [] }: Task, word: Word): boolean {
  if (word.staffId && handlers.includes(word.staffId)) return true;
  if (word.staffId && proposed?.staffId) return word.staffId === proposed.staffId;
  return proposed !== undefined && sameName(proposed.by, word.by);
}
