// One adult acts for another. Its states follow from what is stored and from the time; nothing has to run for one to end.
import * as v from "valibot";
import { ADULT_FROM } from "../children/rules.ts";
import { ageOn, birthdayOf, dateOf, Instant, PlainDate, plusDays } from "../kernel/calendar.ts";
import { PersonId, Receipt } from "../kernel/fields.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { Scope } from "./scopes.ts";
import { DelegationRef } from "./whom.ts";

// Figures of the service's own, from the order to build it; no law sets any of them.
export const LOOK_ONLY_HOURS = 72;
export const MOST_PEOPLE = 8;
export const MOST_MONTHS = 12;
/** So long after its end it is still shown. */
export const MOST_SHOWN_DAYS = 90;
/** A minor of this age has a say in their own matters (民法典 Art. 19 begins at 8; the log and the objection are theirs from 14). */
export const HEARD_FROM = 14;

/** Who ended it. `time`: its last day is over. `grown`: whom a guardian acted for is eighteen. `court`: it took the guardianship away. */
export const EndedBy = v.picklist(["giver", "delegate", "time", "grown", "closed", "court"]);
export type EndedBy = v.InferOutput<typeof EndedBy>;

/** How it began, and whether it is a guardian's for a minor. `until`: the last day. `calls`: the names, masked. */
export const Delegation = v.object({
  delegation: DelegationRef,
  giver: PersonId,
  delegate: PersonId,
  calls: v.object({ giver: v.string(), delegate: v.string() }),
  /** The delegate's name in full: whoever was told a code by telephone knows them, and masked all of a family are alike. */
  named: v.optional(v.string()),
  scopes: v.array(Scope),
  as: v.picklist(["adult", "guardian"]),
  proven: v.picklist(["code", "desk"]),
  begunAt: Instant,
  until: PlainDate,
  /** Of whom a guardian acts for. */
  birth: v.optional(PlainDate),
  receipt: v.optional(Receipt),
  /** Of the body by which it began. */
  sent: v.optional(v.string()),
  ended: v.optional(v.object({ at: Instant, by: EndedBy })),
});
export type Delegation = v.InferOutput<typeof Delegation>;

export type DelegationState = "look-only" | "active" | "ended";

const HOUR_MS = 3_600_000;
/** From then on more than a look is allowed. */
export const opensAt = ({ begunAt }: Pick<Delegation, "begunAt">): number => Date.parse(begunAt) + LOOK_ONLY_HOURS * HOUR_MS;

/** The last day on which anything may be done: a guardian's ends the day before the eighteenth birthday, whatever was said. */
export function lastDay({ until, birth }: Pick<Delegation, "until" | "birth">): PlainDate {
  const grown = birth && plusDays(birthdayOf(birth, ADULT_FROM), -1);
  return grown && grown < until ? grown : until;
}

/** The first day on which it is over, for whoever stores that it ended; and why. */
export function endsOf(delegation: Pick<Delegation, "until" | "birth">): { on: PlainDate; by: "time" | "grown" } {
  const last = lastDay(delegation);
  return { on: plusDays(last, 1), by: last < delegation.until ? "grown" : "time" };
}

export function stateOf(delegation: Delegation, now: Instant): DelegationState {
  if (delegation.ended || dateOf(now) > lastDay(delegation)) return "ended";
  return Date.parse(now) < opensAt(delegation) ? "look-only" : "active";
}

export type DelegationFinding =
  | "delegation.not-yours"
  | "delegation.ended"
  | "delegation.look-only"
  | "delegation.scope"
  | "delegation.never";

/** Why this may not be done now. `scope`: what the route asks for; none: it is nobody's to hand on. */
export function whyNotNow(
  delegation: Delegation,
  scope: Scope | undefined,
  now: Instant,
): Finding<DelegationFinding> | undefined {
  const state = stateOf(delegation, now);
  if (state === "ended") return finding("delegation.ended", "for");
  if (!scope) return finding("delegation.never", "for");
  if (scope !== "look" && state === "look-only") return finding("delegation.look-only", "for");
  return scope === "look" || delegation.scopes.includes(scope) ? undefined : finding("delegation.scope", "for");
}

/** A guardianship is no permission that the ward gave: they object, and the desk decides (民法典 Art. 27, 34). */
export const whyNotEnd = ({ as, giver }: Delegation, by: PersonId): Finding<"delegation.guardianship"> | undefined =>
  as === "guardian" && by === giver ? finding("delegation.guardianship") : undefined;

/** Until the minor is eighteen no household and no certificate gives it back; only what the desk lets begin anew does. */
export const isTaken = ({ as, ended }: Pick<Delegation, "as" | "ended">): boolean => as === "guardian" && ended?.by === "court";

/** Which of the two somebody is. */
export const sideOf = ({ giver }: Pick<Delegation, "giver">, personId: PersonId): "giver" | "delegate" =>
  personId === giver ? "giver" : "delegate";

/** The other one of the two. */
export const otherOf = ({ giver, delegate }: Pick<Delegation, "giver" | "delegate">, personId: PersonId): PersonId =>
  personId === giver ? delegate : giver;

export const isAdult = (birth: PlainDate | undefined, today: PlainDate): boolean =>
  birth !== undefined && ageOn(birth, today) >= ADULT_FROM;
