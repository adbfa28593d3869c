// What a visitor notes at the door. The device says when: without network it may arrive days later, and in any order.
import * as v from "valibot";
import { Instant } from "../kernel/calendar.ts";
import { DivisionCode, line } from "../kernel/fields.ts";
import { MemberRef } from "./ids.ts";
import { SeenOutcome } from "./states.ts";

/** `place`: where somebody who has moved lives now, as far as anybody there knows. */
const Seen = v.strictObject({ member: MemberRef, outcome: SeenOutcome, place: v.optional(DivisionCode) });

/** `at`: by the clock of the device. */
export const VisitEvent = v.variant("event", [
  /** An appointment was made, or somebody said that they will be there. */
  v.strictObject({ event: v.literal("contacted"), at: Instant, note: v.optional(line(200)) }),
  /** Somebody stood at the door. `noteLeft`: with a telephone number to ring. */
  v.strictObject({
    event: v.literal("attempt"),
    at: Instant,
    seen: v.pipe(v.array(Seen), v.minLength(1), v.maxLength(20)),
    noteLeft: v.boolean(),
    note: v.optional(line(200)),
  }),
  v.strictObject({
    event: v.literal("phoned"),
    at: Instant,
    member: MemberRef,
    result: v.picklist(["answered", "no-answer", "no-number"]),
    note: v.optional(line(200)),
  }),
  /** The neighbours' or the villagers' committee says in writing that they were not to be met. `by`: which committee, and who. */
  v.strictObject({ event: v.literal("statement"), at: Instant, member: MemberRef, by: line(60), text: line(200) }),
]);
export type VisitEvent = v.InferOutput<typeof VisitEvent>;

/** What has to be there before somebody who is never at home may be left. One after the other; `next` is missing when all of it is done. */
export const LadderStep = v.picklist(["attempt", "evening-or-weekend", "leave-note", "phone", "statement"]);
export type LadderStep = v.InferOutput<typeof LadderStep>;
export const Ladder = v.object({
  attempts: v.number(),
  needed: v.number(),
  next: v.optional(LadderStep),
  /** Before this moment another attempt does not count: it has to be at another time. */
  notBefore: v.optional(Instant),
});
export type Ladder = v.InferOutput<typeof Ladder>;
