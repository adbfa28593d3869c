// The code that opens the list on the road, where there is no network to ask.
import { expect, test } from "vitest";
import { type Held, unwrap, wrap } from "../../web/visits/seal.ts";

const wang: Held = { staffId: "wang", name: "王入户", keys: [Buffer.alloc(32, "w").toString("base64url")] };

test("the code of the road gives the key back, another one does not, and what lies there says neither", async () => {
  const road = await wrap("739154", wang, "2026-12-31");

  expect(await unwrap("739154", road)).toEqual(wang);
  expect(await unwrap("739155", road)).toBeUndefined();
  expect(Buffer.from(road.wrapped).toString("latin1")).not.toMatch(/wang|739154/);
});
