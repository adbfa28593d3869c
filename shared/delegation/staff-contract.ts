// At the desk: both people are there, or somebody with a mandate or a guardian's paper; what was seen goes to a colleague.
import * as v from "valibot";
import { Received } from "../kernel/answers.ts";
import { line } from "../kernel/fields.ts";
import { typedWho } from "../session/contract.ts";
import { Papers } from "./accepted.ts";
import { asked } from "./contract.ts";
import { Delegation } from "./delegation.ts";
import { DelegationView } from "./shown.ts";
import { DelegationRef } from "./whom.ts";

const who = v.strictObject(typedWho);

export const fileDelegation = {
  method: "POST",
  path: "/staff/delegations",
  title: "Hand in that somebody may act for somebody, by papers that were seen",
  signedIn: false,
  staff: { roles: ["handler"] },
  attempt: true,
  body: v.strictObject({ giver: who, delegate: who, ...asked, as: Delegation.entries.as, papers: Papers }),
  status: 202,
  reply: Received,
  problems: ["refused", "conflict", "wait"],
} as const;

/** Somebody is here with their identity card: what they have given, and were given. Of the places of this desk. */
export const seekDelegations = {
  method: "POST",
  path: "/staff/delegations/search",
  title: "For whom somebody who is here acts, and who acts for them",
  signedIn: false,
  staff: { roles: ["handler"] },
  body: who,
  status: 200,
  reply: v.object({ name: v.string(), actsFor: v.array(DelegationView), actsForMe: v.array(DelegationView) }),
  problems: ["refused", "wait"],
} as const;

/** For who is here, on either side. Twice it is ended once. */
export const endDelegationAtDesk = {
  method: "POST",
  path: "/staff/delegations/end",
  title: "End it, for who is here",
  signedIn: false,
  staff: { roles: ["handler"] },
  body: v.strictObject({ who, delegation: DelegationRef }),
  status: 200,
  reply: v.object({ delegation: DelegationView }),
  problems: ["refused", "wait"],
} as const;

/** `paper`: the number of the court's document. It counts from a colleague's yes on, for the household's parents too. */
export const endGuardianship = {
  method: "POST",
  path: "/staff/delegations/guardianship-end",
  title: "Hand in that a court has taken from somebody that they act for a child",
  signedIn: false,
  staff: { roles: ["handler"] },
  attempt: true,
  body: v.strictObject({ ward: who, guardian: who, paper: line(60) }),
  status: 202,
  reply: Received,
  problems: ["refused", "conflict", "wait"],
} as const;

export const staffDelegations = [fileDelegation, seekDelegations, endDelegationAtDesk, endGuardianship] as const;
