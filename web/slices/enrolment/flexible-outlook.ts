// What a base costs and what it does to the pension: a picture of the lowest, the middle and the chosen one. Handbook 7.2, 8.3.
import { withinLimits } from "../../../shared/contributions/base.ts";
import { contributionOn } from "../../../shared/contributions/flexible.ts";
import type { Offer } from "../../../shared/enrolment/contract.ts";
import { baseLimits } from "../../../shared/estimate/base-limits.ts";
import { employeeFuture, employeePlan, type WorkerLife } from "../../../shared/estimate/employee-outlook.ts";
import { flexibleCosts } from "../../../shared/estimate/flexible-costs.ts";
import { monthOf } from "../../../shared/kernel/calendar.ts";
import { exact, whole } from "../../../shared/kernel/exact.ts";
import type { Law } from "../../../shared/policy/law.ts";
import type { Parameter } from "../../../shared/policy/parameter.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inYuan, roughly } from "../estimate/amounts.ts";
import { type Bar, barShapes, picture } from "../estimate/picture.ts";
import type { FlexibleWords, Scheme } from "./flexible.ts";

/** Fen a month; undefined where the place's numbers are not loaded. */
export type Bases = { lowest?: number; middle?: number; highest?: number };
export type Chosen = { schemes: readonly Scheme[]; base: number | undefined; category: string };

export function basesIn(law: Law): Bases {
  const limits = baseLimits(null, law);
  if (!limits.ok) return {};
  const { floor, cap, average } = limits.value;
  return { lowest: whole(floor), middle: whole(withinLimits(average, { floor, cap }).base), highest: whole(cap) };
}

/** Fen for so many months; undefined where a number is not loaded. */
export function costOf(scheme: Scheme, base: number | undefined, months: number, law: Law): number | undefined {
  const { pension, medical } = flexibleCosts({ chosen: base ?? null, toldFloor: null }, law);
  if (scheme === "110") return pension.ok ? pension.value.month * months : undefined;
  return medical.ok ? medical.value * months : undefined;
}

type Around = { offer: Offer; law: Law; bases: Bases; name: string; used: readonly Parameter[] };

export function drawOutlook({ schemes, base, category }: Chosen, around: Around, words: FlexibleWords): Node[] {
  const { bases, name, law, used } = around;
  const { lowest, highest } = bases;
  const source = used.find(({ key }) => key === "contribution-base.floor" || key === "contribution-base.average-wage");
  const range =
    lowest === undefined || highest === undefined
      ? fill(words.unknown, { region: name })
      : fill(words.range, {
          region: name,
          least: inYuan(lowest),
          most: inYuan(highest),
          document: source?.document ?? "",
          date: dateIn(langOfPage(), source?.verifiedOn ?? law.asOf),
        });
  const cost = base === undefined ? undefined : contributionOn({ base: exact(base), clamped: null }, 1, law);
  const medical = costOf("310", base, 1, law);
  const costs = cost?.ok
    ? [
        element("p", { class: "outcome" }, fill(words.costs, { n: inYuan(cost.value.month) })),
        paragraph(fill(words.account, { n: inYuan(cost.value.toAccount) })),
      ]
    : [];
  const medicalCost = medical === undefined ? words.medicalUnknown : fill(words.medical, { n: inYuan(medical) });
  return [
    element("p", { class: "src" }, ...withPhones(range)),
    ...(schemes.includes("110") ? costs : []),
    ...(schemes.includes("310") ? [paragraph(medicalCost)] : []),
    ...(schemes.includes("110") ? effect(base, category, around, words) : []),
  ];
}

const paragraph = (text: string) => element("p", {}, ...withPhones(text));
const isCategory = (text: string): text is WorkerLife["category"] => text === "M60" || text === "F55" || text === "F50";

function effect(base: number | undefined, category: string, { offer, law, bases }: Around, words: FlexibleWords): Node[] {
  const { birth, paid } = offer.known;
  if (!birth || !isCategory(category)) return [];
  const life = { category, birth: monthOf(birth), paidMonths: paid["110"] ?? 0, account: 0 };
  const plan = employeePlan(life, law);
  if (!plan.ok) return [];
  const { from, monthsAhead, months, minimum, missing } = plan.value;
  const numbers = {
    month: dateIn(langOfPage(), from),
    years: Math.round(monthsAhead / 12),
    all: Math.floor(months / 12),
    minimum: minimum % 12 === 0 ? minimum / 12 : (minimum / 12).toFixed(1),
    n: missing,
  };
  const levels = [bases.lowest, bases.middle, base].filter(
    (fen, index, all): fen is number => fen !== undefined && all.indexOf(fen) === index,
  );
  const bars = levels.sort((a, b) => a - b).flatMap((level) => barOf(level, life, monthsAhead, law, words));
  const pension = bars.length > 0 && bars.every(({ is }) => is === "pension");
  const said = bars.map(({ bar }) => `${bar.label} ${bar.text}`).join(words.and);
  return [
    element("h2", {}, words.effect),
    paragraph(fill(missing > 0 ? words.short : words.plan, numbers)),
    ...(bars.length > 0
      ? [
          element("h3", {}, pension ? words.pension : words.savings),
          picture(barShapes(bars.map(({ bar }) => bar)), fill(words.picture, { said })),
        ]
      : []),
    ...(pension ? [] : [paragraph(bars.length > 0 ? words.basic : words.noBase)]),
    element("p", { class: "src" }, words.rough),
  ];
}

type Drawn = { is: "pension" | "savings"; bar: Bar };

/** Where the calculation base of the place is not loaded, at least what is saved in the own account. */
function barOf(level: number, life: WorkerLife, monthsAhead: number, law: Law, words: FlexibleWords): Drawn[] {
  const paid = contributionOn({ base: exact(level), clamped: null }, 1, law);
  const limits = baseLimits(null, law);
  if (!paid.ok) return [];
  const label = fill(words.level, { n: inYuan(level) });
  const future = limits.ok
    ? employeeFuture(life, { contribution: paid.value, average: limits.value.average, calculationBase: null }, law)
    : undefined;
  if (!future?.ok) {
    const saved = paid.value.toAccount * monthsAhead;
    return [{ is: "savings", bar: { label, text: roughly(saved), value: saved } }];
  }
  const totals = future.value.futures.map(({ pension }) => pension.total ?? 0);
  const [low = 0, high = low] = [totals[0], totals[totals.length - 1]];
  return [
    { is: "pension", bar: { label, text: fill(words.to, { low: roughly(low), high: roughly(high) }), value: low, most: high } },
  ];
}
