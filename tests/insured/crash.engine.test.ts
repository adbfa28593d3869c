import { describe, expect, test, vi } from "vitest";
import type { Delta } from "../../shared/insured/delta.ts";
import { numbered } from "../support/numbers.ts";
import { withMill } from "./mill.ts";

const mill = withMill();

let people = 0;
const someone = () => numbered(`34046919070707${String(++people).padStart(3, "0")}`);
const extract = (rows: string[]) => ["AAC002,AAC003,AAE140,AAB301,AAC030,AAE003", ...rows].join("\n");
const rowOf = (number: string, scheme: string, name = "林晓禾") => `${number},${name},${scheme},340403,2024-01-01,202401-202610`;

type Moment = "before" | "answer lost";

/** The nth call to the tables fails: it never arrives, or its answer does not. Says whether there was such a call. */
async function failing(nth: number, moment: Moment, work: () => Promise<void>): Promise<boolean> {
  let calls = 0;
  const send = mill.client.send.bind(mill.client);
  const spy = vi.spyOn(mill.client, "send").mockImplementation((async (command: never) => {
    if (++calls !== nth) return send(command);
    if (moment === "answer lost") await send(command);
    throw new Error("the line is dead");
  }) as never);
  const failed = await work().then(
    () => false,
    () => true,
  );
  spy.mockRestore();
  expect(failed).toBe(calls >= nth);
  return failed;
}

/** The messages of a file, and how its rows stand. */
async function sent(rows: string[]) {
  const receipt = await mill.look(extract(rows));
  if (receipt?.state !== "taken") throw new Error("not taken");
  return { deltas: mill.waiting.deltas.splice(0) as Delta[], counts: async () => (await mill.outcome(receipt.feed, 1)).counts };
}

describe.each<Moment>(["before", "answer lost"])("when a call fails (%s) and the message is delivered again,", (moment) => {
  test("somebody new is registered once, and each row counts once", async () => {
    for (let nth = 1, failed = true; failed; nth++) {
      const number = someone();
      const { deltas, counts } = await sent([rowOf(number, "110"), rowOf(number, "310")]);
      failed = await failing(nth, moment, () => mill.settle(deltas[0]!));
      await mill.settle(deltas[0]!);
      expect(await counts()).toMatchObject({ created: 2, changed: 0, unchanged: 0, review: 0 });
      const [owner, ...others] = await mill.owners(number);
      expect([others, (await mill.register.history(owner!)).length]).toEqual([[], 1]);
    }
  });

  test("somebody known is changed once", async () => {
    for (let nth = 1, failed = true; failed; nth++) {
      const number = someone();
      await mill.feed(extract([rowOf(number, "110")]));
      const { deltas, counts } = await sent([rowOf(number, "110"), rowOf(number, "310")]);
      failed = await failing(nth, moment, () => mill.settle(deltas[0]!));
      await mill.settle(deltas[0]!);
      expect(await counts()).toMatchObject({ created: 1, unchanged: 1 });
      expect((await mill.register.history((await mill.owners(number))[0]!)).length).toBe(2);
    }
  });

  test("the desk is asked once about one number under two names", async () => {
    for (let nth = 1, failed = true; failed; nth++) {
      const number = someone();
      await mill.feed(extract([rowOf(number, "110")]));
      const { deltas, counts } = await sent([rowOf(number, "310", "陈大文")]);
      failed = await failing(nth, moment, () => mill.settle(deltas[0]!));
      await mill.settle(deltas[0]!);
      expect(await counts()).toMatchObject({ created: 0, review: 1 });
      const [owner] = await mill.owners(number);
      expect((await mill.desk.openTasks()).filter(({ personId }) => personId === owner)).toHaveLength(1);
    }
  });

  test("a chunk is compared to the same messages", async () => {
    for (let nth = 1, failed = true; failed; nth++) {
      const number = someone();
      const key = `inbox/insured/compare-${moment === "before" ? "b" : "a"}-${nth}.csv`;
      await mill.put(key, extract([rowOf(number, "110")]));
      await mill.take(key, mill.now());
      const [comparison] = mill.waiting.comparisons.splice(0);
      failed = await failing(nth, moment, () => mill.compare(comparison!));
      await mill.compare(comparison!);
      expect(new Set(mill.waiting.deltas.splice(0).map(({ eventId }) => eventId)).size).toBe(1);
    }
  });
});
