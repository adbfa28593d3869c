// Family access: an adult lets another adult act for them, by a code that goes to their own phone alone.
import * as v from "valibot";
import { Code } from "../change/contract.ts";
import { Received } from "../kernel/answers.ts";
import { line } from "../kernel/fields.ts";
import { typedWho } from "../session/contract.ts";
import { Scope } from "./scopes.ts";
import { DelegationView, ObjectionView } from "./shown.ts";
import { DelegationRef } from "./whom.ts";

/** For how long. It never lasts without an end; afterwards the person allows it again, or does not. */
export const Months = v.picklist([1, 3, 6, 12]);

/** What is asked for: it stands in the message to the adult, and the code is good for nothing else. A look is always in it. */
export const asked = { scopes: v.pipe(v.array(Scope), v.minLength(1), v.maxLength(Scope.options.length)), months: Months };

/** `mayObject`: who is signed in is fourteen and not yet eighteen. */
export const listDelegations = {
  method: "GET",
  path: "/delegations",
  title: "For whom I act, and who acts for me",
  signedIn: true,
  limited: true,
  status: 200,
  reply: v.object({
    actsFor: v.array(DelegationView),
    actsForMe: v.array(DelegationView),
    mayObject: v.boolean(),
    objection: v.optional(ObjectionView),
  }),
} as const;

/**
 * The answer, its length and its work are the same whoever is named: somebody unknown, without a phone, under age, or with a phone
 * that is the asker's too gets no code, and nobody hears of it.
 */
export const askDelegationCode = {
  method: "POST",
  path: "/delegations/codes",
  title: "Send a code to the phone of an adult for whom I want to act",
  signedIn: true,
  body: v.strictObject({ ...typedWho, ...asked }),
  status: 202,
  reply: v.object({ expiresInMinutes: v.number() }),
  problems: ["refused", "wait", "not-found"],
} as const;

export const beginDelegation = {
  method: "POST",
  path: "/delegations",
  title: "Begin to act for an adult, with the code that they were sent",
  signedIn: true,
  attempt: true,
  body: v.strictObject({ ...typedWho, ...asked, code: Code }),
  status: 201,
  reply: v.object({ delegation: DelegationView }),
  problems: ["refused", "wait", "conflict", "not-found"],
} as const;

/**
 * By either of the two, in a limited session too: it only takes away. What has ended stays so. A ward does not end a guardianship: from
 * fourteen on they object; and who has proved too little does not leave a ward.
 */
export const endDelegation = {
  method: "POST",
  path: "/delegations/:delegation/end",
  title: "End it, at once",
  signedIn: true,
  limited: true,
  params: v.strictObject({ delegation: DelegationRef }),
  status: 200,
  reply: v.object({ delegation: DelegationView }),
  problems: ["refused"],
} as const;

/** From fourteen on: who acts for me by household, certificate or guardianship shall not. The desk decides. */
export const objectToGuardians = {
  method: "POST",
  path: "/delegations/objections",
  title: "From fourteen on: object to my parents or guardian acting for me",
  signedIn: true,
  attempt: true,
  body: v.strictObject({ words: v.optional(line(200)) }),
  status: 202,
  reply: Received,
  problems: ["refused", "conflict", "not-found"],
} as const;
