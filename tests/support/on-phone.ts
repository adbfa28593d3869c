import type { Page } from "playwright-core";
import * as v from "valibot";
import { expect } from "vitest";
import { Kept, textsOf } from "../../web/drafts/record.ts";
import { keyFrom } from "../../web/drafts/seal.ts";

type Lying = { keys: string[]; rows: { name: string; iv: number[]; sealed: number[] }[] };

/** Everything that is kept sealed on the phone, and the keys of who is signed in. */
const lyingOn = (page: Page): Promise<Lying> =>
  page.evaluate(async () => {
    const keysFrom = async (path: string) => (await (await fetch(path)).json()).draftKeys;
    const keys = (await keysFrom("/api/sessions/current")) ?? (await keysFrom("/api/check")) ?? []; // of somebody new, or of who is known
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === "drafts")) return { keys, rows: [] }; // to open it would make it
    const rows = await new Promise<{ name: string; iv: Uint8Array; sealed: ArrayBuffer }[]>((done) => {
      const asked = indexedDB.open("drafts");
      asked.onsuccess = () => {
        const all = asked.result.transaction("drafts").objectStore("drafts").getAll();
        all.onsuccess = () => done(all.result);
        asked.result.close();
      };
    });
    return {
      keys,
      rows: rows.map(({ name, iv, sealed }) => ({ name, iv: Array.from(iv), sealed: Array.from(new Uint8Array(sealed)) })),
    };
  });

/** What stands in the fields of their only unsent form, as it lies there. */
async function fieldsOn(page: Page): Promise<Record<string, string>> {
  const { keys, rows } = await lyingOn(page);
  const [key] = await Promise.all(keys.map(keyFrom));
  const [row] = rows;
  if (!key || !row) return {};
  const opened = await key.open({ ...row, at: 0, iv: Uint8Array.from(row.iv), sealed: Uint8Array.from(row.sealed).buffer });
  return textsOf(v.parse(Kept, JSON.parse(opened)).fields);
}

/** Goes on once this lies on the phone: sealing takes a moment longer than a finger. */
export const keptOnPhone = (page: Page, fields: Readonly<Record<string, string>>): Promise<void> =>
  expect.poll(() => fieldsOn(page)).toMatchObject(fields);
