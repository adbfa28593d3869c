// The same numbers, read once: for whoever asks the law of few places on one day for thousands of people.
import type { Key } from "./keys.ts";
import type { Law, Policy } from "./law.ts";

const MOST_LAWS = 2_000; // places and days; then it begins anew

/** What a law says of a place and a day does not change while it is loaded. */
export function remembering(policy: Policy): Policy {
  const laws = new Map<string, Law>();
  const lawOf: Policy = (place) => {
    const name = `${place.region} ${place.asOf}`;
    const known = laws.get(name);
    if (known) return known;
    if (laws.size >= MOST_LAWS) laws.clear();
    const made = remembered(policy(place), lawOf);
    laws.set(name, made);
    return made;
  };
  return lawOf;
}

function remembered(law: Law, lawOf: Policy): Law {
  const read = new Map<Key, ReturnType<typeof one>>();
  const one = (key: Key) => law.read({ value: key });
  return {
    ...law,
    on: (asOf) => lawOf({ region: law.region, asOf }),
    read(wanted) {
      const values: Record<string, unknown> = {};
      for (const name in wanted) {
        const key = wanted[name]!;
        const held = read.get(key) ?? one(key);
        read.set(key, held);
        if (!held.ok) return held;
        values[name] = held.value.value;
      }
      return { ok: true, value: values as never }; // each was read by its own key
    },
  };
}
