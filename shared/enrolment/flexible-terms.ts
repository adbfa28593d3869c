// What a flexible worker pays into the employee pension or medical insurance. Handbook 7.2.
import * as v from "valibot";
import { flexibleCosts } from "../estimate/flexible-costs.ts";
import { monthOf, monthsBetween, PlainDate, type PlainMonth, plusDays, plusMonths } from "../kernel/calendar.ts";
import { exact, isLess, whole } from "../kernel/exact.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { Policy } from "../policy/law.ts";
import type { Frequency, Terms } from "./joining.ts";
import type { Asked } from "./life.ts";
import { type Current, currentOf, type Paid, type TermsFinding } from "./terms.ts";

type Flexible = Extract<Paid, { scheme: "110" | "310" }>;
type Chosen = { region: Current["region"]; base: number | undefined; frequency: Frequency | undefined };

export const MOST_MONTHS_AHEAD = 12;

export function flexibleTerms(wish: Flexible, asked: Asked, policy: Policy): Result<Terms, Finding<TermsFinding>[]> {
  const chosen = chosenIn(wish, asked);
  if ("code" in chosen) return refused([chosen]);
  // A month that is still to come is priced by what holds in it.
  const [first, today] = [firstDayOf(wish.from), asked.today];
  const law = policy({ region: chosen.region, asOf: first > today ? first : today });
  const costs = flexibleCosts({ chosen: chosen.base ?? null, toldFloor: null }, law);
  const often = law.read({ frequencies: `flexible-${wish.scheme === "110" ? "pension" : "medical"}.frequencies` });

  const findings = [
    monthFinding(wish.from, asked.today),
    baseFinding(wish, costs),
    frequencyFinding(wish, often.ok ? often.value.frequencies : undefined),
  ];
  const found = findings.filter((one) => one !== undefined);
  if (found.length > 0) return refused(found);

  const base = chosen.base ?? (costs.limits.ok ? whole(costs.limits.value.floor) : undefined);
  const month = wish.scheme === "110" ? monthly(costs.pension) : costs.medical;
  const months = chosen.frequency ? monthsUntilEndOf(chosen.frequency, wish.from) : 1;
  const missing = [costs.limits, month, often].flatMap((read) => (read.ok ? [] : [read.refusal.key]));
  return accepted({
    region: chosen.region,
    insuredAs: "flexible",
    ...(base !== undefined && { base }),
    ...(chosen.frequency && { frequency: chosen.frequency }),
    from: wish.from,
    months,
    ...(month.ok && { cost: month.value * months, regular: month.value * (chosen.frequency ? span[chosen.frequency] : 1) }),
    payBy: lastDayOf(plusMonths(wish.from, months - 1)),
    missing: [...new Set(missing)],
  });
}

/** A joining says all of it; a change keeps what it does not change. */
function chosenIn(wish: Flexible, asked: Asked): Chosen | Finding<TermsFinding> {
  if (wish.action === "join") return { region: wish.region, base: wish.base, frequency: wish.frequency };
  const current = currentOf(asked, wish.scheme);
  if (!current) return finding("enrolment.not-enrolled", "wish", "scheme");
  if (current.insuredAs !== "flexible") return finding("enrolment.employer-decides", "wish", "scheme");
  const { region, base, frequency } = current;
  return wish.action === "change-base" ? { region, base: wish.base, frequency } : { region, base, frequency: wish.frequency };
}

/** Months that are over are not paid for afterwards (人社部规〔2016〕132号), and nobody plans further than a year. */
export function monthFinding(
  from: PlainMonth,
  today: PlainDate,
): Finding<"enrolment.month-past" | "enrolment.month-far"> | undefined {
  const ahead = monthsBetween(monthOf(today), from);
  if (ahead < 0) return finding("enrolment.month-past", "wish", "from");
  return ahead > MOST_MONTHS_AHEAD ? finding("enrolment.month-far", "wish", "from") : undefined;
}

/** What is not within the limits is asked again, never moved to them. */
function baseFinding(wish: Flexible, { limits }: ReturnType<typeof flexibleCosts>): Finding<TermsFinding> | undefined {
  if (wish.action === "change-frequency" || wish.base === undefined || !limits.ok) return undefined;
  const base = exact(wish.base);
  if (isLess(base, limits.value.floor)) return finding("enrolment.base-below-floor", "wish", "base");
  return isLess(limits.value.cap, base) ? finding("enrolment.base-above-cap", "wish", "base") : undefined;
}

const codes = { month: "MONTH", quarter: "QUARTER", "half-year": "HALF_YEAR", year: "YEAR" } as const satisfies Record<
  Frequency,
  string
>;

function frequencyFinding(wish: Flexible, offered: readonly string[] | undefined): Finding<TermsFinding> | undefined {
  if (wish.action === "change-base" || !offered) return undefined;
  return offered.includes(codes[wish.frequency]) ? undefined : finding("enrolment.frequency-not-offered", "wish", "frequency");
}

const monthly = (pension: ReturnType<typeof flexibleCosts>["pension"]) => (pension.ok ? accepted(pension.value.month) : pension);

const span = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const satisfies Record<Frequency, number>;

/** Quarters, half-years and years are those of the calendar; whoever joins within one pays for the rest of it. */
function monthsUntilEndOf(frequency: Frequency, from: PlainMonth): number {
  const within = (Number(from.slice(5)) - 1) % span[frequency];
  return span[frequency] - within;
}

const firstDayOf = (month: PlainMonth): PlainDate => v.parse(PlainDate, `${month}-01`);

export const lastDayOf = (month: PlainMonth): PlainDate => plusDays(v.parse(PlainDate, `${plusMonths(month, 1)}-01`), -1);
