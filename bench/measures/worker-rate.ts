// The worker, called with batches of ten people's events, against a bare loop of the very transactions it would have sent, ten
// at a time on the same engine, with its streams on for both.
import { DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { openCasework } from "../../functions/casework/casework.ts";
import { readOutbox } from "../../functions/outbox.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { AttemptKey } from "../../shared/kernel/fields.ts";
import type { Message } from "../../shared/submission.ts";
import { aChange } from "../../tests/support/build.ts";
import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { manyPeople, type Registered } from "../people.ts";
import { medianInterval, pairs, rounded, timed, withInterval } from "../statistics.ts";
import type { World } from "../world.ts";

const BATCH = 10;
const BLOCKS = 40;
const WARM_UP = 5;
const context = { awsRequestId: "bench" };

export const workerRate: Measure = {
  names: ["worker.rate"],
  async run({ world: open }) {
    const world = await open();
    const people = await manyPeople(world.client, BATCH * 2);
    const theirs = people.slice(BATCH);
    let hasCard = false;
    const handled = async () => {
      const Records = (await submitted(world, people.slice(0, BATCH), hasCard)).map((message, nth) =>
        deliveryOf(world, message, nth),
      );
      return timed(async () => {
        const { batchItemFailures } = await world.worker({ Records }, context);
        if (batchItemFailures.length > 0) throw new Error("the worker handed events back");
      });
    };
    const bare = async () => {
      const Records = (await submitted(world, theirs, hasCard)).map((message, nth) => deliveryOf(world, message, nth));
      const commands = await transactionsOf(() => world.worker({ Records }, context));
      if (commands.length !== BATCH) throw new Error(`${commands.length} transactions instead of ${BATCH}`);
      return timed(() => Promise.all(commands.map((command) => world.client.send(command))));
    };
    const turn = (one: () => Promise<number>) => async () => {
      const took = await one();
      if (one === bare) hasCard = !hasCard; // the next round says the opposite, and moves the register again
      return took;
    };
    await pairs(WARM_UP, turn(handled), turn(bare));
    const { a, b } = await pairs(BLOCKS, turn(handled), turn(bare));
    const interval = medianInterval(a.map((time, nth) => (b[nth] ?? 0) / time));
    const perSecond = (times: number[]) => rounded((BATCH * 1000) / medianInterval(times).median, 0);
    return [
      figureOf("worker.rate", {
        value: perSecond(a),
        unit: "events/s",
        against: perSecond(b),
        ratio: rounded(interval.median),
        judged: interval.high,
        note: `${withInterval(interval)}, ${BLOCKS} pairs of batches of ${BATCH}; the worker also reads submission and record and sends a notice`,
      }),
    ];
  },
};

/** One accepted change each, without the way through HTTP. */
async function submitted({ client, open }: World, people: readonly Registered[], hasCard: boolean): Promise<Message[]> {
  const casework = openCasework({ client, table: "casework" });
  const change = aChange({ item: "card", hasCard: !hasCard });
  for (const { personId } of people) {
    const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "bench" };
    await casework.submit(personId, sent, { slice: "change", change, acceptedAt: instantAt(Date.now()) });
  }
  const ids = new Set(people.map(({ personId }) => personId));
  return (await open()).map(readOutbox).filter(({ personId }) => ids.has(personId));
}

const deliveryOf = ({ urlOf }: World, message: Message, nth: number) => ({
  messageId: String(nth),
  body: JSON.stringify(message),
  eventSourceARN: urlOf("effects"),
  attributes: { MessageGroupId: message.personId, ApproximateReceiveCount: "1" },
});

/** What somebody would send as transactions, kept back. */
async function transactionsOf(work: () => Promise<unknown>): Promise<TransactWriteItemsCommand[]> {
  const kept: TransactWriteItemsCommand[] = [];
  const send = DynamoDBClient.prototype.send;
  const print = console.error;
  console.error = () => {}; // the worker tells of each that failed
  DynamoDBClient.prototype.send = async function (this: DynamoDBClient, ...given: unknown[]) {
    if (!(given[0] instanceof TransactWriteItemsCommand)) return Reflect.apply(send, this, given);
    kept.push(given[0]);
    throw new Error("kept back");
  } as typeof send;
  try {
    await work();
  } finally {
    DynamoDBClient.prototype.send = send;
    console.error = print;
  }
  return kept.map(({ input }) => new TransactWriteItemsCommand(input));
}
