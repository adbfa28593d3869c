import type { WorkerLife } from "../../../../shared/estimate/employee-outlook.ts";
import { decimal, type Exact, exact, times } from "../../../../shared/kernel/exact.ts";
import { dateIn } from "../../../lang.ts";
import type { compareSays } from "../../../messages/estimate-compare.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";
import { inYuan } from "../amounts.ts";
import { ageIn } from "../span.ts";
import { type EstimateWords, estimateWords } from "../words.ts";

export type CompareWords = EstimateWords & Record<keyof typeof compareSays.zh, string>;
export const words: CompareWords = estimateWords();

/** Months paid where they work and at home; fen: the base that is wanted, the lowest and the calculation base they were told, a tier. */
export type Facts = {
  life: WorkerLife;
  age: number;
  atWork: number;
  atHome: number;
  base: number | null;
  floor: number | null;
  told: number | null;
  canPay: number | undefined;
};

const monthIn = (month: string): string => dateIn(langOfPage(), month);
/** A month with the age in it. */
export const monthAt = (month: string, ageMonths: number): string =>
  fill(words.at, { month: monthIn(month), age: ageIn(ageMonths, words) });
export const yuan = (fen: number): string => fill(words.yuan, { n: inYuan(fen) });
export const percent = (share: Exact): string => `${decimal(times(share, exact(100)), 0)}%`;
