// Who is given the keys to unsent forms.
import { expect, test } from "vitest";
import { draftKeysOf } from "../../functions/alias.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aPhone } from "../support/build.ts";
import { type About, someoneNew } from "../support/people.ts";

const engine = withEngine();

async function keysOf(about: About = {}) {
  const person = await someoneNew(engine.client, about);
  const look = async () => {
    const { browser } = await signInAs(startApp(engine), person);
    return (await (await browser.get("/check")).json()).draftKeys;
  };
  return [await look(), await look()];
}

test("the same person is given the same key in every session, and nobody else is given it", async () => {
  const [mine, mineAgain] = await keysOf();
  const [yours] = await keysOf();

  expect(mine).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
  expect(mineAgain).toEqual(mine);
  expect(yours).not.toEqual(mine);
});

test("a session that proves too little is given none: it may be whoever has the telephone number now", async () => {
  expect(await keysOf({ phone: aPhone("19833339999", { confirmedOn: "2025-03-31" }) })).toEqual([undefined, undefined]);
});

test("while the secret is changed, what was sealed before can still be opened, and what is new is sealed anew", () => {
  const [one, two] = ["a", "b"].map((letter) => Buffer.alloc(32, letter).toString("base64")) as [string, string];
  const before = draftKeysOf({ current: 1, versions: { "1": one } }, "person");
  const during = draftKeysOf({ current: 2, versions: { "1": one, "2": two } }, "person");

  expect(during).toHaveLength(2);
  expect(during[1]).toBe(before[0]);
  expect(draftKeysOf({ current: 2, versions: { "2": two } }, "person")).toEqual([during[0]]);
});
