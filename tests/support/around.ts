// What is around the tests of a file that use the embedded engine. Each is said once, at the top of the file: it is there from the first
// hook after it until the last test is over.
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { startEngine, type TestEngine } from "./engine.ts";
import { startMachine } from "./machine.ts";

type Machine = Awaited<ReturnType<typeof startMachine>>;

/** What `start` answers, under its own names, once it has been awaited. */
export function whileTested<Thing extends { stop(): Promise<void> }>(start: () => Promise<Thing>): Thing {
  let thing: Thing | undefined;
  beforeAll(async () => {
    thing = await start();
  });
  afterAll(() => thing?.stop());
  return later(() => thing);
}

/** The engine with the tables of the topology, and the environment in which functions find them. */
export const withEngine = (): TestEngine => whileTested(startEngine);

/** Relay and worker, with a queue and a clock of their own before each test. */
export function withMachine(on: { client: DynamoDBClient }): Machine {
  let machine: Machine | undefined;
  beforeEach(async () => {
    machine = await startMachine(on.client);
  });
  return later(() => machine);
}

/** That app on a real socket of this machine. */
export const withServer = (app: () => { fetch(request: Request): Response | Promise<Response> }) =>
  whileTested(async () => {
    const server = serve({ fetch: app().fetch, port: 0, hostname: "127.0.0.1" }) as Server;
    await once(server, "listening");
    return {
      port: (server.address() as AddressInfo).port,
      async stop() {
        server.closeAllConnections();
        server.close();
      },
    };
  });

function later<Thing extends object>(started: () => Thing | undefined): Thing {
  return new Proxy({} as Thing, {
    get(_, name) {
      const thing = started();
      if (!thing) throw new Error(`${String(name)} is there from the first hook on`);
      return Reflect.get(thing, name);
    },
  });
}
