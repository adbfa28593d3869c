// Within how many working days a ticket is answered (handbook 11). The numbers are parameters: a region may have its own.
import { accepted, type Result } from "../kernel/result.ts";
import type { Key } from "../policy/keys.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import type { Category, State } from "./ticket.ts";

/** `extension`: once so many days longer, with word to the caller. */
const levels = {
  "consultation-direct": { limit: "helpline.consultation-direct", extension: null },
  "consultation-expert": { limit: "helpline.consultation-expert", extension: null },
  "query-correction": { limit: "helpline.query-correction", extension: null },
  "complaint-accept": { limit: "helpline.complaint-accepted", extension: null },
  "complaint-close": { limit: "helpline.complaint-closed", extension: "helpline.complaint-extension" },
  "suggestion-reply": { limit: "helpline.suggestion-reply", extension: null },
  "plea-reply": { limit: "helpline.plea-reply", extension: null },
  // 劳动保障监察条例 第17条
  "labour-accept": { limit: "limit.labour-complaint-accepted", extension: null },
  "labour-close": { limit: "limit.labour-complaint-closed", extension: "limit.labour-complaint-extension" },
} as const satisfies Record<string, { limit: Key; extension: Key | null }>;

type Levels = typeof levels;
export type ServiceLevel = keyof Levels;
export type LimitOfTickets = Exclude<Levels[ServiceLevel]["limit" | "extension"], null>;
/** The keys by which the days are read; tickets and conformance packs both ask here. */
export const keysOf = (level: ServiceLevel): { limit: LimitOfTickets; extension: LimitOfTickets | null } => levels[level];

export function serviceLevel(
  level: ServiceLevel,
  law: Law,
): Result<{ workingDays: number; extension: number | null }, NeedsStaff> {
  const { limit, extension } = keysOf(level);
  const held = law.read({ days: limit });
  if (!held.ok) return held;
  if (!extension) return accepted({ workingDays: held.value.days, extension: null });
  const longer = law.read({ days: extension });
  return longer.ok ? accepted({ workingDays: held.value.days, extension: longer.value.days }) : longer;
}

type Waiting = { category?: Category | undefined; labour?: true | undefined; state: State; reopened?: true | undefined };

/**
 * By which limit a ticket waits now, and from when it is counted. Nothing where nobody waits. Without a category it is a question.
 * Opened again it is counted from that day until it ends: `acceptedAt` is written anew then.
 */
export function waitsBy({
  category = "consultation",
  labour,
  state,
  reopened,
}: Waiting): { level: ServiceLevel; since: "opened" | "accepted" } | undefined {
  if (!["NEW", "ACCEPTED", "ASSIGNED", "IN_PROGRESS", "REOPENED"].includes(state)) return undefined;
  const isNew = state === "NEW";
  if (category === "complaint")
    return isNew
      ? { level: labour ? "labour-accept" : "complaint-accept", since: "opened" }
      : { level: labour ? "labour-close" : "complaint-close", since: "accepted" };
  const level = isNew && category === "consultation" ? "consultation-direct" : answered[category];
  return { level, since: reopened ? "accepted" : "opened" };
}

const answered = {
  consultation: "consultation-expert",
  query: "query-correction",
  suggestion: "suggestion-reply",
  plea: "plea-reply",
} as const satisfies Record<Exclude<Category, "complaint">, ServiceLevel>;
