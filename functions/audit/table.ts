// What `audit` and `seal` put into the table of looks, beside the rows themselves. They may put and query there, as everybody else.
//
//   item     pk                        sk                     means
//   link     LOG#<person>              LINK#<number, 8 digits> one row in the person's chain
//   linked   LOG#<person>              ROW#<sk of the row>     that row is in the chain: it never gets there twice
//   proof    LOG#<person>              PROOF#<day>             from the last link of that day to the root of that day
//   head     HEADS#<day>#<0…f>         <person>#<number>       the chain grew that day
//   day      DAYS                      <day>                   some chain grew that day
//   root     ROOTS                     <day>                   what was published of that day
//   byStaff  STAFF#<staff>#<month>     <at>#<look id>          the same look, found by who looked
//   active   ACTIVE#<month>            <staff>                 somebody of the staff looked in that month
//
//   We ask for: the last link of a chain · a chain, page by page · its proofs · all that grew on a day · the last root
//               who of the staff looked in a month, and at what, by time
import * as v from "valibot";
import { Hash, Proof, Root } from "../../shared/access-log/chain.ts";
import { Instant, PlainDate, type PlainMonth } from "../../shared/kernel/calendar.ts";
import { PersonId } from "../../shared/kernel/fields.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import type { Item } from "../register/table.ts";

/** `key`: the sort key of the row. `hash`: the link's own. */
export const LinkItem = v.object({
  number: v.number(),
  day: PlainDate,
  algorithm: v.string(),
  key: v.string(),
  row: Hash,
  hash: Hash,
});
export type LinkItem = v.InferOutput<typeof LinkItem>;

export const HeadItem = v.object({ personId: PersonId, number: v.number(), hash: Hash });
export type HeadItem = v.InferOutput<typeof HeadItem>;

/** A look as it is counted: no more of the person than their id, which no page of the auditor's shows. */
export const ByStaff = v.object({
  personId: PersonId,
  by: StaffId,
  at: Instant,
  lookId: v.string(),
  row: Hash,
  role: v.optional(v.string()),
  agency: v.optional(v.string()),
  workNumber: v.optional(v.string()),
  purpose: v.optional(v.string()),
  reason: v.string(),
  ticket: v.optional(v.string()),
  receipt: v.optional(v.string()),
  fields: v.optional(v.array(v.string())),
});
export type ByStaff = v.InferOutput<typeof ByStaff>;

export const SHARDS = [..."0123456789abcdef"];
const DIGITS = 8;

export const partitionOf = {
  log: (id: PersonId) => `LOG#${id}`,
  heads: (day: PlainDate, shard: string) => `HEADS#${day}#${shard}`,
  days: () => "DAYS",
  roots: () => "ROOTS",
  byStaff: (id: StaffId, month: PlainMonth) => `STAFF#${id}#${month}`,
  active: (month: PlainMonth) => `ACTIVE#${month}`,
};
const shardOf = (id: PersonId) => (id.charCodeAt(0) % SHARDS.length).toString(16);
const key = (pk: string, sk: string): Item => toAttributes({ pk, sk });

export const keyOf = {
  link: (id: PersonId, number: number) => key(partitionOf.log(id), `LINK#${String(number).padStart(DIGITS, "0")}`),
  linked: (id: PersonId, row: string) => key(partitionOf.log(id), `ROW#${row}`),
  proof: (id: PersonId, day: PlainDate) => key(partitionOf.log(id), `PROOF#${day}`),
  head: (day: PlainDate, { personId, number }: Pick<HeadItem, "personId" | "number">) =>
    key(partitionOf.heads(day, shardOf(personId)), `${personId}#${String(number).padStart(DIGITS, "0")}`),
  day: (day: PlainDate) => key(partitionOf.days(), day),
  root: (day: PlainDate) => key(partitionOf.roots(), day),
  byStaff: ({ by, at, lookId }: Pick<ByStaff, "by" | "at" | "lookId">) =>
    key(partitionOf.byStaff(by, monthIn(at)), `${at}#${lookId}`),
  active: (id: StaffId, month: PlainMonth) => key(partitionOf.active(month), id),
};

export const itemOf = {
  link: (id: PersonId, body: LinkItem): Item => ({ ...keyOf.link(id, body.number), ...toAttributes(body) }),
  linked: (id: PersonId, { key: row, number }: LinkItem): Item => ({ ...keyOf.linked(id, row), ...toAttributes({ number }) }),
  proof: (id: PersonId, body: Proof): Item => ({ ...keyOf.proof(id, body.day), ...toAttributes(body) }),
  head: (day: PlainDate, body: HeadItem): Item => ({ ...keyOf.head(day, body), ...toAttributes(body) }),
  root: (body: Root): Item => ({ ...keyOf.root(body.day), ...toAttributes(body) }),
  byStaff: (body: ByStaff): Item => ({ ...keyOf.byStaff(body), ...toAttributes(body) }),
};

export const read = {
  link: (item: Item): LinkItem => v.parse(LinkItem, fromAttributes(item)),
  proof: (item: Item): Proof => v.parse(Proof, fromAttributes(item)),
  head: (item: Item): HeadItem => v.parse(HeadItem, fromAttributes(item)),
  root: (item: Item): Root => v.parse(Root, fromAttributes(item)),
  byStaff: (item: Item): ByStaff => v.parse(ByStaff, fromAttributes(item)),
  day: (item: Item): PlainDate => v.parse(PlainDate, item["sk"]?.S),
  active: (item: Item): StaffId => v.parse(StaffId, item["sk"]?.S),
};

export const monthIn = (at: Instant | PlainDate): PlainMonth => at.slice(0, 7) as PlainMonth;
