// What a contract would take, made from its schemas: so that whatever is tried as wrong differs in one thing only, and a route that
// comes later is tried by itself.
import * as v from "valibot";
import type { Contract } from "../../shared/kernel/contract.ts";

/** One of everything that an address or a body names, as it is written. */
const words = [
  "G-0331-7K2M-94QX",
  "C7K2-94MD-61QX",
  "D-C7K2-94MD-61QX",
  "7K3M-9Q2X",
  "7K3M-9Q2X-003",
  "6f1c0f0e-6f0b-4b57-9a52-0d6f6c1b7a11",
  "AAAAAAAAAAAAAAAAAAAAAA",
  "340469",
  "2026-03-01",
  "2026-03",
  "2026-03-01T12:00:00.000+08:00",
  "15400001234",
  "0554-2810000",
  "0123456789abcdef",
  "123456",
  "林晓禾",
  "0",
  "1",
  "02",
  "A".repeat(43),
  "A".repeat(80),
  "1904-04-01",
  "/staff",
];
const numbers = [1, 0, 2026, 100, 10_000];

/** As much of a schema as is looked into. */
type Inspected = {
  type: string;
  entries?: Record<string, Inspected>;
  options?: readonly unknown[];
  wrapped?: Inspected;
  item?: Inspected;
  items?: Inspected[];
  literal?: unknown;
  pipe?: Inspected[];
};
const isSchema = (option: unknown): option is Inspected => typeof option === "object" && option !== null && "type" in option;

/** Every kind of value that this schema takes, one of each; none: nothing that we know fits. */
function rightOnes(schema: Inspected): unknown[] {
  const fits = (value: unknown) => v.safeParse(schema as unknown as v.GenericSchema, value).success;
  const { type, entries = {}, options = [], wrapped, item, literal } = schema;
  switch (type) {
    case "literal":
      return [literal];
    case "picklist":
      return [...options];
    case "boolean":
      return [true, false];
    case "optional":
    case "nullable":
      return wrapped ? rightOnes(wrapped) : [];
    case "variant":
    case "union":
      return options.filter(isSchema).flatMap(rightOnes);
    case "strict_object":
    case "object":
      return objectsOf(entries).filter(fits);
    case "array":
      return [[], ...(item ? rightOnes(item).map((one) => [one]) : [])].filter(fits);
    case "record":
      return [{}].filter(fits);
    case "number":
      return numbers.filter(fits).slice(0, 1);
    default:
      return words.filter(fits).slice(0, 1);
  }
}

/** What has to be there alone, once with each kind of each field; and once with all that may be there too. */
function objectsOf(entries: Record<string, Inspected>): Record<string, unknown>[] {
  const names = Object.keys(entries);
  const kinds = new Map(names.map((name) => [name, rightOnes(entries[name]!)]));
  const isOptional = (name: string) => entries[name]!.type === "optional";
  const least = Object.fromEntries(names.filter((name) => !isOptional(name)).map((name) => [name, kinds.get(name)![0]]));
  const each = names.flatMap((name) => kinds.get(name)!.map((value) => ({ ...least, [name]: value })));
  const all = Object.fromEntries(names.flatMap((name) => (kinds.get(name)!.length > 0 ? [[name, kinds.get(name)!.at(-1)]] : [])));
  return [least, ...each, all];
}

const rightIn = (schema: v.GenericSchema | undefined): unknown[] => (schema ? rightOnes(schema as unknown as Inspected) : []);

/** Bodies that the contract takes, at least one of each kind. */
export const rightBodies = ({ body }: Contract): unknown[] => rightIn(body);

/** The address, with something of the right shape in the place of every name; `part` stands there instead. */
export function rightAddress({ path, params }: Contract, part?: string): string {
  const [named = {}] = rightIn(params) as Record<string, string>[];
  return path.replace(/:(\w+)/g, (_, name: string) => part ?? named[name] ?? name);
}

/** What its query may not lack, by name. */
export function rightQuery({ query }: Contract): Record<string, string> {
  const [least = {}] = rightIn(query) as Record<string, string>[];
  return least;
}
