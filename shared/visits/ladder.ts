// Nobody is written off because nobody opened: at least three attempts at different times, one of them in the evening or on a day
// off, a note left, then the telephone, then the neighbours' committee (handbook 10.4). One after the other.
import { type Instant, instantAt, type PlainDate } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import type { Ladder, LadderStep, VisitEvent } from "./events.ts";
import type { MemberRef } from "./ids.ts";

/** `apartHours`: two attempts count as two when so much lies between them. `eveningFrom`: by the clock on the wall. */
export type NotHomeRule = {
  attempts: number;
  apartHours: number;
  eveningFrom: number;
  isDayOff: (day: PlainDate) => boolean;
};

export function notHomeRule(law: Law, isDayOff: NotHomeRule["isDayOff"]): Result<NotHomeRule, NeedsStaff> {
  const read = law.read({ attempts: "visit.attempts", apartHours: "visit.apart", eveningFrom: "visit.evening" });
  return read.ok ? accepted({ ...read.value, isDayOff }) : read;
}

const HOUR_MS = 3_600_000;
const after = (at: Instant, hours: number): Instant => instantAt(Date.parse(at) + hours * HOUR_MS);
const byTime = (a: { at: string }, b: { at: string }) => (a.at < b.at ? -1 : 1);

/** Of those at which somebody was not at home, as many as lie far enough apart. */
function countedAttempts(times: readonly Instant[], apartHours: number): Instant[] {
  const counted: Instant[] = [];
  for (const at of times) {
    const last = counted.at(-1);
    if (!last || at >= after(last, apartHours)) counted.push(at);
  }
  return counted;
}

/** What was done for one person who was not at home, and what comes next; nothing next: they may be left. */
export function ladderOf(member: MemberRef, events: readonly VisitEvent[], rule: NotHomeRule): Ladder | undefined {
  const sorted = events.toSorted(byTime);
  const missed = sorted.flatMap((event) =>
    event.event === "attempt" && event.seen.some((seen) => seen.member === member && seen.outcome === "not-home") ? [event] : [],
  );
  if (missed.length === 0) return undefined;
  const counted = countedAttempts(
    missed.map(({ at }) => at),
    rule.apartHours,
  );
  const isLate = ({ at }: { at: Instant }) =>
    Number(at.slice(11, 13)) >= rule.eveningFrom || rule.isDayOff(at.slice(0, 10) as PlainDate);
  const base = { attempts: counted.length, needed: rule.attempts };
  const notBefore = after(counted.at(-1)!, rule.apartHours);
  const step = (next: LadderStep): Ladder => ({ ...base, next });

  if (counted.length < rule.attempts) {
    const lastChance = counted.length === rule.attempts - 1 && !missed.some(isLate);
    return { ...step(lastChance ? "evening-or-weekend" : "attempt"), notBefore };
  }
  if (!missed.some(isLate)) return { ...step("evening-or-weekend"), notBefore };
  if (!missed.some(({ noteLeft }) => noteLeft)) return step("leave-note");

  const enough = counted[rule.attempts - 1]!;
  const rung = sorted.find(
    (event) =>
      event.event === "phoned" &&
      event.member === member &&
      event.at >= enough &&
      // Who answers wants to be met: only if they were not there again it goes on.
      (event.result !== "answered" || missed.some(({ at }) => at > event.at)),
  );
  if (!rung) return step(answeredSince(sorted, member, enough) ? "attempt" : "phone");
  const said = sorted.some((event) => event.event === "statement" && event.member === member && event.at >= rung.at);
  return said ? base : step("statement");
}

const answeredSince = (events: readonly VisitEvent[], member: MemberRef, since: Instant): boolean =>
  events.some((event) => event.event === "phoned" && event.member === member && event.at >= since && event.result === "answered");
