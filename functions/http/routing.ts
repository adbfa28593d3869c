import { createMiddleware } from "hono/factory";
import type { Contract } from "../../shared/kernel/contract.ts";
import type { Env } from "../app.ts";
import { problem } from "./problem.ts";

/** Which of these contracts a request comes under. Nothing that is not in a contract gets any further. */
export function routingBy(contracts: readonly Contract[]) {
  const addresses = [...Map.groupBy(contracts, ({ path }) => path)].map(([path, served]) => ({ shape: shapeOf(path), served }));
  return createMiddleware<Env>(async (c, next) => {
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
}

/** `/submissions/:receipt`, as an expression; a parameter is anything up to the next slash. */
function shapeOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
}

const methodsOf = (served: readonly Contract[]) =>
  served.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])).concat("OPTIONS");
