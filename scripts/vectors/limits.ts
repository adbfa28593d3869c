import * as v from "valibot";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import { accepted } from "../../shared/kernel/result.ts";
import { type LimitName, statutoryLimit } from "../../shared/limits/limits.ts";
import { type TransferLimit, transferLimits } from "../../shared/limits/transfers.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { startClock } from "../../shared/transfer/clock.ts";
import { outputs } from "./inputs.ts";
import { runner, type Section } from "./section.ts";

/** The wording of packs. */
const items = {
  "personal registration / change / cancellation": "registration",
  "pension award": "pension-award",
  "maternity allowance": "maternity-allowance",
  "manual medical reimbursement": "medical-reimbursement",
  "manual injury reimbursement": "injury-reimbursement",
  "unemployment benefit": "unemployment-benefit",
  "training subsidy": "training-subsidy",
  "duty to tell the office about loss of entitlement": "entitlement-loss",
  "employee pension transfer, each of 3 steps": "pension-transfer-step",
  "urban-rural pension switch, each of 3 steps": "pension-switch-step",
  "medical transfer out": "medical-transfer-out",
  "medical transfer in": "medical-transfer-in",
  "employer registers new employee (calendar days)": "employer-registers",
  "employer reports terminated staff (calendar days)": "employer-reports-leavers",
} as const satisfies Record<string, LimitName>;

/** What agencies do in a transfer is asked of the clock that transfers go by. */
const isOfTransfers = (limit: LimitName): limit is TransferLimit => limit in transferLimits;

function limitOf(limit: LimitName, policy: Policy, today: PlainDate) {
  const law = policy({ region: "national", asOf: today });
  if (!isOfTransfers(limit)) return statutoryLimit(limit, law);
  const { days } = startClock({ limit, since: today, region: "national" }, { calendar: loadedCalendar, policy });
  return days === undefined ? statutoryLimit(limit, law) : accepted({ days, counted: "working-days" as const });
}

type Item = keyof typeof items;
const isItem = (given: string): given is Item => Object.keys(items).includes(given);

export const limitSections = (policy: Policy): Record<string, Section> => ({
  statutory_limits_working_days: {
    cases: runner(v.object({ item: v.pipe(v.string(), v.check(isItem, "is no limit that is known")) }), ({ item }, today) => {
      if (!isItem(item)) return {};
      const found = limitOf(items[item], policy, today);
      return outputs(found, ["limit", "limit_calendar"], ({ days, counted }) => ({
        limit: counted === "working-days" ? days : null,
        limit_calendar: counted === "calendar-days" ? days : null,
      }));
    }),
  },
});
