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

/** Nobody learns from it what staff can do who is none. */
export const readStaffOpenApi = {
  method: "GET",
  path: "/staff/openapi.json",
  title: "This document: every route for staff, with its errors",
  signedIn: false,
  staff: { roles: [] },
  status: 200,
  reply: v.looseObject({ openapi: v.string() }),
} as const;

export const readOpenApi = {
  method: "GET",
  path: "/openapi.json",
  title: "This document: every route for residents, with its errors",
  signedIn: false,
  status: 200,
  reply: v.looseObject({ openapi: v.string() }),
} as const;
