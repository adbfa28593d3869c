// One unsent form as a phone keeps it, and how the words of two tabs come together. Nothing here touches a page or a phone.
import * as v from "valibot";

/** For so long an unsent form is kept after the last word was typed. A figure of the service's own. */
export const DRAFT_DAYS = 30;

/** `typedAt` in milliseconds; 0 for what the page proposed and nobody changed. */
const Field = v.strictTuple([v.string(), v.number()]);
export type Fields = Readonly<Record<string, readonly [value: string, typedAt: number]>>;

export const Kept = v.object({
  form: v.string(),
  version: v.string(),
  /** Of the pictures that belong to it (shared/evidence/contract.ts). */
  draft: v.string(),
  /** The Idempotency-Key: both tabs send one attempt. */
  attempt: v.string(),
  /** Where to go on, and what was asked there. */
  page: v.string(),
  title: v.string(),
  fields: v.record(v.string(), Field),
  /** What was typed into an older version of the form, in words for copying. */
  before: v.optional(v.array(v.string())),
  /** The attempt that ended with a receipt: another tab that holds it still must not send it. */
  sent: v.optional(v.object({ attempt: v.string(), receipt: v.string() })),
});
export type Kept = Omit<v.InferOutput<typeof Kept>, "fields"> & { fields: Fields };

export const isOver = (at: number, now: number): boolean => now - at >= DRAFT_DAYS * 86_400_000;

/** Of each field what was typed last; what both tabs say at the same moment stays as it is. */
export const merged = (stored: Fields, changes: Fields): Fields => ({
  ...stored,
  ...Object.fromEntries(Object.entries(changes).filter(([name, [, typedAt]]) => !(name in stored) || typedAt > stored[name]![1])),
});

export const isSentAs = (stored: Kept | undefined, attempt: string): boolean => stored?.sent?.attempt === attempt;

/** What a tab that would begin with `blank` goes on with, seeing what is there. */
export function goneOnWith(stored: Kept | undefined, blank: Kept): Kept {
  if (!stored) return blank;
  const sent = stored.sent && { sent: stored.sent };
  if (isSentAs(stored, stored.attempt)) return { ...blank, ...sent };
  if (stored.version === blank.version) return stored;
  const before = [...new Set([...(stored.before ?? []), ...inWords(stored.fields)])]; // a field and what was made of it
  return { ...blank, ...sent, ...(before.length > 0 && { before }) };
}

/** What people wrote themselves; a choice is a code, which tells nobody anything. */
const inWords = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, [value]]) => (name !== "at" && isWritten(value) ? [value] : []));

const isWritten = (value: string) => /\P{ASCII}|\s|\d{4}/u.test(value) && !/^(?:\d{6}|\d{9})$/.test(value);

/** By name, empty ones too. */
export const textsOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, [value]]) => [name, value]));

/** By name, without what was left empty. */
export const valuesOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(textsOf(fields)).filter(([, value]) => value));
