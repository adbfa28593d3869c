// Keeps a form while it is filled in, tells the other tabs, and hears from them.
import type { DraftWords } from "../messages/drafts.ts";
import { proposedIn, putBack, standingIn } from "./in-form.ts";
import { type Fields, goneOnWith, isSentAs, type Kept, merged, textsOf, valuesOf } from "./record.ts";
import { sayOnPhone, showRestored, showSent } from "./say.ts";
import { openDrafts } from "./store.ts";

/** `id`: a UUID for a draft that begins now. */
export type About = { form: HTMLFormElement; name: string; version: string; keys: readonly string[]; id: string };
/** The page around it. `before`: what stood in the fields when they were last looked at. */
export type Page = { before: Readonly<Record<string, string>>; at(): string; again(): void };
export type Keeper = Awaited<ReturnType<ReturnType<typeof keeperIn>>>;

export const keeperIn = (words: DraftWords) =>
  async function openKeeper({ form, name, version, keys, id }: About) {
    const drafts = await openDrafts(keys);
    const blank: Kept = { form: name, version, draft: id, attempt: id, page: "", title: "", fields: {} };
    const found = await drafts.read(name);
    let mine = goneOnWith(found?.kept, blank);
    let page: Page | undefined;
    let last: Promise<unknown> = Promise.resolve();
    /** Later than what was there, also where the clock of the phone was put back. */
    const after = (field: string) => Math.max(Date.now(), (mine.fields[field]?.[1] ?? 0) + 1);
    const typedHere = new Set<string>();

    /** What was typed here since it was last kept. `all`: and what the page proposed and nobody changed. */
    function changesTo(standing: Readonly<Record<string, string>>, { before, at }: Page, all: boolean): Fields {
      const changes: Record<string, readonly [string, number]> = {};
      for (const [field, value] of Object.entries(standing)) {
        const stored = mine.fields[field]?.[0];
        if (value !== (before[field] ?? "") && value !== stored) {
          changes[field] = [value, after(field)];
          typedHere.add(field);
        }
      }
      for (const [field, value] of all ? Object.entries(proposedIn(form)) : [])
        if (mine.fields[field] === undefined) changes[field] ??= [value, 0];
      if ((all || Object.keys(changes).length > 0) && at() !== mine.fields["at"]?.[0]) changes["at"] = [at(), after("at")];
      return changes;
    }

    async function write(all: boolean): Promise<void> {
      if (!page) return;
      const standing = standingIn(form);
      const changes = changesTo(standing, page, all);
      if (Object.keys(changes).length > 0) {
        const { draft, attempt } = mine;
        const title = document.querySelector("h1")!.textContent ?? "";
        const there = await drafts.write(name, (stored) => {
          if (stored && isSentAs(stored, attempt)) return stored;
          const goneOn = goneOnWith(stored, { ...blank, draft, attempt });
          return { ...goneOn, page: location.pathname + location.search, title, fields: merged(goneOn.fields, changes) };
        });
        page.before = standing; // not before it is kept
        take(there);
      }
    }

    /** What other tabs kept comes into fields in which nothing was typed here. */
    function take(there: Kept): void {
      if (there.sent && isSentAs(there, mine.attempt)) {
        showSent(form, there.sent.receipt, words);
        return;
      }
      const standing = standingIn(form);
      const news = Object.entries(there.fields).filter(([field, [value, typedAt]]) => {
        const isNew = typedAt > (mine.fields[field]?.[1] ?? -1) && field in standing && standing[field] !== value;
        return isNew && !typedHere.has(field) && standing[field] === (page?.before[field] ?? "");
      });
      mine = there;
      if (news.length === 0 || !page) return;
      putBack(form, textsOf(Object.fromEntries(news)));
      page.before = standingIn(form);
      page.again();
    }

    async function look(): Promise<void> {
      const found = await drafts.read(name);
      if (found) take(goneOnWith(found.kept, mine));
      else mine = { ...mine, fields: {} }; // deleted in another tab
    }

    /** One after the other: each takes what stands in the fields when it is its turn. */
    function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
      const turn = last.then(act, act);
      last = turn.catch(() => {});
      return turn;
    }
    async function keep(all = false): Promise<boolean> {
      const isKept = await inTurn(() => write(all)).then(
        () => true,
        () => false,
      );
      sayOnPhone(form, isKept, words);
      return isKept;
    }

    return {
      typed: valuesOf(mine.fields),
      draft: () => mine.draft,
      attempt: () => mine.attempt,
      putBack: () => putBack(form, textsOf(mine.fields)),
      /** `comesBack`: who typed here before sees it again. */
      watch(watched: Page, comesBack: boolean): void {
        page = watched;
        const { before } = mine;
        if (found && (comesBack || before)) showRestored({ at: found.row.at, before, drop: () => drafts.drop(name) }, words);
        addEventListener("storage", () => void inTurn(look).catch(() => {}));
      },
      /** For who comes later than the page: what is kept by now is taken in. */
      catchUp(watched: Page): void {
        page = watched;
        const there = mine;
        mine = { ...mine, fields: {} };
        take(there);
        this.watch(watched, false);
      },
      keep,
      /** False where it was sent from another tab meanwhile: the page then says so. */
      async mayBeSent(): Promise<boolean> {
        await keep(true);
        await inTurn(look).catch(() => {});
        return !form.hidden;
      },
      /** Only after a receipt: what was typed goes, and the other tabs learn it. */
      async received(receipt: string): Promise<void> {
        const sent = { attempt: mine.attempt, receipt };
        await inTurn(() => drafts.write(name, () => ({ ...blank, attempt: mine.attempt, sent }))).catch(() => {});
      },
      /** Another attempt: something else was received under this one. */
      async sendAsNew(attempt: string): Promise<void> {
        mine = { ...mine, attempt };
        await inTurn(() => drafts.write(name, (stored) => ({ ...(stored ?? mine), attempt }))).catch(() => {});
      },
    };
  };
