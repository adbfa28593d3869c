// What may come in from a door, and when it is too late.
import { dateOf, type Instant, instantAt, type PlainDate, plusDays } from "../kernel/calendar.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { RegistrationForm } from "../registration/contract.ts";
import type { VisitFinding } from "./contract.ts";
import type { VisitEvent } from "./events.ts";
import type { MemberRef } from "./ids.ts";

/** The clock of a tablet may be so far off. */
export const DEVICE_CLOCK_MINUTES = 10;
const plusMinutes = (at: Instant, minutes: number): Instant => instantAt(Date.parse(at) + minutes * 60_000);

/** `openedAt`: when the copy was taken from which it comes. `withdrawnAt`: the list was taken away. `until`: its last day. */
export type Arriving = {
  at: Instant;
  now: Instant;
  openedAt: Instant;
  withdrawnAt?: Instant | undefined;
  until?: PlainDate | undefined;
  draftDays: number;
};

/** Neither from tomorrow, nor from before the list was in anybody's hands, nor older than drafts are taken; and while it was theirs. */
export function mayArrive({ at, now, openedAt, withdrawnAt, until, draftDays }: Arriving): Finding<VisitFinding> | undefined {
  const early = at < plusMinutes(openedAt, -DEVICE_CLOCK_MINUTES) || dateOf(at) < plusDays(dateOf(now), -draftDays);
  if (early || at > plusMinutes(now, DEVICE_CLOCK_MINUTES)) return finding("visit.clock", "at");
  const wasTheirs = !(withdrawnAt && at > withdrawnAt) && !isOver({ until }, dateOf(at));
  return wasTheirs ? undefined : finding("visit.taken-away");
}

/** The last day of a list is its own. */
export const isOver = ({ until }: { until?: PlainDate | undefined }, day: PlainDate): boolean =>
  until !== undefined && day > until;

/** Everybody named in it belongs to the visit; who has moved, has moved somewhere. */
export function examineNote(note: VisitEvent, members: readonly MemberRef[]): Finding<VisitFinding>[] {
  if (note.event === "contacted") return [];
  const unknown = (member: MemberRef, ...path: string[]) =>
    members.includes(member) ? [] : [finding("visit.member-unknown" as const, ...path)];
  if (note.event !== "attempt") return unknown(note.member, "note", "member");
  return note.seen.flatMap(({ member, outcome, place }, nth) => [
    ...unknown(member, "note", "seen", String(nth), "member"),
    ...(outcome === "moved" && !place ? [finding("visit.moved-where" as const, "note", "seen", String(nth), "place")] : []),
  ]);
}

/** What of a form cannot be taken at a door. Unsigned means unsigned: it may not look as if somebody had declared it. */
export function examineAtDoor(form: RegistrationForm, declined: boolean): Finding<VisitFinding>[] {
  return [
    ...(form.for ? [finding("visit.not-here" as const, "form", "for")] : []),
    ...(form.mobile === "kept" ? [] : [finding("visit.phone-not-here" as const, "form", "mobile")]),
    ...(form.evidence ? [finding("visit.evidence-not-here" as const, "form", "evidence")] : []),
    ...(declined && (form.declared || form.signature.by !== "self") ? [finding("visit.not-signed" as const, "declined")] : []),
  ];
}
