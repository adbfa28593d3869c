// What falls due, and what has to be counted again, is found by a sparse index and never by a scan. One partition for all of a
// country would be a hot one: sixteen of each kind, and a person's things share one.
import type { PersonId } from "../shared/kernel/fields.ts";

/**
 * `reminder`: what somebody is to be told. `deadline`: what an agency has to do by then. `expiry`: what ends by then. `purge`: what has
 * ended, and may be kept no longer than that (shared/privacy/keeps.ts).
 */
export type DueKind = "reminder" | "deadline" | "expiry" | "purge";

const SHARDS = [..."0123456789abcdef"];
const shardOf = (id: string) => (id.charCodeAt(0) % SHARDS.length).toString(16);

/** `dueShard` of an item that has a `dueAt`, for the index `due` of casework. */
export const dueShard = (kind: DueKind, personId: PersonId): string => `${kind.toUpperCase()}#${shardOf(personId)}`;
export const dueShards = (kind: DueKind): string[] => SHARDS.map((shard) => `${kind.toUpperCase()}#${shard}`);

/**
 * `recountShard` of an item whose `dueAt` is provisional, for the index `recount` of casework and desk. By the end of an id, of a
 * person or of a ticket: numbers of tickets all begin alike.
 */
export const recountShard = (id: string): string => `RECOUNT#${shardOf(id.slice(-1))}`;
export const recountShards: readonly string[] = SHARDS.map((shard) => `RECOUNT#${shard}`);
