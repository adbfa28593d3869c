// What became of the forms of a visit; and for who checks it, each form beside what the register has.
import * as v from "valibot";
import { Instant } from "../kernel/calendar.ts";
import { Receipt } from "../kernel/fields.ts";
import { Finding } from "../kernel/rule.ts";
import { FormReply } from "../registration/contract.ts";
import { PaperSeen } from "../registration/form.ts";
import { ShownStatus } from "../submissions/contract.ts";
import { MemberRef, VisitId } from "./ids.ts";

const Became = { member: MemberRef, receipt: Receipt, status: ShownStatus, findings: v.array(Finding) };

/** Nobody's record is opened for it: a receipt, and how it stands. A visitor's: of their own lists. */
export const readReceipts = {
  method: "GET",
  path: "/staff/visits/:visit/receipts",
  title: "What became of the forms of a household's visit",
  signedIn: false,
  staff: { roles: ["visitor", "checker"] },
  params: v.strictObject({ visit: VisitId }),
  status: 200,
  reply: v.object({ forms: v.array(v.object(Became)) }),
  problems: ["not-found"],
} as const;

/**
 * `said`: the form as the visitor filled it in, in the shape in which forms begin; `had`: what the register has now. Both masked.
 * `anew`: what it said that was not registered (shared/registration/said.ts). Of a first registration, and of who is registered no
 * longer or elsewhere, there is only what became of it.
 */
export const FormToCheck = v.object({
  ...Became,
  filledAt: v.optional(Instant),
  declined: v.optional(v.literal(true)),
  papers: v.array(PaperSeen),
  signedBy: v.optional(v.picklist(["self", "guardian", "proxy"])),
  anew: v.array(v.string()),
  said: v.optional(FormReply),
  had: v.optional(FormReply),
});
export type FormToCheck = v.InferOutput<typeof FormToCheck>;

/** A look at everybody of whom there is a form. */
export const openForms = {
  method: "POST",
  path: "/staff/visits/:visit/forms/copies",
  title: "Open the forms of a visit beside what the register has, to check them",
  signedIn: false,
  staff: { roles: ["checker"] },
  params: v.strictObject({ visit: VisitId }),
  status: 200,
  reply: v.object({ forms: v.array(FormToCheck) }),
  problems: ["not-found", "wait"],
} as const;
