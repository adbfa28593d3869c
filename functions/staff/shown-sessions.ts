import { instantAt } from "../../shared/kernel/calendar.ts";
import type { OpenSession } from "../../shared/staff-session/contract.ts";
import type { StaffSession } from "../desk/table.ts";

/** Sessions as people see them; `here` is the one that asks. */
export const shownSessions = (sessions: readonly StaffSession[], here?: string): OpenSession[] =>
  sessions.map(({ sessionId, startedAt, seenAt }) => ({
    sessionId,
    startedAt,
    seenAt: instantAt(seenAt * 1000),
    here: sessionId === here,
  }));
