// Where sealed drafts lie: in IndexedDB, which a browser that is killed has already written down (localStorage is written a
// minute later). Other tabs are told through localStorage, which holds nothing but that something changed.
import type { Row } from "./seal.ts";

const NAME = "drafts";
const PATIENCE_MS = 3000; // Safari 14 sometimes never answers

function shelf<Value>(
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore, answer: (value: Value) => void) => void,
): Promise<Value | undefined> {
  return new Promise((done, fail) => {
    setTimeout(fail, PATIENCE_MS);
    const asked = indexedDB.open(NAME);
    asked.onupgradeneeded = () => asked.result.createObjectStore(NAME, { keyPath: "name" });
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      const database = asked.result;
      let value: Value | undefined;
      const transaction = database.transaction(NAME, mode);
      transaction.oncomplete = () => {
        database.close();
        done(value);
      };
      transaction.onabort = () => fail(transaction.error);
      act(transaction.objectStore(NAME), (answer) => {
        value = answer;
      });
    };
  });
}

const answered = (request: IDBRequest, answer: (value: never) => void) => {
  request.onsuccess = () => answer(request.result as never);
};

const rowNamed = (name: string) => shelf<Row>("readonly", (rows, answer) => answered(rows.get(name), answer));
const allRows = async () => (await shelf<Row[]>("readonly", (rows, answer) => answered(rows.getAll(), answer))) ?? [];

/** In the place of `before` only: false where another tab was quicker. */
async function put(row: Row, before: Row | undefined): Promise<boolean> {
  const done = await shelf<boolean>("readwrite", (rows, answer) =>
    answered(rows.get(row.name), (there: Row | undefined) => {
      const isFree = String(there?.iv) === String(before?.iv);
      if (isFree) rows.put(row);
      answer(isFree);
    }),
  );
  if (done) tellOtherTabs();
  return done === true;
}

async function remove(name: string): Promise<void> {
  await shelf("readwrite", (rows) => rows.delete(name));
  tellOtherTabs();
}

function tellOtherTabs(): void {
  try {
    localStorage.setItem(NAME, String(Math.random()));
  } catch {
    // They see it when they send.
  }
}

export const shelfOfPhone = { rowNamed, allRows, put, remove };
export type Shelf = typeof shelfOfPhone;
