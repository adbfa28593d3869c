// Whose word it is, of which day, and when it may take the place of another.
import type { Instant, PlainDate } from "../kernel/calendar.ts";
import type { Source } from "../registration.ts";

/** One row's say. `stated`: it names its day; else it is of the day the file arrived. */
export type Said = { source: Source; asOf: PlainDate; stated: boolean; file: string; acceptedAt: Instant; recordedAt: Instant };
/** What came of it; `overtaken`: something newer, or as new, is there already. */
export type Told = "created" | "changed" | "unchanged" | "overtaken";

type Held = { asOf: PlainDate; recordedAt: Instant; acceptedAt?: Instant | undefined; file?: string | undefined };

/** An older file never undoes a newer one; of one day, the file counts that came last; and no file contradicts itself. */
export function mayReplace(held: Held, { asOf, stated, file, acceptedAt }: Said): boolean {
  if (held.file === file) return stated && asOf > held.asOf;
  if (asOf !== held.asOf) return asOf > held.asOf;
  return acceptedAt > (held.acceptedAt ?? held.recordedAt);
}

/** It says what is known, of a later day. Where the day is only that of the file's arrival, nothing new was said. */
export const confirms = (held: Held, { asOf, stated }: Said): boolean => stated && asOf > held.asOf;

/** What was said, without by whom and when. */
export function contentOf<Body extends Held>(body: Body): Omit<Body, keyof Held> {
  const { asOf: _, recordedAt: __, acceptedAt: ___, file: ____, ...content } = body;
  return content;
}

/** By content, whatever the order of their fields; a field that is undefined is none. */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [fieldsOf(a), fieldsOf(b)];
  return one.length === other.length && one.every((name) => name in b && alike(Reflect.get(a, name), Reflect.get(b, name)));
}

const fieldsOf = (object: object) => Object.keys(object).filter((name) => Reflect.get(object, name) !== undefined);
