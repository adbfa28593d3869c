// Each of the clock's jobs has its share of the minute.
import { describe, expect, test } from "vitest";
import { type Job, takeTurns } from "../../functions/clock/job.ts";
import { noon } from "../support/build.ts";

const now = noon("2026-03-31");

/** A clock that moves only when somebody works. */
function aMinute(ms = 900) {
  let at = 0;
  const took: string[] = [];
  const works =
    (name: string, wanted: number): Job =>
    async (_, __, isOver) => {
      let worked = 0;
      while (worked < wanted && !isOver()) {
        at += 10;
        worked += 10;
      }
      took.push(`${name} ${worked}`);
    };
  return { took, works, run: (...jobs: Job[]) => takeTurns(jobs, now, { ms, clock: () => at }) };
}

describe("the minute of the clock", () => {
  test("is shared: one that is never done leaves the others their part, and what one does not need the next ones have", async () => {
    const { took, works, run } = aMinute(900);
    await run(works("quick", 100), works("endless", 10_000), works("last", 10_000));

    expect(took).toEqual(["quick 100", "endless 400", "last 400"]);
  });

  test("goes on to the next job when one fails, and says of each what failed", async () => {
    const { took, works, run } = aMinute();
    const fails: Job = async (_, failed) => {
      failed("one of many");
      throw new Error("all of it");
    };

    expect(await run(fails, works("next", 50))).toEqual(["one of many", new Error("all of it")]);
    expect(took).toEqual(["next 50"]);
  });
});
