// Who works here, as what, for which places, until when.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, PersonId } from "../kernel/fields.ts";

export const StaffRole = v.picklist([
  "agent",
  "visitor",
  "handler",
  "checker",
  "officer",
  "signer",
  "parameters",
  "auditor",
  "security-administrator",
]);
export type StaffRole = v.InferOutput<typeof StaffRole>;

/** 128 bits of a digest over issuer and subject, base64url: it names a member of staff everywhere inside. */
export const StaffId = v.pipe(v.string(), v.regex(/^[\w-]{21}[AQgw]$/), v.brand("StaffId"));
export type StaffId = v.InferOutput<typeof StaffId>;

/** `workNumber` and `agency` are what people read who ask who looked at their record. `personId`: their own record, where known. */
export const Member = v.object({
  staffId: StaffId,
  workNumber: line(20),
  name: line(50),
  agency: line(60),
  personId: v.optional(PersonId),
});
export type Member = v.InferOutput<typeof Member>;

export const Appointer = v.union([StaffId, v.literal("operator")]);

/** A role for some places, from a day to a day, both included. Nobody has a role for ever. `ended`: before its day. */
export const Grant = v.object({
  role: StaffRole,
  regions: v.pipe(v.array(DivisionCode), v.minLength(1)),
  from: PlainDate,
  until: PlainDate,
  by: Appointer,
  at: Instant,
  ended: v.optional(v.object({ by: Appointer, at: Instant })),
});
export type Grant = v.InferOutput<typeof Grant>;

export const isInForce = ({ from, until, ended }: Pick<Grant, "from" | "until" | "ended">, today: PlainDate): boolean =>
  !ended && from <= today && today <= until;

/** Who is here now, and since when. `grants`: those in force today. */
export type StaffHere = { sessionId: string; startedAt: Instant; member: Member; grants: readonly Grant[] };
