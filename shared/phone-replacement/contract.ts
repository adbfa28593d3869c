import * as v from "valibot";
import { Code } from "../change/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant } from "../kernel/calendar.ts";
import { Phone } from "../kernel/fields.ts";
import { typedWho } from "../session/contract.ts";
import { Answer } from "../session/puzzle.ts";

/** As it is kept and decided: another phone for somebody who cannot sign in with the one that is registered. */
export const PhoneReplacementAccepted = v.object({
  slice: v.literal("phone-replacement"),
  phone: Phone,
  acceptedAt: Instant,
});
export type PhoneReplacementAccepted = v.InferOutput<typeof PhoneReplacementAccepted>;

/** The code goes to the new phone whoever is named, so what arrives says nothing about who is registered. */
export const askReplacementCode = {
  method: "POST",
  path: "/phone-replacements/codes",
  title: "Send a code to the phone that is to replace the registered one",
  signedIn: false,
  body: v.strictObject({ ...typedWho, phone: Phone, answer: v.optional(Answer) }),
  status: 202,
  reply: v.object({ expiresInMinutes: v.number() }),
  problems: ["refused", "busy"],
} as const;

/** The answer, its length and its work are the same for known and unknown people; two people at the desk decide. */
export const submitPhoneReplacement = {
  method: "POST",
  path: "/phone-replacements",
  title: "Ask for the registered phone to be replaced",
  signedIn: false,
  attempt: true,
  body: v.strictObject({ ...typedWho, phone: Phone, code: Code }),
  status: 202,
  reply: Received,
  problems: ["refused", "wait"],
} as const;
