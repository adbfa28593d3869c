// Where a visit stands: worked out from all that was noted, in the order in which it happened and not in which it arrived. So a note
// that a tablet held back for days falls into its place, and a second delivery changes nothing.
import type { Instant } from "../kernel/calendar.ts";
import type { Ladder, VisitEvent } from "./events.ts";
import type { MemberRef } from "./ids.ts";
import { ladderOf, type NotHomeRule } from "./ladder.ts";
import type { Outcome, VisitState } from "./states.ts";

/** What counts: a note from the door, a form that was handed in, a word of who checks. */
export type Done =
  | VisitEvent
  | { event: "form"; at: Instant; member: MemberRef; outcome: "completed" | "declined-sign" }
  | { event: "checked" | "confirmed"; at: Instant }
  | { event: "returned"; at: Instant; reason: string; again?: readonly MemberRef[] | undefined };
/** `round`: how often the visit had been given back when this was taken in. */
export type Counted = { round: number; done: Done };

export type MemberStands = { member: MemberRef; outcome?: Outcome; outcomeAt?: Instant; ladder?: Ladder };
export type Stands = { state: VisitState; round: number; members: MemberStands[]; reason?: string };

const isVisitors = (done: Done): done is Extract<Done, VisitEvent | { event: "form" }> =>
  !["checked", "confirmed", "returned"].includes(done.event);
const isNote = (done: Done): done is VisitEvent => isVisitors(done) && done.event !== "form";
const byTime = (a: Done, b: Done) => (a.at < b.at ? -1 : 1);

/** `rule` undefined: a number of policy is missing; nobody is left who was not at home. */
export function standingOf(refs: readonly MemberRef[], counted: readonly Counted[], rule: NotHomeRule | undefined): Stands {
  const round = Math.max(0, ...counted.map((one) => one.round + (one.done.event === "returned" ? 1 : 0)));
  let settled = new Map<MemberRef, MemberStands>();
  for (let nth = 0; nth <= round; nth++) {
    const done = counted.filter((one) => one.round === nth).map((one) => one.done);
    const returned = done.find((one) => one.event === "returned");
    settled = new Map(
      refs.map((member) => [member, settled.get(member)?.outcome ? settled.get(member)! : inRound(member, done, rule)]),
    );
    if (returned) settled = new Map([...settled].filter(([member]) => returned.again && !returned.again.includes(member)));
  }
  const now = counted.filter((one) => one.round === round).map((one) => one.done);
  const members = refs.map((member) => settled.get(member) ?? { member });
  const reason = counted.map((one) => one.done).findLast((one) => one.event === "returned")?.reason;
  return { state: stateOf(now, members, round), round, members, ...(reason && { reason }) };
}

function stateOf(now: readonly Done[], members: readonly MemberStands[], round: number): VisitState {
  if (now.some(({ event }) => event === "confirmed")) return "confirmed";
  if (now.some(({ event }) => event === "checked")) return "checked";
  const visited = members.length > 0 && members.every(({ outcome }) => outcome);
  if (visited && (round === 0 || now.some(isVisitors))) return "visited";
  if (now.some(wasMet)) return "contacted";
  return round > 0 ? "returned" : "assigned";
}

/** Somebody of the household was spoken to. */
const wasMet = (done: Done): boolean =>
  done.event === "contacted" ||
  done.event === "form" ||
  (done.event === "phoned" && done.result === "answered") ||
  (done.event === "attempt" && done.seen.some(({ outcome }) => outcome !== "not-home"));

/** The last form counts; without one, what was said last. Not to be at home says nothing once somebody was found. */
function inRound(member: MemberRef, done: readonly Done[], rule: NotHomeRule | undefined): MemberStands {
  const sorted = done.toSorted(byTime);
  const form = sorted.findLast((one) => one.event === "form" && one.member === member);
  if (form?.event === "form") return { member, outcome: form.outcome, outcomeAt: form.at };
  const seen = sorted
    .flatMap((one) => (one.event === "attempt" ? one.seen.map((each) => ({ ...each, at: one.at })) : []))
    .findLast((each) => each.member === member && each.outcome !== "not-home");
  if (seen) return { member, outcome: seen.outcome, outcomeAt: seen.at };
  const notes = sorted.filter(isNote);
  const ladder = rule && ladderOf(member, notes, rule);
  if (!ladder) return { member };
  const last = notes.findLast((one) => one.event === "statement" && one.member === member);
  return ladder.next || !last ? { member, ladder } : { member, outcome: "not-home", outcomeAt: last.at, ladder };
}
