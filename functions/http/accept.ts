import { createMiddleware } from "hono/factory";
import type * as v from "valibot";
import type { Contract } from "../../shared/kernel/contract.ts";
import type { Env } from "../app.ts";

type Part<C extends Contract, Key extends "params" | "query" | "body", As extends string> =
  C extends Record<Key, infer Schema extends v.GenericSchema> ? Record<As, v.InferOutput<Schema>> : object;
type Accepted<C extends Contract> = { out: Part<C, "params", "param"> & Part<C, "query", "query"> & Part<C, "body", "json"> };

/**
 * Gives a route what its contract promises: `c.req.valid("param" | "query" | "json")`. Shape.ts has checked it by then, for the
 * contract that this address and method come under, which has to be this one.
 */
export const accept = <const C extends Contract>(contract: C) =>
  createMiddleware<Env, string, Accepted<C>>(async (c, next) => {
    if (c.var.contract !== (contract as Contract)) throw new Error("a route is mounted under another contract's address");

    const { param, query, json } = c.var.shaped;
    c.req.addValidatedData("param", Object(param));
    c.req.addValidatedData("query", Object(query));
    c.req.addValidatedData("json", Object(json));
    await next();
  });
