import type { Instant } from "../../shared/kernel/calendar.ts";

/**
 * Something the clock does every minute. Whatever it does, doing it twice changes nothing more, and it may be killed between any two
 * calls. `failed`: what could not be done now and is tried again in the next minute; the rest goes on. `isOver`: its time is up; it
 * stops where it is, and the next minute goes on from there.
 */
export type Job = (now: Instant, failed: (error: unknown) => void, isOver: () => boolean) => Promise<void>;

/** Each job after the other, each with its share of the time that is left: a long one keeps no other from its turn. */
export async function takeTurns(jobs: readonly Job[], now: Instant, { ms, clock }: { ms: number; clock: () => number }) {
  const failures: unknown[] = [];
  const end = clock() + ms;
  for (const [nth, job] of jobs.entries()) {
    const until = clock() + (end - clock()) / (jobs.length - nth);
    const failed = (error: unknown) => void failures.push(error);
    try {
      await job(now, failed, () => clock() >= until);
    } catch (error) {
      failed(error);
    }
  }
  return failures;
}
