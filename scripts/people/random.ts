/** Chance that comes out the same each time: sfc32, seeded by any words. */
export type Chance = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True that often: 0.2 is one in five. */
  is(share: number): boolean;
  pick<Thing>(things: readonly Thing[]): Thing;
  /** One of the keys, as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
};

export function chanceFrom(...seed: (string | number)[]): Chance {
  let [a, b, c, d] = mixed(seed.join("|"));
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm++) next();
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));

  return {
    next,
    between,
    is: (share) => next() < share,
    pick: <Thing>(things: readonly Thing[]) => {
      const thing = things[between(0, things.length - 1)];
      if (thing === undefined) throw new RangeError("nothing to pick from");
      return thing;
    },
    weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => {
      const entries = Object.entries<number>(weights) as [Name, number][];
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        rest -= weight;
        if (rest < 0) return name;
      }
      return entries.at(-1)![0];
    },
  };
}

/** Four words of state from a text (FNV-1a, four times over). */
function mixed(text: string): [number, number, number, number] {
  const word = (salt: number) => {
    let hash = 2166136261 ^ salt;
    for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
    return hash | 0;
  };
  return [word(0), word(0x9e3779b9), word(0x85ebca6b), word(1)];
}
