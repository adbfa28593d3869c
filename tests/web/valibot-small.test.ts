// Pages carry a small valibot (web/valibot-small.ts). It must say the same as the real one about all that they may be sent.
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import fc from "fast-check";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import * as change from "../../shared/change/contract.ts";
import * as check from "../../shared/check/contract.ts";
import * as seen from "../../shared/check/seen.ts";
import * as declaration from "../../shared/declaration/contract.ts";
import * as evidence from "../../shared/evidence/contract.ts";
import * as answers from "../../shared/kernel/answers.ts";
import * as newcomer from "../../shared/newcomer/contract.ts";
import * as phoneReplacement from "../../shared/phone-replacement/contract.ts";
import { catalogue } from "../../shared/policy/keys.ts";
import * as parameter from "../../shared/policy/parameter.ts";
import * as published from "../../shared/policy/published.ts";
import * as units from "../../shared/policy/units.ts";
import * as privacy from "../../shared/privacy/contract.ts";
import * as registration from "../../shared/registration/contract.ts";
import * as session from "../../shared/session/contract.ts";
import * as submissions from "../../shared/submissions/contract.ts";

const root = path.resolve(import.meta.dirname, "../..");
const RUNS = 100;

const modules = {
  change,
  check,
  declaration,
  evidence,
  newcomer,
  answers,
  parameter,
  phoneReplacement,
  privacy,
  published,
  registration,
  seen,
  session,
  submissions,
  units,
};
type Parse = (schema: unknown, input: unknown) => { success: boolean; output?: unknown };
let small: { safeParse: Parse; modules: Record<string, Record<string, unknown>> };

beforeAll(async () => {
  const contents = `export { safeParse } from "valibot";
    import * as change from "./shared/change/contract.ts";
    import * as check from "./shared/check/contract.ts";
    import * as declaration from "./shared/declaration/contract.ts";
    import * as evidence from "./shared/evidence/contract.ts";
    import * as answers from "./shared/kernel/answers.ts";
    import * as newcomer from "./shared/newcomer/contract.ts";
    import * as parameter from "./shared/policy/parameter.ts";
    import * as phoneReplacement from "./shared/phone-replacement/contract.ts";
    import * as privacy from "./shared/privacy/contract.ts";
    import * as published from "./shared/policy/published.ts";
    import * as registration from "./shared/registration/contract.ts";
    import * as seen from "./shared/check/seen.ts";
    import * as session from "./shared/session/contract.ts";
    import * as submissions from "./shared/submissions/contract.ts";
    import * as units from "./shared/policy/units.ts";
    export const modules = { change, check, declaration, evidence, answers, newcomer, parameter, phoneReplacement, privacy, published, registration, seen, session, submissions, units };`;
  const { outputFiles } = await build({
    bundle: true,
    write: false,
    format: "esm",
    alias: { valibot: path.join(root, "web/valibot-small.ts") },
    stdin: { contents, resolveDir: root, loader: "ts" },
  });
  small = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
});

/** What valibot tells about a schema. */
type Told = {
  type: string;
  entries?: Record<string, Told>;
  options?: readonly (Told | string)[];
  item?: Told;
  value?: Told;
  wrapped?: Told;
  literal?: string | boolean;
  pipe?: readonly { type: string; requirement?: unknown }[];
};

/** As the files of parameters write them, in every unit. */
const PARAMETERS = [
  "180",
  "0.08",
  "2/3",
  "0 0.02 0.04",
  "400.50",
  "100 200 500",
  "200 100",
  "60:139 61:132",
  "0:30 500:60.5",
  "60:",
];

/** Values that mostly fit a schema. */
function fitting(told: Told): fc.Arbitrary<unknown> {
  const step = told.pipe?.find(({ type }) => ["regex", "iso_date", "uuid"].includes(type));
  if (step?.type === "regex" && step.requirement instanceof RegExp) return fc.stringMatching(step.requirement);
  if (step?.type === "uuid") return fc.uuid();
  if (step?.type === "iso_date") return fc.stringMatching(/^20[12]\d-(0[1-9]|1[0-2])-([012]\d|3[01])$/);
  switch (told.type) {
    case "object":
    case "strict_object":
      return fc.record(Object.fromEntries(Object.entries(told.entries ?? {}).map(([name, entry]) => [name, fitting(entry)])));
    case "record":
      return fc.dictionary(fc.string(), told.value ? fitting(told.value) : fc.anything(), { maxKeys: 3 });
    case "unknown":
      return fc.anything();
    case "custom":
      return fc.constantFrom(...Object.keys(catalogue));
    case "union":
    case "variant":
      return fc.oneof(
        ...(told.options ?? []).map((option) => (typeof option === "string" ? fc.constant(option) : fitting(option))),
      );
    case "picklist":
      return fc.constantFrom(...(told.options ?? []));
    case "array":
      return fc.array(told.item ? fitting(told.item) : fc.anything(), { maxLength: 3 });
    case "optional":
    case "nullable":
      return fc.oneof(told.wrapped ? fitting(told.wrapped) : fc.anything(), fc.constantFrom(undefined, null));
    case "literal":
      return fc.constant(told.literal);
    case "boolean":
      return fc.boolean();
    case "number":
      return fc.oneof(fc.integer(), fc.double());
    default:
      return fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...PARAMETERS));
  }
}

/** The same with one thing in it missing, too much or something else. */
const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  const junk = fc.oneof(fc.constantFrom(undefined, null, "", 0, Number.NaN, "2026-02-30", [], {}, true), fc.anything());
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return junk;
  const copy = (change: (made: object) => void): unknown => {
    const made = Array.isArray(value) ? [...value] : { ...value };
    change(made);
    return Array.isArray(made) ? Array.from(made) : made; // no holes: JSON has none
  };
  return fc.constantFrom(...Object.entries(value)).chain(([name, inner]) =>
    fc.oneof(
      spoilt(inner).map((other) => copy((made) => Object.assign(made, { [name]: other }))),
      fc.constant(copy((made) => Reflect.deleteProperty(made, name))),
      fc.constant(copy((made) => Object.assign(made, { toString: 1, unknown: 2 }))),
      junk,
    ),
  );
};

function agree(real: v.GenericSchema, its: unknown): void {
  const told = real as unknown as Told;
  fc.assert(
    fc.property(
      fitting(told).chain((value) => fc.oneof(fc.constant(value), spoilt(value))),
      (input) => {
        const [ours, theirs] = [small.safeParse(its, input), v.safeParse(real, input)];
        return isDeepStrictEqual(ours, theirs.success ? { success: true, output: theirs.output } : { success: false });
      },
    ),
    { numRuns: RUNS },
  );
}

/** Every schema that is exported, the replies of routes and the values of units: pages have no more of them (slice-scripts.ts). */
const paths = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) => {
    if (isSchema(value)) return [[file, name]];
    return ["reply", "value"].flatMap((part) => (isSchema(at(value, part)) ? [[file, name, part]] : []));
  }),
);

function at(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (typeof inner === "object" && inner ? Reflect.get(inner, key) : undefined), value);
}
function isSchema(value: unknown): value is v.GenericSchema {
  return at(value, "kind") === "schema";
}

describe("the small valibot says the same as the real one", { timeout: 30_000 }, () => {
  test.each(paths.map((keys) => ({ what: keys.join("."), keys })))("about $what", ({ keys }) => {
    const real = at(modules, ...keys);
    if (!isSchema(real)) throw new Error("no schema");
    agree(real, at(small.modules, ...keys));
  });

  test("leaves out of a record what would be no entry but a way to everything's prototype", () => {
    const urls = JSON.parse('{"__proto__":"https://a.example","constructor":"b","prototype":"c","law":"https://b.example"}');
    const input = { version: "1", urls, entries: {} };
    const [ours, theirs] = [
      small.safeParse(at(small.modules, "published", "PublishedPolicy"), input),
      v.safeParse(published.PublishedPolicy, input),
    ];

    expect(ours.output).toEqual(theirs.output);
    expect(Object.keys((ours.output as typeof input).urls)).toEqual(["law"]);
  });
});
