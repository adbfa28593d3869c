// Why somebody is not insured, in their own words' codes. Handbook 4; part three of the registration form.
import * as v from "valibot";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant } from "../kernel/calendar.ts";
import { Insurance, SaidReason } from "../registration.ts";

const MOST_REASONS = 5;

/** The first is the main one. */
export const Declaration = v.strictObject({
  insurance: Insurance,
  reasons: v.pipe(v.array(SaidReason), v.minLength(1), v.maxLength(MOST_REASONS)),
});
export type Declaration = v.InferOutput<typeof Declaration>;

/** As the page sends it, with papers where there are any. */
export const DeclarationRequest = v.strictObject({ ...Declaration.entries, evidence: v.optional(NamedEvidence) });

export const DeclarationAccepted = v.object({ slice: v.literal("declaration"), declaration: Declaration, acceptedAt: Instant });
export type DeclarationAccepted = v.InferOutput<typeof DeclarationAccepted>;

export const submitDeclaration = {
  method: "POST",
  path: "/declarations",
  title: "Say why I am not insured",
  attempt: true,
  signedIn: true,
  body: DeclarationRequest,
  status: 202,
  reply: Received,
  problems: ["refused"],
} as const;
