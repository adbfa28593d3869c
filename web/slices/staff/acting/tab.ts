// What is typed for a caller stays in the memory of this tab and goes with it. Drafts of residents' pages lie in the page around them
// (web/drafts/shelf.ts); what those pages leave in the tab's own store is taken away, and what was there before comes back.

const stored = (): [string, string][] => {
  try {
    return Object.keys(sessionStorage).map((key) => [key, sessionStorage.getItem(key) ?? ""]);
  } catch {
    return [];
  }
};

function store(items: readonly (readonly [string, string])[]): void {
  try {
    sessionStorage.clear();
    for (const [key, value] of items) sessionStorage.setItem(key, value);
  } catch {
    // Nothing can be kept there, so nothing has to go.
  }
}

export async function stayInTab(): Promise<void> {
  window.actingShelf = { drafts: new Map(), pictures: new Map() };
  const before = stored();
  store([]);
  addEventListener("pagehide", () => store(before));
  await draftsAreLookedFor();
}

/** The pages ask whether anything was ever kept before they look for it: an empty place says that they may. */
const draftsAreLookedFor = (): Promise<void> =>
  new Promise((done) => {
    const asked = indexedDB.open("drafts");
    asked.onupgradeneeded = () => asked.result.createObjectStore("drafts", { keyPath: "name" });
    asked.onerror = () => done();
    asked.onsuccess = () => {
      asked.result.close();
      done();
    };
  });
