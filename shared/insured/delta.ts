// What travels on deltas.fifo: where an agency's rows about one person lie. Keys, never content. The group is the person.
import * as v from "valibot";
import { EventId, PersonId, Receipt } from "../kernel/fields.ts";

/** One handing in of one file: 128 bits of a digest of its content and of where it was put. */
export const FeedId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand("FeedId"));
export type FeedId = v.InferOutput<typeof FeedId>;

/** Counted from 1 over the whole file; `rows` are those of one person within one chunk, in the order of the file. */
const RowNumber = v.pipe(v.number(), v.integer(), v.minValue(1));

export const Delta = v.strictObject({
  feed: FeedId,
  chunk: v.pipe(v.number(), v.integer(), v.minValue(0)),
  rows: v.pipe(v.array(RowNumber), v.minLength(1)),
  /** Who is meant, or for someone unknown the id that the sender proposes: the worker's write of the alias decides. */
  personId: PersonId,
  known: v.boolean(),
  receipt: Receipt,
  eventId: EventId,
});
export type Delta = v.InferOutput<typeof Delta>;

/** Rows of a file of states about one transfer: keys, never content. `transfer`: the receipt of its application. */
export const TransferDelta = v.strictObject({ ...v.omit(Delta, ["known"]).entries, transfer: Receipt });
export type TransferDelta = v.InferOutput<typeof TransferDelta>;
