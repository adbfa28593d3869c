import type { FunctionName } from "../../../shared/topology.ts";
import { type Invoke, report, type Source, sleeper } from "./invoke.ts";

const FIRST_AFTER_MS = 1000; // soon: it also picks up what a kill left

/** Calls a function again and again, never twice at once. */
export function keepTime({ fn, invoke, everySeconds }: { fn: FunctionName; invoke: Invoke; everySeconds: number }): Source {
  const { sleep, wake } = sleeper();
  let stopped = false;

  async function run() {
    await sleep(FIRST_AFTER_MS);
    while (!stopped) {
      const startedAt = Date.now();
      await invoke(eventAt(startedAt)).catch((error) => report(error, fn));
      if (!stopped) await sleep(Math.max(0, startedAt + everySeconds * 1000 - Date.now()));
    }
  }
  const running = run();

  return {
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** As EventBridge sends it. */
const eventAt = (time: number) => ({
  version: "0",
  id: crypto.randomUUID(),
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: new Date(time).toISOString().replace(/\.\d{3}/, ""),
  region: "local",
  resources: [],
  detail: {},
});
