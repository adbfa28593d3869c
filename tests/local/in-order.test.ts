import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GIVES_WAY_FROM_DELIVERY, workInOrder } from "../../functions/in-order.ts";
import { consumeQueue } from "../../infra/local/sources/queue.ts";
import { topology } from "../../shared/topology.ts";
import { openQueues, type TestQueues } from "../support/queues.ts";

type Delivery = { messageId: string; body: string; attributes: { ApproximateReceiveCount: string } };

const deliveryOf = (body: string, count: number): Delivery => ({
  messageId: body,
  body,
  attributes: { ApproximateReceiveCount: String(count) },
});

describe("of one person's events", () => {
  const cameTo = async (count: number, failing: string[]) => {
    const tried: string[] = [];
    const back = await workInOrder(
      ["first", "second", "third"].map((body) => deliveryOf(body, count)),
      async ({ body }) => {
        tried.push(body);
        if (failing.includes(body)) throw new Error();
      },
      () => {},
    );
    return { tried, back: back.map(({ body }) => body) };
  };

  test("none passes one that failed, while that may still succeed", async () => {
    expect(await cameTo(1, ["second"])).toEqual({ tried: ["first", "second"], back: ["second", "third"] });
  });

  test("those behind one that keeps failing are worked all the same, before their own deliveries are used up", async () => {
    expect(await cameTo(GIVES_WAY_FROM_DELIVERY, ["first"])).toEqual({ tried: ["first", "second", "third"], back: ["first"] });
  });

  test("each has as many tries of its own as the first one had", () => {
    for (const queue of [topology.queues.effects, topology.queues.deltas])
      expect(queue.attempts - GIVES_WAY_FROM_DELIVERY + 1).toBeGreaterThanOrEqual(GIVES_WAY_FROM_DELIVERY);
  });
});

describe("on the queue", () => {
  let queues: TestQueues;
  beforeAll(async () => {
    queues = await openQueues();
  });
  afterAll(() => queues.stop());

  test("a poisoned event is set aside alone, and everything of that person behind it is done", async () => {
    const { url, failed } = await queues.raise("effects", { attempts: topology.queues.effects.attempts });
    const done: string[] = [];
    await queues.send(url, "p1 poison", "p1 phone", "p1 card");
    const source = consumeQueue({
      sqs: queues.sqs,
      url,
      fn: "worker",
      batchSize: 10,
      concurrency: 1,
      backOffSeconds: () => 0,
      invoke: async (event) => {
        const back = await workInOrder(
          (event as { Records: Delivery[] }).Records,
          async ({ body }) => {
            if (body === "p1 poison") throw new Error();
            done.push(body);
          },
          () => {},
        );
        return { batchItemFailures: back.map(({ messageId }) => ({ itemIdentifier: messageId })) };
      },
    });
    await vi.waitFor(async () => expect(await queues.receive(failed)).toEqual(["p1 poison"]), { timeout: 15_000 });
    await source.stop();
    expect(done).toEqual(["p1 phone", "p1 card"]);
    expect(await queues.receive(failed)).toEqual([]);
  });
});
