// How people who work here come in, see that they are in, and go.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import { StaffRole } from "../staff/staff.ts";

/** A page of ours to go to afterwards, as the browser names it. */
const Return = v.pipe(v.string(), v.maxLength(300), v.regex(/^(?!.*\.\.)\/(?:en\/)?staff(?:[/?][\w\-/?=&.%]*)?$/));

/** 302 to the issuer, with the transaction in a cookie of ten minutes. */
export const startStaffSignIn = {
  method: "GET",
  path: "/staff/session/start",
  title: "Go to the issuer to sign in",
  signedIn: false,
  query: v.strictObject({ return: v.optional(Return) }),
  status: 302,
  problems: ["wait"],
} as const;

/** What the issuer sends along; the library reads the whole address. Answers with a small page that leads on. */
export const finishStaffSignIn = {
  method: "GET",
  path: "/staff/session/callback",
  title: "Back from the issuer",
  signedIn: false,
  query: v.record(v.string(), v.pipe(v.string(), v.maxLength(4000))),
  status: 200,
} as const;

/** Why somebody was not let in: the sign-in page says it in words. */
export const Refused = v.picklist(["no-grant", "one-factor", "cancelled", "expired", "untrusted", "unavailable"]);
export type Refused = v.InferOutput<typeof Refused>;

export const NamedRegion = v.object({ code: DivisionCode, name: v.string() });
export const GrantHere = v.object({ role: StaffRole, regions: v.array(NamedRegion), until: PlainDate });
export type GrantHere = v.InferOutput<typeof GrantHere>;

/** `endsAt`: when the session ends at the latest, however busy it is. */
export const StaffSessionReply = v.object({
  name: v.string(),
  workNumber: v.string(),
  agency: v.string(),
  grants: v.array(GrantHere),
  idleMinutes: v.number(),
  endsAt: Instant,
});
export type StaffSessionReply = v.InferOutput<typeof StaffSessionReply>;

/** Tells a page who is here, and keeps the session alive while somebody works. */
export const currentStaff = {
  method: "GET",
  path: "/staff/session",
  title: "Who of the staff is here, and as what",
  signedIn: false,
  staff: { roles: [] },
  status: 200,
  reply: StaffSessionReply,
} as const;

export const signOutStaff = {
  method: "DELETE",
  path: "/staff/session",
  title: "Sign out",
  signedIn: false,
  staff: { roles: [] },
  status: 204,
} as const;

/** Names a session to people, and opens nothing. */
export const SessionId = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

export const OpenSession = v.object({ sessionId: SessionId, startedAt: Instant, seenAt: Instant, here: v.boolean() });
export type OpenSession = v.InferOutput<typeof OpenSession>;

export const listMySessions = {
  method: "GET",
  path: "/staff/sessions",
  title: "My sessions",
  signedIn: false,
  staff: { roles: [] },
  status: 200,
  reply: v.object({ sessions: v.array(OpenSession) }),
} as const;

export const endMySession = {
  method: "DELETE",
  path: "/staff/sessions/:session",
  title: "End one of my sessions",
  signedIn: false,
  staff: { roles: [] },
  params: v.strictObject({ session: SessionId }),
  status: 204,
} as const;
