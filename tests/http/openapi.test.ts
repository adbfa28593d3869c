import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { forResidents, forStaff, openApiOf } from "../../scripts/openapi/document.ts";
import { contracts } from "../../shared/contracts.ts";

const written = JSON.parse(readFileSync("functions/data/openapi.json", "utf8"));

test.each([
  ["openapi", forResidents],
  ["staff-openapi", forStaff],
])("%s.json, as the API serves it, is what the contracts make (node scripts/openapi.ts)", (name, whom) => {
  const served = JSON.parse(readFileSync(`functions/data/${name}.json`, "utf8"));
  expect(served).toEqual(JSON.parse(JSON.stringify(openApiOf(whom))));
});

test("the document for residents has no route for staff, and the other way round", () => {
  const pathsOf = (whom: typeof forStaff) => Object.keys(Object(openApiOf(whom)["paths"]));
  expect(pathsOf(forResidents).filter((path) => path.startsWith("/staff/"))).toEqual([]);
  expect(pathsOf(forStaff).filter((path) => !path.startsWith("/staff/"))).toEqual([]);
});

test("it has every route, each with its success, its errors, and who may come", () => {
  const operations = Object.entries(written.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { responses: object; security?: object }>).map(([method, { responses, security }]) => ({
      route: `${method.toUpperCase()} ${path}`,
      statuses: Object.keys(responses),
      signedIn: security !== undefined,
    })),
  );
  expect(operations.map(({ route }) => route).sort()).toEqual(
    contracts.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`).sort(),
  );
  for (const { statuses } of operations) expect(statuses).toEqual(expect.arrayContaining(["400", "405", "500", "503"]));
  expect(operations.find(({ route }) => route === "POST /changes")).toEqual({
    route: "POST /changes",
    statuses: ["202", "400", "401", "403", "405", "409", "413", "415", "422", "429", "500", "503"],
    signedIn: true,
  });
});

test("every reference in it leads somewhere, and no schema was lost on the way", () => {
  const text = JSON.stringify(written);
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, at]) => at!.split("/"));

  expect(references.length).toBeGreaterThan(contracts.length);
  for (const at of references) expect(at.reduce((here, step) => here?.[step], written)).toBeDefined();
  expect(written.paths["/changes"].post.requestBody.content["application/json"].schema.oneOf).toHaveLength(11);
});
