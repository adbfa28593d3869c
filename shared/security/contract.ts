// What the security administrator does: give out roles, end them, look over all of them, end sessions. No person's record anywhere.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line } from "../kernel/fields.ts";
import { StaffId, StaffRole } from "../staff/staff.ts";
import { NamedRegion, OpenSession, SessionId } from "../staff-session/contract.ts";

const staff = { roles: ["security-administrator"] } as const;

/** `until`: the last day. Whoever has the role already gets it anew, with these places and until this day. */
export const Appointment = v.strictObject({
  staffId: StaffId,
  workNumber: line(20),
  name: line(50),
  agency: line(60),
  role: StaffRole,
  regions: v.pipe(v.array(DivisionCode), v.minLength(1), v.maxLength(40)),
  until: PlainDate,
});
export type Appointment = v.InferOutput<typeof Appointment>;

/** `by`: the work number of who appointed or ended, `operator` for the first of all. */
export const GrantShown = v.object({
  staffId: StaffId,
  workNumber: v.string(),
  name: v.string(),
  agency: v.string(),
  role: StaffRole,
  regions: v.array(NamedRegion),
  from: PlainDate,
  until: PlainDate,
  at: Instant,
  by: v.string(),
  ended: v.optional(v.object({ at: Instant, by: v.string() })),
});
export type GrantShown = v.InferOutput<typeof GrantShown>;

export const appoint = {
  method: "POST",
  path: "/staff/grants",
  title: "Appoint somebody",
  signedIn: false,
  staff,
  body: Appointment,
  status: 201,
  reply: GrantShown,
  problems: ["refused", "conflict"],
} as const;

/** Those that reach places of mine: in force, the first to end first, and then those that ended in the last ninety days. */
export const reviewGrants = {
  method: "GET",
  path: "/staff/grants",
  title: "All grants in my regions",
  signedIn: false,
  staff,
  status: 200,
  reply: v.object({ today: PlainDate, grants: v.array(GrantShown) }),
} as const;

export const endGrant = {
  method: "DELETE",
  path: "/staff/members/:staff/grants/:role",
  title: "End somebody's role at once",
  signedIn: false,
  staff,
  params: v.strictObject({ staff: StaffId, role: StaffRole }),
  status: 204,
  problems: ["refused", "conflict"],
} as const;

export const listSessionsOf = {
  method: "GET",
  path: "/staff/members/:staff/sessions",
  title: "Somebody's sessions",
  signedIn: false,
  staff,
  params: v.strictObject({ staff: StaffId }),
  status: 200,
  reply: v.object({ sessions: v.array(OpenSession) }),
} as const;

export const endSessionOf = {
  method: "DELETE",
  path: "/staff/members/:staff/sessions/:session",
  title: "End one of somebody's sessions",
  signedIn: false,
  staff,
  params: v.strictObject({ staff: StaffId, session: SessionId }),
  status: 204,
} as const;
