import { isInvestigating, quietUntil } from "../../shared/access-log/quiet.ts";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { Fault } from "../log.ts";
import { deployedPolicy } from "../policy.ts";

/**
 * Until when the person reads only that there is an entry; undefined: they read it at once, which is the rule. `thirdPerson`: it would
 * say who somebody else is. Nobody guesses how long: without the number that is loaded for it the record stays closed.
 */
export function quietFor(purpose: string, thirdPerson: boolean, today: PlainDate): PlainDate | undefined {
  if (!thirdPerson && !isInvestigating(purpose)) return undefined;
  const limit = deployedPolicy({ region: "national", asOf: today }).read({ days: "look.quiet" });
  if (!limit.ok) throw new Fault("look.no-quiet-limit");
  return quietUntil(today, limit.value.days);
}
