import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import { finding } from "../../shared/kernel/rule.ts";
import type { Env } from "../app.ts";
import { asFindings } from "./findings.ts";
import { readJson } from "./json.ts";
import { problem } from "./problem.ts";

const Nothing = v.strictObject({});

/** What came with a request, in the shape that its contract promises. */
export type Shaped = { param: unknown; query: unknown; json: unknown };

/** Nothing gets past here in another shape, whether its route asks for the values or not. */
export const inShape = createMiddleware<Env>(async (c, next) => {
  const { contract, named } = c.var;
  const param = v.safeParse(contract.params ?? Nothing, named);
  if (!param.success) return problem(c, "not-found", { findings: asFindings(param.issues) });

  const query = v.safeParse(contract.query ?? Nothing, queryOf(c.req.url));
  if (!query.success) return problem(c, "malformed", { findings: asFindings(query.issues) });

  if (contract.upload) {
    const declared = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (!contract.upload.types.includes(declared) || (c.req.header("content-encoding") ?? "identity") !== "identity")
      return problem(c, "wrong-content-type", { findings: [finding("body.content-type", "content-type")] });
    c.set("shaped", { param: param.output, query: query.output, json: undefined });
    return next();
  }
  const read = readJson(c, contract.body !== undefined);
  if (!read.ok) return problem(c, read.refusal.type, { findings: read.refusal.findings });
  const json = v.safeParse(contract.body ?? Nothing, read.value);
  if (!json.success) return problem(c, "malformed", { findings: asFindings(json.issues) });

  c.set("shaped", { param: param.output, query: query.output, json: json.output });
  return next();
});

/** What is given twice is a list, and no contract wants one. No prototype: a name may be any word. */
function queryOf(url: string): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = Object.create(null);
  const { searchParams } = new URL(url);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    given[name] = values.length === 1 ? values[0]! : values;
  }
  return given;
}
