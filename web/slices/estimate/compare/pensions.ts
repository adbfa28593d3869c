// Both pensions in one table, with a picture of what comes each month.
import {
  type EmployeeFuture,
  type EmployeePlan,
  employeeFuture,
  employeePlan,
} from "../../../../shared/estimate/employee-outlook.ts";
import { type FlexibleCosts, flexibleCosts } from "../../../../shared/estimate/flexible-costs.ts";
import { type ResidentPlan, residentStanding, type TierPlan, tierInReach } from "../../../../shared/estimate/resident-plan.ts";
import { decimal } from "../../../../shared/kernel/exact.ts";
import { formatYuan } from "../../../../shared/kernel/money.ts";
import type { Result } from "../../../../shared/kernel/result.ts";
import type { Law, NeedsStaff } from "../../../../shared/policy/law.ts";
import { fill } from "../../../words.ts";
import { inYuan, roughly } from "../amounts.ts";
import { formula, needsStaff, outcome, type Piece, paragraph, table } from "../answer.ts";
import { type Bar, barShapes, picture } from "../picture.ts";
import { regionName } from "../region.ts";
import { spanIn } from "../span.ts";
import { type Facts, monthAt, percent, words, yuan } from "./words.ts";

type Paid = Extract<FlexibleCosts["pension"], { ok: true }>["value"];
type Employee = { plan: EmployeePlan; paid: Paid | undefined; future: Result<EmployeeFuture, NeedsStaff> };
type Resident = { plan: ResidentPlan; tier: TierPlan };

/** `home`: the law of the place of registration, where the resident pension is joined (国发〔2014〕8号). */
export function pensionsInWords(facts: Facts, law: Law, home: Law): Piece[] {
  const [plan, standing] = [employeePlan(facts.life, law), residentLife(facts, home)];
  if (!plan.ok) return [needsStaff(plan.refusal, law, words)];
  if (!standing.ok) return [needsStaff(standing.refusal, home, words)];
  const found = standing.value;
  const tier = found.is === "plan" ? (tierInReach(found, { canPay: facts.canPay, hardUp: false }) ?? found.tiers[0]) : undefined;
  const resident = found.is === "plan" && tier ? { plan: found, tier } : undefined;
  const employee = employeeOf(facts, plan.value, law);
  const { future } = employee;
  return [
    ...outcomeInWords(plan.value, resident, found.is === "of-age" ? found.benefitAge : 0),
    ...pictureOf(employee, resident),
    table(words.pensions, [words.about, nameOf(employee), tierName(resident)], rowsOf(employee, resident)),
    ...(plan.value.missing > 0 ? [paragraph(words.shortText)] : []),
    ...(future.ok ? [] : [needsStaff(future.refusal, law, words), paragraph(words.tell)]),
    ...(future.ok && plan.value.missing === 0 ? formulaInWords(future.value, law) : []),
    ...(resident && home.region !== law.region
      ? [paragraph(fill(words.home, { home: regionName(home.region, words.nationwide) }))]
      : []),
    ...(resident && resident.plan.missingYears > 0 ? [paragraph(words.madeUp)] : []),
    ...(resident && !resident.plan.offer.own ? [paragraph(words.frame)] : []),
  ];
}

const residentLife = ({ life: { birth } }: Facts, law: Law) =>
  residentStanding({ birth, student: false, hardUp: false, paidYears: 0, account: 0 }, law);

function employeeOf({ life, base, floor, told }: Facts, plan: EmployeePlan, law: Law): Employee {
  const { limits, pension } = flexibleCosts({ chosen: base, toldFloor: floor }, law);
  const paid = pension.ok ? pension.value : undefined;
  if (!limits.ok) return { plan, paid, future: limits };
  if (!pension.ok) return { plan, paid, future: pension };
  const own = law.read({ base: "employee-pension.calculation-base" });
  const paidOn = { contribution: pension.value, average: limits.value.average, calculationBase: own.ok ? null : told };
  return { plan, paid, future: employeeFuture(life, paidOn, law) };
}

function outcomeInWords(plan: EmployeePlan, resident: Resident | undefined, benefitAge: number): Piece[] {
  const from = monthAt(plan.from, plan.ageMonths);
  if (plan.monthsAhead === 0) return [outcome(fill(words["outcome.past"], { from })), paragraph(words["past.text"])];
  if (!resident) return [outcome(fill(words["outcome.of-age"], { age: benefitAge }))];
  const draws = monthAt(resident.plan.draws, resident.plan.benefitAge * 12);
  return [outcome(fill(words.outcome, { from, draws }))];
}

const nameOf = ({ paid }: Employee) => (paid ? fill(words.employee, { base: inYuan(paid.base) }) : words["employee.unknown"]);
const tierName = (resident: Resident | undefined) =>
  resident ? fill(words.resident, { tier: inYuan(resident.tier.tier) }) : words["resident.of-age"];

const DIGITS = 2;

function rowsOf({ plan, paid, future }: Employee, resident: Resident | undefined): string[][] {
  const money = (tell: (contribution: Paid) => number) => (paid ? yuan(tell(paid)) : words.blank);
  const ofTier = (tell: (known: Resident) => string) => (resident ? tell(resident) : words.none);
  const futures = resident?.tier.futures ?? [];
  const notYet = plan.missing > 0 ? words.notYet : words.blank;
  const shown = plan.missing === 0 && future.ok ? future.value.futures : [];
  const monthly = [0, 1, 2].map((index) => {
    const [one, other] = [shown[index], futures[index]];
    const growth = one?.growth ?? other?.growth;
    return [
      index === 0 || !growth ? words.monthly : fill(words.grown, { growth: percent(growth) }),
      one ? fill(words.yuan, { n: roughly(one.pension.total ?? 0) }) : notYet,
      other ? fill(words.yuan, { n: roughly(other.pension.monthly) }) : words.none,
    ];
  });
  return [
    [words.cost, money(({ period }) => period), ofTier(({ tier }) => yuan(tier.tier))],
    [
      words.own,
      money(({ toAccount }) => toAccount * 12),
      ofTier(({ tier }) => fill(words.gov, { n: inYuan(tier.tier + tier.subsidy), given: inYuan(tier.subsidy) })),
    ],
    [words.from, monthAt(plan.from, plan.ageMonths), ofTier(drawnFrom)],
    [words.least, spanIn(plan.minimum, words), ofTier(({ plan: { minimumYears } }) => spanIn(minimumYears * 12, words))],
    [
      words.paidThen,
      paidByThen(plan.months, plan.missing),
      ofTier(({ plan: { paymentsLeft, missingYears } }) => paidByThen(paymentsLeft * 12, missingYears * 12)),
    ],
    ...monthly,
    [
      words.gap,
      shown.length > 0 && future.ok ? yuan(future.value.lessForAYear) : notYet,
      ofTier(({ tier }) => yuan(tier.anotherYear)),
    ],
  ];
}

/** Years of the resident pension that are missing are reckoned as made up: see residentStanding. */
const paidByThen = (paid: number, missing: number) =>
  fill(missing > 0 ? words.short : "{paid}", { paid: spanIn(paid, words), missing: spanIn(missing, words) });

const drawnFrom = ({ plan: { draws, benefitAge } }: Resident) => monthAt(draws, benefitAge * 12);

function pictureOf(employee: Employee, resident: Resident | undefined): Piece[] {
  const bar = (label: string, fen: number): Bar => ({ label, text: fill(words["bar.text"], { n: roughly(fen) }), value: fen });
  const { future } = employee;
  const bars = [
    ...(future.ok && employee.plan.missing === 0
      ? [bar(words["employee.unknown"], future.value.futures[0]?.pension.total ?? 0)]
      : []),
    ...(resident ? [bar(words["resident.of-age"], resident.tier.futures[0]?.pension.monthly ?? 0)] : []),
  ];
  const text = bars.map(({ label, text: said }) => `${label}: ${said}`).join("; ");
  return bars.length > 1 ? [picture(barShapes(bars), fill(words.picture, { text }))] : [];
}

function formulaInWords({ futures, index, base }: EmployeeFuture, law: Law): Piece[] {
  const accrual = law.read({ rate: "employee-pension.accrual-rate" });
  const [today] = futures;
  if (!today || !accrual.ok) return [];
  const { years, basic, account, total } = today.pension;
  const numbers = {
    base: inYuan(base),
    index: decimal(index, DIGITS),
    years: decimal(years, DIGITS),
    rate: percent(accrual.value.rate),
  };
  const parts = { basic: formatYuan(basic), account: formatYuan(account ?? 0), total: formatYuan(total ?? 0) };
  return [formula(`${fill(words.formula, { ...numbers, ...parts })}${fill(words.index, { index: numbers.index })}`)];
}
