// What every function that answers requests does before and after its routes, in this order.

import { requestId } from "hono/request-id";
import { Hono } from "hono/tiny";
import type { MiddlewareHandler, Schema } from "hono/types";
import { contracts } from "../../shared/contracts.ts";
import type { Contract } from "../../shared/kernel/contract.ts";
import type { Env } from "../app.ts";
import { logFailure } from "../log.ts";
import { isOutage } from "../outage.ts";
import { bounded } from "./limits.ts";
import { sameOrigin } from "./origin.ts";
import { problem } from "./problem.ts";
import { routingBy } from "./routing.ts";
import { type Door, signedIn } from "./session.ts";
import { inShape } from "./shape.ts";

/** The addresses at which our pages are: writes are taken from there only. */
type Ours = { origins: readonly string[] };
export type Frame = Door & Ours;

const TWO_YEARS_SECONDS = 63_072_000;
const isEncrypted = ({ origins }: Ours) => origins.every((origin) => origin.startsWith("https://"));

/** For residents. */
export const framed = (deps: Frame) => framedBy(contracts, signedIn(deps), deps);

/** By what is served, and by who is let in. */
export const framedBy = (served: readonly Contract[], door: MiddlewareHandler<Env>, deps: Ours) =>
  new Hono<Env>()
    // Ours, never the caller's X-Request-Id: it goes to the log, and a header can hold anything.
    .use(requestId({ headerName: "" }), async (c, next) => {
      await next();
      c.header("cache-control", "no-store");
      // From here, because not every partition's CDN adds headers of its own.
      if (isEncrypted(deps)) c.header("strict-transport-security", `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
    })
    .basePath("/api")
    .use(routingBy(served), sameOrigin(deps), door, bounded, inShape);

/** Registered after basePath(): Hono gives a cloned app no error handler (honojs/hono#4138). */
export const ending = <Routes extends Schema>(app: Hono<Env, Routes, "/api">) =>
  app
    .notFound((c) => problem(c, "not-found"))
    .onError((error, c) => {
      logFailure(error, { path: c.get("contract")?.path ?? "api", requestId: c.get("requestId") });
      return problem(c, isOutage(error) ? "unavailable" : "unexpected");
    });
