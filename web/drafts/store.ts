// One person's unsent forms on this phone.
import * as v from "valibot";
import { dropUnsentOf } from "../evidence/kept.ts";
import { isOver, Kept } from "./record.ts";
import { type Key, keyFrom, type Row } from "./seal.ts";
import { type Shelf, shelfNamed } from "./shelf.ts";

export type Found = { row: Row; kept: Kept };
export type Drafts = Awaited<ReturnType<typeof openDrafts>>;

/** `keys`: this person's, the one in use first (functions/alias.ts). What nobody came back to is swept out on the way. */
export async function openDrafts(
  texts: readonly string[],
  { rowNamed, allRows, put, remove }: Shelf = shelfNamed("drafts"),
  now: () => number = Date.now,
) {
  const keys = await Promise.all(texts.map(keyFrom));
  const [inUse] = keys;
  if (!inUse) throw new Error("no key");
  for (const { name, at } of await allRows()) if (isOver(at, now())) await remove(name);

  /** What cannot be opened was damaged, and is as good as none. */
  async function opened(row: Row | undefined, key: Key): Promise<Found | undefined> {
    const kept = row && (await readWith(key, row).catch(() => undefined));
    return kept && { row, kept };
  }
  /** `there`: what lies under the name that is written to. */
  async function look(form: string): Promise<{ there: Row | undefined; found: Found | undefined }> {
    const rows = await Promise.all(keys.map(async (key) => rowNamed(await key.digest(form))));
    const found = await Promise.all(rows.map((row, nth) => opened(row, keys[nth]!)));
    return { there: rows[0], found: found.find(Boolean) };
  }

  return {
    read: async (form: string) => (await look(form)).found,
    /** `change`: from what is there to what shall be there; nothing is written where it answers what it was given. */
    async write(form: string, change: (stored: Kept | undefined) => Kept): Promise<Kept> {
      for (;;) {
        const { there, found } = await look(form);
        const wanted = change(found?.kept);
        if (wanted === found?.kept) return wanted;
        const row = await inUse.seal(await inUse.digest(form), now(), JSON.stringify(wanted));
        if (!(await put(row, there))) continue;
        if (found && found.row.name !== row.name) await remove(found.row.name);
        return wanted;
      }
    },
    async drop(form: string): Promise<void> {
      const { found } = await look(form);
      if (found) await dropUnsentOf(found.kept.draft, texts).catch(() => {}); // they are swept out later
      for (const key of keys) await remove(await key.digest(form));
    },
    /** All that is this person's, newest first: what another key sealed is somebody else's. */
    async all(): Promise<Found[]> {
      const rows = await allRows();
      const found = await Promise.all(rows.flatMap((row) => keys.map((key) => opened(row, key))));
      return found.filter((one): one is Found => one !== undefined).sort((a, b) => b.row.at - a.row.at);
    },
  };
}

const readWith = async (key: Key, row: Row): Promise<Kept> => v.parse(Kept, JSON.parse(await key.open(row)));
