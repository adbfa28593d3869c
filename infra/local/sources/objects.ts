import type { FunctionName } from "../../../shared/topology.ts";
import type { Arrival, BucketStore } from "../buckets/store.ts";
import { type Invoke, report, type Source, sleeper } from "./invoke.ts";

const ATTEMPTS = 3; // Lambda calls a function for an object three times
const LOOK_AGAIN_MS = 60_000; // arrivals wake us; this is for nothing but surprises
const backOffMs = (failures: number) => 1000 * 10 ** (failures - 1);

export type ObjectSource = {
  store: BucketStore;
  bucket: string;
  prefix: string;
  fn: FunctionName;
  invoke: Invoke;
  retryMs?: (failures: number) => number;
};

/** Calls a function for each object that arrives below the prefix, one after the other, and after a kill for those left over. */
export function watchBucket({ store, bucket, prefix, fn, invoke, retryMs = backOffMs }: ObjectSource): Source {
  const { sleep, wake } = sleeper();
  let stopped = false;

  async function run() {
    while (!stopped) {
      const [next] = store.untold(bucket, prefix);
      if (next) await tell(next);
      else await sleep(LOOK_AGAIN_MS);
    }
  }

  async function tell(arrival: Arrival) {
    for (let attempt = 1; attempt <= ATTEMPTS && !stopped; attempt++) {
      try {
        await invoke({ Records: [recordOf(arrival)] });
        break;
      } catch (error) {
        report(error, fn);
        if (attempt < ATTEMPTS) await sleep(retryMs(attempt));
        else report(new GivenUp(), fn);
      }
    }
    if (!stopped) store.markTold(arrival);
  }

  const running = run();
  return {
    wake,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

class GivenUp extends Error {
  override name = "GivenUp";
}

/** As Lambda hands it over: a key is written as in a form, a space as a plus sign. */
const recordOf = ({ bucket, key, size, etag, at }: Arrival) => ({
  eventVersion: "2.1",
  eventSource: "aws:s3",
  awsRegion: "local",
  eventTime: new Date(at).toISOString(),
  eventName: "ObjectCreated:Put",
  s3: {
    s3SchemaVersion: "1.0",
    bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
    object: {
      key: encodeURIComponent(key).replaceAll("%2F", "/").replaceAll("%20", "+"),
      size,
      eTag: etag,
      sequencer: at.toString(16),
    },
  },
});
