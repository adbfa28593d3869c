import { Hono } from "hono/tiny";
import { expect, test } from "vitest";
import type { Env } from "../../functions/app.ts";
import { later } from "../../functions/http/later.ts";
import { listChildren } from "../../shared/children/contract.ts";

/** A frame that knows the request's id, and a route that is loaded as `load` says. */
function framed(load: Parameters<typeof later>[1]) {
  return new Hono<Env>()
    .use(async (c, next) => {
      c.set("requestId", "r1");
      await next();
      c.header("cache-control", "no-store");
    })
    .basePath("/api")
    .route("/", later([listChildren], load))
    .onError((error, c) => c.text(`frame: ${error.message}`));
}

test("a route that is loaded later knows what the frame found out, and its answer goes out through the frame", async () => {
  const app = framed(async () => new Hono<Env>().get("/children", (c) => c.text(c.var.requestId)));
  for (const method of ["GET", "HEAD"]) {
    const answer = await app.request("/api/children", { method });
    expect(await answer.text()).toBe(method === "GET" ? "r1" : "");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

test("it is loaded once, and once more after it could not be loaded; what fails in it is the frame's to answer", async () => {
  const loads: string[] = [];
  const app = framed(async () => {
    if (loads.push("load") === 1) throw new Error("no such file");
    return new Hono<Env>().get("/children", () => {
      throw new Error("the register is gone");
    });
  });
  expect(await (await app.request("/api/children")).text()).toBe("frame: no such file");
  expect(await (await app.request("/api/children")).text()).toBe("frame: the register is gone");
  expect(await (await app.request("/api/children")).text()).toBe("frame: the register is gone");
  expect(loads).toHaveLength(2);
});
