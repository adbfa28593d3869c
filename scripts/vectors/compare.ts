// When is what a rule answered what a pack expects?

/** Lists of codes in which the order says nothing. */
const SETS = new Set(["must", "may", "not_", "warnings", "errors", "follow_up"]);

export function matches(key: string, expected: unknown, found: unknown, decimals: readonly string[] = []): boolean {
  if (SETS.has(key)) return isSameSet(expected, found);
  if (decimals.includes(key)) return isSameDecimal(expected, found);
  return isSame(expected, found);
}

const isSameSet = (one: unknown, other: unknown): boolean => {
  if (!Array.isArray(one) || !Array.isArray(other)) return isSame(one, other);
  const has = (list: unknown[], value: unknown) => list.some((entry) => isSame(entry, value));
  return one.every((value) => has(other, value)) && other.every((value) => has(one, value));
};

const isSameDecimal = (one: unknown, other: unknown): boolean => {
  const [left, right] = [plain(one), plain(other)];
  return left === undefined || right === undefined ? isSame(one, other) : left === right;
};

/** "007.50" and 7.5 → "7.5"; never through a binary number. */
function plain(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const [matched, sign, whole = "", decimals = ""] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(String(value)) ?? [];
  if (!matched) return undefined;
  const digits = decimals === "" ? whole : `${whole}.${decimals}`;
  return digits === "0" ? digits : sign + digits;
}

/** A JSON object: no list, no null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Deeply equal; the order of keys says nothing, the order of lists does. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}
