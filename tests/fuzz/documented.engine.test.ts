// Requests made from the OpenAPI document, as a stranger's program would make them: right by its schemas, or right but for one
// thing. Whatever comes back has to be an answer that the document names, and nothing is written but what was accepted.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { beforeAll, expect, test } from "vitest";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aJpeg } from "../support/files.ts";
import { listen } from "../support/leak.ts";
import { someoneElse, someoneNew } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { everythingIn } from "../support/table.ts";
import { times } from "../support/times.ts";

const SESSIONS = 8;
const TOO_LONG_MS = 20_000;

const Schema: v.GenericSchema<unknown, SchemaShape> = v.looseObject({
  type: v.optional(v.string()),
  oneOf: v.optional(v.array(v.lazy(() => Schema))),
  const: v.optional(v.unknown()),
  enum: v.optional(v.array(v.unknown())),
  properties: v.optional(
    v.record(
      v.string(),
      v.lazy(() => Schema),
    ),
  ),
  required: v.optional(v.array(v.string()), []),
  pattern: v.optional(v.string()),
  format: v.optional(v.string()),
  minimum: v.optional(v.number()),
  maximum: v.optional(v.number()),
});
type SchemaShape = {
  type?: string | undefined;
  oneOf?: SchemaShape[] | undefined;
  const?: unknown;
  enum?: unknown[] | undefined;
  properties?: Record<string, SchemaShape> | undefined;
  required: string[];
  pattern?: string | undefined;
  format?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
};
const Operation = v.looseObject({
  parameters: v.optional(
    v.array(v.object({ name: v.string(), in: v.picklist(["path", "query", "header"]), schema: Schema })),
    [],
  ),
  requestBody: v.optional(v.object({ content: v.record(v.string(), v.object({ schema: v.optional(Schema) })) })),
  responses: v.record(v.string(), v.unknown()),
});
const Document = v.looseObject({ paths: v.record(v.string(), v.record(v.string(), Operation)) });

const { paths } = v.parse(Document, JSON.parse(readFileSync("functions/data/openapi.json", "utf8")));
/** Signing out is left out: soon nobody would be inside. */
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => (method === "delete" ? [] : [{ path, method, operation }])),
);

const engine = withEngine();
let started: Started;
const inside: Browser[] = [];
beforeAll(async () => {
  started = startApp(engine);
  for (let nth = 0; nth < SESSIONS; nth++) inside.push((await signInAs(started, await someoneNew(engine.client))).browser);
});

/** Words that mean something here, by the name of their field: else hardly a request would get beyond the first rule. */
const meant: Record<string, fc.Arbitrary<unknown>> = {
  number: fc.integer({ min: 0, max: 30 }).map(someoneElse),
  name: fc.constantFrom("林晓禾", "阿依古丽·买买提", "䶮"),
  phone: fc.constantFrom("19900001234", "１９９００００１２３４", "19912345678"),
  code: fc.integer({ min: 0, max: 999_999 }).map((code) => String(code).padStart(6, "0")),
  division: fc.constantFrom("340403", "320102", "370826", "349999"),
  lines: fc.constantFrom("龙泉街道学院路8号", "长江路1号", "村西头"),
};

function anyOf(schema: SchemaShape, name = ""): fc.Arbitrary<unknown> {
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map((one) => anyOf(one, name)));
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const known = meant[name];
  if (known && schema.type === "string") return fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: fc.string() });
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    default:
      return textOf(schema);
  }
}

function objectOf({ properties = {}, required }: SchemaShape): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, anyOf(field, name)]));
  return fc.record<Record<string, unknown>>(fields, { requiredKeys: required });
}

function textOf({ format, pattern }: SchemaShape): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date")
    return fc
      .date({ min: new Date("1900-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  return pattern && !pattern.includes("\\P") ? fc.stringMatching(new RegExp(pattern)) : fc.string({ unit: "grapheme" });
}

const anything = fc.oneof(fc.jsonValue(), fc.string({ unit: "binary" }), fc.constant("长".repeat(2000)));
const fault = fc.option(fc.record({ nth: fc.nat(), value: anything, gone: fc.boolean() }), { freq: 2 });
type Fault = { nth: number; value: unknown; gone: boolean } | null;

/** One thing wrong with it: a field that is missing, or holds anything else. */
function spoilt(body: unknown, wrong: Fault): unknown {
  if (!wrong || typeof body !== "object" || body === null) return body;
  const names = Object.keys(body);
  const name = names[wrong.nth % names.length] ?? "";
  const { [name]: _, ...others } = { ...body } as Record<string, unknown>;
  return wrong.gone ? others : { ...others, [name]: wrong.value };
}

/** A small picture, as it is or with some bytes of it changed, under any of the types. */
const anyFile = (types: string[]) =>
  fc
    .record({ type: fc.constantFrom(...types), changes: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }) })
    .map(({ type, changes }) => {
      const bytes = Buffer.from(aJpeg());
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return { type, bytes };
    });

const anyRequest = fc.constantFrom(...operations).chain(({ path, method, operation }) => {
  const { parameters, requestBody, responses } = operation;
  const given = fc.record(Object.fromEntries(parameters.map(({ name, schema }) => [name, anyOf(schema, name)])));
  const schema = requestBody?.content["application/json"]?.schema;
  const files = Object.keys(requestBody?.content ?? {}).filter((type) => type !== "application/json");
  return fc
    .record({
      given,
      body: schema ? anyOf(schema) : fc.constant(undefined),
      file: files.length > 0 ? anyFile(files) : fc.constant(undefined),
      wrong: fault,
      who: fc.nat({ max: SESSIONS }),
    })
    .map(({ given: values, body, file, wrong, who }) => {
      const at = (where: string) =>
        parameters.flatMap((one) => (one.in === where ? [[one.name, String(values[one.name])] as const] : []));
      const address = at("path").reduce(
        (whole, [name, value]) => whole.replace(`{${name}}`, encodeURIComponent(value.toWellFormed())),
        path,
      );
      const search = new URLSearchParams(at("query").map(([name, value]) => [name, value.toWellFormed()]));
      return {
        address: `${address}${search.size > 0 ? `?${search}` : ""}`,
        method: method.toUpperCase(),
        headers: { ...Object.fromEntries(at("header")), ...(file && { "content-type": file.type }) },
        file: file?.bytes,
        body: schema && JSON.stringify(spoilt(body, wrong)),
        browser: inside[who] ?? started.browser(),
        named: Object.keys(responses).map(Number),
        path,
      };
    });
});
type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer Request> ? Request : never;

async function send({ browser, address, method, headers, body, file }: AnyRequest): Promise<Response> {
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error("it hangs")), TOO_LONG_MS).unref());
  const raw = file && { body: new Uint8Array(file) };
  const sent = method === "GET" ? browser.get(address, { headers }) : browser.post(address, body, { method, headers, ...raw });
  return Promise.race([sent, late]);
}

const Receipted = v.looseObject({ receipt: v.optional(v.string()) });

test("every answer is one that the document names, and nothing is written but what was accepted", {
  timeout: times(120_000, 24 * 3_600_000),
}, async () => {
  const heard = listen();
  const { browser } = await signInAs(started, await someoneNew(engine.client));
  const before = await everythingIn(engine.client, "register", "desk");
  const accepted = new Set<string>();
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const response = await send(request);
      const { status } = response;
      seen.add(status);
      expect({
        status,
        at: `${request.method} ${request.path}`,
        named: request.named.includes(status) && status < 500,
      }).toMatchObject({ named: true });
      const { receipt } = v.parse(Receipted, status === 202 ? await response.json() : {});
      if (receipt) accepted.add(receipt);
    }),
    { numRuns: times(1000, 200_000) },
  );
  // Chance alone may find nothing that is accepted: this is for sure.
  const sure = await browser.post(
    "/changes",
    { item: "card", hasCard: true },
    { headers: { "idempotency-key": crypto.randomUUID() } },
  );
  accepted.add(v.parse(v.object({ receipt: v.string() }), await sure.json()).receipt);
  const submissions = (await everythingIn(engine.client, "casework")).filter(({ sk }) => String(sk).startsWith("SUBMISSION#"));

  expect(new Set(submissions.map(({ receipt }) => receipt))).toEqual(accepted);
  expect(await everythingIn(engine.client, "register", "desk")).toEqual(before);
  // That something is accepted (202) is left to chance here, and to the journeys for sure.
  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401, 404, 422]));
  expect(heard.lines).toEqual([]);
});
