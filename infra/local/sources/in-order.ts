import type { FunctionName } from "../../../shared/topology.ts";
import { failedAmong, type Invoke, report } from "./invoke.ts";
import type { StreamRecord } from "./streams-api.ts";

const RETRIES = 5; // then the stream goes on, as on AWS: the item is still in the outbox, and the sweeper sends it again
const LONGEST_MS = 30_000;
const backOffMs = (tries: number) => Math.min(100 * 2 ** tries, LONGEST_MS);

/** `untilDone`: what fails is tried until it does not. */
export type Delivery = {
  table: string;
  fn: FunctionName;
  invoke: Invoke;
  untilDone?: boolean;
  retryMs?: (tries: number) => number;
};

/**
 * Hands records to a function until all are dealt with or we are stopped: again from the first that failed. If all that is
 * known is that the batch failed, ever smaller ones find which record it was. `keep` says how far we have come.
 */
export async function deliverInOrder(
  { table, fn, invoke, untilDone = false, retryMs = backOffMs }: Delivery,
  records: StreamRecord[],
  keep: (record: StreamRecord) => void,
  isStopped: () => boolean,
): Promise<void> {
  let rest = records;
  let size = rest.length;
  let tries = 0; // of the record at the head of the rest

  const goOnBehind = (count: number) => {
    if (count === 0) return;
    keep(rest[count - 1]!);
    rest = rest.slice(count);
    size = rest.length;
    tries = 0;
  };

  while (rest.length > 0 && !isStopped()) {
    const batch = rest.slice(0, size);
    const { done, failed } = await attempt(batch);
    goOnBehind(done);
    if (failed === 0) continue;

    if (failed === batch.length && failed > 1) size = Math.ceil(failed / 2);
    else if (++tries > RETRIES && !untilDone) {
      report(new GivenUp(), fn);
      goOnBehind(1);
      continue;
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs(tries)));
  }

  /** How many were done before the first that failed, and how many failed. */
  async function attempt(batch: StreamRecord[]): Promise<{ done: number; failed: number }> {
    const ids = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
    try {
      const failed = failedAmong(ids, await invoke({ Records: batch.map((record) => recordOf(record, table)) }));
      const first = ids.findIndex((id) => failed.has(id));
      return { done: first < 0 ? batch.length : first, failed: failed.size };
    } catch (error) {
      report(error, fn);
      return { done: 0, failed: batch.length };
    }
  }
}

/** As Lambda hands it over. */
const recordOf = (record: StreamRecord, table: string) => ({
  ...record,
  eventSource: "aws:dynamodb",
  eventSourceARN: `arn:aws:dynamodb:local:000000000000:table/${table}/stream/local`,
  awsRegion: "local",
});

class GivenUp extends Error {
  override name = "GivenUp";
}
