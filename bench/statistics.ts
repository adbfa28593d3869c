/** The value below which that part of them lies (nearest rank). */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("nothing was measured");
  return value;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new RangeError("nothing was measured");
  return (low + high) / 2;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export type Interval = { median: number; low: number; high: number };

/** The median with its 95 % interval by order statistics: how many of n lie below the median is binomial, whatever they are. */
export function medianInterval(values: readonly number[]): Interval {
  const sorted = values.toSorted((a, b) => a - b);
  const reach = (1.96 * Math.sqrt(sorted.length)) / 2;
  const rank = (position: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(position) - 1))] ?? Number.NaN;
  return { median: median(sorted), low: rank(sorted.length / 2 - reach), high: rank(sorted.length / 2 + reach + 1) };
}

type Timed = () => Promise<number>;

/** One of each in turn, A B A B …, so that what disturbs the machine disturbs both; the ratio A ÷ B of each pair. */
export async function pairs(blocks: number, a: Timed, b: Timed): Promise<{ a: number[]; b: number[]; ratios: number[] }> {
  const [as, bs, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let block = 0; block < blocks; block++) {
    const [one, other] = [await a(), await b()];
    as.push(one);
    bs.push(other);
    ratios.push(one / other);
  }
  return { a: as, b: bs, ratios };
}

/** Milliseconds that it takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The median time of one of so many, in milliseconds. */
export const medianOf =
  (count: number, work: () => Promise<unknown>): Timed =>
  async () => {
    const times: number[] = [];
    for (let nth = 0; nth < count; nth++) times.push(await timed(work));
    return median(times);
  };

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
export const withInterval = ({ median, low, high }: Interval): string =>
  `median ${median.toFixed(2)}, 95 % within ${low.toFixed(2)}-${high.toFixed(2)}`;
