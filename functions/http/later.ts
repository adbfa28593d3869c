// Routes that few requests want: their code is loaded when the first one comes, so that the others start sooner.
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import type { Contract } from "../../shared/kernel/contract.ts";
import type { Env } from "../app.ts";

type Routes = Hono<Env>;
type Carrying = Env & { Bindings: Env["Variables"] };

/** At the addresses of these contracts. The frame has done its work by then; what it found out goes along. */
export function later(served: readonly Contract[], load: () => Promise<Routes>): Routes {
  let loading: Promise<Hono<Carrying>> | undefined;
  const enter = async (c: Context<Env>) => {
    loading ??= load()
      .then(carriedOn)
      .catch((error: unknown) => {
        loading = undefined; // whoever asks next tries again
        throw error;
      });
    return (await loading).fetch(c.req.raw, c.var);
  };
  const app = new Hono<Env>();
  for (const { method, path } of served) app.on(method, path, enter);
  return app;
}

/** Routes at their usual addresses, with what a frame has found out: `.fetch(request, found)`. */
export const carriedOn = (routes: Routes) =>
  new Hono<Carrying>()
    .onError((error) => {
      throw error; // the frame's is the one that answers
    })
    .basePath("/api")
    .use(async (c, next) => {
      for (const name of Object.keys(c.env) as (keyof Env["Variables"])[]) c.set(name, c.env[name]);
      await next();
    })
    .route("/", routes);
