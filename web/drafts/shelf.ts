// Where sealed drafts lie: in IndexedDB, which a browser that is killed has already written down (localStorage is written a
// minute later). Other tabs are told through localStorage, which holds nothing but that something changed.
import type { Row } from "./seal.ts";

type Name = "drafts" | "pictures";
declare global {
  interface Window {
    /** Where an agent acts for somebody, what is typed lies in the page around, and is gone with it: nothing stays on their machine. */
    actingShelf?: Record<Name, Map<string, Row>>;
  }
}
const inTab = (name: Name) => globalThis.top?.actingShelf?.[name];
const PATIENCE_MS = 3000; // Safari 14 sometimes never answers

function shelf<Value>(
  name: Name,
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore, answer: (value: Value) => void) => void,
): Promise<Value | undefined> {
  return new Promise((done, fail) => {
    setTimeout(fail, PATIENCE_MS);
    const asked = indexedDB.open(name);
    asked.onupgradeneeded = () => asked.result.createObjectStore(name, { keyPath: "name" });
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      const database = asked.result;
      let value: Value | undefined;
      const transaction = database.transaction(name, mode);
      transaction.oncomplete = () => {
        database.close();
        done(value);
      };
      transaction.onabort = () => fail(transaction.error);
      act(transaction.objectStore(name), (answer) => {
        value = answer;
      });
    };
  });
}

const answered = (request: IDBRequest, answer: (value: never) => void) => {
  request.onsuccess = () => answer(request.result as never);
};

export type Shelf = ReturnType<typeof shelfNamed>;

export const shelfNamed = (shelfName: Name) => ({
  rowNamed: async (name: string) =>
    inTab(shelfName)
      ? inTab(shelfName)!.get(name)
      : shelf<Row>(shelfName, "readonly", (rows, answer) => answered(rows.get(name), answer)),
  allRows: async () =>
    inTab(shelfName)
      ? [...inTab(shelfName)!.values()]
      : ((await shelf<Row[]>(shelfName, "readonly", (rows, answer) => answered(rows.getAll(), answer))) ?? []),
  /** In the place of `before` only: false where another tab was quicker. */
  async put(row: Row, before: Row | undefined): Promise<boolean> {
    const tab = inTab(shelfName);
    if (tab) {
      const isFree = String(tab.get(row.name)?.iv) === String(before?.iv);
      if (isFree) tab.set(row.name, row);
      return isFree;
    }
    const done = await shelf<boolean>(shelfName, "readwrite", (rows, answer) =>
      answered(rows.get(row.name), (there: Row | undefined) => {
        const isFree = String(there?.iv) === String(before?.iv);
        if (isFree) rows.put(row);
        answer(isFree);
      }),
    );
    if (done) tellOtherTabs();
    return done === true;
  },
  async remove(name: string): Promise<void> {
    const tab = inTab(shelfName);
    if (tab) return void tab.delete(name);
    await shelf(shelfName, "readwrite", (rows) => rows.delete(name));
    tellOtherTabs();
  },
});

function tellOtherTabs(): void {
  try {
    localStorage.setItem("drafts", String(Math.random()));
  } catch {
    // They see it when they send.
  }
}
