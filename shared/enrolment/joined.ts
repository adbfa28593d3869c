// How a wish stands today, seen beside what the agency's last file says. Nothing of it is stored.
import type { PlainDate } from "../kernel/calendar.ts";
import type { Known } from "./contract.ts";
import type { Joining, JoiningState, ToPay } from "./joining.ts";

export function joiningState(joining: Joining, { held }: Pick<Known, "held">, today: PlainDate): JoiningState {
  const active = held.filter(({ scheme, status }) => scheme === joining.scheme && status === "active");
  if (joining.state === "stopped") return active.length === 0 ? "seen" : "stopped";
  if (active.some((one) => shows(joining, one))) return "seen";
  return joining.terms.payBy !== undefined && joining.terms.payBy < today ? "late" : "to-pay";
}

/** A month is paid from the one it was joined for; a new base or tier has to be the one that was wished. */
function shows({ wish, terms }: ToPay, { lastPaid, base }: Known["held"][number]): boolean {
  if (lastPaid === undefined || lastPaid < terms.from) return false;
  if (wish === "change-base") return terms.base === undefined || base === terms.base;
  return wish !== "change-tier" || base === terms.tier;
}
