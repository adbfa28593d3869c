// The reader of parameters: what holds in a place on a day. What is not there is for staff, never a default.
import * as v from "valibot";
import type { PlainDate } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { catalogue, type Key, type ValueOf } from "./keys.ts";
import { nearestFirst, type Parameter, type Region } from "./parameter.ts";

/** No valid entry for this key: to be shown with whom to ask. */
export type NeedsStaff = { readonly code: "needs-staff"; readonly key: Key };

/** The law of one region on one day. */
export type Law = {
  readonly region: Region;
  readonly asOf: PlainDate;
  /** Several at once, each under the name the rule gives it; the first that is missing refuses them all. */
  read<const Wanted extends Readonly<Record<string, Key>>>(
    wanted: Wanted,
  ): Result<{ readonly [Name in keyof Wanted]: ValueOf<Wanted[Name]> }, NeedsStaff>;
  /** The entry itself, with source and age. */
  entry(key: Key): Result<Parameter, NeedsStaff>;
  /** The same place on another day. */
  on(date: PlainDate): Law;
};

export type Policy = (place: { region: Region; asOf: PlainDate }) => Law;

/** `onRead` hears of every entry that a rule has used: the sources to show beside its answer. */
export function openPolicy(parameters: readonly Parameter[], onRead?: (entry: Parameter) => void): Policy {
  const byKey = grouped(parameters);
  const lawOf: Policy = ({ region, asOf }) => {
    const entry: Law["entry"] = (key) => {
      const found = validEntry(byKey.get(key) ?? [], region, asOf);
      if (!found) return refused({ code: "needs-staff", key });
      onRead?.(found);
      return accepted(found);
    };
    return { region, asOf, entry, read: (wanted) => readAll(wanted, entry), on: (date) => lawOf({ region, asOf: date }) };
  };
  return lawOf;
}

function grouped(parameters: readonly Parameter[]): ReadonlyMap<Key, Parameter[]> {
  const byKey = new Map<Key, Parameter[]>();
  for (const entry of parameters) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry]);
  return byKey;
}

/** The nearest region that has spoken decides alone: where its word has expired, a wider one would be a silent default. */
function validEntry(entries: readonly Parameter[], region: Region, asOf: PlainDate): Parameter | undefined {
  const begun = entries.filter(({ from }) => from <= asOf);
  const speaker = nearestFirst(region).find((place) => begun.some((entry) => entry.region === place));
  return begun.find((entry) => entry.region === speaker && (entry.to === null || asOf <= entry.to));
}

function readAll<const Wanted extends Readonly<Record<string, Key>>>(
  wanted: Wanted,
  entry: Law["entry"],
): Result<{ readonly [Name in keyof Wanted]: ValueOf<Wanted[Name]> }, NeedsStaff> {
  const values: Partial<Record<keyof Wanted, unknown>> = {};
  for (const name in wanted) {
    const key = wanted[name]!;
    const found = entry(key);
    if (!found.ok) return found;
    values[name] = v.parse(catalogue[key].value, found.value.value);
  }
  return accepted(values as { readonly [Name in keyof Wanted]: ValueOf<Wanted[Name]> }); // each was parsed by its own key's schema
}
