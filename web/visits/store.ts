// One visitor's list and forms on this tablet. What another key sealed belongs to a colleague: it can be counted and nothing else.
import * as v from "valibot";
import { type Key, keyFrom } from "../drafts/seal.ts";
import { Item, inOrder, isOnTabletOnly, mayBeDropped } from "./item.ts";
import type { Held } from "./seal.ts";
import type { Sealed, Shelf } from "./shelf.ts";

const LIST = "list";
export type Store = Awaited<ReturnType<typeof openStore>>;

/** How many forms of colleagues lie here without a receipt. `owner`: who is asking, if anybody is known. */
export const ofColleagues = async (shelf: Shelf, owner: string | undefined): Promise<number> =>
  (await shelf.all()).filter((row) => row.waits && row.owner !== owner).length;

/** `keys`: the one in use first; the others open what was sealed before the office changed its secret. */
export async function openStore({ staffId, keys: texts }: Held, shelf: Shelf, now: () => number = Date.now) {
  const keys = await Promise.all(texts.map(keyFrom));
  const [inUse] = keys;
  if (!inUse) throw new Error("no key");

  async function opened<Of>(row: Sealed | undefined, schema: v.GenericSchema<unknown, Of>): Promise<Of | undefined> {
    for (const key of row ? keys : []) {
      const text = await key.open(row!).catch(() => undefined);
      const read = text === undefined ? undefined : v.safeParse(schema, JSON.parse(text));
      if (read?.success) return read.output;
    }
    return undefined;
  }
  const nameOf = (key: Key, what: string) => key.digest(`${staffId}|${what}`);

  async function look<Of>(what: string, schema: v.GenericSchema<unknown, Of>) {
    for (const [nth, key] of keys.entries()) {
      const row = await shelf.row(await nameOf(key, what));
      const value = await opened(row, schema);
      if (row && (value !== undefined || nth === 0)) return { row, value };
    }
    return { row: undefined, value: undefined };
  }

  /** `change`: from what is there to what shall be there; nothing is written where it answers what it was given. */
  async function write<Of>(
    what: string,
    kind: Sealed["kind"],
    schema: v.GenericSchema<unknown, Of>,
    change: (there: Of | undefined) => Of | undefined,
    waits: (wanted: Of) => boolean = () => false,
  ): Promise<Of | undefined> {
    for (;;) {
      const { row: there, value } = await look(what, schema);
      const wanted = change(value);
      if (wanted === undefined || wanted === value) return value;
      const name = await nameOf(inUse!, what);
      const row = { ...(await inUse!.seal(name, now(), JSON.stringify(wanted))), owner: staffId, kind, waits: waits(wanted) };
      if (!(await shelf.put(row, there?.name === name ? there : undefined))) continue;
      if (there && there.name !== name) await shelf.remove(there.name);
      return wanted;
    }
  }

  return {
    staffId,
    list: async <Of>(schema: v.GenericSchema<unknown, Of>): Promise<{ at: number; value: Of } | undefined> => {
      const { row, value } = await look(LIST, schema);
      return row && value !== undefined ? { at: row.at, value } : undefined;
    },
    keepList: async (list: unknown): Promise<void> => {
      await write(LIST, "list", v.unknown(), () => list);
    },
    dropList: async (): Promise<void> => {
      for (const key of keys) await shelf.remove(await nameOf(key, LIST));
    },
    item: async (key: string): Promise<Item | undefined> => (await look(key, Item)).value,
    change: (key: string, change: (there: Item | undefined) => Item | undefined) =>
      write(key, "item", Item, change, (wanted) => !mayBeDropped(wanted)),
    /** In the order in which they were opened. */
    async items(): Promise<Item[]> {
      const rows = (await shelf.all()).filter((row) => row.kind === "item" && row.owner === staffId);
      const read = await Promise.all(rows.map((row) => opened(row, Item)));
      return inOrder(read.filter((item): item is Item => item !== undefined));
    },
    /** Its author wants it no longer. What has left may have arrived: it stays. */
    async discard(key: string): Promise<boolean> {
      const { row, value } = await look(key, Item);
      if (!row || !value || !isOnTabletOnly(value)) return false;
      await shelf.remove(row.name);
      return true;
    },
    /** Refused for everything that has no receipt. */
    async drop(key: string): Promise<boolean> {
      const { row, value } = await look(key, Item);
      if (!row || !value || !mayBeDropped(value)) return false;
      await shelf.remove(row.name);
      return true;
    },
  };
}
