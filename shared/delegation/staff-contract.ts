// At the desk: both people are there, or somebody with a mandate or a guardian's paper; what was seen goes to a colleague.
import * as v from "valibot";
import { Received } from "../kernel/answers.ts";
import { typedWho } from "../session/contract.ts";
import { Papers } from "./accepted.ts";
import { asked } from "./contract.ts";
import { Delegation } from "./delegation.ts";

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
