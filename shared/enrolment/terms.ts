// What a wish comes to: where, how much, how often, until when. Handbook 7. What is not loaded stands in `missing`.
import type { Result } from "../kernel/result.ts";
import type { Finding } from "../kernel/rule.ts";
import type { Policy } from "../policy/law.ts";
import type { Wish } from "./contract.ts";
import { flexibleTerms } from "./flexible-terms.ts";
import type { Terms, ToPay } from "./joining.ts";
import type { Asked } from "./life.ts";
import { medicalTerms } from "./medical-terms.ts";
import { tierTerms } from "./tier-terms.ts";

export type TermsFinding =
  | "enrolment.not-enrolled"
  | "enrolment.employer-decides"
  | "enrolment.month-past"
  | "enrolment.month-far"
  | "enrolment.base-below-floor"
  | "enrolment.base-above-cap"
  | "enrolment.frequency-not-offered"
  | "enrolment.tier-not-offered"
  | "enrolment.tiers-not-loaded"
  | "enrolment.cover-year"
  | "enrolment.year-over"
  | "enrolment.period-not-begun";
export type Paid = Exclude<Wish, { action: "stop" }>;

/** `asked.region` of a joining is the place named; a change stays where the enrolment is. */
export function termsOf(wish: Paid, asked: Asked, policy: Policy): Result<Terms, Finding<TermsFinding>[]> {
  switch (wish.scheme) {
    case "170":
      return tierTerms(wish, asked, policy);
    case "390":
      return medicalTerms(wish, asked, policy);
    default:
      return flexibleTerms(wish, asked, policy);
  }
}

/** What somebody pays into now: as the agency's file has it, or as they chose it here and have not paid yet. */
export type Current = Pick<Terms, "region" | "base" | "frequency"> & { insuredAs: string };

export function currentOf({ known }: Pick<Asked, "known">, scheme: Wish["scheme"]): Current | undefined {
  const joined = known.joinings.find((one): one is ToPay => one.state === "to-pay" && one.scheme === scheme);
  const held = known.held.find((one) => one.scheme === scheme && one.status === "active");
  if (!held) return joined?.terms;
  const base = joined?.terms.base ?? held.base;
  const { frequency } = joined?.terms ?? {};
  return {
    region: held.region,
    insuredAs: held.insuredAs,
    ...(base !== undefined && { base }),
    ...(frequency && { frequency }),
  };
}

/** The amounts that a promise rests on: a page, the API and the worker have to name the same. */
export const samePrice = (one: Terms, other: Terms): boolean =>
  (["region", "base", "tier", "cost", "regular", "payBy", "from", "coverFrom"] as const).every(
    (name) => one[name] === other[name],
  );
