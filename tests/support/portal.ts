// The built pages over the real API, relay and worker on the embedded engine, for browser tests.
import type { BrowserContext, Page } from "playwright-core";
import { beforeAll } from "vitest";
import { type Started, signInAs, startApp } from "./app.ts";
import { startMachine } from "./machine.ts";
import type { Known } from "./people.ts";
import { through } from "./through.ts";
import { type Look, visit } from "./visit.ts";

/** A visit to the residents' portal: once, at the top of a file. */
export function visitPortal() {
  let started: Started;
  const here = visit({ engine: true, api: (request) => through(started.app, request) });
  beforeAll(() => {
    started = startApp(here);
  });
  const cookiesOf = async (person: Known) => (await signInAs(started, person)).browser.cookies;
  return {
    get client() {
      return here.client;
    },
    get origin() {
      return here.origin;
    },
    get browser() {
      return here.browser;
    },
    app: () => started,
    /** Another day begins: counters and clock are new. Relay and worker run when the test says so. */
    begin() {
      started = startApp(here);
      return startMachine(here.client);
    },
    /** A page of somebody who is signed in, or of anybody. */
    page: async (person?: Known, look: Look = {}): Promise<Page> =>
      here.page({ ...look, ...(person && { cookies: await cookiesOf(person) }) }),
    async signIn(context: BrowserContext, person: Known): Promise<void> {
      await here.signIn(context, await cookiesOf(person));
    },
  };
}
