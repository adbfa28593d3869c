// Which money moves with a transfer, as far as the register or an answer tells, in fen. What it cannot tell, the agencies' own sheet
// does: it holds nothing up. Handbook 6.1-6.5.
import { exact, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { benefitMonths, carriedOver } from "../unemployment/duration.ts";
import type { TransferWish } from "./contract.ts";
import { countMonths, paidMonths } from "./months.ts";
import { pensionFund } from "./pension-fund.ts";
import { isSameProvince } from "./places.ts";
import type { Relation } from "./shown.ts";
import { lawAt, movingWithCarried, type Situation } from "./situation.ts";
import type { Amounts } from "./transfer.ts";
import { unemploymentFund } from "./unemployment.ts";

/** `awaited`: money has to arrive, however much. `missing`: what the amount leaves open, or why there is none. */
export type Moved = { awaited: boolean; money?: Amounts; inFull?: true; missing: string[] };

const amounts = (account: number, pool = 0): Amounts => ({ account, pool, total: account + pool });

/** Those in which something was paid; nothing where a file of one of them named no amounts. */
function named(relations: readonly Relation[]): (Relation & { personal: number })[] | undefined {
  const paid = relations.filter((relation) => countMonths([relation]) > 0);
  const told = paid.flatMap((relation) =>
    relation.personal === undefined ? [] : [{ ...relation, personal: relation.personal }],
  );
  return paid.length > 0 && told.length === paid.length ? told : undefined;
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);

/** What lies in the accounts, without interest. Undefined: no file names it. */
function accountOf(situation: Situation, relations: readonly Relation[]): Result<number | undefined, NeedsStaff> {
  const told = named(relations);
  if (!told) return accepted(undefined);
  const parts: number[] = [];
  for (const { scheme, insuredAs, personal, unit = 0, subsidy = 0, wages } of told) {
    if (scheme === "170") parts.push(personal + unit + subsidy);
    else if (insuredAs !== "flexible") parts.push(personal);
    else {
      // They pay the pool's part too, and a file may call all of it theirs: no more than the share of the account lies in it.
      const held = lawAt(situation, situation.wish.from).read({ rate: "flexible-pension.account-rate" });
      if (!held.ok) return held;
      if (wages.some(({ monthlyBase }) => monthlyBase === 0)) return accepted(undefined);
      const all = sumOf(wages.map(({ monthlyBase, months }) => monthlyBase * months));
      parts.push(Math.min(personal, whole(times(exact(all), held.value.rate))));
    }
  }
  return accepted(sumOf(parts));
}

export function moneyOf(situation: Situation): Result<Moved, NeedsStaff> {
  const { wish } = situation;
  const moving = movingWithCarried(situation);
  switch (wish.kind) {
    case "employee-pension":
      return employeesMoney(situation, moving, wish);
    case "resident-pension":
    case "pension-switch": {
      const account = accountOf(situation, moving);
      return account.ok ? accepted(accountMoved(account.value)) : account;
    }
    case "medical":
      // Residents have no account.
      if (wish.scheme === "390") return accepted({ awaited: false, missing: [] });
      return accepted(
        wish.balance === undefined
          ? { awaited: true, missing: ["account-balance"] }
          : { awaited: true, money: amounts(wish.balance), missing: [] },
      );
    case "unemployment":
      return benefitMoved(situation, moving, wish);
  }
}

/** What was paid into an account; its interest is the agency's to say. */
const accountMoved = (account: number | undefined): Moved =>
  account === undefined
    ? { awaited: true, missing: ["account-balance"] }
    : { awaited: true, money: amounts(account), missing: ["account-interest"] };

type Employees = Extract<TransferWish, { kind: "employee-pension" }>;
type Unemployment = Extract<TransferWish, { kind: "unemployment" }>;

/** Within a province no money moves. What lay in a temporary account moves in full, the employer's part too. */
function employeesMoney(situation: Situation, moving: readonly Relation[], wish: Employees): Result<Moved, NeedsStaff> {
  if (isSameProvince(wish.from, wish.to)) return accepted({ awaited: false, missing: [] });
  const held = accountOf(situation, moving);
  if (!held.ok) return held;
  const account = held.value;
  if (account === undefined) return accepted({ ...accountMoved(undefined), ...(wish.temporary && { inFull: true }) });
  if (wish.temporary) {
    const paid = sumOf((named(moving) ?? []).map(({ personal, unit = 0 }) => personal + unit));
    return accepted({ awaited: true, money: amounts(account, paid - account), inFull: true, missing: ["account-interest"] });
  }
  const bases = moving.flatMap(({ wages }) => wages);
  const law = lawAt(situation, wish.from);
  const fund = pensionFund({ ownBefore1998: 0, accountSince1998: account, bases }, law);
  if (fund.ok && !tellWages(moving, law)) return accepted({ awaited: true, missing: ["wages"] });
  return fund.ok ? accepted({ awaited: true, money: fund.value, missing: ["account-interest"] }) : fund;
}

/** Whether each month of which the pool's part moves has a wage: a file that names none says nothing, and not nought. */
function tellWages(moving: readonly Relation[], law: Law): boolean {
  const held = law.read({ from: "pension-transfer.pool-from" });
  return moving.every((relation) => {
    const paid = paidMonths(relation).filter((month) => held.ok && month >= held.value.from).length;
    const told = relation.wages.filter(({ year, monthlyBase }) => held.ok && `${year}-12` >= held.value.from && monthlyBase > 0);
    return sumOf(told.map(({ months }) => months)) >= paid;
  });
}

/** Only who claims the benefit elsewhere takes money along, and only into another province. */
function benefitMoved(situation: Situation, moving: readonly Relation[], wish: Unemployment): Result<Moved, NeedsStaff> {
  if (!wish.claims || isSameProvince(wish.from, wish.to)) return accepted({ awaited: false, missing: [] });
  const paidMonthsAtOrigin = countMonths(moving);
  const law = lawAt(situation, wish.from);
  const byMonthsPaid = benefitMonths(paidMonthsAtOrigin, law);
  if (!byMonthsPaid.ok) return byMonthsPaid;
  const entitled = carriedOver({ entitled: wish.entitledMonths ?? byMonthsPaid.value, unused: 0 }, law);
  if (!entitled.ok) return entitled;
  const fundOf = (monthlyBenefit: number) =>
    unemploymentFund(
      {
        paidMonthsAtOrigin,
        monthlyBenefit,
        entitledMonths: entitled.value,
        drawnMonths: wish.drawnMonths ?? 0,
      },
      law,
    );
  const [any, told] = [fundOf(1_00), fundOf(wish.monthlyBenefit ?? 0)];
  if (!any.ok) return any;
  if (!told.ok) return told;
  if (any.value === 0) return accepted({ awaited: false, missing: [] });
  return accepted(
    wish.monthlyBenefit === undefined
      ? { awaited: true, missing: ["monthly-benefit"] }
      : { awaited: true, money: amounts(0, told.value), missing: [] },
  );
}
