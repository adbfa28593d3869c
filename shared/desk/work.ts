// Work that follows from something a person said: it is done, not decided, and moves nothing in the register.
import * as v from "valibot";
import { deskWork } from "../declaration/follow-up.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, PersonId, Receipt } from "../kernel/fields.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { Employer, Insurance } from "../registration.ts";

/** `named`: the employer may hear who said it. Without it nobody tells them. */
export const Work = v.object({
  personId: PersonId,
  receipt: Receipt,
  work: v.picklist(deskWork),
  insurance: Insurance,
  state: v.picklist(["open", "done"]),
  region: DivisionCode,
  openedAt: Instant,
  /** `provisional`: no limit is loaded for it, or the count ran past the loaded calendar. */
  dueAt: PlainDate,
  provisional: v.boolean(),
  /** The number of policy without which no day could be counted. */
  missing: v.optional(v.string()),
  employer: v.optional(Employer),
  /** The employer as the register has it, by its code. */
  registered: v.optional(v.object({ name: v.string(), division: DivisionCode, since: PlainDate })),
  named: v.optional(v.boolean()),
  done: v.optional(v.object({ note: v.string(), by: v.string(), at: Instant })),
});
export type Work = v.InferOutput<typeof Work>;

export type Done = { note: string; by: string; at: Instant };

export const finish = (work: Work, done: Done): Work | Finding<"desk.not-open"> =>
  work.state === "open" ? { ...work, state: "done", done } : finding("desk.not-open");
