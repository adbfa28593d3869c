import { fill } from "../../words.ts";

export type SpanWords = Record<"years" | "yearsMonths" | "monthsOnly", string>;

/** 186 → 15年6个月. */
export function spanIn(count: number, words: SpanWords): string {
  const [years, months] = [Math.floor(count / 12), count % 12];
  return fill(months === 0 ? words.years : years === 0 ? words.monthsOnly : words.yearsMonths, { years, months });
}

/** 602 → 50岁2个月. */
export function ageIn(count: number, words: Record<"age" | "ageMonths", string>): string {
  const [years, months] = [Math.floor(count / 12), count % 12];
  return fill(months === 0 ? words.age : words.ageMonths, { years, months });
}
