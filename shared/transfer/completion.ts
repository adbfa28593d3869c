// Until when a move is through if every agency takes all of its time. Handbook 6.
import type { PlainDate } from "../kernel/calendar.ts";
import { startClock } from "./clock.ts";
import { machineOf } from "./machine.ts";
import type { Situation } from "./situation.ts";
import type { Clock, TransferState, Who } from "./transfer.ts";

/** One step of the way, as the law limits it. */
export type Stage = Partial<Pick<Clock, "days" | "dueAt" | "provisional" | "missing" | "limit">> & {
  state: TransferState;
  who: Who;
};

/** `by`: if every agency takes all of its time; `missing`: the numbers of policy without which that cannot be said. */
export type Completion = { by?: PlainDate; provisional?: true; basis: string; stages: Stage[]; missing: string[] };

/** Step after step, each with all of its time, as if it were sent today; no later than the limit of the whole. */
export function completionOf(situation: Situation): Completion {
  const { wish, today } = situation;
  const { basis, states, way, whole } = machineOf(wish.kind);
  const stages: Stage[] = [];
  let since: PlainDate | undefined = today;
  for (const state of way) {
    const { who, limit, goesOn } = states[state];
    if (!limit || limit === "whole" || goesOn || !since) continue;
    const { since: _, ...clock }: Clock = startClock({ limit, since, region: who === "old" ? wish.from : wish.to }, situation);
    stages.push({ state, who, ...clock });
    since = clock.dueAt;
  }
  const all = whole && startClock({ limit: whole, since: today, region: wish.to }, situation);
  const by = [since, all?.dueAt].filter((date) => date !== undefined).sort()[0];
  const isProvisional = all?.dueAt === by && all ? all.provisional : stages[stages.length - 1]?.provisional;
  const missing = [...stages, ...(all ? [all] : [])].flatMap((clock) => clock.missing ?? []);
  return {
    ...(by && missing.length === 0 && { by }),
    ...(isProvisional && { provisional: true }),
    basis,
    stages,
    missing: [...new Set(missing)],
  };
}
