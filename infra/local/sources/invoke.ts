import type { FunctionName } from "../../../shared/topology.ts";

/** A function's entry, as Lambda calls it. */
export type Handler = (event: never, context: { awsRequestId: string }) => unknown;
export type Invoke = (event: object) => Promise<unknown>;

/** Calls the function as Lambda would: with a request id of its own, and for no longer than it may take. */
export function invoking(handler: Handler, timeoutSeconds: number): Invoke {
  return async (event) => {
    const tooLong = Promise.withResolvers<never>();
    const timer = setTimeout(() => tooLong.reject(new TimedOut()), timeoutSeconds * 1000);
    try {
      return await Promise.race([handler(event as never, { awsRequestId: crypto.randomUUID() }), tooLong.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}

class TimedOut extends Error {
  override name = "Timeout";
}

/** What a batch's answer says of its entries: which of them failed. Nothing said, nothing failed; nonsense, all did (as Lambda). */
export function failedAmong(ids: string[], answer: unknown): ReadonlySet<string> {
  const failures = answer && typeof answer === "object" && "batchItemFailures" in answer ? answer.batchItemFailures : [];
  if (!Array.isArray(failures)) return new Set(ids);

  const failed = failures.map((failure) => String(failure?.itemIdentifier));
  return new Set(failed.every((id) => ids.includes(id)) ? failed : ids);
}

/** A function's failure on the console: what kind and whose, never its words, which may hold what somebody typed. */
export function report(error: unknown, path: FunctionName | "platform"): void {
  const code = error instanceof Error && /^[a-z.-]{1,60}$/i.test(error.name) ? error.name : "unknown";
  console.error(JSON.stringify({ code, path }));
}

/** A part of the platform that runs until it is stopped; `stop` waits for what is in hand. */
export type Source = { stop(): Promise<void>; wake?(): void };

/** Sleeps until the time has passed or somebody wakes it. */
export function sleeper() {
  let wakeUp = () => {};
  let woken = false;
  return {
    wake() {
      woken = true;
      wakeUp();
    },
    async sleep(ms: number) {
      if (!woken)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      woken = false;
    },
  };
}
