// Within how many days the law wants something done. Handbook 9 and 6.
import * as v from "valibot";
import { accepted, type Result } from "../kernel/result.ts";
import type { Key } from "../policy/keys.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

const limits = {
  registration: { key: "limit.registration", counted: "working-days" },
  "pension-award": { key: "limit.pension-award", counted: "working-days" },
  "maternity-allowance": { key: "limit.maternity-allowance", counted: "working-days" },
  "medical-reimbursement": { key: "limit.medical-reimbursement", counted: "working-days" },
  "injury-reimbursement": { key: "limit.injury-reimbursement", counted: "working-days" },
  "unemployment-benefit": { key: "limit.unemployment-benefit", counted: "working-days" },
  "training-subsidy": { key: "limit.training-subsidy", counted: "working-days" },
  "entitlement-loss": { key: "limit.entitlement-loss", counted: "working-days" },
  "pension-transfer-step": { key: "limit.pension-transfer-step", counted: "working-days" },
  "pension-transfer-whole": { key: "limit.pension-transfer-whole", counted: "working-days" },
  "pension-switch-step": { key: "limit.pension-switch-step", counted: "working-days" },
  "resident-pension-transfer-step": { key: "limit.resident-pension-transfer-step", counted: "working-days" },
  "unemployment-transfer-step": { key: "limit.unemployment-transfer-step", counted: "working-days" },
  "medical-transfer-out": { key: "limit.medical-transfer-out", counted: "working-days" },
  "medical-transfer-whole": { key: "limit.medical-transfer-whole", counted: "working-days" },
  "medical-transfer-in": { key: "limit.medical-transfer-in", counted: "working-days" },
  "employer-registers": { key: "limit.employer-registers", counted: "calendar-days" },
  "employer-reports-leavers": { key: "limit.employer-reports-leavers", counted: "calendar-days" },
} as const satisfies Record<string, { key: Key; counted: "working-days" | "calendar-days" }>;

export type LimitName = keyof typeof limits;
export const LimitName = v.picklist(Object.keys(limits) as LimitName[]); // they are its keys, and Object.keys forgets that
export type Limit = { days: number; counted: "working-days" | "calendar-days" };

export function statutoryLimit(name: LimitName, law: Law): Result<Limit, NeedsStaff> {
  const { key, counted } = limits[name];
  const held = law.read({ days: key });
  return held.ok ? accepted({ days: held.value.days, counted }) : held;
}
