// The routes of the reviewer's page.
import * as v from "valibot";
import type * as wire from "../../shared/visits/contract.ts";
import type * as forms from "../../shared/visits/forms.ts";
import { Shown } from "../slices/registration/answer.ts";
import { type Of, plain } from "./route.ts";
import { Became } from "./routes.ts";
import { Noted } from "./sheet.ts";

export const FormToCheck = v.object({
  ...Became,
  filledAt: v.optional(v.string()),
  declined: v.optional(v.boolean()),
  papers: v.array(v.string()),
  signedBy: v.optional(v.string()),
  anew: v.array(v.string()),
  said: v.optional(Shown),
  had: v.optional(Shown),
});
export type FormToCheck = v.InferOutput<typeof FormToCheck>;

export const openForms = {
  ...plain,
  method: "POST",
  path: "/staff/visits/:visit/forms/copies",
  status: 200,
  reply: v.object({ forms: v.array(FormToCheck) }),
} as const satisfies Of<typeof forms.openForms>;

export const checkVisit = {
  ...plain,
  method: "POST",
  path: "/staff/visits/:visit/checks",
  status: 200,
  body: v.unknown(),
  reply: Noted,
} as const satisfies Of<typeof wire.checkVisit>;
