// Unsent work stays on this phone until there is a receipt: sealed for one person, for one version of one form, and in step with
// other tabs. What keeps it (web/drafts/) is a file of its own that is fetched at the first touch, or at once where something is
// kept: who only looks does not pay for it (docs/decisions/2026-11-22-drafts.md).
import { newUuid } from "./attempt.ts";
import { byId } from "./dom.ts";
import type { About, Keeper, Page } from "./drafts/keeper.ts";

/** What was typed, by name. */
export type Typed = Readonly<Record<string, string>>;
export type Draft = Awaited<ReturnType<typeof openDraft>>;

type Later = typeof import("./slices/drafts/zh.ts");
const PATIENCE_MS = 1000; // Safari 14 sometimes never answers
let keys: readonly string[] = [];
let loading: Promise<Later> | undefined;
let tries = 0;

/** A module that could not be fetched once is asked for under another address: browsers remember the failure. */
export function loadDrafts(): Promise<Later> {
  const address = byId("words").dataset["then"];
  loading ??= import(`${address}?${tries++ || ""}`);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** Of the person whose form is open: what else is kept of theirs is sealed alike (web/evidence/kept.ts). */
export const keysHere = (): readonly string[] => keys;

/** Whether this phone has kept anything yet. Asking leaves nothing behind. */
export const isAnythingKept = (): Promise<boolean> =>
  new Promise((tell) => {
    const no = () => tell(false);
    setTimeout(no, PATIENCE_MS);
    try {
      const asked = indexedDB.open("drafts");
      asked.onupgradeneeded = () => asked.transaction!.abort();
      asked.onerror = no;
      asked.onsuccess = () => {
        asked.result.close();
        tell(true);
      };
    } catch {
      no();
    }
  });

/** `isKept`: asked while the record was read. */
export async function openDraft(about: Omit<About, "id">, isKept: Promise<boolean>) {
  const { form } = about;
  keys = about.keys;
  const id = newUuid();
  let ownAttempt = id; // where nothing can be kept, the attempt lives as long as the page
  let opening: Promise<Keeper> | undefined;
  let page: Page | undefined;
  const open = () => {
    opening ??= loadDrafts().then(({ openKeeper }) => openKeeper({ ...about, id }));
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  const early = (await isKept) ? await open().catch(() => undefined) : undefined;
  let isWatching = early !== undefined;

  async function keeper(): Promise<Keeper | undefined> {
    const opened = await open().catch(() => undefined);
    if (opened && page && !isWatching) {
      isWatching = true;
      opened.catchUp(page);
    }
    return opened;
  }
  const keep = async (all?: boolean): Promise<boolean> => (await keeper())?.keep(all) ?? false;

  return {
    typed: early?.typed ?? {},
    /** Of the pictures that belong to this draft. */
    id: early?.draft() ?? id,
    putBack: () => early?.putBack(),
    /** From now on what is typed is kept. */
    watch(watched: Page, comesBack: boolean): void {
      page = watched;
      early?.watch(page, comesBack);
      form.addEventListener("input", () => void keep());
      for (const sign of ["focusin", "pointerdown"]) form.addEventListener(sign, keeper, { once: true });
      addEventListener("storage", keeper, { once: true }); // another tab has begun
    },
    /** Also what the page proposed, for the pages that follow. False where this device lets nothing be kept. */
    keep: () => keep(true),
    attempt: async (): Promise<string> => (await keeper())?.attempt() ?? ownAttempt,
    mayBeSent: async (): Promise<boolean> => (await keeper())?.mayBeSent() ?? true,
    received: async (receipt: string): Promise<void> => (await keeper())?.received(receipt),
    async sendAsNew(): Promise<void> {
      ownAttempt = newUuid();
      await (await keeper())?.sendAsNew(ownAttempt);
    },
  };
}
