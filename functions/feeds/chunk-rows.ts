import { type LocateAddress, loadAddresses } from "../../shared/insured/addresses.ts";
import type { Delta } from "../../shared/insured/delta.ts";
import type { InsuredRow } from "../../shared/insured/row.ts";
import { Fault } from "../log.ts";
import type { Feeds } from "./bucket.ts";
import type { Chunk } from "./chunk.ts";
import { rowsOf } from "./row-of.ts";

export type NumberedRow = { row: number; insured: InsuredRow };

const CHUNKS_REMEMBERED = 16; // the rows of a chunk come one person after the other; some megabytes

/** Reads the rows a delta names, by the same rules as those by which they were taken. */
export type RowsNamed = Pick<Delta, "feed" | "chunk" | "rows">;

export function openChunks(feeds: Feeds) {
  const remembered = new Map<string, Promise<Chunk>>();
  let addresses: Promise<LocateAddress> | undefined;

  function chunkOf({ feed, chunk }: RowsNamed): Promise<Chunk> {
    const name = `${feed}#${chunk}`;
    const known = remembered.get(name) ?? feeds.chunk(feed, chunk);
    remembered.delete(name); // and to the end of the line
    remembered.set(name, known);
    known.catch(() => remembered.delete(name));
    for (const oldest of remembered.keys()) if (remembered.size > CHUNKS_REMEMBERED) remembered.delete(oldest);
    return known;
  }

  return async function rowsAbout(
    delta: RowsNamed,
  ): Promise<{ rows: NumberedRow[]; file: string; receivedAt: Chunk["receivedAt"] }> {
    addresses ??= loadAddresses();
    const chunk = await chunkOf(delta);
    const read = rowsOf(chunk, { locate: await addresses });
    const first = chunk.rows[0]?.row ?? 0;
    const rows = delta.rows.map((row): NumberedRow => {
      const written = chunk.rows[row - first];
      const result = written && read(written);
      if (!result?.ok) throw new Fault("feed.row-not-taken");
      return { row, insured: result.value };
    });
    return { rows, file: chunk.file, receivedAt: chunk.receivedAt };
  };
}
