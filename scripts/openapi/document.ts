// The contracts as an OpenAPI document. Only ever run while building: the API serves what was written.
import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { problems } from "../../functions/http/problem.ts";
import { contracts, problemsOf } from "../../shared/contracts.ts";
import { Problem, type ProblemType } from "../../shared/kernel/answers.ts";
import type { Contract } from "../../shared/kernel/contract.ts";
import { staffContracts } from "../../shared/staff/contracts.ts";

type Json = { [name: string]: unknown };

/** Whom a document is for: what is served to them, and the cookie by which they are known. */
type Whom = { contracts: readonly Contract[]; what: string; scheme: Json };
export const forResidents: Whom = {
  contracts,
  what: "Self-service of residents for the Universal Enrolment Registration Plan.",
  scheme: { session: { type: "apiKey", in: "cookie", name: "__Host-session" } },
};
export const forStaff: Whom = {
  contracts: staffContracts,
  what: "Helpline, desk, visits and oversight of the Universal Enrolment Registration Plan.",
  scheme: { staff: { type: "apiKey", in: "cookie", name: "__Host-staff" } },
};

export const openApiOf = ({ contracts: served, what, scheme }: Whom): Json => ({
  openapi: "3.1.1",
  info: {
    title: "参保通 Canbaotong",
    version: "1",
    description: `${what} Every answer carries Cache-Control: no-store; every write needs a same-origin Origin header; bodies are UTF-8 JSON of at most 64 KiB, but for pictures and PDFs of at most 4 MiB.`,
  },
  servers: [{ url: "/api" }],
  paths: Object.fromEntries([...Map.groupBy(served, ({ path }) => path)].map(pathItemOf)),
  components: {
    schemas: { Problem: schemaOf(Problem, "ignore") },
    securitySchemes: scheme,
  },
});

const pathItemOf = ([path, served]: [string, Contract[]]): [string, Json] => [
  path.replace(/:(\w+)/g, "{$1}"),
  Object.fromEntries(served.map((contract) => [contract.method.toLowerCase(), operationOf(contract)])),
];

function operationOf(contract: Contract): Json {
  const { title, signedIn, staff, limited, params, query, body, upload, attempt, status, reply } = contract;
  const parameters = [
    ...(params ? parametersIn("path", params) : []),
    ...(query ? parametersIn("query", query) : []),
    ...(attempt ? [{ name: "Idempotency-Key", in: "header", required: true, schema: { type: "string", format: "uuid" } }] : []),
  ];
  return {
    summary: title,
    ...(signedIn && { security: [{ session: [] }] }),
    ...(signedIn && { description: limited ? "Also in a limited session." : "Not in a limited session." }),
    ...(staff && { security: [{ staff: [] }], description: `For ${staff.roles.join(", ") || "everybody who works here"}.` }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } } }),
    ...(upload && {
      requestBody: { required: true, content: Object.fromEntries(upload.types.map((type) => [type, {}])) },
    }),
    responses: {
      [status]: { description: "Done", ...(reply && { content: { "application/json": { schema: schemaOf(reply, "ignore") } } }) },
      ...responsesOf(problemsOf(contract)),
    },
  };
}

/** Several problems may share a status: they are told apart by their type. */
function responsesOf(types: ProblemType[]): Json {
  const byStatus = Map.groupBy(types, (type) => problems[type].status);
  return Object.fromEntries(
    [...byStatus].map(([status, alike]) => [
      status,
      {
        description: alike.map((type) => `/problems/${type}: ${problems[type].title}`).join("; "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

function parametersIn(place: "path" | "query", schema: v.GenericSchema): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, "input");
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: described,
  }));
}

/** `input`: what may be sent, before we tidy it up. `ignore`: what we answer. A check that JSON Schema cannot say is left to us. */
function schemaOf(schema: v.GenericSchema, typeMode: "input" | "ignore"): JsonSchema {
  const { $schema: _, ...described } = toJsonSchema(schema, { target: "draft-2020-12", typeMode, errorMode: "ignore" });
  return described;
}
