// From the start of a process to the first answer of the bundled API, against a function that does nothing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { bundle } from "../../scripts/bundle.ts";
import { ORIGIN } from "../../tests/support/post.ts";
import { figureOf } from "../goals.ts";
import type { Measure } from "../measure.ts";
import { longTimer } from "../people.ts";
import { median, medianInterval, pairs, rounded, withInterval } from "../statistics.ts";

const STARTS = 30;
const START = resolve(import.meta.dirname, "../cold/start.mjs");
const EMPTY = resolve(import.meta.dirname, "../cold/empty.mjs");
const KB = 1000;

export const cold: Measure = {
  names: ["cold.own", "bundle.api.kb"],
  async run({ folder, world }) {
    const { start, onDemand, data } = await bundle("api", "functions/api.ts", join(folder, "api"));
    const api = join(folder, "api", "index.mjs");
    const opened = await world();
    const { someone } = await longTimer(opened.client, folder);
    const { cookies } = await opened.signIn(someone);

    const empty = () => firstAnswer(EMPTY, "{}", 200);
    const turnedAway = await pairs(STARTS, () => firstAnswer(api, look([]), 401), empty);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`);
    const lookedUp = await pairs(STARTS, () => firstAnswer(api, look(cookie), 200), empty);
    const interval = medianInterval(turnedAway.ratios);
    return [
      figureOf("cold.own", {
        value: rounded(median(turnedAway.a), 1),
        unit: "ms",
        against: rounded(median(turnedAway.b), 1),
        ratio: rounded(interval.median),
        judged: interval.low,
        note:
          `${withInterval(interval)}, ${STARTS} pairs; its first answer is a 401, which asks no table. With session, access ` +
          `log and record read from the engine: ${median(lookedUp.a).toFixed(0)} ms, ${median(lookedUp.ratios).toFixed(2)}`,
      }),
      figureOf("bundle.api.kb", {
        value: rounded(start / KB, 1),
        unit: "kB",
        note: `loaded when asked for: ${rounded(onDemand / KB)} kB of code, ${rounded(data / KB)} kB of data`,
      }),
    ];
  },
};

async function firstAnswer(module: string, event: string, expected: number): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [START, module, event], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [answered] = await once(child.stdout, "data");
  const took = performance.now() - began;
  await ended;
  if (String(answered) !== String(expected)) throw new Error(`the first answer was ${answered}`);
  return took;
}

/** GET /api/check, as API Gateway says it. */
const look = (cookies: string[]) =>
  JSON.stringify({
    version: "2.0",
    routeKey: "$default",
    rawPath: "/api/check",
    rawQueryString: "",
    headers: { origin: ORIGIN },
    ...(cookies.length > 0 && { cookies }),
    isBase64Encoded: false,
    requestContext: { domainName: "bench", http: { method: "GET", path: "", protocol: "", sourceIp: "", userAgent: "" } },
  });
