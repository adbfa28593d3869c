// Everything that can be wrong with a request, for any contract: routes that come later are tried with it by themselves.
import type * as v from "valibot";
import type { Contract } from "../../shared/kernel/contract.ts";
import { queryOf, searchOf } from "./address.ts";

/** `code`: the finding's. `path`: of the field at fault. */
export type Bad = {
  when: string;
  body?: BodyInit;
  headers?: Record<string, string>;
  search?: string;
  status: number;
  code?: string;
  path?: string[];
};

const json = (value: unknown) => JSON.stringify(value);

/** What is wrong with any body, whatever the route expects; also where it expects none. */
export const badBodies: Bad[] = [
  { when: "is not JSON", body: "{", status: 400, code: "body.not-json" },
  { when: "is two documents", body: "{} {}", status: 400, code: "body.not-json" },
  { when: "holds a raw NUL", body: '{"name":"\0"}', status: 400, code: "body.not-json" },
  { when: "holds an escaped NUL", body: '{"name":"a\\u0000"}', status: 400, code: "field.malformed", path: ["name"] },
  { when: "holds half a character", body: '{"name":"\\ud83d"}', status: 400, code: "field.malformed", path: ["name"] },
  { when: "is not UTF-8", body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), status: 400, code: "body.not-utf-8" },
  { when: "is UTF-16", body: new Uint8Array(Buffer.from('{"a":1}', "utf16le")), status: 400, code: "body.not-json" },
  {
    when: "has the wrong content type",
    body: "{}",
    headers: { "content-type": "text/plain" },
    status: 415,
    code: "body.content-type",
  },
  { when: "comes as a form", body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" }, status: 415 },
  { when: "says it is GBK", body: "{}", headers: { "content-type": "application/json; charset=gbk" }, status: 415 },
  { when: "is packed", body: "{}", headers: { "content-encoding": "gzip" }, status: 415 },
  { when: "is a list", body: "[1]", status: 400 },
  { when: "is a word", body: '"x"', status: 400 },
  { when: "is null", body: "null", status: 400 },
  { when: "is a tower of brackets", body: `${"[".repeat(30_000)}${"]".repeat(30_000)}`, status: 400, code: "body.too-deep" },
  { when: "is a tower of objects", body: `${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`, status: 400, code: "body.too-deep" },
  {
    when: "has ten thousand unknown fields",
    body: json(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}`, 1]))),
    status: 400,
  },
  { when: "is one byte too large", body: `"${"x".repeat(64 * 1024 - 1)}"`, status: 413 },
  { when: "announces too much", body: "{}", headers: { "content-length": "65537" }, status: 413 },
];

export const badQueries: Bad[] = [
  { when: "an unknown word is in the query", search: "?shoeSize=42", status: 400, code: "field.unknown", path: ["shoeSize"] },
  {
    when: "the query reaches for the prototype",
    search: "?__proto__=1",
    status: 400,
    code: "field.unknown",
    path: ["__proto__"],
  },
];

/** What an address may not lack, and what stands there in the wrong shape. */
export const badQueryFieldsOf = (contract: Contract): Bad[] => {
  const right = queryOf(contract);
  return Object.keys(right).flatMap((name) => {
    const { [name]: _, ...others } = right;
    const path = [name];
    return [
      { when: `the query lacks ${name}`, search: searchOf(others) || "?", status: 400, code: "field.missing", path },
      { when: `${name} is anything`, search: searchOf({ ...right, [name]: "x\0" }), status: 400, code: "field.malformed", path },
      { when: `${name} is there twice`, search: `${searchOf(right)}&${name}=1`, status: 400, code: "field.malformed", path },
    ];
  });
};

/** What is wrong with any picture or PDF before anybody looks at its content; and a few at whose content one look is enough. */
export const badUploads = ({ types, bytes }: NonNullable<Contract["upload"]>): Bad[] => [
  {
    when: "says it is JSON",
    body: "{}",
    headers: { "content-type": "application/json" },
    status: 415,
    code: "body.content-type",
  },
  { when: "says it is a page", body: "<p>", headers: { "content-type": "text/html" }, status: 415 },
  { when: "is packed", body: "x", headers: { "content-encoding": "gzip" }, status: 415 },
  { when: "is one byte too large", body: new Uint8Array(bytes + 1), status: 413 },
  { when: "announces too much", body: "x", headers: { "content-length": String(bytes + 1) }, status: 413 },
  ...types.flatMap((type) => [
    { when: `is empty, as ${type}`, body: "", headers: { "content-type": type }, status: 422, code: "evidence.empty" },
    {
      when: `is a page, as ${type}`,
      body: "<script>",
      headers: { "content-type": type },
      status: 422,
      code: "evidence.wrong-type",
    },
  ]),
];

const wrongTypes: [what: string, value: unknown][] = [
  ["a number where there is none", 3.5e300],
  ["nothing", null],
  ["an object", { a: 1 }],
  ["a list", [[]]],
  ["empty text", ""],
  ["text that is too long", "长".repeat(5000)],
  ["text with a line break", "a\nb\u0007"],
];

/** Each field of the body with each wrong value, the others as they may: the field at fault is among the findings. */
export function badFieldsOf({ body }: Contract): Bad[] {
  return fieldsOf(body).flatMap(({ beside, path, optional }) => [
    ...wrongTypes.map(([what, value]) => ({
      when: `${path.join(".")} is ${what}`,
      body: json(put(beside, path, value)),
      status: 400,
      path,
    })),
    ...(optional ? [] : [{ when: `${path.join(".")} is missing`, body: json(beside), status: 400, code: "field.missing", path }]),
  ]);
}

/** A field that nobody asked for, beside those of each kind of body. */
export const unknownFieldsOf = ({ body }: Contract): Bad[] =>
  ["shoeSize", "__proto__", "constructor", ""].flatMap((name) =>
    [
      ...new Set(
        fieldsOf(body)
          .filter(({ path }) => path.length === 1)
          .map(({ beside }) => json(beside)),
      ),
      ...(body ? [] : ["{}"]),
    ].map((beside) => ({
      when: `has the unknown field '${name}' beside ${beside}`,
      body: beside.replace("{", `{${json(name)}:{"limited":false}${beside === "{}" ? "" : ","}`),
      status: 400,
      code: "field.unknown",
      path: [name],
    })),
  );

type Field = { beside: Record<string, unknown>; path: string[]; optional: boolean };
type Inspected = {
  type: string;
  entries?: Record<string, Inspected>;
  options?: Inspected[];
  /** Of a variant: the field that says which. */
  key?: string;
  wrapped?: Inspected;
  literal?: unknown;
};

/** The fields of an object, of each kind of a variant, and of the objects in them. */
function fieldsOf(schema: v.GenericSchema | undefined): Field[] {
  const inspect = (
    { type, entries = {}, options = [], key, wrapped }: Inspected,
    path: string[],
    beside: Field["beside"],
    says?: string,
  ): Field[] => {
    if (type === "optional" && wrapped) return inspect(wrapped, path, beside);
    if (type === "variant") return options.flatMap((option) => inspect(option, path, beside, key));
    if (type !== "strict_object") return [];
    const kind = Object.fromEntries(
      Object.entries(entries).flatMap(([name, { type: is, literal, options: said = [] }]) =>
        is === "literal" ? [[name, literal]] : name === says && is === "picklist" ? [[name, said[0]]] : [],
      ),
    );
    const with_ = path.length ? put(beside, path, kind) : { ...beside, ...kind };
    return Object.entries(entries).flatMap(([name, entry]) => [
      ...(name in kind ? [] : [{ beside: with_, path: [...path, name], optional: entry.type === "optional" }]),
      ...inspect(entry, [...path, name], with_),
    ]);
  };
  return schema ? inspect(schema as unknown as Inspected, [], {}) : [];
}

function put(object: Record<string, unknown>, [name = "", ...rest]: string[], value: unknown): Record<string, unknown> {
  const inner = object[name];
  const below = typeof inner === "object" && inner !== null ? { ...inner } : {};
  return { ...object, [name]: rest.length ? put(below, rest, value) : value };
}
