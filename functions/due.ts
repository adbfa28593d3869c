import { loadedCalendar } from "../shared/kernel/loaded-calendar.ts";
import { dueDate, type WorkingCalendar } from "../shared/kernel/working-days.ts";
import type { Policy } from "../shared/policy/law.ts";
import { deployedPolicy } from "./policy.ts";
import type { Due } from "./task-for.ts";

/**
 * The legal limit of the place (社会保险经办条例 Art. 6, 10), by the calendar this service was deployed with. Past it the date is
 * counted Monday to Friday and marked as provisional. Without a limit nobody waits: it is due at once, and says what is missing.
 * Either way it says what it was counted from, so that the clock counts it again (functions/clock/recount.ts).
 */
export const dueBy =
  (policy: Policy, calendar: WorkingCalendar = loadedCalendar): Due =>
  (received, region, key = "limit.registration") => {
    const limit = policy({ region, asOf: received }).read({ workingDays: key });
    const counted = { from: received, limit: key };
    if (!limit.ok) return { dueAt: received, provisional: true, missing: limit.refusal.key, counted };
    const count = dueDate({ received, ...limit.value, calendar });
    return count.error ? { dueAt: count.provisional, provisional: true, counted } : { dueAt: count.due, provisional: false };
  };

export const dueOn: Due = dueBy(deployedPolicy);
