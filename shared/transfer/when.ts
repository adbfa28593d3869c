// Whether a move and what was paid lie in a time of which the rules know anything.
import { finding, type Rule } from "../kernel/rule.ts";
import type { Key } from "../policy/keys.ts";
import type { Scheme } from "../scheme.ts";
import { paidMonths } from "./months.ts";
import { movingIn, type Situation } from "./situation.ts";
import type { TransferKind } from "./transfer.ts";

export type WhenFinding = "transfer.moved-in-future" | "transfer.before-scheme";
type WhenRule = Rule<Situation, WhenFinding>;

/** What each kind goes by: a move before that day was under rules that this service does not know. */
export const ruledBy = {
  "employee-pension": "pension-transfer.relation-months",
  "resident-pension": "resident-pension.at",
  "pension-switch": "pension-switch.minimum-months",
  medical: "medical-transfer.gap-at-most",
  unemployment: "unemployment-transfer.minimum-months",
} as const satisfies Record<TransferKind, Key>;

export const movedUnderTheLaw: WhenRule = ({ wish, policy, today }) => {
  const { movedOn, to, kind } = wish;
  if (!movedOn) return undefined;
  if (movedOn > today) return finding("transfer.moved-in-future", "wish", "movedOn");
  const law = policy({ region: to, asOf: today });
  const known = (key: Key) => law.entry(key).ok && !law.on(movedOn).entry(key).ok;
  return known(ruledBy[kind]) ? finding("transfer.before-scheme", "wish", "movedOn") : undefined;
};

const began: Partial<Record<Scheme, Key>> = {
  "110": "employee-pension.began",
  "120": "employee-pension.began",
  "170": "resident-pension.began",
  "210": "unemployment.began",
  "310": "employee-medical.began",
  "390": "resident-medical.began",
};

/** Nobody paid before there was anything to pay into. */
export const paidInItsTime: WhenRule = (situation) => {
  const { policy, today } = situation;
  const wrong = movingIn(situation).some((relation) => {
    const key = began[relation.scheme];
    const held = key && policy({ region: relation.region, asOf: today }).entry(key);
    const first = paidMonths(relation)[0];
    return held?.ok && first !== undefined && first < held.value.value;
  });
  return wrong ? finding("transfer.before-scheme", "wish", "from") : undefined;
};
