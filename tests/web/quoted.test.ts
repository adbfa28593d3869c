// What estimates ask before they know anything: ages of the law in a question come from the parameters.
import { expect, test } from "vitest";
import { compare } from "../../web/messages/estimate-compare.ts";
import { post } from "../../web/messages/estimate-post.ts";
import { residentPension } from "../../web/messages/estimate-resident-pension.ts";
import { formerAges, quoted } from "../../web/quoted.ts";

test("the posts of women are told apart by the ages of before the reform", () => {
  expect(formerAges()).toEqual({ f55: 55, f50: 50 });
});

test("a number without a valid national entry stops the build, with its name", () => {
  expect(() => quoted({ base: "employee-pension.calculation-base" })).toThrow(
    "employee-pension.calculation-base has no valid national entry",
  );
});

test("no age of the law is written into the questions themselves", () => {
  for (const { zh, en } of [post, compare, residentPension])
    for (const text of Object.values({
      ...zh,
      ...Object.fromEntries(Object.entries(en).map(([name, said]) => [`en.${name}`, said])),
    }))
      expect(text.replace(/12333|12393|\{\w+\}/g, "")).not.toMatch(/\d/);
});
