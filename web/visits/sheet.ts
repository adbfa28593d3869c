// What the tablet has taken along of the lists, as far as its page reads it (shared/visits/contract.ts has all of it).
import * as v from "valibot";
import { Shown } from "../slices/registration/answer.ts";

const text = v.optional(v.string());
const Ladder = v.object({ attempts: v.number(), needed: v.number(), next: text, notBefore: text });

export const VisitedMember = v.object({
  member: v.string(),
  relation: v.string(),
  why: v.array(v.string()),
  outcome: text,
  ladder: v.optional(Ladder),
  receipts: v.array(v.string()),
});
export type VisitedMember = v.InferOutput<typeof VisitedMember>;

const visit = {
  visit: v.string(),
  household: v.string(),
  short: v.string(),
  village: v.string(),
  state: v.string(),
  members: v.array(VisitedMember),
  reason: text,
};
export const Noted = v.object(visit);

/** `form`: what the official form begins with for them; none where they cannot be registered here. */
export const SheetPerson = v.object({
  member: v.string(),
  form: v.optional(v.object({ form: v.string(), ...Shown.entries })),
  unavailable: text,
});
export type SheetPerson = v.InferOutput<typeof SheetPerson>;
export type PersonForm = NonNullable<SheetPerson["form"]>;

export const SheetVisit = v.object({ ...visit, address: text, people: v.array(SheetPerson) });
export type SheetVisit = v.InferOutput<typeof SheetVisit>;

export const ListHead = v.object({
  list: v.string(),
  division: v.string(),
  place: v.string(),
  village: v.string(),
  visitor: v.object({ staffId: v.string(), name: v.string(), workNumber: v.string() }),
  until: text,
  state: v.string(),
  households: v.number(),
  states: v.record(v.string(), v.number()),
});
export type ListHead = v.InferOutput<typeof ListHead>;
export const ListHeads = v.object({ lists: v.array(ListHead) });

export const Sheet = v.object({
  list: ListHead,
  takenAt: v.string(),
  author: v.string(),
  draftKeys: v.array(v.string()),
  draftDays: v.number(),
  visits: v.array(SheetVisit),
});
export type Sheet = v.InferOutput<typeof Sheet>;

/** As it lies on the tablet: without the keys it is sealed with. */
export const Copy = v.object({ sheets: v.array(v.object({ ...Sheet.entries, draftKeys: v.optional(v.array(v.string())) })) });
export type Copy = v.InferOutput<typeof Copy>;
export type KeptSheet = Copy["sheets"][number];

export const withSheet = ({ sheets }: Copy, { draftKeys: _, ...sheet }: Sheet): Copy => ({
  sheets: [...sheets.filter(({ list }) => list.list !== sheet.list.list), sheet].sort((a, b) =>
    a.list.village.localeCompare(b.list.village, "zh-CN"),
  ),
});

/** A household as it stands now: the office answered a note or a form. */
export const withVisit = ({ sheets }: Copy, now: v.InferOutput<typeof Noted>): Copy => ({
  sheets: sheets.map((sheet) => ({
    ...sheet,
    visits: sheet.visits.map((visit) => (visit.visit === now.visit ? { ...visit, ...now } : visit)),
  })),
});

export function found({ sheets }: Copy, visit: string, member?: string) {
  for (const sheet of sheets)
    for (const one of sheet.visits)
      if (one.visit === visit) {
        const people = one.people.find((each) => each.member === member);
        return { sheet, visit: one, person: people };
      }
  return undefined;
}

/** The assignment ends with the day that is named; the copy then closes. A figure of the office's own, not of this device. */
export const isOver = (until: string | undefined, today: string): boolean => until !== undefined && until < today;
