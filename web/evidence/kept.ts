// What was chosen and has not arrived yet: sealed on this device like a draft (web/drafts/seal.ts), until it has arrived. A photo
// that was taken in the page is nowhere else. The small picture of what has arrived stays in the tab; signing out takes it away.
import * as v from "valibot";
import { isOver } from "../drafts/record.ts";
import { type Key, keyFrom, type Row } from "../drafts/seal.ts";
import { shelfNamed } from "../drafts/shelf.ts";
import type { Prepared } from "./picture.ts";
import { dataUrlOf } from "./picture.ts";

const Unsent = v.object({ id: v.string(), draft: v.string(), purpose: v.string(), content: v.string() });
type Question = { draft: string; purpose: string };
export type KeptPieces = ReturnType<typeof openKept>;
const shelf = shelfNamed("pictures");
const thumbnailName = (id: string) => `thumbnail:${id}`;

/** `keys`: this person's (web/drafts.ts). Without any nothing is kept but in the page. */
export function openKept({ draft, purpose }: Question, texts: readonly string[]) {
  const opening = Promise.all(texts.map(keyFrom));
  const named = async (id: string, [key]: Key[]) => key && { key, name: await key.digest(id) };

  return {
    async keep(id: string, { blob, thumbnail }: Prepared): Promise<void> {
      if (thumbnail) attempt(() => sessionStorage.setItem(thumbnailName(id), thumbnail));
      const found = await named(id, await opening);
      if (!found) return;
      const content = JSON.stringify({ id, draft, purpose, content: await dataUrlOf(blob) });
      await shelf.put(await found.key.seal(found.name, Date.now(), content), await shelf.rowNamed(found.name));
    },
    async drop(id: string): Promise<void> {
      const found = await named(id, await opening);
      if (found) await shelf.remove(found.name);
    },
    /** Those of this question that have not arrived. What is too old goes, whoever it belongs to. */
    async unsent(): Promise<{ id: string; prepared: Prepared }[]> {
      const keys = await opening;
      const pieces = (await shelf.allRows()).map(async (row) => {
        const isOld = isOver(row.at, Date.now());
        if (isOld) await shelf.remove(row.name);
        const piece = isOld ? undefined : await read(row, keys);
        if (!piece || piece.draft !== draft || piece.purpose !== purpose) return undefined;
        const thumbnail = thumbnailOf(piece.id);
        return { id: piece.id, prepared: { blob: blobOf(piece.content), ...(thumbnail && { thumbnail }) } };
      });
      return (await Promise.all(pieces)).flatMap((piece) => (piece ? [piece] : []));
    },
  };
}

async function read(row: Row, keys: Key[]) {
  for (const key of keys) {
    const text = await key.open(row).catch(() => undefined);
    if (text !== undefined) return v.parse(Unsent, JSON.parse(text));
  }
  return undefined; // somebody else's
}

/** A draft is deleted: what was chosen for it goes too. */
export async function dropUnsentOf(draft: string, texts: readonly string[]): Promise<void> {
  const keys = await Promise.all(texts.map(keyFrom));
  for (const row of await shelf.allRows()) if ((await read(row, keys))?.draft === draft) await shelf.remove(row.name);
}

export const thumbnailOf = (id: string): string | undefined =>
  attempt(() => sessionStorage.getItem(thumbnailName(id))) ?? undefined;

function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined; // full or forbidden: the page itself still holds it
  }
}

function blobOf(dataUrl: string): Blob {
  const [, type = "", content = ""] = /^data:([^;]+);base64,(.*)$/.exec(dataUrl) ?? [];
  return new Blob([Uint8Array.from(atob(content), (character) => character.charCodeAt(0))], { type });
}
