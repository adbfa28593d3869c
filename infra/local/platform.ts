import { join } from "node:path";
import { variableFor } from "../../shared/variable-for.ts";
import { publishEndpoints, withdrawEndpoints } from "./endpoints.ts";
import { prepareFolder } from "./folder.ts";
import { type Functions, theFunctions } from "./functions.ts";
import { listen, portalApp } from "./http/server.ts";
import { openSite } from "./http/site.ts";
import { startIssuer } from "./issuer/issuer.ts";
import { openLedger } from "./ledger.ts";
import { openOutbox } from "./outbox.ts";
import { type Mapping, planTopology } from "./plan.ts";
import { startServices } from "./services.ts";
import { invoking, type Source } from "./sources/invoke.ts";
import { watchBucket } from "./sources/objects.ts";
import { consumeQueue } from "./sources/queue.ts";
import { keepTime } from "./sources/schedule.ts";
import { followStream } from "./sources/stream.ts";

/**
 * One engine writes one thing after the other: more in hand at once only makes everybody wait longer. Rows of files are kept to
 * a few, because each is thirty writes, and people's submissions wait behind those that are in hand.
 */
const inHandOf = (queue: string) => (queue === "deltas" ? 2 : 20);

type Options = {
  folder: string;
  port: number;
  /** Where the built pages are; asked for when everything else runs. */
  site(): Promise<string>;
  functions?: Functions;
};
export type Portal = { address: string; environment: Record<string, string>; failed: Promise<never>; stop(): Promise<void> };

/** As the gateway does it: the longest path that a request begins with says whose it is. */
async function byPath(mappings: readonly Mapping[], apiOf: Functions["apiOf"]) {
  const http = mappings.flatMap((mapping) => (mapping.on === "http" ? [mapping] : []));
  const served = await Promise.all(http.map(async ({ path, spec }) => ({ path: `${path}/`, answer: await apiOf(spec) })));
  served.sort((a, b) => b.path.length - a.path.length);
  return (request: Request) => served.find(({ path }) => new URL(request.url).pathname.startsWith(path))!.answer(request);
}

/** Raises the whole topology on this machine. Requests that come early wait until it stands. */
export async function startPlatform({ folder: wanted, port, site, functions }: Options): Promise<Portal> {
  const folder = prepareFolder(wanted);
  const ledger = openLedger(folder);
  const outbox = openOutbox(join(folder, "outbox.jsonl"));
  const { handlerOf, apiOf } = functions ?? theFunctions(outbox);
  const plan = planTopology();
  const sources: Source[] = [];
  const wakeAll = () => {
    for (const source of sources) source.wake?.();
  };

  const ready = Promise.withResolvers<ReturnType<typeof portalApp>>();
  const http = await listen(async (request) => (await ready.promise).fetch(request), port);
  const address = `http://localhost:${http.port}`;
  const origins = [address, `http://127.0.0.1:${http.port}`, `http://[::1]:${http.port}`];
  const issuer = await startIssuer(folder, origins);
  Object.assign(process.env, { ORIGIN: origins.join(","), ...issuer.environment });

  const services = await startServices(folder, plan, wakeAll);
  const { streams, sqs, bucketStore: store, onCheckpoint } = services;

  async function sourceOf(mapping: Exclude<Mapping, { on: "http" }>): Promise<Source> {
    const { fn, spec } = mapping;
    const invoke = invoking(await handlerOf(fn, spec), spec.timeoutSeconds);
    switch (mapping.on) {
      case "message": {
        const { batchSize, concurrency } = mapping.queueSpec;
        const url = services.environment[variableFor(mapping.queue)]!;
        return consumeQueue({
          sqs,
          url,
          fn,
          invoke,
          batchSize: Math.min(batchSize, inHandOf(mapping.queue)),
          concurrency: Math.min(concurrency, Math.ceil(inHandOf(mapping.queue) / batchSize)),
        });
      }
      case "insert":
        return followStream({ streams, ledger, invoke, onCheckpoint, ...mapping });
      case "object":
        return watchBucket({ store, invoke, ...mapping });
      case "schedule":
        return keepTime({ fn, invoke, everySeconds: mapping.everySeconds });
    }
  }

  for (const mapping of plan.mappings) if (mapping.on !== "http") sources.push(await sourceOf(mapping));
  const api = await byPath(plan.mappings, apiOf);
  ready.resolve(portalApp({ api, site: openSite(await site()), outbox, onWrite: wakeAll }));
  const environment = { ...services.environment, STAFF_ISSUER: issuer.address };
  publishEndpoints(folder, { address, environment });

  return {
    address,
    environment,
    failed: services.failed,
    stop: async () => {
      withdrawEndpoints(folder);
      await http.stop();
      await issuer.stop();
      await Promise.all(sources.map((source) => source.stop()));
      await services.stop();
      ledger.close();
    },
  };
}
