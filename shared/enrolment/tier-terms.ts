// What a tier of the resident pension costs and what the government adds. Handbook 4, 7.3.
import * as v from "valibot";
import { tiersOnOffer } from "../estimate/tiers-on-offer.ts";
import { monthOf, PlainDate } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { Policy } from "../policy/law.ts";
import type { Terms } from "./joining.ts";
import type { Asked } from "./life.ts";
import { currentOf, type Paid, type TermsFinding } from "./terms.ts";

/** A year's payment is due within the calendar year. */
export function tierTerms(
  wish: Extract<Paid, { scheme: "170" }>,
  asked: Asked,
  policy: Policy,
): Result<Terms, Finding<TermsFinding>[]> {
  const region = wish.action === "join" ? wish.region : currentOf(asked, "170")?.region;
  if (!region) return refused([finding("enrolment.not-enrolled", "wish", "scheme")]);
  const offer = tiersOnOffer(policy({ region, asOf: asked.today }), wish.hardship !== undefined);
  if (!offer.ok) return refused([finding("enrolment.tiers-not-loaded", "wish", "tier")]);
  const { tiers, missing, kept } = offer.value;
  const chosen = tiers.find(({ tier }) => tier === wish.tier);
  if (!chosen) return refused([finding("enrolment.tier-not-offered", "wish", "tier")]);
  return accepted({
    region,
    insuredAs: "resident",
    tier: chosen.tier,
    subsidy: chosen.subsidy,
    frequency: "year",
    from: monthOf(asked.today),
    months: 12,
    cost: chosen.tier,
    regular: chosen.tier,
    payBy: v.parse(PlainDate, `${asked.today.slice(0, 4)}-12-31`),
    ...(wish.hardship && chosen.tier === kept && { takenOver: true }),
    missing: missing.filter((key) => key === "resident-pension.tiers"),
  });
}
