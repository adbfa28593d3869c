// What cannot be priced in a place because nobody has loaded it: said before somebody begins, with whom to ask.
import { baseLimits } from "../estimate/base-limits.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import type { Key } from "../policy/keys.ts";
import type { Policy } from "../policy/law.ts";
import type { Known, Standing } from "./contract.ts";
import type { JoinableScheme } from "./joining.ts";
import { lawFor } from "./places.ts";

const prices = {
  "110": ["flexible-pension.account-rate"],
  "310": ["flexible-medical.rate"],
  "170": ["resident-pension.tiers"],
  "390": ["resident-medical.individual-fee", "resident-medical.period-to"],
} as const satisfies Record<JoinableScheme, readonly Key[]>;

/** At the usual place of each scheme that may be joined; of another place the terms say it. */
export function withMissing(standing: Standing, known: Known, today: PlainDate, policy: Policy): Standing {
  const { scheme, is, places } = standing;
  if (is !== "may") return standing;
  const law = lawFor(scheme, known, { region: places[0]?.division, today }, policy);
  const limits = scheme === "110" || scheme === "310" ? [baseLimits(null, law)] : [];
  const read = [...limits, ...prices[scheme].map((key) => law.entry(key))];
  return { ...standing, missing: read.flatMap((held) => (held.ok ? [] : [held.refusal.key])) };
}
