// Household visits, in the table `desk`: every key of them is built here.
//
//   item      pk                    sk                     index `due` (sparse)            lives
//   visitList VISITLIST#<list>      LIST                   –                               for ever
//   visit     VISITLIST#<list>      VISIT#<nth>            REGION#<division> · <due date>  for ever; in the index while it waits to be checked
//   visitNote VISITLIST#<list>      NOTE#<nth>#<id>        –                               for ever: what was done, under the device's own key
//   visitCopy VISITLIST#<list>      COPY#<hash of token>   –                               for ever: who opened the list, and is the author of what comes of it
//   openVisit HOUSEHOLD#<id>        VISIT                  –                               while a household is in an open list
//   givenTo   VISITOR#<staffId>     LIST#<given at>#<list> –                               for ever: whose list
//   givenIn   VISITS#<region>       LIST#<given at>#<list> –                               for ever: of a county, its city, its province, the country
//
//   We ask for: a list with its visits, one Query · a visit and its notes · a visitor's lists, a region's lists
import * as v from "valibot";
import { HouseholdId, VillageName } from "../../shared/households/ids.ts";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { AttemptKey, DivisionCode, PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { Counted } from "../../shared/limits/counted.ts";
import { Household, Relation } from "../../shared/registration.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import { Why } from "../../shared/visits/contract.ts";
import { VisitEvent } from "../../shared/visits/events.ts";
import { listOf, MemberRef, VisitId, VisitListId } from "../../shared/visits/ids.ts";
import { VisitState } from "../../shared/visits/states.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import { recountShard } from "../due-shards.ts";
import type { Item } from "../register/table.ts";

export const Somebody = v.object({ staffId: StaffId, name: v.string(), workNumber: v.string(), agency: v.string() });
export type Somebody = v.InferOutput<typeof Somebody>;

export const StoredList = v.object({
  list: VisitListId,
  division: DivisionCode,
  village: VillageName,
  visitor: Somebody,
  givenBy: Somebody,
  givenAt: Instant,
  until: v.optional(PlainDate),
  households: v.number(),
  withdrawn: v.optional(v.object({ at: Instant, by: Somebody, reason: v.string() })),
});
export type StoredList = v.InferOutput<typeof StoredList>;

export const StoredMember = v.object({ member: MemberRef, personId: PersonId, relation: Relation, why: v.array(Why) });
export type StoredMember = v.InferOutput<typeof StoredMember>;

/** `version`: of two who note at once, one looks again. */
export const StoredVisit = v.object({
  visit: VisitId,
  division: DivisionCode,
  village: VillageName,
  household: HouseholdId,
  home: Household,
  members: v.array(StoredMember),
  state: VisitState,
  version: v.number(),
  dueAt: v.optional(PlainDate),
  provisional: v.optional(v.literal(true)),
  counted: v.optional(Counted),
});
export type StoredVisit = v.InferOutput<typeof StoredVisit>;

const Done = v.union([
  VisitEvent,
  v.object({
    event: v.literal("form"),
    at: Instant,
    member: MemberRef,
    outcome: v.picklist(["completed", "declined-sign"]),
  }),
  v.object({ event: v.picklist(["checked", "confirmed"]), at: Instant, note: v.optional(v.string()) }),
  v.object({ event: v.literal("returned"), at: Instant, reason: v.string(), again: v.optional(v.array(MemberRef)) }),
]);

/** `late`: it came when there was nothing left to do; it is kept, and changes nothing. */
export const StoredNote = v.object({
  visit: VisitId,
  id: AttemptKey,
  fingerprint: v.string(),
  round: v.number(),
  late: v.optional(v.literal(true)),
  arrivedAt: Instant,
  by: Somebody,
  broughtBy: v.optional(Somebody),
  receipt: v.optional(Receipt),
  done: Done,
});
export type StoredNote = v.InferOutput<typeof StoredNote>;

export const StoredCopy = v.object({ by: Somebody, at: Instant, offline: v.boolean() });
export type StoredCopy = v.InferOutput<typeof StoredCopy>;

const inList = (list: VisitListId, sk: string): Item => toAttributes({ pk: `VISITLIST#${list}`, sk });
const nthOf = (visit: VisitId) => visit.slice(-3);

export const keyOf = {
  visitList: (list: VisitListId) => inList(list, "LIST"),
  visit: (visit: VisitId) => inList(listOf(visit), `VISIT#${nthOf(visit)}`),
  visitNote: (visit: VisitId, id: string) => inList(listOf(visit), `NOTE#${nthOf(visit)}#${id}`),
  visitCopy: (list: VisitListId, tokenHash: string) => inList(list, `COPY#${tokenHash}`),
  openVisit: (household: HouseholdId) => toAttributes({ pk: `HOUSEHOLD#${household}`, sk: "VISIT" }),
  givenTo: (visitor: StaffId, { givenAt, list }: Pick<StoredList, "givenAt" | "list">) =>
    toAttributes({ pk: `VISITOR#${visitor}`, sk: `LIST#${givenAt}#${list}` }),
  givenIn: (region: string, { givenAt, list }: Pick<StoredList, "givenAt" | "list">) =>
    toAttributes({ pk: `VISITS#${region}`, sk: `LIST#${givenAt}#${list}` }),
};

export const itemOf = {
  visitList: (body: StoredList): Item => ({ ...keyOf.visitList(body.list), ...toAttributes(body) }),
  visit: (body: StoredVisit): Item => ({
    ...keyOf.visit(body.visit),
    ...toAttributes({
      ...body,
      ...(body.dueAt &&
        body.state === "visited" && {
          dueRegion: `REGION#${body.division}`,
          ...(body.provisional && { recountShard: recountShard(body.household) }),
        }),
    }),
  }),
  visitNote: (body: StoredNote): Item => ({ ...keyOf.visitNote(body.visit, body.id), ...toAttributes(body) }),
  visitCopy: (list: VisitListId, tokenHash: string, body: StoredCopy): Item => ({
    ...keyOf.visitCopy(list, tokenHash),
    ...toAttributes(body),
  }),
  openVisit: (household: HouseholdId, visit: VisitId): Item => ({ ...keyOf.openVisit(household), ...toAttributes({ visit }) }),
  givenTo: (body: StoredList): Item => ({ ...keyOf.givenTo(body.visitor.staffId, body), ...toAttributes({ list: body.list }) }),
  givenIn: (region: string, body: StoredList): Item => ({ ...keyOf.givenIn(region, body), ...toAttributes({ list: body.list }) }),
};

export const read = {
  visitList: (item: Item): StoredList => v.parse(StoredList, fromAttributes(item)),
  visit: (item: Item): StoredVisit => v.parse(StoredVisit, fromAttributes(item)),
  visitNote: (item: Item): StoredNote => v.parse(StoredNote, fromAttributes(item)),
  visitCopy: (item: Item): StoredCopy => v.parse(StoredCopy, fromAttributes(item)),
  given: (item: Item): VisitListId => v.parse(VisitListId, fromAttributes(item)["list"]),
};

/** The index of what is due holds tasks, work and these. */
export const isVisit = (item: Item): boolean => item["pk"]?.S?.startsWith("VISITLIST#") ?? false;
