// Number and name between the two steps: in this tab only, until the person is signed in, and never longer than the way takes.
import * as v from "valibot";
import { CODE_LIFE_MINUTES } from "../../../shared/session/rules.ts";

const KEY = "sign-in";
const LONGEST_MS = 70 * 60_000; // the longest wait between two tries is an hour

const Kept = v.object({ number: v.string(), name: v.string(), askedAt: v.number() });
export type Kept = v.InferOutput<typeof Kept>;

/** False where the browser forbids it: then there is no second step. */
export function keepWho(kept: Kept): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function keptWho(now: number): Kept | undefined {
  try {
    const kept = v.parse(Kept, JSON.parse(sessionStorage.getItem(KEY) ?? ""));
    if (now - kept.askedAt < LONGEST_MS) return kept;
    dropWho();
  } catch {
    // Nothing was kept.
  }
  return undefined;
}

export function dropWho(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then it was never kept.
  }
}

/** The code and the cookie that goes with it are too old. */
export const isStale = ({ askedAt }: Kept, now: number): boolean => now - askedAt >= CODE_LIFE_MINUTES * 60_000;
