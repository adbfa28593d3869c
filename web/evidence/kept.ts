// What was chosen and has not arrived, and the small picture of what has: kept on this device while the tab is open, so that a
// reload or signing in again loses nothing. Signing out takes it away (web/signed-in.ts).
import type { Prepared } from "./picture.ts";
import { dataUrlOf } from "./picture.ts";

type Question = { draft: string; purpose: string };
const unsentName = ({ draft, purpose }: Question, id: string) => `unsent:${draft}:${purpose}:${id}`;
const thumbnailName = (id: string) => `thumbnail:${id}`;

function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined; // full or forbidden: the page itself still holds it
  }
}

export async function keepUnsent(question: Question, id: string, { blob, thumbnail }: Prepared): Promise<void> {
  const content = await dataUrlOf(blob);
  attempt(() => sessionStorage.setItem(unsentName(question, id), content));
  if (thumbnail) attempt(() => sessionStorage.setItem(thumbnailName(id), thumbnail));
}

export const dropUnsent = (question: Question, id: string): void => {
  attempt(() => sessionStorage.removeItem(unsentName(question, id)));
};

export const thumbnailOf = (id: string): string | undefined =>
  attempt(() => sessionStorage.getItem(thumbnailName(id))) ?? undefined;

/** Those that have not arrived, by id. */
export function unsentOf(question: Question): { id: string; prepared: Prepared }[] {
  const prefix = unsentName(question, "");
  const names = attempt(() => Object.keys(sessionStorage).filter((name) => name.startsWith(prefix))) ?? [];
  return names.flatMap((name) => {
    const id = name.slice(prefix.length);
    const blob = attempt(() => blobOf(sessionStorage.getItem(name) ?? ""));
    const thumbnail = thumbnailOf(id);
    return blob ? [{ id, prepared: { blob, ...(thumbnail && { thumbnail }) } }] : [];
  });
}

function blobOf(dataUrl: string): Blob {
  const [, type = "", content = ""] = /^data:([^;]+);base64,(.*)$/.exec(dataUrl) ?? [];
  return new Blob([Uint8Array.from(atob(content), (character) => character.charCodeAt(0))], { type });
}
