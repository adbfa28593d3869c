// Work that follows from something a person said: it is done, not decided, and moves nothing in the register.
import * as v from "valibot";
import { deskWork } from "../declaration/follow-up.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, PersonId, Receipt } from "../kernel/fields.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { Counted } from "../limits/counted.ts";
import { Employer, Insurance } from "../registration.ts";
import { InHand, Passing } from "./task.ts";

/** What follows from a visit that was checked (handbook 4, 10.4): nothing of it moves the register by itself. */
export const visitWork = ["VERIFY_DEATH_AND_CLOSE", "HAND_OVER_REGION", "POLICE_CROSSCHECK"] as const;
export type VisitWork = (typeof visitWork)[number];

/** `named`: the employer may hear who said it. Without it nobody tells them. */
export const Work = v.object({
  personId: PersonId,
  receipt: Receipt,
  work: v.picklist([...deskWork, ...visitWork]),
  /** None, where it follows from a visit: that is about the person. `place`: where somebody who has moved is said to live. */
  insurance: v.optional(Insurance),
  place: v.optional(DivisionCode),
  state: v.picklist(["open", "done"]),
  region: DivisionCode,
  openedAt: Instant,
  /** `provisional`: no limit is loaded for it, or the count ran past the loaded calendar. */
  dueAt: PlainDate,
  provisional: v.boolean(),
  /** The number of policy without which no day could be counted. */
  missing: v.optional(v.string()),
  counted: v.optional(Counted),
  employer: v.optional(Employer),
  /** The employer as the register has it, by its code. */
  registered: v.optional(v.object({ name: v.string(), division: DivisionCode, since: PlainDate })),
  named: v.optional(v.boolean()),
  taken: v.optional(InHand),
  passed: v.optional(v.array(Passing)),
  done: v.optional(v.object({ note: v.string(), by: v.string(), at: Instant })),
});
export type Work = v.InferOutput<typeof Work>;

export type Done = { note: string; by: string; at: Instant };

/** What was done is done; from then on nobody has it in hand. */
export function finish({ taken: _, ...work }: Work, done: Done): Work | Finding<"desk.not-open"> {
  return work.state === "open" ? { ...work, state: "done", done } : finding("desk.not-open");
}
