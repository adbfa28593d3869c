// valibot as far as pages need it: yes or no, and the value. A page never reads why a reply is not what was promised, and the
// reasons are most of what valibot weighs. slice-scripts.ts puts it in valibot's place; tests/web/valibot-small.test.ts
// shows that both say the same about everything in the contracts. What is missing here does not build.

const NO = Symbol("no");
type Step = { run(input: unknown): unknown };
type Schema = Step & { entries?: Record<string, Schema>; options?: readonly unknown[]; mayMiss?: true };
type Entries = Record<string, Schema>;

const such = (holds: (input: never) => boolean): Step => ({ run: (input) => (holds(input as never) ? input : NO) });
const same: Step = { run: (input) => input };

export const string = (): Schema => such((input: unknown) => typeof input === "string");
export const boolean = (): Schema => such((input: unknown) => typeof input === "boolean");
export const number = (): Schema => such((input: unknown) => typeof input === "number" && !Number.isNaN(input));
export const literal = (only: unknown): Schema => such((input: unknown) => input === only);
export const picklist = (options: readonly unknown[]): Schema => ({
  options,
  ...such((input: unknown) => options.includes(input)),
});

export const unknown = (): Schema => same;
export const custom = (holds: (input: never) => boolean): Schema => such(holds);

export const array = (item: Schema): Schema => ({
  run: (input) => {
    if (!Array.isArray(input)) return NO;
    const made = input.map(item.run);
    return made.includes(NO) ? NO : made;
  },
});

export const object = (entries: Entries): Schema => ({
  entries,
  run: (input) => {
    if (typeof input !== "object" || input === null) return NO;
    const given = input as Record<string, unknown>;
    const made: Record<string, unknown> = {};
    for (const name of Object.keys(entries)) {
      const entry = entries[name]!;
      if (!(name in given) && entry.mayMiss) continue;
      made[name] = name in given ? entry.run(given[name]) : NO;
      if (made[name] === NO) return NO;
    }
    return made;
  },
});

export const strictObject = (entries: Entries): Schema => ({
  entries,
  run: (input) => {
    const made = object(entries).run(input);
    for (const name in made === NO ? {} : (input as object)) if (!(name in entries)) return NO;
    return made;
  },
});

export const record = (_: Schema, value: Schema): Schema => ({
  run: (input) => {
    if (typeof input !== "object" || input === null) return NO;
    const entries = Object.entries(input).filter(([name]) => !/^(?:__proto__|prototype|constructor)$/.test(name));
    const made = entries.map(([name, inner]) => [name, value.run(inner)] as const);
    return made.some(([, inner]) => inner === NO) ? NO : Object.fromEntries(made);
  },
});

/** The first that fits: what it is told apart by is one of its entries. */
export const variant = (_: string, options: readonly Schema[]): Schema => ({
  options,
  run: (input) => {
    for (const option of options) {
      const made = option.run(input);
      if (made !== NO) return made;
    }
    return NO;
  },
});

export const union = (options: readonly Schema[]): Schema => variant("", options);

const tupleOf = (items: readonly Schema[], fits: (length: number) => boolean): Schema => ({
  run: (input) => {
    if (!Array.isArray(input) || !fits(input.length)) return NO;
    const made = items.map((item, index) => item.run(input[index]));
    return made.includes(NO) ? NO : made;
  },
});
export const tuple = (items: readonly Schema[]): Schema => tupleOf(items, (length) => length >= items.length);
export const strictTuple = (items: readonly Schema[]): Schema => tupleOf(items, (length) => length === items.length);

export const optional = (schema: Schema): Schema => ({
  mayMiss: true,
  run: (input) => (input === undefined ? input : schema.run(input)),
});
export const nullable = (schema: Schema): Schema => ({ run: (input) => (input === null ? input : schema.run(input)) });
export const omit = (schema: Schema, names: readonly string[]): Schema =>
  object(Object.fromEntries(Object.entries(schema.entries ?? {}).filter(([name]) => !names.includes(name))));
export const pick = (schema: Schema, names: readonly string[]): Schema =>
  object(Object.fromEntries(Object.entries(schema.entries ?? {}).filter(([name]) => names.includes(name))));
export const partial = (schema: Schema): Schema =>
  object(Object.fromEntries(Object.entries(schema.entries ?? {}).map(([name, entry]) => [name, optional(entry)])));

export const pipe = (first: Schema, ...steps: Step[]): Schema => ({
  ...first,
  run: (input) => steps.reduce((value, step) => (value === NO ? NO : step.run(value)), first.run(input)),
});

export const check = (holds: (input: never) => boolean): Step => such(holds);
export const regex = (pattern: RegExp): Step => such((input: string) => pattern.test(input));
export const isoDate = (): Step => regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/);
export const uuid = (): Step => regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i);
export const minLength = (least: number): Step => such((input: string) => input.length >= least);
export const maxLength = (most: number): Step => such((input: string) => input.length <= most);
export const minValue = (least: number): Step => such((input: number) => input >= least);
export const maxValue = (most: number): Step => such((input: number) => input <= most);
export const integer = (): Step => such(Number.isInteger);
export const transform = (run: (input: never) => unknown): Step => ({ run: (input) => run(input as never) });
export const toUpperCase = (): Step => transform((input: string) => input.toUpperCase());
export const toLowerCase = (): Step => transform((input: string) => input.toLowerCase());
export const brand = (): Step => same;
export const readonly = (): Step => same;

export function safeParse({ run }: Schema, input: unknown) {
  const output = run(input);
  return output === NO ? { success: false } : { success: true, output };
}
export const is = (schema: Schema, input: unknown): boolean => schema.run(input) !== NO;
export function parse({ run }: Schema, input: unknown): unknown {
  const output = run(input);
  if (output === NO) throw new Error("not what was promised");
  return output;
}
