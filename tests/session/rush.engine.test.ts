import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { solve, textToDigest, zeroBits } from "../../shared/session/puzzle.ts";
import { startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { noon } from "../support/build.ts";
import { listen } from "../support/leak.ts";
import { type Known, someoneElse, someoneNew } from "../support/people.ts";

const engine = withEngine();

const sha256 = async (text: string) => createHash("sha256").update(text).digest();
const who = ({ number, name }: Pick<Known, "number" | "name">) => ({ number, name });

/** So many have asked in this minute already, on a day of its own. */
async function inRush(day: string, asked: number) {
  const started = startApp({ client: engine.client, codesPerMinute: 3, startAt: noon(day) });
  for (let i = 0; i < asked; i++) await started.browser().post("/session/codes", { number: someoneElse(700 + i), name: "某某" });
  return started;
}

describe("when more codes are asked for than the service sends in a minute", () => {
  test("a small sum comes instead of a message, for known and unknown alike, and the next minute is as ever", async () => {
    const person = await someoneNew(engine.client);
    const started = await inRush("2026-04-01", 3);
    for (const asking of [person, { number: someoneElse(800), name: "某某" }]) {
      const response = await started.browser().post("/session/codes", who(asking));
      expect(response.status).toBe(429);
      expect(await response.json()).toMatchObject({ type: "/problems/busy", challenge: { bits: 14, text: expect.any(String) } });
    }
    expect(started.outbox).toEqual([]);
    started.pass(60);
    expect((await started.browser().post("/session/codes", who(person))).status).toBe(202);
    expect(started.outbox).toHaveLength(1);
  });

  test("whose page has done the sum gets the code", async () => {
    const person = await someoneNew(engine.client);
    const started = await inRush("2026-04-02", 3);
    const browser = started.browser();
    const { challenge } = await (await browser.post("/session/codes", who(person))).json();
    const answer = await solve(challenge, sha256);

    expect((await browser.post("/session/codes", { ...who(person), answer })).status).toBe(202);
    expect(started.outbox).toHaveLength(1);
  });

  test.each([
    { when: "it is not solved", day: "2026-04-06", forge: async (text: string) => ({ text, number: 0 }) },
    {
      when: "it was made easier",
      day: "2026-04-07",
      forge: (text: string) => solve({ text: text.replace(".14.", ".1."), bits: 1 }, sha256),
    },
    { when: "it is none of ours", day: "2026-04-08", forge: () => solve({ text: "9999999999.14.x", bits: 14 }, sha256) },
  ])("the sum is given again when $when", async ({ day, forge }) => {
    const person = await someoneNew(engine.client);
    const started = await inRush(day, 3);
    const { challenge } = await (await started.browser().post("/session/codes", who(person))).json();
    const answer = await forge(challenge.text);
    // One of 16,000 numbers is right by chance, and nought may be it.
    const byChance = zeroBits(await sha256(textToDigest(answer))) >= 14 && answer.text === challenge.text;

    expect((await started.browser().post("/session/codes", { ...who(person), answer })).status).toBe(byChance ? 202 : 429);
  });

  test("a sum done for one number is worth nothing for another, nor five minutes later", async () => {
    const [person, other] = [await someoneNew(engine.client), await someoneNew(engine.client)];
    const started = await inRush("2026-04-04", 3);
    const { challenge } = await (await started.browser().post("/session/codes", who(person))).json();
    const answer = await solve(challenge, sha256);

    expect((await started.browser().post("/session/codes", { ...who(other), answer })).status).toBe(429);
    started.pass(300);
    for (let i = 0; i < 3; i++) await started.browser().post("/session/codes", { number: someoneElse(710 + i), name: "某某" });
    expect((await started.browser().post("/session/codes", { ...who(person), answer })).status).toBe(429);
  });

  test("the sum grows with the rush, and one figure tells the operator", async () => {
    const heard = listen();
    const started = await inRush("2026-04-05", 12);
    const { challenge } = await (await started.browser().post("/session/codes", { number: someoneElse(1), name: "某某" })).json();

    expect(challenge.bits).toBe(16);
    expect(heard.lines.map((line) => JSON.parse(line)["CodesAboveCeiling"])).toEqual([4]);
  });
});
