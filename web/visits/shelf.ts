// Where it lies: IndexedDB, which a browser that is killed has already written down. Other tabs are told through localStorage,
// which holds nothing but that something changed.
import type { Row } from "../drafts/seal.ts";
import type { Wrapped } from "./seal.ts";

/** `owner`: the random number of a visitor, so that a colleague sees how many `wait`, and that they are not theirs. */
export type Sealed = Row & { owner: string; kind: "list" | "item"; waits: boolean };
export type Road = Wrapped & { name: string };
type Store = "sealed" | "road" | "lease";

const PATIENCE_MS = 5000; // Safari 14 sometimes never answers

function within<Value>(
  store: Store,
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore, answer: (value: Value) => void) => void,
): Promise<Value | undefined> {
  return new Promise((done, fail) => {
    setTimeout(fail, PATIENCE_MS);
    const asked = indexedDB.open("visits", 1);
    asked.onupgradeneeded = () => {
      for (const name of ["sealed", "road", "lease"]) asked.result.createObjectStore(name, { keyPath: "name" });
    };
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      const database = asked.result;
      let value: Value | undefined;
      const transaction = database.transaction(store, mode);
      transaction.oncomplete = () => {
        database.close();
        done(value);
      };
      transaction.onabort = () => fail(transaction.error);
      act(transaction.objectStore(store), (answer) => {
        value = answer;
      });
    };
  });
}

const answered = (request: IDBRequest, answer: (value: never) => void) => {
  request.onsuccess = () => answer(request.result as never);
};

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
  all: async () => (await within<Sealed[]>("sealed", "readonly", (rows, answer) => answered(rows.getAll(), answer))) ?? [],
  row: (name) => within<Sealed>("sealed", "readonly", (rows, answer) => answered(rows.get(name), answer)),
  async put(row, before) {
    const done = await within<boolean>("sealed", "readwrite", (rows, answer) =>
      answered(rows.get(row.name), (there: Sealed | undefined) => {
        const isFree = String(there?.iv) === String(before?.iv);
        if (isFree) rows.put(row);
        answer(isFree);
      }),
    );
    if (done) ring();
    return done === true;
  },
  async remove(name) {
    await within("sealed", "readwrite", (rows) => rows.delete(name));
    ring();
  },
  roads: async () => (await within<Road[]>("road", "readonly", (rows, answer) => answered(rows.getAll(), answer))) ?? [],
  async keepRoad(staffId, road) {
    await within("road", "readwrite", (rows) => (road ? rows.put({ ...road, name: staffId }) : rows.delete(staffId)));
  },
  async lease(by, now, ms) {
    const mine = await within<boolean>("lease", "readwrite", (rows, answer) =>
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

function ring(): void {
  try {
    localStorage.setItem("visits", String(Math.random()));
  } catch {
    // They see it when they look.
  }
}
