// New entries laid over what is loaded: what they close, what they replace, and where the two contradict each other.
import { plusDays } from "../../shared/kernel/calendar.ts";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { overlaps } from "../../shared/policy/examine.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";

/**
 * An entry that begins on the same day as a loaded one replaces it; one that begins later closes an open one on the day before.
 * Any other day in common is a contradiction: refused, with the new entries at fault by their index.
 */
export function layOver(before: readonly Parameter[], added: readonly Parameter[]): Result<Parameter[], number[]> {
  const kept = before
    .filter((old) => !added.some((entry) => isSameStart(old, entry)))
    .map((old) =>
      closedBy(
        old,
        added.filter((entry) => isSameKey(old, entry)),
      ),
    );
  const after = inPlace(kept, added);
  const clashing = new Set(overlaps([...kept, ...added]).map((index) => index - kept.length));
  return clashing.size > 0 ? refused([...clashing]) : accepted(after);
}

const isSameKey = (a: Parameter, b: Parameter) => a.key === b.key && a.region === b.region;
const isSameStart = (a: Parameter, b: Parameter) => isSameKey(a, b) && a.from === b.from;

function closedBy(old: Parameter, later: readonly Parameter[]): Parameter {
  const next = later
    .map(({ from }) => from)
    .filter((from) => from > old.from)
    .sort()[0];
  return old.to === null && next ? { ...old, to: plusDays(next, -1) } : old;
}

/** Beside the entries of its key, so that a file stays readable. */
function inPlace(kept: readonly Parameter[], added: readonly Parameter[]): Parameter[] {
  const after = [...kept];
  for (const entry of added) {
    const last = after.findLastIndex((other) => isSameKey(other, entry) && other.from < entry.from);
    const place = last >= 0 ? last + 1 : after.findIndex((other) => isSameKey(other, entry));
    after.splice(place >= 0 ? place : after.length, 0, entry);
  }
  return after;
}

/** One line for each entry that comes, goes or changes. */
export function differences(before: readonly Parameter[], after: readonly Parameter[]): string[] {
  const gone = before.filter((old) => !after.some((entry) => isSameStart(old, entry)));
  const changed = after.flatMap((entry) => {
    const old = before.find((other) => isSameStart(other, entry));
    if (!old) return [`+ ${said(entry)}`];
    return JSON.stringify(old) === JSON.stringify(entry) ? [] : [`- ${said(old)}`, `+ ${said(entry)}`];
  });
  return [...gone.map((old) => `- ${said(old)}`), ...changed];
}

const said = ({ key, region, from, to, value, document, verifiedOn, confidence }: Parameter) =>
  `${key}, ${region}, ${from} to ${to ?? "further notice"}: ${value} (${document}; verified ${verifiedOn}, ${confidence})`;
