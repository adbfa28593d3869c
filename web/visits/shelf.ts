// Where it lies on the tablet.
import type { Row } from "../drafts/seal.ts";
import { answered, type Indexed, putInPlaceOf, tellOtherTabs, within } from "../indexed.ts";
import type { Wrapped } from "./seal.ts";

/** `owner`: the random number of a visitor, so that a colleague sees how many `wait`, and that they are not theirs. */
export type Sealed = Row & { owner: string; kind: "list" | "item"; waits: boolean };
export type Road = Wrapped & { name: string };

type Store = "sealed" | "road" | "lease";
const at = { database: "visits", stores: ["sealed", "road", "lease"], patienceMs: 5000 } as const satisfies Indexed<Store>;

export type Shelf = {
  all(): Promise<Sealed[]>;
  row(name: string): Promise<Sealed | undefined>;
  /** In the place of `before` only: false where another tab was quicker. */
  put(row: Sealed, before: Sealed | undefined): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** One for each visitor who uses this tablet. */
  roads(): Promise<Road[]>;
  keepRoad(staffId: string, road: Wrapped | undefined): Promise<void>;
  /** True for one tab at a time, until `ms` have passed; with none it is given back. */
  lease(by: string, now: number, ms: number): Promise<boolean>;
};

export const tabletShelf: Shelf = {
  all: async () =>
    (await within<Store, Sealed[]>(at, "sealed", "readonly", (rows, answer) => answered(rows.getAll(), answer))) ?? [],
  row: (name) => within<Store, Sealed>(at, "sealed", "readonly", (rows, answer) => answered(rows.get(name), answer)),
  async put(row, before) {
    const done = await within(at, "sealed", "readwrite", putInPlaceOf(row, before));
    if (done) tellOtherTabs("visits");
    return done === true;
  },
  async remove(name) {
    await within(at, "sealed", "readwrite", (rows) => rows.delete(name));
    tellOtherTabs("visits");
  },
  roads: async () =>
    (await within<Store, Road[]>(at, "road", "readonly", (rows, answer) => answered(rows.getAll(), answer))) ?? [],
  async keepRoad(staffId, road) {
    await within(at, "road", "readwrite", (rows) => (road ? rows.put({ ...road, name: staffId }) : rows.delete(staffId)));
  },
  async lease(by, now, ms) {
    const mine = await within<Store, boolean>(at, "lease", "readwrite", (rows, answer) =>
      answered(rows.get("send"), (there: { by: string; until: number } | undefined) => {
        const isFree = !there || there.by === by || there.until < now;
        if (isFree && ms > 0) rows.put({ name: "send", by, until: now + ms });
        else if (isFree) rows.delete("send");
        answer(isFree);
      }),
    );
    return mine === true;
  },
};
