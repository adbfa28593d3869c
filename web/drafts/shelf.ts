// Where sealed drafts lie: in IndexedDB, or in the page around.
import { answered, isSame, putInPlaceOf, tellOtherTabs, within } from "../indexed.ts";
import type { Row } from "./seal.ts";

type Name = "drafts" | "pictures";
declare global {
  interface Window {
    /** Where an agent acts for somebody, what is typed lies in the page around, and is gone with it: nothing stays on their machine. */
    actingShelf?: Record<Name, Map<string, Row>>;
  }
}
const inTab = (name: Name) => globalThis.top?.actingShelf?.[name];
const at = (name: Name) => ({ database: name, stores: [name], patienceMs: 3000 });

export type Shelf = ReturnType<typeof shelfNamed>;

export const shelfNamed = (shelfName: Name) => ({
  rowNamed: async (name: string) =>
    inTab(shelfName)
      ? inTab(shelfName)!.get(name)
      : within<Name, Row>(at(shelfName), shelfName, "readonly", (rows, answer) => answered(rows.get(name), answer)),
  allRows: async () =>
    inTab(shelfName)
      ? [...inTab(shelfName)!.values()]
      : ((await within<Name, Row[]>(at(shelfName), shelfName, "readonly", (rows, answer) => answered(rows.getAll(), answer))) ??
        []),
  /** In the place of `before` only: false where another tab was quicker. */
  async put(row: Row, before: Row | undefined): Promise<boolean> {
    const tab = inTab(shelfName);
    if (tab) {
      const isFree = isSame(tab.get(row.name), before);
      if (isFree) tab.set(row.name, row);
      return isFree;
    }
    const done = await within(at(shelfName), shelfName, "readwrite", putInPlaceOf(row, before));
    if (done) tellOtherTabs("drafts");
    return done === true;
  },
  async remove(name: string): Promise<void> {
    const tab = inTab(shelfName);
    if (tab) return void tab.delete(name);
    await within(at(shelfName), shelfName, "readwrite", (rows) => rows.delete(name));
    tellOtherTabs("drafts");
  },
});
