import * as v from "valibot";
import { expect, test } from "vitest";
import { employeeContribution } from "../../shared/contributions/employee.ts";
import { flexibleContribution } from "../../shared/contributions/flexible.ts";
import { deemedDue, lateFee } from "../../shared/contributions/late-fee.ts";
import { chooseTier, nationalSubsidy } from "../../shared/contributions/resident.ts";
import { decideMedicalTwice } from "../../shared/duplicates/medical.ts";
import { countsInAnnex3 } from "../../shared/duplicates/pension.ts";
import { eligibilityOf } from "../../shared/eligibility/eligibility.ts";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { exact } from "../../shared/kernel/exact.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { statutoryLimit } from "../../shared/limits/limits.ts";
import { estimateEmployeePension } from "../../shared/pension/employee.ts";
import { accountInterest } from "../../shared/pension/interest.ts";
import { estimateResidentPension } from "../../shared/pension/resident.ts";
import { type Law, openPolicy } from "../../shared/policy/law.ts";
import { type Parameter, Region } from "../../shared/policy/parameter.ts";
import { loyaltyBonus } from "../../shared/resident-medical/incentive.ts";
import { newbornCover } from "../../shared/resident-medical/newborn.ts";
import { waitingMonths } from "../../shared/resident-medical/waiting.ts";
import { retirementOf } from "../../shared/retirement/age.ts";
import { benefitPlace } from "../../shared/transfer/benefit-place.ts";
import { decideMedicalMove } from "../../shared/transfer/medical.ts";
import { pensionFund } from "../../shared/transfer/pension-fund.ts";
import { opensTemporaryAccount } from "../../shared/transfer/temporary-account.ts";
import { unemploymentFund } from "../../shared/transfer/unemployment.ts";
import { decideSwitch } from "../../shared/transfer/urban-rural.ts";
import { benefitMonths, carriedOver } from "../../shared/unemployment/duration.ts";
import { saidBy } from "../support/chance.ts";
import { anEntry, lawWith, loaded, today } from "../support/policy.ts";

const month = (text: string) => v.parse(PlainMonth, text);
const one = exact(1);
const pension = { base: one, index: one, years: one, account: one, ageMonths: 600, yearsAhead: 1 };
const courier = { status: "FLEXIBLE" as const, age: 28, unit: "ENTERPRISE" as const, docType: "RIC" as const };

/** Each asked about a life for which it needs all of its numbers. */
const rules: Readonly<Record<string, (law: Law) => Result<unknown, unknown>>> = {
  "the pension age": (law) => retirementOf({ category: "M60", birth: month("1970-01") }, law),
  "the estimate of an employee pension": (law) => estimateEmployeePension(pension, law),
  "the interest of an account": (law) => accountInterest(2020, law),
  "the estimate of a resident pension": (law) =>
    estimateResidentPension({ basic: 1, account: 1, yearlyPayment: 1, yearlySubsidy: 1, years: 1 }, law),
  "an employee's contribution": (law) => employeeContribution({ wage: 1, floor: 1, cap: 1 }, law),
  "a flexible worker's contribution": (law) => flexibleContribution({ average: 1, chosen: 1, periodMonths: 1 }, law),
  "the late fee": (law) => lateFee({ owed: 1, days: 1 }, law),
  "what is due undeclared": (law) => deemedDue(1, law),
  "the subsidy of a tier": (law) => nationalSubsidy(10_000, law),
  "the choice of a tier": (law) => chooseTier(20_000, law),
  "the wait after a gap": (law) => waitingMonths({ inWindow: false, missedYears: 1, repairedYears: 0, newborn: false }, law),
  "the reward for staying": (law) =>
    loyaltyBonus({ consecutiveYears: 5, zeroClaimYears: 1, bonusUsed: false, originalCap: 1 }, law),
  "the cover of a newborn": (law) => newbornCover({ birth: today, enrolled: today }, law),
  "the duration of unemployment benefit": (law) => benefitMonths(12, law),
  "what is left of unemployment benefit": (law) => carriedOver({ entitled: 12, unused: 1 }, law),
  "the place of benefit": (law) =>
    benefitPlace({ hukou: "34", relation: "34", monthsByProvince: {}, order: [], temporaryAccounts: [] }, law),
  "the move of a medical insurance": (law) =>
    decideMedicalMove({ gapMonths: 0, schemeChange: false, continuousTwoYears: true, backPaid: true }, law),
  "the money that moves with a pension": (law) => pensionFund({ ownBefore1998: 1, accountSince1998: 1, bases: [] }, law),
  "the temporary account": (law) =>
    opensTemporaryAccount({ sex: "F", age: 50, returnsToHukou: false, approvedTransfer: false }, law),
  "the money that follows the unemployed": (law) =>
    unemploymentFund({ paidMonthsAtOrigin: 12, monthlyBenefit: 1, entitledMonths: 12, drawnMonths: 0 }, law),
  "the switch at retirement": (law) =>
    decideSwitch({ employeeMonths: 180, atRetirementAge: true, alreadyDrawing: false, retires: month("2035-06") }, law),
  "two medical insurances": (law) =>
    decideMedicalTwice(["310", "390"], { employeeMonths: 12, isFlexible: false, isStudent: false, fundedPlaces: 0 }, law),
  "the table of Jiangsu": (law) => countsInAnnex3([], law),
  "who may join what": (law) => eligibilityOf({ ...courier, partTime: false, employers: 0, platform: true, sector: "RIDE" }, law),
  "a limit of the law": (law) => statutoryLimit("pension-award", law),
};

const ofWeishan = [
  anEntry({ key: "resident-pension.tiers", region: "370826", value: "200" }),
  anEntry({ key: "resident-pension.subsidy", region: "370826", value: "200:30" }),
  anEntry({ key: "pension-switch.minimum-rule", region: "370826", value: "FOLLOW_MIN_YEARS" }),
];
const lawOver = (parameters: readonly Parameter[], onRead?: (entry: Parameter) => void) =>
  openPolicy(parameters, onRead)({ region: v.parse(Region, "370826"), asOf: today });

test.each(Object.entries(rules))("%s needs staff for whichever of its numbers is missing, and says which", (_, rule) => {
  const parameters = [...loaded, ...ofWeishan];
  const read = new Set<Parameter["key"]>();
  saidBy(rule(lawOver(parameters, ({ key }) => read.add(key))));
  expect(read.size).toBeGreaterThan(0);

  for (const key of read) {
    const without = parameters.filter((entry) => entry.key !== key);
    expect(rule(lawOver(without))).toEqual({ ok: false, refusal: { code: "needs-staff", key } });
  }
});

test("who may go early into a year whose minimum is not known needs staff, though the minimum of the statutory year is", () => {
  const law = lawWith([anEntry({ key: "employee-pension.minimum-months", from: "2032-01-01", value: "198" })]);
  const born = (birth: string) => retirementOf({ category: "M60", birth: month(birth) }, law);
  expect(born("1972-01")).toMatchObject({ ok: true }); // 2033-11, at the earliest 2032-01
  const refusal = { code: "needs-staff", key: "employee-pension.minimum-months" };
  expect(born("1971-12")).toEqual({ ok: false, refusal }); // 2033-09, at the earliest 2031-12
});
