import { createMiddleware } from "hono/factory";
import { contracts } from "../../shared/contracts.ts";
import type { Contract } from "../../shared/kernel/contract.ts";
import type { Env } from "../app.ts";
import { problem } from "./problem.ts";

const addresses = [...Map.groupBy(contracts, ({ path }) => path)].map(([path, served]) => ({ shape: shapeOf(path), served }));

/** Which contract this request comes under. Nothing that is not in a contract gets any further. */
export const routing = createMiddleware<Env>(async (c, next) => {
  const path = c.req.path.slice("/api".length);
  const address = addresses.find(({ shape }) => shape.test(path));
  if (!address) return problem(c, "not-found");

  const asked = c.req.method === "HEAD" ? "GET" : c.req.method;
  const contract = address.served.find(({ method }) => method === asked);
  if (contract) {
    c.set("contract", contract);
    c.set("named", { ...address.shape.exec(path)?.groups });
    return next();
  }
  c.header("allow", methodsOf(address.served).join(", "));
  return asked === "OPTIONS" ? c.body(null, 204) : problem(c, "wrong-method");
});

/** `/submissions/:receipt`, as an expression; a parameter is anything up to the next slash. */
function shapeOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
}

const methodsOf = (served: readonly Contract[]) =>
  served.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])).concat("OPTIONS");
