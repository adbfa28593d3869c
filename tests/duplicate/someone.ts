// What was paid in an enrolment, year by year, for tests of what is double.
import { noPayment, type PaidMonth, packMonths } from "../../shared/paid-months.ts";
import type { Enrolment, PaidYear } from "../../shared/registration.ts";

type Amounts = Partial<Omit<PaidMonth, "state">>;

/** `{ 2025: "pppppp------" }`: twelve letters a year; each paid month with these amounts, fen. */
export const paidFor = (
  { scheme, region, from }: Pick<Enrolment, "scheme" | "region" | "from">,
  years: Readonly<Record<number, string>>,
  amounts: Amounts = { base: 500_000, personal: 40_000 },
): PaidYear[] =>
  Object.entries(years).map(([year, letters]) => ({
    ...{ scheme, region, from, year: Number(year) },
    months: packMonths(
      [...letters].map((letter) => (letter === "p" ? { ...noPayment, ...amounts, state: "paid" as const } : noPayment)),
    ),
  }));
