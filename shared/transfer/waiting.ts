// The clocks of a transfer from one state to the next: which one starts, which goes on, which stands still.
import type { PlainDate } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { daysLeft, isCertain, type Reckoning, startClock } from "./clock.ts";
import { machineOf } from "./machine.ts";
import type { Clock, Transfer, TransferState, Waiting } from "./transfer.ts";

const standsStill: readonly TransferState[] = ["returned", "suspended"];

/** The agencies' time: while it waits for the person, or is suspended, it does not run. */
export function wholeIn({ whole, held, to, state: from }: Transfer, state: TransferState, at: PlainDate, reckoning: Reckoning) {
  if (!whole || standsStill.includes(state) || !standsStill.includes(from) || whole.limit === undefined) return whole;
  return startClock(
    { limit: whole.limit, since: at, region: to.division, days: held?.whole, unsure: held?.provisional },
    reckoning,
  );
}

/** What has to be known when it goes on. A suspended one that was with the person has no step that runs. */
export function heldIn(transfer: Transfer, state: TransferState, at: PlainDate, { calendar }: Reckoning): Pick<Transfer, "held"> {
  if (!standsStill.includes(state)) return {};
  const suspends = state === "suspended";
  const stood = standsStill.includes(transfer.state); // from one standstill into another
  const whole = stood ? transfer.held?.whole : transfer.whole && daysLeft(transfer.whole, at, calendar);
  const left = suspends ? daysLeft(transfer.step, at, calendar) : undefined;
  const stopped = [
    ...(suspends && transfer.step.limit ? [transfer.step] : []),
    ...(transfer.whole && !stood ? [transfer.whole] : []),
  ];
  const unsure = (stood && transfer.held?.provisional) || stopped.some((clock) => !isCertain(clock, at, calendar));
  return {
    held: {
      state: suspends ? transfer.state : "corrected",
      ...(left !== undefined && { left }),
      ...(whole !== undefined && { whole }),
      ...(unsure && { provisional: true }),
    },
  };
}

type From = { since: PlainDate; whole: Clock | undefined; before: Waiting | undefined; left?: Transfer["held"] };

export function waitingIn(
  { kind, from, to }: Pick<Transfer, "kind" | "from" | "to">,
  state: TransferState,
  { since, whole, before, left }: From,
  reckoning: Reckoning,
): Waiting {
  const { basis, states } = machineOf(kind);
  const { who, limit, goesOn } = states[state];
  const agency: DivisionCode | undefined = who === "new" ? to.division : who === "old" ? from.division : undefined;
  const common = { since, who, ...(agency && { agency }), basis };
  if (!limit || !agency) return common;
  if (goesOn && before?.limit) return { ...before, ...common, since: before.since };
  if (limit === "whole") return { ...common, ...ofWhole(whole, since) };
  return { ...common, ...startClock({ limit, since, region: agency, days: left?.left, unsure: left?.provisional }, reckoning) };
}

/** On its way only the limit of the whole runs. It is never over before a step has begun: then it is due at once. */
function ofWhole(whole: Clock | undefined, since: PlainDate): Partial<Clock> {
  if (!whole) return {};
  const { dueAt } = whole;
  return { ...whole, since, ...(dueAt && { dueAt: dueAt < since ? since : dueAt }) };
}
