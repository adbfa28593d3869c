import * as v from "valibot";
import { Code } from "../change/contract.ts";
import { PlainMonth } from "../kernel/calendar.ts";
import { Answer } from "./puzzle.ts";

/** As typed; the kernel reads it (15 digits, full-width, spaces). */
const typed = (length: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(length), v.regex(/^\P{Cc}*$/u));
export const typedWho = { number: typed(40), name: typed(60) };

/**
 * The answer, its length and its work are the same for known, unknown and blocked people. In a rush it is `busy`, with a
 * challenge; the same request with its `answer` goes through.
 */
export const askCode = {
  method: "POST",
  path: "/session/codes",
  title: "Send a sign-in code to the registered phone",
  signedIn: false,
  body: v.strictObject({ ...typedWho, answer: v.optional(Answer) }),
  status: 202,
  reply: v.object({ expiresInMinutes: v.number() }),
  problems: ["refused", "busy"],
} as const;

/**
 * `limited`: yes or no per insurance only, until one more proof; `because` says why. `notice`, at the beginning of a complete
 * session: today's privacy notice was not shown yet. Who only has the phone may be somebody else: nobody reads it for them.
 */
export const SessionReply = v.object({
  limited: v.boolean(),
  /** It sees the person's own first registration, and nothing else. */
  newcomer: v.optional(v.literal(true)),
  /** Of somebody new: with which their unsent form is sealed on their phone. */
  draftKeys: v.optional(v.array(v.string())),
  because: v.optional(v.picklist(["phone-stale", "phone-unconfirmed", "phone-new"])),
  idleMinutes: v.number(),
  notice: v.optional(v.literal("unread")),
});
export type SessionReply = v.InferOutput<typeof SessionReply>;

export const signIn = {
  method: "POST",
  path: "/sessions",
  title: "Sign in with number, name and code",
  signedIn: false,
  body: v.strictObject({ ...typedWho, code: Code }),
  status: 201,
  reply: SessionReply,
  problems: ["refused", "wait"],
} as const;

export const signOut = {
  method: "DELETE",
  path: "/sessions/current",
  title: "Sign out",
  signedIn: true,
  limited: true,
  newcomer: true,
  status: 204,
} as const;

/** Tells the page whether it is signed in, and keeps the session alive while someone types. */
export const currentSession = {
  method: "GET",
  path: "/sessions/current",
  title: "The session, if there is one",
  signedIn: true,
  limited: true,
  newcomer: true,
  status: 200,
  reply: SessionReply,
} as const;

/** `currentSession` for a page that only gives a sign of life. */
export const signOfLife = {
  method: "GET",
  path: "/sessions/current",
  title: currentSession.title,
  signedIn: true,
  limited: true,
  newcomer: true,
  status: 200,
} as const;

/** One more proof for a limited session: the social security card's number and the month of the last payment (design 5). */
export const addProof = {
  method: "POST",
  path: "/sessions/current/proofs",
  title: "One more proof for a limited session",
  signedIn: true,
  limited: true,
  body: v.strictObject({ cardNumber: typed(40), lastPaid: PlainMonth }),
  status: 201,
  reply: SessionReply,
  problems: ["refused", "wait"],
} as const;
