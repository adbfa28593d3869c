// Within how many days the law wants something done. Handbook 9 and 6.
import { accepted, type Result } from "../kernel/result.ts";
import type { Key } from "../policy/keys.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { transferLimits } from "./transfers.ts";

const limits = {
  registration: { key: "limit.registration", counted: "working-days" },
  "pension-award": { key: "limit.pension-award", counted: "working-days" },
  "maternity-allowance": { key: "limit.maternity-allowance", counted: "working-days" },
  "medical-reimbursement": { key: "limit.medical-reimbursement", counted: "working-days" },
  "injury-reimbursement": { key: "limit.injury-reimbursement", counted: "working-days" },
  "unemployment-benefit": { key: "limit.unemployment-benefit", counted: "working-days" },
  "training-subsidy": { key: "limit.training-subsidy", counted: "working-days" },
  "entitlement-loss": { key: "limit.entitlement-loss", counted: "working-days" },
  "employer-registers": { key: "limit.employer-registers", counted: "calendar-days" },
  "employer-reports-leavers": { key: "limit.employer-reports-leavers", counted: "calendar-days" },
  ...transferLimits,
} as const satisfies Record<string, { key: Key; counted: "working-days" | "calendar-days" }>;

export type LimitName = keyof typeof limits;
export type Limit = { days: number; counted: "working-days" | "calendar-days" };

export function statutoryLimit(name: LimitName, law: Law): Result<Limit, NeedsStaff> {
  const { key, counted } = limits[name];
  const held = law.read({ days: key });
  return held.ok ? accepted({ days: held.value.days, counted }) : held;
}
