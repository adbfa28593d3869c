import type { Instant } from "../../shared/kernel/calendar.ts";

/**
 * Something the clock does every minute. Whatever it does, doing it twice changes nothing more, and it may be killed between any two
 * calls. `failed`: what could not be done now and is tried again in the next minute; the rest goes on.
 */
export type Job = (now: Instant, failed: (error: unknown) => void) => Promise<void>;
