import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type AliasSecret, aliasesOf } from "../../functions/alias.ts";
import { SECRET_FRESH_SECONDS } from "../../functions/secrets.ts";
import { forgetOlder, publishNext, switchToNext, takeUpNext } from "../../scripts/rotate/versions.ts";
import { withMill } from "../insured/mill.ts";
import { numbered } from "../support/numbers.ts";

const newKey = () => randomBytes(32).toString("base64");
const old: AliasSecret = { current: 1, versions: { "1": newKey() } };
const published = publishNext(old, newKey());
const switched = switchToNext(published);
const finished = forgetOlder(switched);

describe("a new version of the secret", () => {
  test("is known to every function before any goes by it, and the old one counts until the end", async () => {
    const seen: (AliasSecret | number)[] = [];
    await takeUpNext(old, {
      keep: (secret) => void seen.push(secret),
      wait: async (seconds) => void seen.push(seconds),
      newKey: () => published.versions["2"]!,
    });
    expect(seen).toEqual([published, expect.any(Number), switched]);
    expect(seen[1]).toBeGreaterThan(SECRET_FRESH_SECONDS);
    expect(finished).toEqual({ current: 2, versions: { "2": published.versions["2"] } });
  });

  test("is the same one when its taking up was broken off and begun again; what is taken up already stays", async () => {
    const options = { keep: () => {}, wait: () => Promise.resolve(), newKey: () => expect.unreachable() };
    expect(await takeUpNext(published, options)).toEqual(switched);
    expect(await takeUpNext(switched, options)).toEqual(switched);
  });

  test("that nobody goes by yet is no reason to forget the one in use", () => {
    expect(() => forgetOlder(published)).toThrow();
  });
});

describe("somebody unknown who is named twice at once while the secret rotates is one person,", () => {
  const mill = withMill();
  let nth = 0;
  const steps = [
    { at: "the new version is published", before: old, after: published },
    { at: "it is switched to", before: published, after: switched },
    { at: "the old one is forgotten", before: switched, after: finished },
  ];

  test.each(steps.flatMap((step) => [step, { at: `${step.at}, the late one first`, before: step.after, after: step.before }]))(
    "also where functions do not yet agree that $at",
    async ({ before, after }) => {
      const number = numbered(`34046919060606${String(++nth).padStart(3, "0")}`);
      const row = (scheme: string) => `AAC002,AAC003,AAE140,AAB301\n${number},林小满,${scheme},340403`;
      const looks = [];
      for (const [secret, scheme] of [[before, "390"] as const, [after, "110"] as const]) {
        mill.goBy(secret);
        await mill.look(row(scheme));
        looks.push({ secret, delta: mill.waiting.deltas.pop()! });
      }
      for (const { secret, delta } of looks) {
        mill.goBy(secret);
        await mill.settle(delta);
      }
      const owners = [before, after]
        .flatMap((secret) => aliasesOf(secret, "RIC", number))
        .map((alias) => mill.register.alias(alias));
      const [person, ...others] = new Set(
        (await Promise.all(owners)).flatMap((held) => held?.people ?? []).map((p) => p.personId),
      );
      expect(others).toEqual([]);
      expect((await mill.register.record(person!))?.enrolments).toHaveLength(2);
    },
  );
});
