// IndexedDB, which a browser that is killed has already written down (localStorage is written a minute later). Other tabs are told
// through localStorage, which holds nothing but that something changed.

export type Indexed<Store extends string> = { database: string; stores: readonly Store[]; patienceMs: number };

/** `answer` gives the value that comes back once everything is written. Fails where the browser does, and when it does not answer. */
export const within = <Store extends string, Value>(
  { database, stores, patienceMs }: Indexed<Store>,
  store: Store,
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore, answer: (value: Value) => void) => void,
): Promise<Value | undefined> =>
  new Promise((done, fail) => {
    setTimeout(fail, patienceMs); // Safari 14 sometimes never answers
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => {
      for (const name of stores) asked.result.createObjectStore(name, { keyPath: "name" });
    };
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      let value: Value | undefined;
      const transaction = asked.result.transaction(store, mode);
      transaction.oncomplete = () => {
        asked.result.close();
        done(value);
      };
      transaction.onabort = () => fail(transaction.error);
      act(transaction.objectStore(store), (given) => {
        value = given;
      });
    };
  });

export const answered = (request: IDBRequest, answer: (value: never) => void): void => {
  request.onsuccess = () => answer(request.result as never);
};

/** Sealed anew at each writing: the same `iv` is the same writing. */
type SealedRow = { name: string; iv: unknown };
export const isSame = (one: SealedRow | undefined, other: SealedRow | undefined): boolean =>
  String(one?.iv) === String(other?.iv);

/** In the place of `before` only: false where another tab was quicker. */
export const putInPlaceOf =
  (row: SealedRow, before: SealedRow | undefined) =>
  (rows: IDBObjectStore, answer: (isFree: boolean) => void): void =>
    answered(rows.get(row.name), (there: SealedRow | undefined) => {
      const isFree = isSame(there, before);
      if (isFree) rows.put(row);
      answer(isFree);
    });

export function tellOtherTabs(name: string): void {
  try {
    localStorage.setItem(name, String(Math.random()));
  } catch {
    // They see it when they look.
  }
}
