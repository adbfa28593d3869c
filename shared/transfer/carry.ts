// What the end of a transfer does to the register, in one step: the old enrolments end, the new one carries their months. The years that
// were paid stay where they were paid. Handbook 6.
import { type Instant, monthOf, type PlainDate, type PlainMonth, plusMonths } from "../kernel/calendar.ts";
import type { Changes, Enrolment, FullRecord } from "../registration.ts";
import { summarise } from "../summary.ts";
import { knownFrom } from "./known.ts";
import { carriedBy, isOf, keyOf, paidMonths, relationsAt } from "./months.ts";
import { isSamePlace } from "./places.ts";
import type { Carried, End, Transfer } from "./transfer.ts";

/** `at`: the day on which the new agency finished. */
export function carryOver(
  record: FullRecord,
  { from, to }: Pick<Transfer, "from" | "to">,
  at: PlainDate,
  now: Instant,
): Pick<Changes, "enrolments" | "summary"> {
  const { relations } = knownFrom(record);
  const moving = relationsAt(relations, from.scheme, from.division);
  const said = { source: "desk", asOf: at, recordedAt: now, acceptedAt: now } as const;
  const old = moving.flatMap((relation) => {
    const enrolment = record.enrolments.find((one) => keyOf(one) === keyOf(relation));
    if (!enrolment) return [];
    const { file: _, ...kept } = enrolment;
    const untold = enrolment.status === "active" ? plusMonths(monthOf(at), -1) : enrolment.from; // it ran until now
    const last = enrolment.to ?? paidMonths(relation).at(-1) ?? untold;
    return [{ ...kept, ...said, status: "ended", to: last < enrolment.from ? enrolment.from : last } satisfies Enrolment];
  });
  const carries = carriedBy(moving);
  const away = new Set([...carries, ...record.enrolments.flatMap((one) => one.carries ?? [])].map(keyOf));
  const opened = receiving(record.enrolments, to, away);
  const fresh = newEnrolment(to, moving, freeMonth(to, monthOf(at), away));
  const { to: _, ...there } = record.enrolments.find((one) => keyOf(one) === keyOf(fresh)) ?? {};
  // Who has died is newly insured nowhere: months and money lie together there for their heirs.
  const over = record.registration.status === "closed" && { status: "ended" as const, to: fresh.from };
  const receives: Enrolment = opened ?? { ...there, ...fresh, ...over, ...said };
  const next: Enrolment = { ...receives, carries: together(receives.carries ?? [], carries) };
  const enrolments = [...old, next];
  const changed = new Set(enrolments.map(keyOf));
  const all = [...record.enrolments.filter((one) => !changed.has(keyOf(one))), ...enrolments];
  return { enrolments, summary: summarise(all, record.paidYears, record.summary.asOf) };
}

/** There and back within one month: what was moved on receives no more, else it would carry itself, or months that are elsewhere. */
function freeMonth({ scheme, division }: End, month: PlainMonth, away: ReadonlySet<string>): PlainMonth {
  let from = month;
  while (away.has(keyOf({ scheme, region: division, from }))) from = plusMonths(from, 1);
  return from;
}

const order = { active: 0, paused: 1, ended: 2 } as const satisfies Record<Enrolment["status"], number>;

/** Where somebody is insured already at the new place: the one that runs, the newest. None whose months lie elsewhere. */
const receiving = (enrolments: readonly Enrolment[], { scheme, division }: End, away: ReadonlySet<string>) =>
  enrolments
    .filter((one) => isOf(scheme)(one) && isSamePlace(scheme, one.region, division))
    .filter((one) => one.status !== "ended" && !away.has(keyOf(one)))
    .sort((one, other) => order[one.status] - order[other.status] || (one.from > other.from ? -1 : 1))[0];

const together = (held: readonly Carried[], more: readonly Carried[]): Carried[] => [
  ...held,
  ...more.filter((one) => !held.some((other) => keyOf(other) === keyOf(one))),
];

/** It stands as the old one stood. Who was paid for by an employer elsewhere is not said to be employed here. */
function newEnrolment(
  { scheme, division }: End,
  moving: readonly Pick<Enrolment, "scheme" | "status" | "insuredAs">[],
  month: PlainMonth,
): Pick<Enrolment, "scheme" | "region" | "from" | "status" | "insuredAs"> {
  const runs = moving.toSorted((one, other) => order[one.status] - order[other.status])[0];
  const insuredAs = runs && isOf(scheme)(runs) ? runs.insuredAs : scheme === "170" || scheme === "390" ? "resident" : "flexible";
  return {
    scheme,
    region: division,
    from: month,
    status: runs?.status === "active" ? "active" : "paused",
    insuredAs,
  };
}
