import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Everything that is kept sealed on the phone, as text that is another one after every write. */
const sealedOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === "drafts")) return ""; // to open it would make it
    const rows = await new Promise<{ name: string; sealed: ArrayBuffer }[]>((done) => {
      const asked = indexedDB.open("drafts");
      asked.onsuccess = () => {
        const all = asked.result.transaction("drafts").objectStore("drafts").getAll();
        all.onsuccess = () => done(all.result);
        asked.result.close();
      };
    });
    return rows.map(({ name, sealed }) => name + new Uint8Array(sealed).join(" ")).join("\n");
  });

/** Does something, and goes on once that lies on the phone: sealing takes a moment longer than a finger. */
export async function keptOnPhone(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await sealedOn(page);
  await act();
  await expect.poll(() => sealedOn(page)).not.toBe(before);
}
