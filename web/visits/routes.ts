// The routes of the tablet's page, with as much of their answers as it reads.
import * as v from "valibot";
import type * as wire from "../../shared/visits/contract.ts";
import type * as forms from "../../shared/visits/forms.ts";
import { type Of, plain } from "./route.ts";
import { ListHeads, Noted, Sheet } from "./sheet.ts";

const Taken = v.object({ receipt: v.string(), status: v.string() });

export const listVisits = {
  ...plain,
  method: "GET",
  path: "/staff/visit-lists",
  status: 200,
  reply: ListHeads,
} as const satisfies Of<typeof wire.listVisits>;

export const openList = {
  ...plain,
  method: "POST",
  path: "/staff/visit-lists/:list/copies",
  status: 200,
  body: v.object({ offline: v.boolean() }),
  reply: Sheet,
} as const satisfies Of<typeof wire.openList>;

export const noteVisit = {
  ...plain,
  method: "POST",
  path: "/staff/visits/:visit/events",
  status: 200,
  body: v.unknown(),
  reply: Noted,
} as const satisfies Of<typeof wire.noteVisit>;

export const submitVisitForm = {
  ...plain,
  method: "POST",
  path: "/staff/visits/:visit/forms",
  status: 202,
  body: v.unknown(),
  reply: Taken,
} as const satisfies Of<typeof wire.submitVisitForm>;

export const submitFound = {
  ...plain,
  method: "POST",
  path: "/staff/visits/:visit/newcomers",
  status: 202,
  body: v.unknown(),
  reply: Taken,
} as const satisfies Of<typeof wire.submitFound>;

export const revealPhone = {
  ...plain,
  method: "POST",
  path: "/staff/visits/:visit/phones",
  status: 200,
  body: v.object({ member: v.string() }),
  reply: v.object({ phone: v.optional(v.string()) }),
} as const satisfies Of<typeof wire.revealPhone>;

const By = v.object({ name: v.string(), workNumber: v.string() });
/** What was done at a door. */
export const Note = v.object({
  step: v.string(),
  at: v.string(),
  by: By,
  broughtBy: v.optional(By),
  late: v.optional(v.boolean()),
  note: v.optional(v.string()),
  seen: v.optional(v.array(v.object({ member: v.string(), outcome: v.string() }))),
});
export type Note = v.InferOutput<typeof Note>;

export const readVisit = {
  ...plain,
  method: "GET",
  path: "/staff/visits/:visit",
  status: 200,
  reply: v.object({ visit: v.object({ ...Noted.entries, notes: v.array(Note) }) }),
} as const satisfies Of<typeof wire.readVisit>;

export const Became = { member: v.string(), receipt: v.string(), status: v.string() };
export const readReceipts = {
  ...plain,
  method: "GET",
  path: "/staff/visits/:visit/receipts",
  status: 200,
  reply: v.object({ forms: v.array(v.object(Became)) }),
} as const satisfies Of<typeof forms.readReceipts>;
