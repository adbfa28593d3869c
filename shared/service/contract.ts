// What the service says about itself.
import * as v from "valibot";

/** `ok` only when every table and queue that residents need has just answered. */
export const readHealth = {
  method: "GET",
  path: "/health",
  title: "Whether the service can do its work now",
  signedIn: false,
  status: 200,
  reply: v.object({ status: v.literal("ok"), parts: v.record(v.string(), v.literal("ok")) }),
  problems: ["unavailable"],
} as const;

export const readOpenApi = {
  method: "GET",
  path: "/openapi.json",
  title: "This document: every route for residents, with its errors",
  signedIn: false,
  status: 200,
  reply: v.looseObject({ openapi: v.string() }),
} as const;
