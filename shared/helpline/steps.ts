// Whether a ticket may take a step, and until when the next one is due.
import { dateOf, daysBetween, type Instant, type PlainDate } from "../kernel/calendar.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { keysOf, waitsBy } from "./service-levels.ts";
import { type Category, type State, type StepName, stepNames, steps } from "./ticket.ts";

export type TicketFinding =
  | "ticket.not-now"
  | "ticket.category-missing"
  | "ticket.reopened-before"
  | "ticket.too-late"
  | "ticket.not-extendable";

/** As much of a ticket as its life depends on. `acceptedAt`: the day from which the limit of closing is counted. */
export type Life = {
  state: State;
  category?: Category | undefined;
  labour?: true | undefined;
  acceptedAt?: PlainDate | undefined;
  dueAt?: PlainDate | undefined;
  reopened?: true | undefined;
  extended?: true | undefined;
  history: readonly { state: State; at: Instant }[];
};
/** `reopeningDays`: by the rule of the place (parameter `helpline.reopening`); without one nobody reopens. */
export type Today = { today: PlainDate; reopeningDays: number | undefined };
export type AnyStep = StepName | "extend";

/** Every step but the answer on the spot needs to know what kind of ticket it is: the limits depend on it. */
const WITHOUT_CATEGORY: readonly AnyStep[] = ["answer"];

export function refusesStep(life: Life, step: AnyStep, { today, reopeningDays }: Today): Finding<TicketFinding> | undefined {
  if (step === "extend") return refusesExtension(life, today);
  const { leaves }: { leaves: readonly State[] } = steps[step];
  if (!leaves.includes(life.state)) return finding("ticket.not-now", "step");
  if (!life.category && !WITHOUT_CATEGORY.includes(step)) return finding("ticket.category-missing", "category");
  if (step !== "reopen") return undefined;
  if (life.reopened) return finding("ticket.reopened-before", "step");
  const ended = life.history.at(-1)?.at;
  const inTime = ended && reopeningDays !== undefined && daysBetween(dateOf(ended), today) <= reopeningDays;
  return inTime ? undefined : finding("ticket.too-late", "step");
}

/** Once, before the day is over, and where a rule says how much longer. */
function refusesExtension(life: Life, today: PlainDate): Finding<TicketFinding> | undefined {
  const waits = life.state === "NEW" ? undefined : waitsBy(life);
  if (!waits) return finding("ticket.not-now", "step");
  if (!keysOf(waits.level).extension || life.extended) return finding("ticket.not-extendable", "step");
  return life.dueAt && today <= life.dueAt ? undefined : finding("ticket.not-extendable", "step");
}

/** All that can be done with it now. */
export const openSteps = (life: Life, now: Today): AnyStep[] =>
  [...stepNames, "extend" as const].filter((step) => refusesStep(life, step, now) === undefined);
