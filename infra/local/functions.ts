import { instantAt } from "../../shared/kernel/calendar.ts";
import type { FunctionName, FunctionSpec } from "../../shared/topology.ts";
import type { Outbox } from "./outbox.ts";
import type { Handler } from "./sources/invoke.ts";

/** How the platform comes by a function. The environment must be complete by then: functions read it while they load. */
export type Functions = {
  handlerOf(fn: FunctionName, spec: FunctionSpec): Promise<Handler>;
  apiOf(spec: FunctionSpec): Promise<(request: Request) => Response | Promise<Response>>;
};

/** The same code as on AWS, by the same entries. Only what would go to telephones goes to the outbox. */
export const theFunctions = (outbox: Outbox): Functions => ({
  async handlerOf(fn, { entry }) {
    if (fn !== "notify") return (await load(entry)).handler;

    const { createNotify } = await import("../../functions/notify.ts");
    return createNotify({
      sender: {
        async send({ to, text }) {
          outbox.recordMessage({ to, text, at: instantAt(Date.now()) });
          return "sent";
        },
      },
    });
  },

  async apiOf({ entry }) {
    const { app } = await load(entry);
    return (request) => app.fetch(request);
  },
});

const load = (entry: string) => import(new URL(`../../${entry}`, import.meta.url).href);
