// The routes of the visits' pages, with as much of their answers as the pages read. They are held to the contracts by their types;
// a whole contract would weigh more than the page. What is sent is held to them by tests/visits-page/body.test.ts.
import * as v from "valibot";
import type * as households from "../../shared/households/contract.ts";
import type * as wire from "../../shared/visits/contract.ts";
import type * as forms from "../../shared/visits/forms.ts";
import { Shown } from "../slices/registration/answer.ts";
import { ListHeads, Noted, Sheet } from "./sheet.ts";

type Of<Route extends { method: string; path: string; status: number }> = Pick<Route, "method" | "path" | "status"> & {
  title: string;
  signedIn: boolean;
  body?: v.GenericSchema;
  reply?: v.GenericSchema;
};
const plain = { title: "", signedIn: false } as const;
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

const Became = { member: v.string(), receipt: v.string(), status: v.string() };
export const readReceipts = {
  ...plain,
  method: "GET",
  path: "/staff/visits/:visit/receipts",
  status: 200,
  reply: v.object({ forms: v.array(v.object(Became)) }),
} as const satisfies Of<typeof forms.readReceipts>;

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

const Counts = v.record(v.string(), v.number());
const CoveredMember = v.object({
  relation: v.string(),
  cells: v.record(v.string(), v.string()),
  confirmed: v.boolean(),
  asked: v.optional(v.boolean()),
});
export const CoveredHousehold = v.object({
  household: v.string(),
  short: v.string(),
  members: v.array(CoveredMember),
  wanted: v.boolean(),
});
export type CoveredHousehold = v.InferOutput<typeof CoveredHousehold>;
export const Coverage = v.object({
  division: v.string(),
  place: v.string(),
  village: v.string(),
  asOf: v.string(),
  households: v.array(CoveredHousehold),
  totals: v.object({
    households: v.number(),
    people: v.number(),
    confirmed: v.number(),
    wanted: v.number(),
    insurances: v.record(v.string(), Counts),
  }),
  next: v.optional(v.string()),
});
export type Coverage = v.InferOutput<typeof Coverage>;

export const readCoverage = {
  ...plain,
  method: "GET",
  path: "/staff/coverage",
  status: 200,
  reply: Coverage,
} as const satisfies Of<typeof households.readCoverage>;

export const listVillages = {
  ...plain,
  method: "GET",
  path: "/staff/villages",
  status: 200,
  reply: v.object({ villages: v.array(v.object({ division: v.string(), name: v.string() })) }),
} as const satisfies Of<typeof households.listVillages>;

export const listVisitors = {
  ...plain,
  method: "GET",
  path: "/staff/visitors",
  status: 200,
  reply: v.object({
    visitors: v.array(v.object({ staffId: v.string(), name: v.string(), workNumber: v.string(), agency: v.string() })),
  }),
} as const satisfies Of<typeof wire.listVisitors>;

export const giveList = {
  ...plain,
  method: "POST",
  path: "/staff/visit-lists",
  status: 201,
  body: v.unknown(),
  reply: v.object({ list: v.string(), households: v.number() }),
} as const satisfies Of<typeof wire.giveList>;

export const MOST_HOUSEHOLDS = 40 satisfies typeof wire.MOST_HOUSEHOLDS;

export const checkVisit = {
  ...plain,
  method: "POST",
  path: "/staff/visits/:visit/checks",
  status: 200,
  body: v.unknown(),
  reply: Noted,
} as const satisfies Of<typeof wire.checkVisit>;
