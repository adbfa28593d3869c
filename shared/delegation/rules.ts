// May it begin? Asked of who is signed in, and, once the code was right, of the adult.

import * as v from "valibot";
import { leading } from "../facts.ts";
import { ageOn, type Instant, instantAt, PlainDate, plusDays } from "../kernel/calendar.ts";
import type { PersonId, Phone } from "../kernel/fields.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { RecordPage } from "../registration.ts";
import { whyLimited } from "../session/rules.ts";
import { type Delegation, HEARD_FROM, isAdult, lastDay, MOST_PEOPLE, opensAt, stateOf } from "./delegation.ts";
import type { Scope } from "./scopes.ts";
import type { DelegationView } from "./shown.ts";

export type BeginFinding =
  | "delegation.yourself"
  | "delegation.not-adult"
  | "delegation.giver-minor"
  | "delegation.too-many"
  | "delegation.giver-too-many"
  | "delegation.exists";

// Figures of the service's own: nobody is to be worn down by messages until they read a code out.
export const ASKS_PER_GIVER_A_DAY = 6;
export const ASKS_PER_PAIR_A_DAY = 3;
export const ASKS_PER_HOUR = 5;

type Known = Pick<RecordPage, "registration" | "facts">;

const living = (delegations: readonly Delegation[], now: Instant) => delegations.filter((one) => stateOf(one, now) !== "ended");

/** What can be said before any code: it is about who asks alone. `held`: those for whom they act. */
export function whyNotAsk(
  me: Known,
  held: readonly Delegation[],
  today: PlainDate,
  now: Instant,
): Finding<BeginFinding> | undefined {
  if (!isAdult(me.registration.identity.birth, today)) return finding("delegation.not-adult");
  return living(held, now).length >= MOST_PEOPLE ? finding("delegation.too-many") : undefined;
}

/**
 * The phone to which a code about this may go. None where the code would prove nothing: under age, dead, a phone that opens no
 * complete session, or one that whoever asks has, has had, or was sent their own code to.
 */
export function phoneFor(
  giver: Known | undefined,
  asker: PersonId,
  askersPhones: readonly Phone[],
  today: PlainDate,
): Phone | undefined {
  if (!giver || giver.registration.status === "closed" || giver.registration.personId === asker) return undefined;
  const leads = leading(giver.facts, "phone");
  if (!leads || whyLimited(leads, today) || !isAdult(giver.registration.identity.birth, today)) return undefined;
  return askersPhones.includes(leads.phone) ? undefined : leads.phone;
}

/** `given`, `held`: all of the giver's, all of the delegate's. */
export function whyNotBegin(
  next: Pick<Delegation, "giver" | "delegate">,
  { given, held }: { given: readonly Delegation[]; held: readonly Delegation[] },
  now: Instant,
): Finding<BeginFinding> | undefined {
  if (next.giver === next.delegate) return finding("delegation.yourself");
  const [theirs, mine] = [living(given, now), living(held, now)];
  if (theirs.some(({ delegate }) => delegate === next.delegate)) return finding("delegation.exists");
  if (mine.length >= MOST_PEOPLE) return finding("delegation.too-many");
  return theirs.length >= MOST_PEOPLE ? finding("delegation.giver-too-many") : undefined;
}

/** In one order, each once, and always with a look. */
export const scopesIn = (asked: readonly Scope[]): Scope[] => [...new Set<Scope>(["look", ...asked])].sort();

/** The last day: so many months from today, the day before. */
export function untilAfter(today: PlainDate, months: number): PlainDate {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months;
  const first = v.parse(PlainDate, new Date(Date.UTC(Math.floor(index / 12), index % 12, 1)).toISOString().slice(0, 10));
  const days = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return plusDays(first, Math.min(Number(today.slice(8)), days) - 2);
}

/** Fourteen, and not yet eighteen. */
export const mayObject = (birth: PlainDate | undefined, today: PlainDate): boolean =>
  birth !== undefined && ageOn(birth, today) >= HEARD_FROM && !isAdult(birth, today);

export function viewFor(viewer: PersonId, delegation: Delegation, now: Instant): DelegationView {
  const { giver, calls, named, scopes, as, proven, begunAt, ended } = delegation;
  return {
    delegation: delegation.delegation,
    name: viewer === giver ? (named ?? calls.delegate) : calls.giver,
    state: stateOf(delegation, now),
    ...{ scopes, as, proven, begunAt, ends: lastDay(delegation) },
    opensAt: instantAt(opensAt(delegation)),
    ...(ended && { ended }),
  };
}
